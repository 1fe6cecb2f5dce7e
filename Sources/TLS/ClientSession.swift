import COpenSSL

/// The client's end of one TLS connection, over a non-blocking socket that somebody else owns and closes
/// afterwards. The handshake fails unless the server's certificate is believed and has the name.
///
/// Sendable for the same reason as `ServerSession`: its owner alone can reach it.
@safe package struct ClientSession: ~Copyable, Sendable {
    private let address: UInt
    /// Nothing is read once the server has said that nothing more comes.
    private var end: Progress?

    /// Fails for a name that no certificate can have.
    package init(context: ClientContext, host: String, descriptor: Int32) throws(TLSFailure) {
        let session = unsafe SSL_new(context.pointer)
        address = UInt(bitPattern: session)
        guard unsafe SSL_set_fd(session, descriptor) == 1, unsafe shim_expect_server(session, host) == 1
        else { throw .library(reason: takeReason()) }
        unsafe SSL_set_connect_state(session)
    }

    deinit { unsafe SSL_free(session) }

    /// `done(0)` once both sides trust the connection; read and write only then.
    package mutating func handshake() -> Progress {
        if let end { return end }
        ERR_clear_error()
        let result = unsafe SSL_do_handshake(session)
        if result == 1 { return .done(0) }
        let progress = stop(after: result)
        guard case .failed = progress, let reason = unsafe shim_distrust(session) else { return progress }
        let failure = Progress.failed(.untrusted(reason: unsafe String(cString: reason)))
        end = failure
        return failure
    }

    /// Appends at most so many bytes.
    package mutating func read(into bytes: inout [UInt8], atMost limit: Int) -> Progress {
        if let end { return end }
        var result: Int32 = 0
        var count = 0
        let session = unsafe session
        ERR_clear_error()
        bytes.append(addingCapacity: limit) { span in
            unsafe span.withUnsafeMutableBufferPointer { buffer, initialized in
                result = unsafe SSL_read_ex(session, buffer.baseAddress, limit, &count)
                initialized = count
            }
        }
        return result == 1 ? .done(count) : stop(after: result)
    }

    /// Sends some of what follows a place.
    package mutating func write(_ bytes: [UInt8], from start: Int) -> Progress {
        if let end, end != .closed { return end }
        var count = 0
        ERR_clear_error()
        let result = unsafe bytes.withUnsafeBufferPointer {
            unsafe SSL_write_ex(session, $0.baseAddress?.advanced(by: start), bytes.count - start, &count)
        }
        return result == 1 ? .done(count) : stop(after: result)
    }

    /// Tells the server that nothing more comes, as far as the socket takes it.
    package mutating func shutdown() {
        guard end == nil, unsafe SSL_in_init(session) == 0 else { return }
        ERR_clear_error()
        _ = unsafe SSL_shutdown(session)
        ERR_clear_error()
    }

    @unsafe private var session: OpaquePointer? { unsafe OpaquePointer(bitPattern: address) }

    private mutating func stop(after result: Int32) -> Progress {
        let errno = shim_errno()
        let progress = unsafe Progress(error: SSL_get_error(session, result), errno)
        switch progress {
        case .closed, .failed: end = progress
        case .done, .wantsRead, .wantsWrite: break
        }
        return progress
    }
}
