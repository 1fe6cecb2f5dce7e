/// A public key as OpenSSL and others read it from a file (RFC 8410, in the armour of RFC 7468).
extension VerifyingKey {
    private static let (first, last) = ("-----BEGIN PUBLIC KEY-----", "-----END PUBLIC KEY-----")
    /// A SubjectPublicKeyInfo of Ed25519, up to the key itself.
    private static let prefix: [UInt8] = [
        0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00,
    ]

    package var pem: String { "\(Self.first)\n\(PaddedBase64.encode(Self.prefix + raw))\n\(Self.last)\n" }

    /// Nothing for any file but that of one Ed25519 key.
    package init?(pem text: String) {
        let lines = text.split(whereSeparator: \.isNewline)
        guard lines.count == 3, lines[0] == Self.first, lines[2] == Self.last,
            let bytes = PaddedBase64.decode(lines[1]), bytes.starts(with: Self.prefix)
        else { return nil }
        self.init(raw: Array(bytes.dropFirst(Self.prefix.count)))
    }
}
