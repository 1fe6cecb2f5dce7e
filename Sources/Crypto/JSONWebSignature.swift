/// Bytes with a signature by Ed25519, as RFC 7515 puts them together and RFC 8037 names the algorithm: any
/// program that knows those can check it.
package struct JSONWebSignature: Hashable, Sendable {
    /// What was signed besides the payload: JSON that names algorithm, type and key.
    package let header: [UInt8]
    package let payload: [UInt8]
    package let signature: [UInt8]

    package init(header: [UInt8], payload: [UInt8], signature: [UInt8]) {
        self.header = header
        self.payload = payload
        self.signature = signature
    }

    /// The type says what the payload is, so that nobody takes one kind of statement for another: letters,
    /// digits, and `+-.`.
    package init(of payload: [UInt8], type: StaticString, by key: SigningKey) {
        let name = key.publicKey.thumbprint
        header = Array("{\"alg\":\"EdDSA\",\"kid\":\"\(name)\",\"typ\":\"\(type)\"}".utf8)
        self.payload = payload
        signature = key.sign(Self.signed(header, payload))
    }

    package func isSigned(by key: VerifyingKey) -> Bool {
        key.verify(signature, of: Self.signed(header, payload))
    }

    private static func signed(_ header: [UInt8], _ payload: [UInt8]) -> [UInt8] {
        Array("\(Base64URL.encode(header)).\(Base64URL.encode(payload))".utf8)
    }
}

extension VerifyingKey {
    /// The name that follows from the key itself: SHA-256 over its JSON form (RFC 7638; RFC 8037, A.3).
    package var thumbprint: String {
        let form = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"\(Base64URL.encode(raw))\"}"
        return Base64URL.encode(sha256(Array(form.utf8)).array)
    }
}
