import COpenSSL

/// Whether two runs of bytes are equal, in a time that depends on their length only.
package func constantTimeEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    return unsafe left.withUnsafeBufferPointer { left in
        unsafe right.withUnsafeBufferPointer { right in
            unsafe left.isEmpty || CRYPTO_memcmp(left.baseAddress, right.baseAddress, left.count) == 0
        }
    }
}

package func constantTimeEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    constantTimeEqual(left.span, right.span)
}

/// Bytes that nobody can guess. Stops the process if the system cannot give any: nothing may run on less.
package func randomBytes(_ count: Int) -> [UInt8] {
    // An array without room is the empty one that all threads share, and even its length would be written.
    if count == 0 { return [] }
    return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
        let filled = unsafe RAND_bytes(buffer.baseAddress, Int32(count))
        precondition(filled == 1, "the system gives no randomness")
        initialized = count
    }
}

/// 64 bits that nobody can guess, for an identifier.
package func randomIdentifier() -> UInt64 {
    randomBytes(8).reduce(0) { $0 << 8 | UInt64($1) }
}
