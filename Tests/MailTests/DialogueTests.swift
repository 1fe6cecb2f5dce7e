import Testing

@testable import Mail

@Suite("What is said to a mail server")
struct DialogueTests {
    private static let greeting = "220 mx.example ESMTP\r\n"
    private static let hello = "250-mx.example\r\n250-8BITMIME\r\n250-SIZE 10000\r\n250 SMTPUTF8\r\n"
    private static let taken = [
        "250 2.1.0 ok\r\n", "250 2.1.5 ok\r\n", "354 go on\r\n", "250 2.0.0 queued as 7\r\n",
    ]
    private static let bye = "221 bye\r\n"

    @Test("a mail goes out in the order of RFC 5321")
    func order() {
        let met = ScriptedServer.met([Self.greeting, Self.hello] + Self.taken + [Self.bye])
        #expect(
            met.heard == [
                "EHLO portal.example\r\n", "MAIL FROM:<portal@agency.example> SIZE=22\r\n",
                "RCPT TO:<ana@northwind.example>\r\n", "DATA\r\n", "Subject: S\r\n\r\nHello.\r\n.\r\n",
                "QUIT\r\n",
            ])
        #expect(met.verdicts == [.taken("250 2.0.0 queued as 7")])
        #expect(met.end == nil)
    }

    @Test("several mails share a conversation, and a refused one is cleared away before the next")
    func several() {
        let refused = ["250 ok\r\n", "550 5.1.1 no such user\r\n", "250 reset\r\n"]
        let met = ScriptedServer.met(
            [Self.greeting, Self.hello] + refused + Self.taken + [Self.bye], .none, nil,
            [.to("nobody@northwind.example"), .plain])
        #expect(met.verdicts.map(\.trouble?.kind) == [.refused, nil])
        #expect(met.verdicts[0].trouble?.code == 550)
        #expect(met.verdicts[0].trouble?.words == "5.1.1 no such user")
        #expect(met.heard.contains("RSET\r\n"))
    }

    @Test("a reply comes in any pieces")
    func pieces() {
        let all = [Self.greeting, Self.hello] + Self.taken + [Self.bye]
        let met = ScriptedServer.met(all.flatMap { $0.unicodeScalars.map { String($0) } })
        #expect(met.verdicts.map(\.trouble) == [nil])
    }

    @Test(
        "refusals of one mail: for now or for good",
        arguments: zip(
            [1, 2, 3, 4, 1, 2, 3, 4], ["450", "451", "452", "421", "550", "551", "554", "552"]))
    func refusals(step: Int, code: String) {
        var lines = Self.taken
        lines[step - 1] = "\(code) no\r\n"
        let met = ScriptedServer.met([Self.greeting, Self.hello] + lines.prefix(step) + ["250 reset\r\n"])
        if code == "421" {
            #expect(met.end?.kind == .closing)
            #expect(met.verdicts.isEmpty)
        } else {
            #expect(met.verdicts.first?.trouble?.isForGood == (code.first == "5"))
        }
    }

    @Test("421 ends the conversation wherever it comes", arguments: 0...5)
    func closing(step: Int) {
        var lines = [Self.greeting, Self.hello] + Self.taken
        lines[step] = "421 4.3.2 closing\r\n"
        let met = ScriptedServer.met(Array(lines.prefix(step + 1)))
        #expect(met.end?.kind == .closing)
        #expect(met.end?.isForGood == false)
    }

    @Test("where we may not send at all, the mail is not to blame", arguments: ["530", "535", "538"])
    func notAllowed(code: String) {
        let met = ScriptedServer.met([Self.greeting, Self.hello, "\(code) sign in first\r\n"])
        #expect(met.end?.kind == .signInRefused)
        #expect(met.verdicts.isEmpty)
    }

    @Test("a server that does not greet is left alone", arguments: ["554 go away\r\n", "250 hello\r\n"])
    func greeting(line: String) {
        let met = ScriptedServer.met([line])
        #expect(met.end?.kind == .greetingRefused)
        #expect(met.heard.isEmpty)
    }

    @Test(
        "what is no reply of SMTP ends the conversation",
        arguments: [
            "hello\r\n", "22 short\r\n", "220 bare line feed\n", "220 two\rthings\r\n", "620 no such\r\n",
            "220-one\r\n221 other\r\n", "220+x\r\n", "HTTP/1.1 400 Bad Request\r\n", "220 \0\r\n",
            "220 " + String(repeating: "x", count: 2_100),
            String(repeating: "220-more\r\n", count: 101),
        ])
    func unreadable(line: String) {
        #expect(ScriptedServer.met([line]).end?.kind == .unreadable)
    }

    @Test("an address beyond ASCII needs a server that takes it")
    func unicodeAddresses() {
        let without = "250-mx.example\r\n250 8BITMIME\r\n"
        let refused = ScriptedServer.met(
            [Self.greeting, without, Self.bye], .none, nil, [.to("żaneta@northwind.example")])
        #expect(refused.verdicts.map(\.trouble?.kind) == [.addressNotTaken])
        #expect(!refused.heard.contains { $0.hasPrefix("MAIL") })
        let taken = ScriptedServer.met(
            [Self.greeting, Self.hello] + Self.taken + [Self.bye], .none, nil,
            [.to("żaneta@northwind.example")])
        #expect(taken.heard[1] == "MAIL FROM:<portal@agency.example> SIZE=22 SMTPUTF8\r\n")
        #expect(taken.heard[2] == "RCPT TO:<żaneta@northwind.example>\r\n")
    }

    @Test("a mail that the server finds too large is not sent")
    func tooLarge() {
        let small = "250-mx.example\r\n250 SIZE 10\r\n"
        let met = ScriptedServer.met([Self.greeting, small, Self.bye])
        #expect(met.verdicts.map(\.trouble?.kind) == [.tooLarge])
    }

    @Test("text beyond ASCII goes as it is, or in base64 to a server of seven bits")
    func eightBits() {
        let text = "Subject: S\r\nContent-Transfer-Encoding: 8bit\r\n\r\nGrüße – “hello”\r\n"
        let eight = ScriptedServer.met(
            [Self.greeting, Self.hello] + Self.taken + [Self.bye], .none, nil, [.to("a@b.example", text)])
        #expect(eight.heard[1].contains("BODY=8BITMIME"))
        #expect(eight.heard[4] == text + ".\r\n")
        let seven = ScriptedServer.met(
            [Self.greeting, "250 mx.example\r\n"] + Self.taken + [Self.bye], .none, nil,
            [.to("a@b.example", text)])
        #expect(!seven.heard[1].contains("BODY"))
        #expect(seven.heard[4].utf8.allSatisfy { $0 < 0x80 })
        #expect(seven.heard[4].contains("Content-Transfer-Encoding: base64\r\n\r\nR3LDvMOfZSDigJMg"))
    }

    @Test("no line of a text ends it, and every line ends with CRLF")
    func stuffing() {
        let text = "S: x\r\n\r\n.\r\n.dot\r\nbare\n.\rlast"
        let sent = String(decoding: SMTPText.stuffed(Array(text.utf8)), as: UTF8.self)
        #expect(sent == "S: x\r\n\r\n..\r\n..dot\r\nbare\r\n..\r\nlast\r\n.\r\n")
    }
}
