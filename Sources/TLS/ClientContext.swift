import COpenSSL

/// Whom we believe when we are the client: the system's authorities, and those of a file.
///
/// Sendable because an `SSL_CTX` counts its references and locks what sessions share, and nothing here
/// changes it once it is made. The address is kept as a number for that reason only.
package final class ClientContext: Sendable {
    private let address: UInt

    /// Certificates in one file of authorities.
    private static let mostAuthorities = 500

    /// `authorities`: certificates in PEM, believed besides the system's; `name` is how messages call them.
    package init(authorities: [UInt8] = [], of name: String = "") throws(TLSFailure) {
        ERR_clear_error()
        address = unsafe UInt(bitPattern: SSL_CTX_new(TLS_client_method()))
        guard address != 0, unsafe shim_ctx_set_client_policy(pointer) == 1 else {
            throw .library(reason: takeReason())
        }
        if !authorities.isEmpty { try trust(authorities, of: name) }
    }

    deinit { unsafe SSL_CTX_free(pointer) }

    @unsafe var pointer: OpaquePointer? { unsafe OpaquePointer(bitPattern: address) }

    private func trust(_ authorities: [UInt8], of name: String) throws(TLSFailure) {
        let file = try PEMFile(authorities, .certificate, of: name)
        var count = 0
        while let authority = try file.nextCertificate() {
            count += 1
            guard count <= Self.mostAuthorities else { throw .tooLarge(.certificate, of: name) }
            guard unsafe shim_ctx_trust(pointer, authority.pointer) == 1 else {
                throw .refused(.certificate, of: name, reason: takeReason())
            }
        }
        guard count > 0 else { throw .unreadable(.certificate, of: name, reason: "it holds none") }
    }
}
