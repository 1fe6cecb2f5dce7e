package import Crypto

/// A passkey in software, with an EdDSA key: does what a browser and its authenticator do, and every step of
/// it wrongly when it is told to.
package struct SoftPasskey: Sendable {
    package let id: [UInt8]
    package let signer: SigningKey
    package var host: String
    package var origin: String
    package var counter: UInt32 = 0
    /// User present, verified, may be copied, was copied.
    package var flags: UInt8 = 0x1d
    /// Instead of `webauthn.create` or `webauthn.get`.
    package var type: String?
    package var isCrossOrigin = false
    /// What stands behind the authenticator's data, where nothing should.
    package var rest: [UInt8] = []

    package init(host: String, origin: String, id: [UInt8] = randomBytes(16)) {
        self.host = host
        self.origin = origin
        self.id = id
        signer = SigningKey.generate()
    }

    package func clientData(_ type: String, _ challenge: [UInt8]) -> [UInt8] {
        let text = """
            {"type":"\(self.type ?? type)","challenge":"\(Base64URL.encode(challenge))","origin":"\(origin)",\
            "crossOrigin":\(isCrossOrigin)}
            """
        return Array(text.utf8)
    }

    /// The client data and the attestation object of a new passkey.
    package func registration(_ challenge: [UInt8]) -> (clientData: [UInt8], attestation: [UInt8]) {
        let data = authenticatorData(with: credential)
        let attestation: [UInt8] =
            [0xa3] + Self.text("fmt") + Self.text("none") + Self.text("attStmt") + [0xa0]
            + Self.text("authData")
            + Self.bytes(data)
        return (clientData("webauthn.create", challenge), attestation)
    }

    /// The client data, the authenticator's data and the signature of a sign-in.
    package func assertion(
        _ challenge: [UInt8]
    ) -> (clientData: [UInt8], authenticatorData: [UInt8], signature: [UInt8]) {
        let client = clientData("webauthn.get", challenge)
        let data = authenticatorData(with: nil)
        return (client, data, signer.sign(data + sha256(client).array))
    }

    package func authenticatorData(with credential: [UInt8]?) -> [UInt8] {
        sha256(Array(host.utf8)).array + [flags | (credential == nil ? 0 : 0x40)]
            + (0..<4).map { UInt8(truncatingIfNeeded: counter >> UInt32(24 - 8 * $0)) } + (credential ?? [])
            + rest
    }

    /// Model, identifier and COSE key, as they stand in the authenticator's data.
    package var credential: [UInt8] {
        [UInt8](repeating: 7, count: 16) + [UInt8(id.count >> 8), UInt8(id.count & 255)] + id
            + [0xa4, 0x01, 0x01, 0x03, 0x27, 0x20, 0x06, 0x21, 0x58, 0x20] + signer.publicKey.raw
    }

    private static func text(_ text: String) -> [UInt8] { [0x60 | UInt8(text.utf8.count)] + text.utf8 }

    private static func bytes(_ bytes: [UInt8]) -> [UInt8] {
        let head = bytes.count < 256 ? [0x58] : [0x59, UInt8(bytes.count >> 8)]
        return head + [UInt8(bytes.count & 255)] + bytes
    }
}
