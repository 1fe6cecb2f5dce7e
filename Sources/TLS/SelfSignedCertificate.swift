import COpenSSL

/// A certificate that vouches for itself, for the first start and for tests: ECDSA P-256, for
/// servers only, no authority.
///
/// Hosts may begin with `*.` and may be IPv4 addresses; `notBefore` is in seconds since 1970.
package func makeSelfSignedCertificate(
    hosts: [String], notBefore: Int64, days: Int
) throws(TLSFailure) -> (certificatePEM: [UInt8], privateKeyPEM: [UInt8]) {
    var names: [HostName] = []
    for host in hosts {
        guard let name = HostName(host) else { throw .badHost(host) }
        names.append(name)
    }
    guard !names.isEmpty else { throw .nameless(of: "a new certificate") }
    guard 1...36_500 ~= days else { throw .badValidity(days: days) }
    ERR_clear_error()
    guard let key = unsafe shim_generate_p256() else { throw .library(reason: takeReason()) }
    let owner = unsafe PrivateKey(owning: key)
    let draft = try Draft()
    guard unsafe draft.fill(names, notBefore: notBefore, days: days, key: owner.pointer) else {
        throw .library(reason: takeReason())
    }
    let certificatePEM = try unsafe written { unsafe PEM_write_bio_X509($0, draft.pointer) }
    let privateKeyPEM = try unsafe written {
        unsafe PEM_write_bio_PKCS8PrivateKey($0, owner.pointer, nil, nil, 0, nil, nil)
    }
    return (certificatePEM, privateKeyPEM)
}

/// A certificate before it is signed.
@safe private struct Draft: ~Copyable {
    let pointer: OpaquePointer

    /// RFC 5280 allows 20 bytes; 16 random ones cannot be guessed and stay positive with the first
    /// bit cleared.
    private static let serialCount = 16
    /// RFC 5280's upper bound of a common name.
    private static let commonNameLimit = 64

    init() throws(TLSFailure) {
        guard let pointer = unsafe X509_new() else { throw .library(reason: takeReason()) }
        unsafe self.pointer = pointer
    }

    deinit { unsafe X509_free(pointer) }

    @unsafe func fill(_ names: [HostName], notBefore: Int64, days: Int, key: OpaquePointer) -> Bool {
        let end = notBefore + Int64(days) * 86_400
        return unsafe X509_set_version(pointer, 2) == 1  // which is how version 3 is written
            && setSerial() && setSubject(names[0])
            && ASN1_TIME_set(X509_getm_notBefore(pointer), Int(notBefore)) != nil
            && ASN1_TIME_set(X509_getm_notAfter(pointer), Int(end)) != nil
            && X509_set_pubkey(pointer, key) == 1
            && setExtensions(names)
            && X509_sign(pointer, key, EVP_sha256()) > 0
    }

    private func setSerial() -> Bool {
        var bytes = [UInt8](repeating: 0, count: Self.serialCount)
        guard unsafe RAND_bytes(&bytes, Int32(bytes.count)) == 1 else { return false }
        bytes[0] = bytes[0] & 0x7f | 0x40
        let number = unsafe BN_bin2bn(bytes, Int32(bytes.count), nil)
        defer { unsafe BN_free(number) }
        return unsafe BN_to_ASN1_INTEGER(number, X509_get_serialNumber(pointer)) != nil
    }

    private func setSubject(_ host: HostName) -> Bool {
        let subject = unsafe X509_get_subject_name(pointer)
        let common = host.text.utf8.count <= Self.commonNameLimit ? host.text : "countersign"
        return unsafe X509_NAME_add_entry_by_txt(
            subject, "CN", MBSTRING_UTF8, common, Int32(common.utf8.count), -1, 0) == 1
            && X509_set_issuer_name(pointer, subject) == 1
    }

    private func setExtensions(_ names: [HostName]) -> Bool {
        let alternatives = names.map { ($0.isAddress ? "IP:" : "DNS:") + $0.text }.joined(separator: ",")
        return unsafe shim_add_extension(pointer, NID_basic_constraints, "critical,CA:FALSE") == 1
            && shim_add_extension(pointer, NID_key_usage, "critical,digitalSignature") == 1
            && shim_add_extension(pointer, NID_ext_key_usage, "serverAuth") == 1
            && shim_add_extension(pointer, NID_subject_key_identifier, "hash") == 1
            && shim_add_extension(pointer, NID_subject_alt_name, alternatives) == 1
    }
}

/// The bytes that a function of OpenSSL writes.
@unsafe private func written(_ write: (OpaquePointer) -> Int32) throws(TLSFailure) -> [UInt8] {
    guard let memory = unsafe BIO_new(BIO_s_mem()) else { throw .library(reason: takeReason()) }
    defer { unsafe BIO_free_all(memory) }
    guard unsafe write(memory) == 1 else { throw .library(reason: takeReason()) }
    var contents: UnsafeMutablePointer<CChar>?
    let count = unsafe shim_bio_contents(memory, &contents)
    let bytes = unsafe UnsafeRawBufferPointer(start: contents, count: count)
    return unsafe [UInt8](bytes)
}
