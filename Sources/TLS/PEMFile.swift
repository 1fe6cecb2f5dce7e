import COpenSSL

/// Reads what OpenSSL calls PEM out of memory, one block after another.
@safe struct PEMFile: ~Copyable {
    private let memory: OpaquePointer
    private let part: TLSFailure.Part
    private let name: String

    init(_ bytes: [UInt8], _ part: TLSFailure.Part, of name: String) throws(TLSFailure) {
        guard bytes.count <= HostCertificate.limit else { throw .tooLarge(part, of: name) }
        guard let memory = unsafe BIO_new(BIO_s_mem()) else { throw .library(reason: takeReason()) }
        guard unsafe bytes.isEmpty || BIO_write(memory, bytes, Int32(bytes.count)) == bytes.count else {
            unsafe BIO_free_all(memory)
            throw .library(reason: takeReason())
        }
        self.part = part
        self.name = name
        unsafe self.memory = memory
    }

    deinit { unsafe BIO_free_all(memory) }

    /// Nil after the last one.
    borrowing func nextCertificate() throws(TLSFailure) -> Certificate? {
        ERR_clear_error()
        if let certificate = unsafe shim_read_certificate(memory) {
            return unsafe Certificate(owning: certificate)
        }
        guard shim_is_end_of_pem(ERR_peek_last_error()) == 1 else {
            throw .unreadable(part, of: name, reason: takeReason())
        }
        ERR_clear_error()
        return nil
    }

    borrowing func privateKey() throws(TLSFailure) -> PrivateKey {
        ERR_clear_error()
        var asked: Int32 = 0
        if let key = unsafe shim_read_private_key(memory, &asked) { return unsafe PrivateKey(owning: key) }
        let reason = takeReason()
        throw asked == 1 ? .encryptedKey(of: name) : .unreadable(part, of: name, reason: reason)
    }
}

/// Sole owner of an `X509`.
@safe struct Certificate: ~Copyable {
    let pointer: OpaquePointer

    private static let namesLimit = 64 << 10

    @unsafe init(owning pointer: OpaquePointer) { unsafe self.pointer = pointer }

    deinit { unsafe X509_free(pointer) }

    borrowing func hosts(of name: String) throws(TLSFailure) -> [String] {
        let pointer = unsafe pointer
        var length = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Self.namesLimit) { buffer, initialized in
            length = unsafe buffer.withMemoryRebound(to: CChar.self) {
                unsafe shim_dns_names(pointer, $0.baseAddress, Self.namesLimit)
            }
            initialized = max(length, 0)
        }
        ERR_clear_error()
        guard length >= 0 else { throw .tooLarge(.certificate, of: name) }
        return bytes.split(separator: UInt8(ascii: "\n")).map {
            String(decoding: $0, as: UTF8.self).lowercased()
        }
    }

    /// Both ends in seconds since 1970.
    borrowing func validity(of name: String) throws(TLSFailure) -> (Int64, Int64) {
        var (start, end): (Int64, Int64) = (0, 0)
        guard unsafe shim_time_seconds(X509_get0_notBefore(pointer), &start) == 1,
            unsafe shim_time_seconds(X509_get0_notAfter(pointer), &end) == 1
        else { throw .unreadable(.certificate, of: name, reason: takeReason()) }
        return (start, end)
    }
}

/// Sole owner of an `EVP_PKEY`.
@safe struct PrivateKey: ~Copyable {
    let pointer: OpaquePointer

    @unsafe init(owning pointer: OpaquePointer) { unsafe self.pointer = pointer }

    deinit { unsafe EVP_PKEY_free(pointer) }

    borrowing func belongs(to certificate: borrowing Certificate) -> Bool {
        let belongs = unsafe X509_check_private_key(certificate.pointer, pointer) == 1
        ERR_clear_error()
        return belongs
    }
}
