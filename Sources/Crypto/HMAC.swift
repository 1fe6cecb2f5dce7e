import COpenSSL

/// HMAC-SHA-256 (RFC 2104) of a message.
package func hmacSHA256(key: Span<UInt8>, message: Span<UInt8>) -> SHA256Digest {
    let context = unsafe EVP_MAC_CTX_dup(Template.hmacSHA256.pointer)
    defer { unsafe EVP_MAC_CTX_free(context) }
    // OpenSSL takes a null key as "keep the last key"; an empty key therefore needs an address.
    let keyed = unsafe key.withUnsafeBufferPointer { key in
        var nothing: UInt8 = 0
        return unsafe key.isEmpty
            ? EVP_MAC_init(context, &nothing, 0, nil)
            : EVP_MAC_init(context, key.baseAddress, key.count, nil)
    }
    let taken = unsafe message.withUnsafeBufferPointer { message in
        unsafe EVP_MAC_update(context, message.baseAddress, message.count)
    }
    var bytes = InlineArray<32, UInt8>(repeating: 0)
    var span = bytes.mutableSpan
    var length = 0
    let finished = unsafe span.withUnsafeMutableBufferPointer { bytes in
        unsafe EVP_MAC_final(context, bytes.baseAddress, &length, bytes.count)
    }
    precondition(
        keyed == 1 && taken == 1 && finished == 1 && length == SHA256Digest.count,
        "HMAC-SHA-256 failed: OpenSSL has no memory")
    return SHA256Digest(written: bytes)
}

package func hmacSHA256(key: [UInt8], message: [UInt8]) -> SHA256Digest {
    hmacSHA256(key: key.span, message: message.span)
}

/// A context without a key from which every computation starts.
///
/// Sendable because it is only ever duplicated, which reads it, and never freed.
@safe private struct Template: Sendable {
    private let address: UInt

    static let hmacSHA256 = Template()

    private init() {
        address = unsafe UInt(bitPattern: shim_hmac_sha256_template())
        precondition(address != 0, "OpenSSL offers no HMAC")
    }

    var pointer: OpaquePointer? { unsafe OpaquePointer(bitPattern: address) }
}
