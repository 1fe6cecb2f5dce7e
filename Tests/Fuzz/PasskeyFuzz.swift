import WebAuthn

/// What an authenticator says: the reader takes only bytes that are written back the same, and the rules take
/// whatever comes without falling over.
enum PasskeyFuzz {
    private static let party = RelyingParty(id: "example.org", origin: "https://example.org")

    @Sendable static func check(_ bytes: [UInt8]) {
        if let value = try? CBORReader.read(bytes) {
            Fuzz.demand(written(value) == bytes, "two spellings of \(value)")
        }
        let registration = Registration(clientData: bytes, attestationObject: bytes)
        Fuzz.demand((try? registration.accepted(challenge: [], at: party)) == nil, "both at once")
        let client = Array(#"{"type":"webauthn.create","challenge":"","origin":"https://example.org"}"#.utf8)
        _ = try? Registration(clientData: client, attestationObject: bytes).accepted(
            challenge: [], at: party)
    }

    /// CTAP2's canonical form, written the short way.
    private static func written(_ value: CBORValue) -> [UInt8] {
        switch value {
        case .integer(let number): number < 0 ? head(1, UInt64(-1 - number)) : head(0, UInt64(number))
        case .bytes(let bytes): head(2, UInt64(bytes.count)) + bytes
        case .text(let text): head(3, UInt64(text.utf8.count)) + text.utf8
        case .array(let values): head(4, UInt64(values.count)) + values.flatMap(written)
        case .map(let members):
            head(5, UInt64(members.count))
                + members.map { (written($0), written($1)) }.sorted(by: precedes).flatMap { $0 + $1 }
        case .bool(let flag): [flag ? 0xf5 : 0xf4]
        case .null: [0xf6]
        }
    }

    private static func head(_ kind: UInt8, _ number: UInt64) -> [UInt8] {
        func spelled(_ rest: UInt8, _ count: Int) -> [UInt8] {
            [kind << 5 | rest]
                + (0..<count).map { UInt8(truncatingIfNeeded: number >> UInt64(8 * (count - 1 - $0))) }
        }
        return switch number {
        case 0..<24: [kind << 5 | UInt8(number)]
        case 24...0xff: spelled(24, 1)
        case 0x100...0xffff: spelled(25, 2)
        case 0x1_0000...0xffff_ffff: spelled(26, 4)
        default: spelled(27, 8)
        }
    }

    private static func precedes(_ left: ([UInt8], [UInt8]), _ right: ([UInt8], [UInt8])) -> Bool {
        if left.0[0] >> 5 != right.0[0] >> 5 { return left.0[0] >> 5 < right.0[0] >> 5 }
        if left.0.count != right.0.count { return left.0.count < right.0.count }
        return left.0.lexicographicallyPrecedes(right.0)
    }
}
