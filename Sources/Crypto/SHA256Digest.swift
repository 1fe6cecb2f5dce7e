/// The 32 bytes of a SHA-256 (FIPS 180-4): the name of a document, a link of a chain, a stored token.
package struct SHA256Digest: Sendable {
    package static let count = 32

    package private(set) var bytes: InlineArray<32, UInt8>

    /// Nil unless there are exactly 32 bytes.
    package init?(bytes source: some Collection<UInt8>) {
        let source = Array(source)
        guard source.count == Self.count else { return nil }
        self.bytes = InlineArray { source[$0] }
    }

    /// The same from bytes that lie together, which is several times faster.
    package init?(bytes source: Span<UInt8>) {
        guard source.count == Self.count else { return nil }
        self.bytes = InlineArray { source[$0] }
    }

    /// Nil unless the text is 64 hexadecimal digits.
    package init?(hex: String) {
        guard let bytes = Hex.decode(hex) else { return nil }
        self.init(bytes: bytes)
    }

    /// What a function of C wrote.
    init(written bytes: InlineArray<32, UInt8>) { self.bytes = bytes }

    /// All zero: the link before the first one of a chain.
    package static let zero = SHA256Digest(written: InlineArray(repeating: 0))

    package var array: [UInt8] { bytes.indices.map { bytes[$0] } }

    /// 64 lower-case hexadecimal digits.
    package var hex: String { Hex.encode(array) }
}

extension SHA256Digest: Hashable {
    /// Takes the same time wherever the two differ, so that a stored token may be compared with it.
    package static func == (left: Self, right: Self) -> Bool {
        constantTimeEqual(left.bytes.span, right.bytes.span)
    }

    package func hash(into hasher: inout Hasher) {
        unsafe bytes.span.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    }
}

extension SHA256Digest: CustomStringConvertible {
    package var description: String { hex }
}
