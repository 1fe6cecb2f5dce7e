import Glibc
import Testing

@testable import TLS

/// Both ends of one connection, stepped in turn by one thread.
struct Connection: ~Copyable {
    let client: TestClient
    var server: ServerSession
    private let serverSocket: Int32
    private let clientSocket: Int32

    init(_ context: ServerContext, _ wish: ClientWish = ClientWish()) throws {
        _ = signal(SIGPIPE, SIG_IGN)
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
        try #require(unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0)
        let client = TestClient(wish, descriptor: ends[1])
        guard let client else { throw TLSFailure.library(reason: "no client") }
        self.client = client
        server = ServerSession(context: context, descriptor: ends[0])
        serverSocket = ends[0]
        clientSocket = ends[1]
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
