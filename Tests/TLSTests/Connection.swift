import Glibc
import Testing

@testable import TLS

/// Both ends of one connection, stepped in turn by one thread.
struct Connection: ~Copyable {
    let client: TestClient
    var server: ServerSession
    private let serverSocket: Int32
    private let clientSocket: Int32

    init(_ context: ServerContext, _ wish: ClientWish = ClientWish(), overTCP: Bool = false) throws {
        _ = signal(SIGPIPE, SIG_IGN)
        let ends = try overTCP ? Self.connected() : Self.paired()
        let client = TestClient(wish, descriptor: ends[1])
        guard let client else { throw TLSFailure.library(reason: "no client") }
        self.client = client
        server = ServerSession(context: context, descriptor: ends[0])
        serverSocket = ends[0]
        clientSocket = ends[1]
    }

    private static let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue)

    private static func paired() throws -> [Int32] {
        var ends: [Int32] = [-1, -1]
        try #require(unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0)
        return ends
    }

    /// Over loopback, which knows packets.
    private static func connected() throws -> [Int32] {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { _ = close(listener) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr = in_addr(s_addr: UInt32(0x7f00_0001).bigEndian)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let client = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        let isConnected = unsafe withUnsafeMutablePointer(to: &address) { place in
            unsafe place.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
                unsafe bind(listener, place, length) == 0 && listen(listener, 1) == 0
                    && getsockname(listener, place, &length) == 0 && connect(client, place, length) == 0
            }
        }
        try #require(isConnected)
        let ends = [accept(listener, nil, nil), client]
        var on: Int32 = 1
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = unsafe setsockopt(end, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(4))
        }
        return ends
    }

    deinit {
        _ = close(serverSocket)
        _ = close(clientSocket)
    }

    /// What the server makes of the handshake.
    mutating func shakeHands() -> Progress {
        var progress = Progress.wantsRead
        for _ in 0..<10 {
            let clientIsDone = client.handshake()
            progress = server.handshake()
            switch progress {
            case .done where clientIsDone: return progress
            case .closed, .failed:
                _ = client.handshake()
                return progress
            case .done, .wantsRead, .wantsWrite: continue
            }
        }
        return progress
    }

    /// Bytes that are no TLS.
    func sendPlain(_ bytes: [UInt8]) { _ = unsafe Glibc.write(clientSocket, bytes, bytes.count) }

    /// The client's socket dies without a word.
    func cutClient() { _ = Glibc.shutdown(clientSocket, Int32(SHUT_RDWR)) }
}

/// Certificates for tests, made once: 2026-01-01, 90 days.
enum Certificates {
    static let start: Int64 = 1_767_225_600

    static func make(_ hosts: String..., named name: String? = nil) throws(TLSFailure) -> HostCertificate {
        let made = try makeSelfSignedCertificate(hosts: hosts, notBefore: start, days: 90)
        return HostCertificate(
            name: name ?? hosts[0], certificatePEM: made.certificatePEM, privateKeyPEM: made.privateKeyPEM)
    }
}
