import Testing

@testable import Mail

@Suite("Encryption and sign-in before a mail")
struct SecurityTests {
    private static let greeting = "220 mx.example ESMTP\r\n"
    private static let plainHello = "250-mx.example\r\n250 STARTTLS\r\n"
    private static let secureHello = "250-mx.example\r\n250 AUTH LOGIN PLAIN\r\n"
    private static let taken = ["250 ok\r\n", "250 ok\r\n", "354 go on\r\n", "250 ok\r\n", "221 bye\r\n"]

    @Test("STARTTLS comes before everything else, and the server is asked anew behind it")
    func startTLS() {
        let met = ScriptedServer.met(
            [Self.greeting, Self.plainHello, "220 go\r\n", Self.secureHello, "235 in\r\n"] + Self.taken,
            .startTLS, .portal)
        #expect(met.handshakes == 1)
        #expect(
            met.heard.prefix(4) == [
                "EHLO portal.example\r\n", "STARTTLS\r\n", "EHLO portal.example\r\n",
                "AUTH PLAIN AHBvcnRhbABzZWNyZXQ=\r\n",
            ])
        #expect(met.verdicts.count == 1)
    }

    @Test("implicit TLS shakes hands before the greeting")
    func implicit() {
        let met = ScriptedServer.met(
            [Self.greeting, Self.secureHello, "235 in\r\n"] + Self.taken, .tls, .portal)
        #expect(met.handshakes == 1)
        #expect(met.heard.first == "EHLO portal.example\r\n")
        #expect(met.verdicts.count == 1)
    }

    @Test("where STARTTLS is missing, or was taken out on the way, nothing is sent in the clear")
    func stripped() {
        let met = ScriptedServer.met(
            [Self.greeting, "250-mx.example\r\n250 AUTH PLAIN\r\n"], .startTLS, .portal)
        #expect(met.end?.kind == .encryptionMissing)
        #expect(met.heard == ["EHLO portal.example\r\n"])
        #expect(met.handshakes == 0)
    }

    @Test("STARTTLS that is refused", arguments: ["454 not now\r\n", "502 unknown\r\n"])
    func refusedTLS(line: String) {
        let met = ScriptedServer.met([Self.greeting, Self.plainHello, line], .startTLS)
        #expect(met.end?.kind == .encryptionRefused)
    }

    @Test("what is said in the clear behind the answer to STARTTLS is not believed afterwards")
    func injected() {
        let met = ScriptedServer.met(
            [Self.greeting, Self.plainHello, "220 go\r\n250-mx.example\r\n"], .startTLS)
        #expect(met.end?.kind == .unreadable)
        #expect(met.handshakes == 0)
        let early = ScriptedServer.met([Self.greeting, Self.plainHello + "220 go\r\n"], .startTLS)
        #expect(early.end?.kind == .unreadable)
    }

    @Test("what was offered in the clear counts for nothing behind TLS")
    func offersAnew() {
        let met = ScriptedServer.met(
            [Self.greeting, "250-mx\r\n250-STARTTLS\r\n250 AUTH PLAIN\r\n", "220 go\r\n", "250 mx\r\n"],
            .startTLS, .portal)
        #expect(met.end?.kind == .signInMissing)
    }

    @Test("LOGIN where there is no PLAIN")
    func login() {
        let met = ScriptedServer.met(
            [
                Self.greeting, "250-mx\r\n250 AUTH LOGIN\r\n", "334 VXNlcm5hbWU6\r\n",
                "334 UGFzc3dvcmQ6\r\n", "235 in\r\n",
            ] + Self.taken, .tls, .portal)
        #expect(met.heard[1...3] == ["AUTH LOGIN\r\n", "cG9ydGFs\r\n", "c2VjcmV0\r\n"])
        #expect(met.verdicts.count == 1)
    }

    @Test("a sign-in that is refused sends no mail", arguments: ["535 5.7.8 wrong\r\n", "334 more\r\n"])
    func refusedSignIn(line: String) {
        let met = ScriptedServer.met([Self.greeting, Self.secureHello, line], .tls, .portal)
        #expect(met.end?.kind == .signInRefused)
        #expect(!met.heard.contains { $0.hasPrefix("MAIL") })
        #expect(met.end?.isForGood == false)
    }

    @Test("only ways to sign in that we know")
    func unknownWays() {
        let met = ScriptedServer.met(
            [Self.greeting, "250-mx\r\n250 AUTH CRAM-MD5 XOAUTH2\r\n"], .tls, .portal)
        #expect(met.end?.kind == .signInMissing)
    }
}
