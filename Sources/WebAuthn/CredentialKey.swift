package import Crypto

/// The public half of a passkey: one of the two algorithms that we ask browsers for (RFC 9053).
package enum CredentialKey: Hashable, Sendable {
    /// ECDSA on P-256 with SHA-256, which every authenticator can.
    case es256(P256PublicKey)
    case edDSA(VerifyingKey)

    /// The numbers of the algorithms, the preferred one first.
    package static let algorithms: [Int64] = [-7, -8]

    /// From a COSE_Key (RFC 9052) with the members that its kind has to have, and no other.
    init(_ cose: CBORValue) throws(WebAuthnRefusal) {
        guard let members = cose.map else { throw .badKey }
        switch members[.integer(3)]?.integer {
        case -7:
            guard members.count == 5, members[.integer(1)] == .integer(2),
                members[.integer(-1)] == .integer(1),
                let x = members[.integer(-2)]?.bytes, let y = members[.integer(-3)]?.bytes,
                let key = P256PublicKey(x: x, y: y)
            else { throw .badKey }
            self = .es256(key)
        case -8:
            guard members.count == 4, members[.integer(1)] == .integer(1),
                members[.integer(-1)] == .integer(6),
                let raw = members[.integer(-2)]?.bytes, let key = VerifyingKey(raw: raw)
            else { throw .badKey }
            self = .edDSA(key)
        case nil: throw .badKey
        case .some: throw .otherAlgorithm
        }
    }

    func verify(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        switch self {
        case .es256(let key): key.verify(signature, of: message)
        case .edDSA(let key): key.verify(signature, of: message)
        }
    }
}
