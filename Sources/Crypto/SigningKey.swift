import COpenSSL

/// An Ed25519 private key (RFC 8032), which signs checkpoints.
package final class SigningKey: Sendable {
    /// Length in bytes of both halves of a key.
    package static let rawCount = 32

    private let key: KeyHandle

    private init(_ key: consuming KeyHandle) { self.key = key }

    package static func generate() -> SigningKey {
        let address = unsafe UInt(bitPattern: shim_generate_ed25519())
        precondition(address != 0, "OpenSSL could not make an Ed25519 key")
        return SigningKey(KeyHandle(address: address))
    }

    /// Nil unless there are exactly 32 bytes.
    package convenience init?(raw: [UInt8]) {
        guard raw.count == Self.rawCount else { return nil }
        let key = unsafe EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, raw, raw.count)
        let address = UInt(bitPattern: key)
        guard address != 0 else { return nil }
        self.init(KeyHandle(address: address))
    }

    /// The secret itself, for a file that nobody else may read.
    package var raw: [UInt8] {
        var bytes = [UInt8](repeating: 0, count: Self.rawCount)
        var count = bytes.count
        let copied = unsafe EVP_PKEY_get_raw_private_key(key.pointer, &bytes, &count)
        precondition(copied == 1 && count == Self.rawCount, "an Ed25519 key has 32 bytes")
        return bytes
    }

    package var publicKey: VerifyingKey {
        var bytes = [UInt8](repeating: 0, count: Self.rawCount)
        var count = bytes.count
        let copied = unsafe EVP_PKEY_get_raw_public_key(key.pointer, &bytes, &count)
        precondition(copied == 1 && count == Self.rawCount, "an Ed25519 key has 32 bytes")
        return VerifyingKey(checked: bytes)
    }

    /// 64 bytes. The same message always gets the same signature.
    package func sign(_ message: [UInt8]) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: VerifyingKey.signatureCount)
        var count = signature.count
        let context = unsafe EVP_MD_CTX_new()
        defer { unsafe EVP_MD_CTX_free(context) }
        let started = unsafe EVP_DigestSignInit(context, nil, nil, nil, key.pointer)
        let signed = unsafe EVP_DigestSign(context, &signature, &count, message, message.count)
        precondition(started == 1 && signed == 1, "Ed25519 could not sign: OpenSSL has no memory")
        return signature
    }
}

/// The public half of a signing key.
package struct VerifyingKey: Hashable, Sendable {
    package static let signatureCount = 64

    package let raw: [UInt8]

    /// Nil unless there are exactly 32 bytes.
    package init?(raw: [UInt8]) {
        guard raw.count == SigningKey.rawCount else { return nil }
        self.raw = raw
    }

    init(checked raw: [UInt8]) { self.raw = raw }

    package func verify(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        let key = unsafe EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, raw, raw.count)
        let context = unsafe EVP_MD_CTX_new()
        defer {
            unsafe EVP_MD_CTX_free(context)
            unsafe EVP_PKEY_free(key)
            ERR_clear_error()
        }
        guard unsafe EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1 else { return false }
        return unsafe EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }
}

/// Sole owner of an `EVP_PKEY`.
///
/// Sendable because OpenSSL counts and locks its keys, and nothing here changes one after it was made.
@safe private struct KeyHandle: ~Copyable, Sendable {
    private let address: UInt

    init(address: UInt) { self.address = address }

    deinit { unsafe EVP_PKEY_free(pointer) }

    var pointer: OpaquePointer? { unsafe OpaquePointer(bitPattern: address) }
}
