internal import Crypto

/// What the authenticator itself says, and signs: for which host, what it saw, and a new passkey's key.
struct AuthenticatorData: Hashable, Sendable {
    let hostDigest: [UInt8]
    let counter: UInt32
    let credential: Credential?
    private let flags: UInt8

    struct Credential: Hashable, Sendable {
        let id: [UInt8]
        let key: CredentialKey
    }

    /// WebAuthn allows an identifier this many bytes.
    static let idCounts = 1...1023
    private static let headCount = 37
    private static let modelCount = 16

    var isUserPresent: Bool { flags & 0x01 != 0 }
    var isUserVerified: Bool { flags & 0x04 != 0 }
    /// Whether the passkey may be copied to other devices of its owner, and whether it was.
    var isBackupEligible: Bool { flags & 0x08 != 0 }
    var isBackedUp: Bool { flags & 0x10 != 0 }
    private var hasExtensions: Bool { flags & 0x80 != 0 }
    private static let credentialFlag: UInt8 = 0x40

    init(_ bytes: [UInt8]) throws(WebAuthnRefusal) {
        guard bytes.count >= Self.headCount else { throw .badAuthenticatorData }
        hostDigest = Array(bytes[..<32])
        flags = bytes[32]
        counter = bytes[33..<Self.headCount].reduce(0) { $0 << 8 | UInt32($1) }
        var end = Self.headCount
        if flags & Self.credentialFlag != 0 {
            (credential, end) = try Self.credential(in: bytes, from: end)
        } else {
            credential = nil
        }
        if hasExtensions {
            // We ask for none; what comes all the same is read over, and must be whole.
            guard let extensions = try? CBORReader.readFirst(bytes, from: end), extensions.value.map != nil
            else { throw .badAuthenticatorData }
            end = extensions.end
        }
        guard end == bytes.count else { throw .badAuthenticatorData }
    }

    private static func credential(
        in bytes: [UInt8], from start: Int
    ) throws(WebAuthnRefusal) -> (Credential, end: Int) {
        let idStart = start + modelCount + 2
        guard bytes.count >= idStart else { throw .badAuthenticatorData }
        let count = Int(bytes[idStart - 2]) << 8 | Int(bytes[idStart - 1])
        guard idCounts.contains(count), bytes.count - idStart >= count,
            let key = try? CBORReader.readFirst(bytes, from: idStart + count)
        else { throw .badAuthenticatorData }
        let id = Array(bytes[idStart..<(idStart + count)])
        return (Credential(id: id, key: try CredentialKey(key.value)), key.end)
    }

    /// What has to hold in either ceremony: the host is ours, and somebody was there and recognised.
    func check(at party: RelyingParty) throws(WebAuthnRefusal) {
        guard hostDigest == sha256(Array(party.id.utf8)).array else { throw .otherHost }
        guard isUserPresent else { throw .noUserPresent }
        guard isUserVerified else { throw .userNotVerified }
        guard isBackupEligible || !isBackedUp else { throw .badBackupState }
    }
}
