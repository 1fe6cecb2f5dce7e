internal import Crypto

/// The first sector of a segment: whose it is, where it begins, and which link of the chain comes before.
///
///     0 mark (8)  8 store (32)  40 first sequence (8)  48 link before (32)  80 zeros  508 CRC-32C
struct SegmentHeader {
    let store: SHA256Digest
    let first: UInt64
    let previous: SHA256Digest

    private static let mark: [UInt8] = Array("CSJRNL01".utf8)
    private static let checksumOffset = Sector.size - 4

    var encoded: [UInt8] {
        var bytes = [UInt8](repeating: 0, count: Sector.size)
        bytes.put(Self.mark, at: 0)
        bytes.put(store.array, at: 8)
        bytes.put(littleEndian: first, at: 40)
        bytes.put(previous.array, at: 48)
        bytes.put(littleEndian: Self.checksum(bytes), at: Self.checksumOffset)
        return bytes
    }

    /// Seeds the checksums of the frames, so that bytes which a client chose cannot pass for a frame.
    var salt: UInt32 { Self.checksum(encoded) }

    /// Nil when the bytes do not begin with a sound header.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= Sector.size, bytes.starts(with: Self.mark),
            bytes.integer(at: Self.checksumOffset) == Self.checksum(bytes)
        else { return nil }
        store = SHA256Digest(from: bytes, at: 8)
        first = bytes.integer(at: 40)
        previous = SHA256Digest(from: bytes, at: 48)
    }

    init(store: SHA256Digest, first: UInt64, previous: SHA256Digest) {
        self.store = store
        self.first = first
        self.previous = previous
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        CRC32C.checksum(bytes.span.extracting(0..<checksumOffset))
    }
}
