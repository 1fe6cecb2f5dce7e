import COpenSSL

/// Computes SHA-256 digests one after another in one context, which is three times faster than a
/// context each.
///
/// Sendable because its owner alone can reach the context: the value cannot be copied, and whatever touches
/// the context is `mutating`. The address is kept as a number for that reason only.
@safe package struct SHA256Hasher: ~Copyable, Sendable {
    private let address: UInt

    package init() {
        let context = unsafe EVP_MD_CTX_new()
        address = UInt(bitPattern: context)
        let started = unsafe EVP_DigestInit_ex2(context, Algorithm.sha256.pointer, nil)
        precondition(started == 1, "SHA-256 could not start: OpenSSL has no memory")
    }

    deinit { unsafe EVP_MD_CTX_free(context) }

    private var context: OpaquePointer? { unsafe OpaquePointer(bitPattern: address) }

    package mutating func update(_ bytes: Span<UInt8>) {
        let taken = unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
        }
        precondition(taken == 1, "SHA-256 refused bytes")
    }

    package mutating func update(_ bytes: [UInt8]) { update(bytes.span) }

    /// The digest of everything since the last one; the hasher is then empty and ready again.
    package mutating func finish() -> SHA256Digest {
        var bytes = InlineArray<32, UInt8>(repeating: 0)
        var span = bytes.mutableSpan
        let finished = unsafe span.withUnsafeMutableBufferPointer { bytes in
            unsafe EVP_DigestFinal_ex(context, bytes.baseAddress, nil)
        }
        let restarted = unsafe EVP_DigestInit_ex2(context, nil, nil)
        precondition(finished == 1 && restarted == 1, "SHA-256 could not finish")
        return SHA256Digest(written: bytes)
    }

    package mutating func digest(_ bytes: Span<UInt8>) -> SHA256Digest {
        update(bytes)
        return finish()
    }

    /// The next link of a chain: SHA-256 over the previous link and then the record.
    package mutating func digest(_ previous: SHA256Digest, _ record: Span<UInt8>) -> SHA256Digest {
        update(previous.bytes.span)
        update(record)
        return finish()
    }
}

/// SHA-256 of the bytes. Whoever computes many keeps a `SHA256Hasher`.
package func sha256(_ bytes: Span<UInt8>) -> SHA256Digest {
    var hasher = SHA256Hasher()
    return hasher.digest(bytes)
}

package func sha256(_ bytes: [UInt8]) -> SHA256Digest { sha256(bytes.span) }

/// An algorithm fetched once for the life of the process: OpenSSL looks its names up under a lock.
///
/// Sendable because a fetched algorithm is never changed and never freed here.
@safe struct Algorithm: Sendable {
    private let address: UInt

    static let sha256 = Algorithm(named: "SHA256")

    private init(named name: String) {
        address = unsafe UInt(bitPattern: EVP_MD_fetch(nil, name, nil))
        precondition(address != 0, "OpenSSL offers no \(name)")
    }

    var pointer: OpaquePointer? { unsafe OpaquePointer(bitPattern: address) }
}
