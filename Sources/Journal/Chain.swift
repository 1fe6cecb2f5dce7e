internal import Crypto

/// The chain that makes history evident: each link is SHA-256 over the link before and the record.
/// Whoever knows the newest link can tell whether anything before it was changed.
struct Chain: ~Copyable, Sendable {
    private(set) var head: SHA256Digest
    private var hasher = SHA256Hasher()

    static let beginning = SHA256Digest.zero

    init(head: SHA256Digest = Chain.beginning) { self.head = head }

    mutating func link(_ record: Span<UInt8>) { head = hasher.digest(head, record) }

    /// Goes on behind records that are not walked.
    mutating func resume(at head: SHA256Digest) { self.head = head }
}

func digest(of bytes: [UInt8]) -> SHA256Digest { sha256(bytes) }

extension SHA256Digest {
    /// Reads 32 bytes that stand at `offset`.
    init(from bytes: [UInt8], at offset: Int) {
        self = SHA256Digest(bytes: bytes.span.extracting(offset..<offset + Self.count)) ?? .zero
    }
}
