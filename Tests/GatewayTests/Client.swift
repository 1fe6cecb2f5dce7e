import COpenSSL
import Glibc

/// A browser's end of a connection, blocking, over loopback. It trusts everyone and waits ten seconds at
/// most.
@safe final class Client {
    struct Failure: Error { let reason: String }

    struct Answer {
        let status: Int
        let headers: [String: String]
        let body: [UInt8]
        var text: String { String(decoding: body, as: UTF8.self) }
    }

    private let socket: Int32
    private let context: OpaquePointer?
    private let session: OpaquePointer?
    private var unread: [UInt8] = []
    private var isClosed = false

    /// Without a handshake when `shakesHands` is false; without TLS when `speaksTLS` is.
    init(port: UInt16, host: String? = "localhost", speaksTLS: Bool = true, shakesHands: Bool = true) throws {
        socket = try Self.connect(port)
        guard speaksTLS else {
            unsafe (context, session) = (nil, nil)
            return
        }
        let context = unsafe SSL_CTX_new(TLS_client_method())
        let session = unsafe SSL_new(context)
        unsafe (self.context, self.session) = (context, session)
        _ = unsafe SSL_set_fd(session, socket)
        if let host {
            _ = unsafe host.withCString { name in
                unsafe SSL_ctrl(
                    session, SSL_CTRL_SET_TLSEXT_HOSTNAME, Int(TLSEXT_NAMETYPE_host_name),
                    UnsafeMutableRawPointer(mutating: name))
            }
        }
        if shakesHands, unsafe SSL_connect(session) != 1 { throw Failure(reason: "no handshake") }
    }

    deinit { hangUp() }

    /// Goes away without a word.
    func hangUp() {
        guard !isClosed else { return }
        isClosed = true
        unsafe SSL_free(session)
        unsafe SSL_CTX_free(context)
        _ = close(socket)
    }

    private static func connect(_ port: UInt16) throws -> Int32 {
        _ = signal(SIGPIPE, SIG_IGN)
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var patience = timeval(tv_sec: 40, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            _ = unsafe setsockopt(
                socket, SOL_SOCKET, option, &patience, socklen_t(MemoryLayout<timeval>.size))
        }
        var small: Int32 = 64 * 1_024
        _ = unsafe setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &small, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr = in_addr(s_addr: UInt32(0x7f00_0001).bigEndian)
        let result = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else {
            _ = close(socket)
            throw Failure(reason: "not connected")
        }
        return socket
    }

    func send(_ text: String) throws { try send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) throws {
        let count =
            if unsafe session != nil {
                unsafe Int(SSL_write(session, bytes, Int32(bytes.count)))
            } else {
                unsafe write(socket, bytes, bytes.count)
            }
        if count != bytes.count { throw Failure(reason: "sent \(count) of \(bytes.count) bytes") }
    }

    /// False at the end, whichever way it came.
    private func readMore() -> Bool {
        var piece = [UInt8](repeating: 0, count: 16_384)
        let count =
            if unsafe session != nil {
                unsafe Int(SSL_read(session, &piece, Int32(piece.count)))
            } else {
                unsafe read(socket, &piece, piece.count)
            }
        if count > 0 { unread += piece.prefix(count) }
        return count > 0
    }

    /// The next answer; `hasBody` is false for HEAD.
    func answer(hasBody: Bool = true) throws -> Answer {
        var end = Self.headEnd(unread)
        while end == nil {
            guard readMore() else { throw Failure(reason: "ended before an answer") }
            end = Self.headEnd(unread)
        }
        let head = String(decoding: unread[..<(end ?? 0)], as: UTF8.self).split(separator: "\r\n")
        unread.removeFirst((end ?? 0) + 4)
        var headers: [String: String] = [:]
        for line in head.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            headers[String(parts[0])] = String(parts[1].dropFirst())
        }
        let length = hasBody ? Int(headers["content-length"] ?? "0") ?? 0 : 0
        while unread.count < length {
            guard readMore() else { throw Failure(reason: "ended within an answer") }
        }
        let body = Array(unread[..<length])
        unread.removeFirst(length)
        let status = Int(head[0].split(separator: " ")[1]) ?? 0
        return Answer(status: status, headers: headers, body: body)
    }

    func get(_ path: String, host: String = "localhost") throws -> Answer {
        try send("GET \(path) HTTP/1.1\r\nhost: \(host)\r\n\r\n")
        return try answer()
    }

    /// Says that nothing more will be sent, in TLS and in TCP, and goes on reading.
    func finishSending() {
        if unsafe session != nil { _ = unsafe SSL_shutdown(session) }
        _ = shutdown(socket, Int32(SHUT_WR))
    }

    /// Whatever still comes, until the end.
    func readToEnd() -> [UInt8] {
        while readMore() {}
        defer { unread = [] }
        return unread
    }

    /// Whether the server said in TLS that this is the end, so that nothing was cut off.
    var wasToldGoodbye: Bool {
        unsafe session == nil || SSL_get_shutdown(session) & SSL_RECEIVED_SHUTDOWN != 0
    }

    private static func headEnd(_ bytes: [UInt8]) -> Int? {
        let end = Array("\r\n\r\n".utf8)
        guard bytes.count >= end.count else { return nil }
        return (0...(bytes.count - end.count)).first { bytes[$0] == 13 && bytes[$0..<($0 + 4)] == end[...] }
    }
}
