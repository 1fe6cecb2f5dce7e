import COpenSSL
import Glibc

/// What a client asks for in a test.
struct ClientWish {
    var host: String?
    var protocols: [String] = []
    var maximum: Int32 = TLS1_3_VERSION
    var suites: String?
    var groups: String?
}

/// The other end of a session in the same thread: trusts everyone, blocks never.
@safe final class TestClient {
    private let context: OpaquePointer
    private let session: OpaquePointer
    /// OpenSSL's reason for the last failure.
    private(set) var failure = ""

    init?(_ wish: ClientWish, descriptor: Int32) {
        guard let context = unsafe SSL_CTX_new(TLS_client_method()) else { return nil }
        // Level 0 lets the client speak what the server must refuse.
        unsafe SSL_CTX_set_security_level(context, 0)
        _ = unsafe SSL_CTX_ctrl(context, SSL_CTRL_SET_MIN_PROTO_VERSION, Int(TLS1_VERSION), nil)
        _ = unsafe SSL_CTX_ctrl(context, SSL_CTRL_SET_MAX_PROTO_VERSION, Int(wish.maximum), nil)
        if let suites = wish.suites { _ = unsafe SSL_CTX_set_cipher_list(context, suites + ":@SECLEVEL=0") }
        if let groups = wish.groups { _ = unsafe shim_ctx_set_groups(context, groups) }
        let offer = wish.protocols.flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) }
        if !offer.isEmpty { _ = unsafe SSL_CTX_set_alpn_protos(context, offer, UInt32(offer.count)) }
        guard let session = unsafe SSL_new(context) else { return nil }
        _ = unsafe SSL_set_fd(session, descriptor)
        unsafe SSL_set_connect_state(session)
        if let host = wish.host {
            _ = unsafe host.withCString { name in
                unsafe SSL_ctrl(
                    session, SSL_CTRL_SET_TLSEXT_HOSTNAME, Int(TLSEXT_NAMETYPE_host_name),
                    UnsafeMutableRawPointer(mutating: name))
            }
        }
        unsafe self.context = context
        unsafe self.session = session
    }

    deinit {
        unsafe SSL_free(session)
        unsafe SSL_CTX_free(context)
    }

    /// True once the handshake is over for this side.
    func handshake() -> Bool {
        ERR_clear_error()
        return note(unsafe SSL_do_handshake(session))
    }

    func send(_ bytes: [UInt8]) -> Bool {
        ERR_clear_error()
        return note(unsafe SSL_write(session, bytes, Int32(bytes.count)))
    }

    /// Whatever is here by now.
    func receive() -> [UInt8] {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 16_384)
        while true {
            ERR_clear_error()
            let count = unsafe SSL_read(session, &piece, Int32(piece.count))
            guard count > 0 else {
                _ = note(count)
                return bytes
            }
            bytes += piece.prefix(Int(count))
        }
    }

    func sayGoodbye() { _ = unsafe SSL_shutdown(session) }

    /// Asks for fresh keys (TLS 1.3), which travels ahead of the next bytes.
    func updateKeys() -> Bool { unsafe SSL_key_update(session, SSL_KEY_UPDATE_REQUESTED) == 1 }

    func renegotiate() -> Bool {
        ERR_clear_error()
        _ = unsafe SSL_renegotiate(session)
        return note(unsafe SSL_do_handshake(session))
    }

    var wasToldGoodbye: Bool { unsafe SSL_get_shutdown(session) & SSL_RECEIVED_SHUTDOWN != 0 }
    var version: String { unsafe String(cString: SSL_get_version(session)) }
    var hasTicket: Bool { unsafe SSL_SESSION_is_resumable(SSL_get_session(session)) == 1 }

    var chosenProtocol: String {
        var name: UnsafePointer<UInt8>?
        var length: UInt32 = 0
        unsafe SSL_get0_alpn_selected(session, &name, &length)
        return unsafe String(decoding: UnsafeBufferPointer(start: name, count: Int(length)), as: UTF8.self)
    }

    /// The hosts that the server's certificate names, one a line.
    var certificateHosts: String {
        let certificate = unsafe SSL_get1_peer_certificate(session)
        defer { unsafe X509_free(certificate) }
        var names = [CChar](repeating: 0, count: 1024)
        let length = unsafe shim_dns_names(certificate, &names, names.count)
        return String(decoding: names.prefix(max(length - 1, 0)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    private func note(_ result: Int32) -> Bool {
        if result <= 0, case let code = ERR_get_error(), code != 0,
            let reason = unsafe ERR_reason_error_string(code)
        {
            failure = unsafe String(cString: reason)
        }
        return result > 0
    }
}
