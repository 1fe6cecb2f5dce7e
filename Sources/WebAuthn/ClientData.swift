internal import Crypto
internal import Formats

/// What the browser says about a ceremony: which one, for which challenge, at whose page.
struct ClientData: Hashable, Sendable {
    enum Ceremony: String {
        case registration = "webauthn.create"
        case signIn = "webauthn.get"
    }

    private let type: String
    private let challenge: [UInt8]
    private let origin: String
    private let isCrossOrigin: Bool

    private static let limits = JSONLimits(bytes: 4 * 1024, depth: 4)

    init(_ bytes: [UInt8]) throws(WebAuthnRefusal) {
        guard let json = try? JSONReader.read(bytes, limits: Self.limits),
            let type = json["type"]?.string, let text = json["challenge"]?.string,
            let challenge = Base64URL.decode(text), let origin = json["origin"]?.string
        else { throw .badClientData }
        switch json["crossOrigin"] {
        case nil: isCrossOrigin = json["topOrigin"] != nil
        case .bool(let flag): isCrossOrigin = flag || json["topOrigin"] != nil
        default: throw .badClientData
        }
        self.type = type
        self.challenge = challenge
        self.origin = origin
    }

    func check(
        _ ceremony: Ceremony, _ expected: [UInt8], at party: RelyingParty
    ) throws(WebAuthnRefusal) {
        guard type == ceremony.rawValue else { throw .otherCeremony }
        guard constantTimeEqual(challenge, expected) else { throw .otherChallenge }
        guard origin == party.origin else { throw .otherOrigin }
        guard !isCrossOrigin else { throw .crossOrigin }
    }
}
