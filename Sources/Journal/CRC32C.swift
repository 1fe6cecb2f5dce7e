internal import Unix

/// CRC-32C (Castagnoli, RFC 3720, B.4): finds accidents, not intruders; against those stands the chain of
/// hashes.
package enum CRC32C {
    /// The checksum of the bytes. A seed makes one store's or segment's checksums strange to another's.
    package static func checksum(_ bytes: Span<UInt8>, seed: UInt32 = 0) -> UInt32 {
        ProcessorChecksum.isAvailable
            ? ~ProcessorChecksum.extend(~seed, over: bytes) : portableChecksum(bytes, seed: seed)
    }

    /// For bytes that this process compares with themselves later: as good at finding accidents, and faster.
    /// Another processor may come to another result, so it is written nowhere.
    static func passing(_ bytes: Span<UInt8>) -> UInt32 {
        ProcessorChecksum.isAvailable ? ProcessorChecksum.inParts(bytes) : portableChecksum(bytes)
    }

    /// The same without the processor's instruction.
    package static func portableChecksum(_ bytes: Span<UInt8>, seed: UInt32 = 0) -> UInt32 {
        var remainder = ~seed
        for index in bytes.indices {
            remainder = table[Int((remainder ^ UInt32(bytes[index])) & 0xFF)] ^ (remainder >> 8)
        }
        return ~remainder
    }

    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { value, _ in
            value & 1 == 1 ? (value >> 1) ^ 0x82F6_3B78 : value >> 1
        }
    }
}
