import COpenSSL

/// A public key on the curve P-256, which verifies ECDSA signatures over SHA-256 (FIPS 186-5), as most
/// passkeys make them.
package struct P256PublicKey: Hashable, Sendable {
    /// Length in bytes of each coordinate.
    package static let coordinateCount = 32
    /// A longer signature is none: two numbers of 33 bytes, their headers, and the sequence's.
    private static let signatureLimit = 72

    /// The point, uncompressed: a four, then both coordinates.
    private let point: [UInt8]

    /// What stands before the point in a SubjectPublicKeyInfo (RFC 5480).
    private static let prefix: [UInt8] = [
        0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86,
        0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00,
    ]

    package var x: [UInt8] { Array(point[1...Self.coordinateCount]) }
    package var y: [UInt8] { Array(point[(1 + Self.coordinateCount)...]) }

    /// Nil unless both have 32 bytes and name a point of the curve.
    package init?(x: [UInt8], y: [UInt8]) {
        guard x.count == Self.coordinateCount, y.count == Self.coordinateCount else { return nil }
        point = [4] + x + y
        let key = unsafe openSSLKey()
        defer {
            unsafe EVP_PKEY_free(key)
            ERR_clear_error()
        }
        guard unsafe key != nil else { return nil }
    }

    /// Whether a signature (DER, as the standard of passkeys has it) is this key's for the message.
    package func verify(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        guard signature.count <= Self.signatureLimit else { return false }
        let key = unsafe openSSLKey()
        let context = unsafe EVP_MD_CTX_new()
        defer {
            unsafe EVP_MD_CTX_free(context)
            unsafe EVP_PKEY_free(key)
            ERR_clear_error()
        }
        guard unsafe EVP_DigestVerifyInit(context, nil, EVP_sha256(), nil, key) == 1 else { return false }
        return unsafe EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }

    private func openSSLKey() -> OpaquePointer? {
        let der = Self.prefix + point
        return unsafe shim_read_public_key(der, der.count)
    }
}
