import COpenSSL

/// The server's end of one TLS connection, over a non-blocking socket that somebody else owns and
/// closes afterwards. The process must ignore SIGPIPE.
///
/// Sendable because its owner alone can reach the session: the value cannot be copied, and whatever
/// changes it is `mutating`; so it may move to another thread, but never be used by two. The
/// address is kept as a number for that reason only.
@safe package struct ServerSession: ~Copyable, Sendable {
    private let address: UInt
    private let descriptor: Int32
    /// Where its bytes leave, which is told whether more follow.
    private let writingEnd: UInt
    /// Owned because OpenSSL asks it, by a plain pointer, for the certificate of a host.
    private let certificates: CertificateSet
    private var end: Progress?

    package init(context: ServerContext, descriptor: Int32) {
        let certificates = context.current
        let session = unsafe certificates.makeSession()
        let writingEnd = unsafe shim_attach(session, descriptor, WritingEnds.method.pointer)
        precondition(unsafe writingEnd != nil, "OpenSSL has no memory for a session")
        unsafe SSL_set_accept_state(session)
        self.certificates = certificates
        self.descriptor = descriptor
        self.end = nil
        self.writingEnd = UInt(bitPattern: writingEnd)
        address = UInt(bitPattern: session)
    }

    deinit { unsafe SSL_free(session) }

    /// `done(0)` once both sides trust the connection; read and write only then.
    package mutating func handshake() -> Progress {
        if let end { return end }
        forgetErrors()
        let result = unsafe SSL_do_handshake(session)
        return result == 1 ? .done(0) : stop(after: result)
    }

    /// Appends at most so many bytes: whatever is here by now, up to a record from the socket and
    /// all that came with it. Does not allocate when the array has room. A full answer may leave
    /// bytes behind: `hasBufferedBytes`.
    package mutating func read(into bytes: inout [UInt8], atMost limit: Int) -> Progress {
        if let end { return end }
        precondition(limit > 0, "a read needs room")
        var result: Int32 = 0
        var count = 0
        let session = unsafe session
        forgetErrors()
        bytes.append(addingCapacity: limit) { span in
            unsafe span.withUnsafeMutableBufferPointer { buffer, initialized in
                repeat {
                    var step = 0
                    result = unsafe SSL_read_ex(
                        session, buffer.baseAddress?.advanced(by: count), limit - count, &step)
                    count += step
                } while unsafe result == 1 && count < limit && SSL_has_pending(session) == 1
                initialized = count
            }
        }
        return result == 1 ? .done(count) : stop(after: result, moved: count)
    }

    /// Whether bytes wait in memory, of which the socket will not tell: read on before waiting for it.
    package var hasBufferedBytes: Bool { unsafe SSL_has_pending(session) == 1 }

    /// Sends what follows a place, a record at a time, for as long as the socket takes it. What is `followed`
    /// by more at once may wait in the kernel until a packet is full.
    package mutating func write(
        _ bytes: Span<UInt8>, from start: Int = 0, isFollowed: Bool = false
    ) -> Progress {
        // A peer that sends no more may still read (RFC 8446 section 6.1).
        if let end, end != .closed { return end }
        var result: Int32 = 1
        var count = 0
        let (session, descriptor) = unsafe (session, descriptor)
        let writingEnd = unsafe OpaquePointer(bitPattern: writingEnd)
        forgetErrors()
        // What TLS writes of its own accord is never followed.
        defer { unsafe shim_writing_end_expect(writingEnd, descriptor, 0) }
        unsafe bytes.withUnsafeBufferPointer { bytes in
            while result == 1, start + count < bytes.count {
                var step = 0
                let place = start + count
                let rest = bytes.count - place
                unsafe shim_writing_end_expect(
                    writingEnd, descriptor, isFollowed || rest > Self.record ? 1 : 0)
                result = unsafe SSL_write_ex(session, bytes.baseAddress?.advanced(by: place), rest, &step)
                count += step
            }
        }
        return result == 1 ? .done(count) : stop(after: result, moved: count)
    }

    /// What is sealed at once (RFC 8446 section 5.1).
    package static let record = 16 * 1_024

    package mutating func write(_ bytes: [UInt8], from start: Int = 0) -> Progress {
        write(bytes.span, from: start)
    }

    /// Tells the peer that nothing more comes (close_notify). `wantsWrite` when the socket is full.
    @discardableResult
    package mutating func shutdown() -> Progress {
        if case .failed = end { return .done(0) }
        guard unsafe SSL_in_init(session) == 0 else { return .done(0) }
        forgetErrors()
        let result = unsafe SSL_shutdown(session)
        return result >= 0 ? .done(0) : stop(after: result)
    }

    /// The host that the client named, in lower case; nil when it named none.
    package var serverName: String? {
        unsafe SSL_get_servername(session, TLSEXT_NAMETYPE_host_name).map {
            unsafe String(cString: $0).lowercased()
        }
    }

    /// `TLSv1.3`, say, and `TLS_AES_128_GCM_SHA256`, for the access record.
    package var agreed: (version: String, suite: String) {
        let suite = unsafe SSL_CIPHER_get_name(SSL_get_current_cipher(session))
        return unsafe (
            String(cString: SSL_get_version(session)), suite.map { unsafe String(cString: $0) } ?? ""
        )
    }

    @unsafe private var session: OpaquePointer? { unsafe OpaquePointer(bitPattern: address) }

    /// What stopped a step. Bytes that moved before are reported first; an end is remembered and
    /// told next time.
    private mutating func stop(after result: Int32, moved count: Int = 0) -> Progress {
        let errno = shim_errno()
        let progress = unsafe Progress(error: SSL_get_error(session, result), errno)
        switch progress {
        case .closed, .failed: end = progress
        case .done, .wantsRead, .wantsWrite: break
        }
        return count > 0 ? .done(count) : progress
    }
}

/// What others left behind would be taken for the reason of a failure. Mostly there is nothing, and to look
/// costs less than to clear.
private func forgetErrors() { if ERR_peek_error() != 0 { ERR_clear_error() } }

/// How sessions write to their sockets; made once for the process and never freed.
@safe private struct WritingEnds: Sendable {
    private let address: UInt

    static let method = WritingEnds()

    private init() {
        address = unsafe UInt(bitPattern: shim_writing_end_method())
        precondition(address != 0, "OpenSSL has no memory for a method")
    }

    var pointer: OpaquePointer? { unsafe OpaquePointer(bitPattern: address) }
}
