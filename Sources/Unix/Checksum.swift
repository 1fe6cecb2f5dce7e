import CLinux

/// CRC-32C (Castagnoli, RFC 3720) by the processor's own instruction.
package enum ProcessorChecksum {
    package static let isAvailable = shim_has_crc32c() != 0

    /// Continues a running, already inverted remainder. Only where `isAvailable`.
    package static func extend(_ remainder: UInt32, over bytes: Span<UInt8>) -> UInt32 {
        precondition(isAvailable, "this processor has no CRC-32C instruction")
        return unsafe bytes.withUnsafeBufferPointer {
            unsafe shim_crc32c(remainder, $0.baseAddress, $0.count)
        }
    }
}

extension ProcessorChecksum {
    /// A checksum of its own kind, and faster. Only where `isAvailable`.
    package static func inParts(_ bytes: Span<UInt8>) -> UInt32 {
        precondition(isAvailable, "this processor has no CRC-32C instruction")
        return unsafe bytes.withUnsafeBufferPointer {
            unsafe shim_crc32c_in_parts($0.baseAddress, $0.count)
        }
    }
}

/// Whether all bytes are zero, at the speed of `memcmp`.
package func isBlank(_ bytes: Span<UInt8>) -> Bool {
    unsafe bytes.withUnsafeBufferPointer { unsafe shim_is_blank($0.baseAddress, $0.count) } != 0
}
