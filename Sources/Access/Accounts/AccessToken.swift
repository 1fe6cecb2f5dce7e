package import Crypto

/// 256 random bits that open something: a session or an invitation. Only its SHA-256 is ever stored, so
/// whoever reads the disk or a backup holds no key.
package struct AccessToken: Sendable {
    private let bytes: [UInt8]

    static let byteCount = 32
    /// Characters of its Base64URL text.
    package static let textCount = 43

    /// A new one, of bytes that nobody can predict.
    static func draw(_ bytes: @Sendable (Int) -> [UInt8]) -> AccessToken {
        AccessToken(bytes: bytes(byteCount))
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// Nil unless the text is one that `text` writes.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.count == Self.textCount, let bytes = Base64URL.decode(text),
            bytes.count == Self.byteCount
        else { return nil }
        self.bytes = bytes
    }

    /// For a cookie or a link, and for nothing else: no log, no page, no record.
    package var text: String { Base64URL.encode(bytes) }

    package var digest: SHA256Digest { sha256(bytes) }

    /// A second secret that follows from this one and does not lead back to it.
    func derived(for purpose: String) -> SHA256Digest { hmacSHA256(key: bytes, message: Array(purpose.utf8)) }
}
