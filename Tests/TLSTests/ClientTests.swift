import Glibc
import Testing

@testable import TLS

@Suite("A client that verifies")
struct ClientTests {
    /// What the client makes of a server with that certificate, whom it trusts and asks for by that name.
    private func meet(
        _ certificate: HostCertificate, trusting authorities: [UInt8], as host: String
    ) throws -> Progress {
        _ = signal(SIGPIPE, SIG_IGN)
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
        try #require(unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0)
        defer { for end in ends { _ = close(end) } }
        let context = try ServerContext(certificates: [certificate])
        var server = ServerSession(context: context, descriptor: ends[0])
        let trust = try ClientContext(authorities: authorities, of: "authorities")
        var client = try ClientSession(context: trust, host: host, descriptor: ends[1])
        for _ in 0..<10 {
            let progress = client.handshake()
            if case .failed = progress { return progress }
            if server.handshake() == .done(0), progress == .done(0) {
                return try exchange(&client, &server)
            }
        }
        return .wantsRead
    }

    /// Bytes there and back.
    private func exchange(_ client: inout ClientSession, _ server: inout ServerSession) throws -> Progress {
        #expect(client.write(Array("hello".utf8), from: 0) == .done(5))
        var heard: [UInt8] = []
        #expect(server.read(into: &heard, atMost: 100) == .done(5))
        #expect(server.write(heard) == .done(5))
        var back: [UInt8] = []
        #expect(client.read(into: &back, atMost: 100) == .done(5))
        #expect(client.read(into: &back, atMost: 100) == .wantsRead)
        #expect(back == Array("hello".utf8))
        server.shutdown()
        #expect(client.read(into: &back, atMost: 100) == .closed)
        client.shutdown()
        return .done(0)
    }

    private func made(_ hosts: String..., days: Int = 30, ago: Int64 = 86_400) throws -> HostCertificate {
        let begin = Int64(time(nil)) - ago
        let made = try makeSelfSignedCertificate(hosts: hosts, notBefore: begin, days: days)
        return HostCertificate(
            name: hosts[0], certificatePEM: made.certificatePEM, privateKeyPEM: made.privateKeyPEM)
    }

    @Test(
        "a server is believed whose authority is known and whose certificate has the name",
        arguments: ["mx.example", "MX.example"])
    func believed(host: String) throws {
        let certificate = try made("mx.example")
        #expect(try meet(certificate, trusting: certificate.certificatePEM, as: host) == .done(0))
    }

    @Test("a star stands for one whole label")
    func star() throws {
        let certificate = try made("*.mx.example")
        let trusted = certificate.certificatePEM
        #expect(try meet(certificate, trusting: trusted, as: "a.mx.example") == .done(0))
        #expect(try reason(meet(certificate, trusting: trusted, as: "a.b.mx.example")) == "hostname mismatch")
    }

    @Test("any other name is refused", arguments: ["other.example", "example", "127.0.0.1"])
    func otherName(host: String) throws {
        let certificate = try made("mx.example")
        let reason = try reason(meet(certificate, trusting: certificate.certificatePEM, as: host))
        #expect(reason?.hasSuffix("mismatch") == true)
    }

    @Test("an authority that nobody knows is refused")
    func unknownAuthority() throws {
        let (certificate, other) = (try made("mx.example"), try made("mx.example"))
        #expect(
            try reason(meet(certificate, trusting: other.certificatePEM, as: "mx.example"))?
                .contains("certificate") == true)
        #expect(try reason(meet(certificate, trusting: [], as: "mx.example")) != nil)
    }

    @Test("a certificate that is over is refused")
    func expired() throws {
        let certificate = try made("mx.example", days: 1, ago: 10 * 86_400)
        #expect(
            try reason(meet(certificate, trusting: certificate.certificatePEM, as: "mx.example"))
                == "certificate has expired")
    }

    @Test("a file of authorities must hold certificates", arguments: ["", "hello\n"])
    func noAuthorities(text: String) throws {
        let bytes = Array((text + "\n").utf8)
        #expect(throws: TLSFailure.self) { try ClientContext(authorities: bytes, of: "ca.pem") }
    }

    private func reason(_ progress: Progress) -> String? {
        if case .failed(.untrusted(let reason)) = progress { reason } else { nil }
    }
}
