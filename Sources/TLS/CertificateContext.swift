import COpenSSL

/// An `SSL_CTX` with one certificate, following Mozilla's intermediate guideline (TLS 1.2 and 1.3).
///
/// Sendable because an `SSL_CTX` counts its references and locks what sessions share, and nothing
/// here changes one once its certificate set is complete. The address is kept as a number for that
/// reason only.
final class CertificateContext: Sendable {
    private let address: UInt
    let facts: CertificateFacts

    private static let suites12 = """
        ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:\
        ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305
        """
    private static let suites13 =
        "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256"
    private static let groups = "X25519:P-256:P-384"

    init(_ source: HostCertificate) throws(TLSFailure) {
        ERR_clear_error()
        let file = try PEMFile(source.certificatePEM, .certificate, of: source.name)
        guard let certificate = try file.nextCertificate() else {
            throw .unreadable(.certificate, of: source.name, reason: "it holds none")
        }
        let key = try PEMFile(source.privateKeyPEM, .privateKey, of: source.name).privateKey()
        guard key.belongs(to: certificate) else { throw .keyMismatch(of: source.name) }
        facts = try CertificateFacts(certificate, of: source)
        address = unsafe UInt(bitPattern: SSL_CTX_new(TLS_server_method()))
        guard address != 0 else { throw .library(reason: takeReason()) }
        try configure()
        try use(certificate, key, of: source.name)
        try useChain(file, of: source.name)
    }

    deinit { unsafe SSL_CTX_free(pointer) }

    @unsafe var pointer: OpaquePointer? { unsafe OpaquePointer(bitPattern: address) }

    private func configure() throws(TLSFailure) {
        guard unsafe shim_ctx_set_policy(pointer) == 1,
            unsafe SSL_CTX_set_cipher_list(pointer, Self.suites12) == 1,
            unsafe SSL_CTX_set_ciphersuites(pointer, Self.suites13) == 1,
            unsafe shim_ctx_set_groups(pointer, Self.groups) == 1
        else { throw .library(reason: takeReason()) }
        unsafe SSL_CTX_set_alpn_select_cb(
            pointer,
            { _, chosen, length, offer, count, _ in
                unsafe selectProtocol(chosen, length, offer, count)
            }, nil)
    }

    private func use(
        _ certificate: borrowing Certificate, _ key: borrowing PrivateKey, of name: String
    ) throws(TLSFailure) {
        guard unsafe SSL_CTX_use_certificate(pointer, certificate.pointer) == 1 else {
            throw .refused(.certificate, of: name, reason: takeReason())
        }
        guard unsafe SSL_CTX_use_PrivateKey(pointer, key.pointer) == 1 else {
            throw .refused(.privateKey, of: name, reason: takeReason())
        }
    }

    private func useChain(_ file: borrowing PEMFile, of name: String) throws(TLSFailure) {
        var count = 1
        while let issuer = try file.nextCertificate() {
            count += 1
            guard count <= HostCertificate.chainLimit else { throw .tooLarge(.chain, of: name) }
            guard unsafe shim_ctx_add_chain(pointer, issuer.pointer) == 1 else {
                throw .refused(.chain, of: name, reason: takeReason())
            }
        }
    }
}
