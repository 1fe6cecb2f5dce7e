import COpenSSL
import TLS
import Testing

@Suite("Handshakes")
struct HandshakeTests {
    private func context() throws -> ServerContext {
        try ServerContext(certificates: [
            Certificates.make("default.test"),
            Certificates.make("portal.example.com", "*.clients.example.com"),
            Certificates.make("special.clients.example.com"),
        ])
    }

    @Test(
        "TLS 1.2 and 1.3 are spoken, each with its first suite",
        arguments: [
            (TLS1_2_VERSION, "TLSv1.2", "ECDHE-ECDSA-AES256-GCM-SHA384"),
            (TLS1_3_VERSION, "TLSv1.3", "TLS_AES_256_GCM_SHA384"),
        ])
    func versions(maximum: Int32, version: String, suite: String) throws {
        var connection = try Connection(context(), ClientWish(maximum: maximum))
        #expect(connection.shakeHands() == .done(0))
        #expect(connection.server.agreed == (version, suite))
    }

    @Test("TLS 1.0 and 1.1 are refused", arguments: [TLS1_VERSION, TLS1_1_VERSION])
    func refusesOldVersions(maximum: Int32) throws {
        var connection = try Connection(context(), ClientWish(maximum: maximum))
        #expect(connection.shakeHands() == .failed(.protocolError(reason: "unsupported protocol")))
    }

    @Test(
        "the suites of the guideline are accepted in TLS 1.2",
        arguments: [
            "ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-ECDSA-CHACHA20-POLY1305",
        ])
    func suites(suite: String) throws {
        var connection = try Connection(context(), ClientWish(maximum: TLS1_2_VERSION, suites: suite))
        #expect(connection.shakeHands() == .done(0))
        #expect(connection.server.agreed.suite == suite)
    }

    @Test("the client's order of suites counts")
    func clientOrder() throws {
        let order = "ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-ECDSA-AES128-GCM-SHA256"
        var connection = try Connection(context(), ClientWish(maximum: TLS1_2_VERSION, suites: order))
        #expect(connection.shakeHands() == .done(0))
        #expect(connection.server.agreed.suite == "ECDHE-ECDSA-CHACHA20-POLY1305")
    }

    @Test(
        "suites without authentication of each record or forward secrecy are refused",
        arguments: ["ECDHE-ECDSA-AES128-SHA256", "ECDHE-ECDSA-AES128-CCM", "AES128-GCM-SHA256", "aNULL"])
    func refusesSuites(suite: String) throws {
        var connection = try Connection(context(), ClientWish(maximum: TLS1_2_VERSION, suites: suite))
        #expect(connection.shakeHands() == .failed(.protocolError(reason: "no shared cipher")))
    }

    @Test("three groups are offered, and no other", arguments: ["X25519", "P-256", "P-384"])
    func groups(group: String) throws {
        var connection = try Connection(context(), ClientWish(groups: group))
        #expect(connection.shakeHands() == .done(0))
        var other = try Connection(context(), ClientWish(groups: "P-521"))
        #expect(other.shakeHands() == .failed(.protocolError(reason: "no suitable key share")))
    }

    @Test(
        "http/1.1 is chosen from any list that has it, and no list is fine",
        arguments: [([], ""), (["http/1.1"], "http/1.1"), (["h2", "http/1.1", "x"], "http/1.1")])
    func protocols(offer: [String], chosen: String) throws {
        var connection = try Connection(context(), ClientWish(protocols: offer))
        #expect(connection.shakeHands() == .done(0))
        #expect(connection.client.chosenProtocol == chosen)
    }

    @Test(
        "a client that only speaks something else is told so", arguments: ["h2", "http/1.10", "http/1.", "x"])
    func refusesProtocols(offer: String) throws {
        var connection = try Connection(context(), ClientWish(protocols: [offer]))
        #expect(connection.shakeHands() == .failed(.protocolError(reason: "no application protocol")))
        #expect(connection.client.failure == "tlsv1 alert no application protocol")
    }

    @Test(
        "the certificate is the one for the host that the client names",
        arguments: [
            ("portal.example.com", "portal.example.com\n*.clients.example.com"),
            ("PORTAL.Example.COM", "portal.example.com\n*.clients.example.com"),
            ("acme.clients.example.com", "portal.example.com\n*.clients.example.com"),
            ("special.clients.example.com", "special.clients.example.com"),
            ("default.test", "default.test"), ("unknown.test", "default.test"),
            ("a.b.clients.example.com", "default.test"), ("clients.example.com", "default.test"),
            ("*.clients.example.com", "portal.example.com\n*.clients.example.com"),
        ])
    func serverNames(host: String, certificate: String) throws {
        for version in [TLS1_2_VERSION, TLS1_3_VERSION] {
            var connection = try Connection(context(), ClientWish(host: host, maximum: version))
            #expect(connection.shakeHands() == .done(0))
            #expect(connection.client.certificateHosts == certificate)
            #expect(connection.server.serverName == host.lowercased())
        }
    }

    @Test("a client that names no host gets the first certificate")
    func nameless() throws {
        var connection = try Connection(context())
        #expect(connection.shakeHands() == .done(0))
        #expect(connection.client.certificateHosts == "default.test")
        #expect(connection.server.serverName == nil)
    }

    @Test("the agreed protocol does not depend on the certificate")
    func protocolsOfOtherHosts() throws {
        let wish = ClientWish(host: "portal.example.com", protocols: ["http/1.1"])
        var connection = try Connection(context(), wish)
        #expect(connection.shakeHands() == .done(0))
        #expect(connection.client.chosenProtocol == "http/1.1")
        var other = try Connection(context(), ClientWish(host: "portal.example.com", protocols: ["h2"]))
        #expect(other.shakeHands() == .failed(.protocolError(reason: "no application protocol")))
    }

    @Test("nothing can be resumed", arguments: [TLS1_2_VERSION, TLS1_3_VERSION])
    func noTickets(version: Int32) throws {
        var connection = try Connection(context(), ClientWish(maximum: version))
        #expect(connection.shakeHands() == .done(0))
        #expect(connection.server.write([1]) == .done(1))
        #expect(connection.client.receive() == [1])
        #expect(!connection.client.hasTicket)
    }

    @Test("new sessions get the new certificate, while old ones live on")
    func replacement() throws {
        let context = try context()
        var old = try Connection(context)
        var midway = try Connection(context, ClientWish(host: "portal.example.com"))
        #expect(old.shakeHands() == .done(0))
        try context.replace([Certificates.make("renewed.test")])
        var new = try Connection(context)
        #expect(new.shakeHands() == .done(0))
        #expect(midway.shakeHands() == .done(0))
        #expect(new.client.certificateHosts == "renewed.test")
        #expect(midway.client.certificateHosts == "portal.example.com\n*.clients.example.com")
        #expect(old.client.certificateHosts == "default.test")
        #expect(old.client.send([1, 2, 3]))
        var bytes: [UInt8] = []
        #expect(old.server.read(into: &bytes, atMost: 100) == .done(3))
    }

    @Test("a bad replacement changes nothing")
    func refusedReplacement() throws {
        let context = try context()
        #expect(throws: TLSFailure.noCertificate) { try context.replace([]) }
        var connection = try Connection(context)
        #expect(connection.shakeHands() == .done(0))
        #expect(connection.client.certificateHosts == "default.test")
    }
}
