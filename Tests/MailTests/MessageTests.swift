import Testing

@testable import Mail

@Suite("Mails as they are written")
struct MessageTests {
    private func mail(to name: String, _ address: String, subject: String = "Hello") throws -> OutgoingMail {
        MailMessage(
            from: try #require(Mailbox("Meridian Staffing", "no-reply@agency.example")),
            to: try #require(Mailbox(name, address)), subject: MailText(subject),
            paragraphs: ["One.", "https://northwind.agency.example/invitations/x"],
            written: 784_111_777, id: 7, domain: "agency.example"
        ).outgoing
    }

    private func text(_ mail: OutgoingMail) -> String { String(decoding: mail.bytes, as: UTF8.self) }

    @Test("a mail is an internet message, and its file sorts by time")
    func message() throws {
        let mail = try mail(to: "Ana", "ana@northwind.example")
        #expect(mail.fileName == "784111777-0000000000007.eml")
        let lines = [
            "From: Meridian Staffing <no-reply@agency.example>", "To: Ana <ana@northwind.example>",
            "Subject: Hello", "Date: Sun, 06 Nov 1994 08:49:37 +0000",
            "Message-ID: <0000000000007@agency.example>", "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: 8bit", "", "One.", "",
            "https://northwind.agency.example/invitations/x", "", "",
        ]
        #expect(text(mail) == lines.joined(separator: "\r\n"))
    }

    @Test(
        "nothing that somebody typed begins a header or a line of its own",
        arguments: ["\r\n", "\n", "\r", "\u{85}", "\u{2028}", "\0", "\u{b}"])
    func injection(separator: String) throws {
        let evil = "Ana\(separator)Bcc: evil@evil.example\(separator)\(separator)Text"
        let written = text(try mail(to: evil, "ana@northwind.example", subject: evil))
        let unfolded = written.replacing("\r\n ", with: "")
        #expect(!unfolded.split(separator: "\r\n").contains { $0.hasPrefix("Bcc") })
        #expect(!written.unicodeScalars.contains { "\u{85}\u{2028}\0\u{b}".unicodeScalars.contains($0) })
        #expect(written.replacing("\r\n", with: "").allSatisfy { $0 != "\r" && $0 != "\n" })
        #expect(MailText(evil).text == "Ana Bcc: evil@evil.example Text")
    }

    @Test("names beyond ASCII travel as encoded words of at most 75 characters", arguments: [3, 60])
    func encodedWords(count: Int) throws {
        let name = String(repeating: "Żó", count: count)
        let written = MailText(name).header
        #expect(written.hasPrefix("=?UTF-8?Q?=C5=BB=C3=B3"))
        for word in written.split(separator: "\r\n ") {
            #expect(word.utf8.count <= 75)
            #expect(word.hasPrefix("=?UTF-8?Q?") && word.hasSuffix("?="))
        }
    }

    @Test(
        "an address that a header could misread is refused",
        arguments: [
            "a b@c.de", "a@b@c.de", "a..b@c.de", ".a@c.de", "a@c.de\r\nBcc: x@y.zz", "<a@c.de>", "a@[c.de]",
            "a\u{85}@c.de",
        ])
    func strangeAddresses(address: String) {
        #expect(Mailbox("Ana", address) == nil)
    }

    @Test(
        "usual and international addresses are taken",
        arguments: [
            "o'neil+x@c.de", "żaneta@c.de", "!#$%&'*+-/=?^_`{|}~@c.de", "a.b.c@d-e.f.gh", "1@2.de",
        ])
    func goodAddresses(address: String) {
        #expect(Mailbox("Ana", address)?.address == address)
    }

    @Test("long paragraphs are wrapped, a link is not")
    func wrapping() throws {
        let link = "https://northwind.agency.example/invitations/" + String(repeating: "x", count: 43)
        let message = MailMessage(
            from: try #require(Mailbox("A", "a@agency.example")),
            to: try #require(Mailbox("B", "b@agency.example")), subject: MailText("S"),
            paragraphs: [String(repeating: "word ", count: 60), link], written: 0, id: 1,
            domain: "agency.example")
        let lines = text(message.outgoing).split(separator: "\r\n")
        #expect(lines.contains { $0 == link })
        #expect(lines.allSatisfy { $0.count <= 76 || $0 == link })
    }
}
