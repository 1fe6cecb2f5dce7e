@testable import Mail

/// A mail server as a list of what it says; keeps what it is told.
struct ScriptedServer {
    private var lines: [String]
    private(set) var heard: [String] = []
    private(set) var verdicts: [SMTPDialogue.Verdict] = []
    private(set) var handshakes = 0
    private(set) var end: MailTrouble?

    /// Each line is said when we listen; the connection breaks off behind the last.
    init(_ lines: [String]) { self.lines = lines }

    /// Plays a conversation to its end, with these mails.
    mutating func meet(_ terms: SMTPTerms, _ letters: [Letter]) {
        var dialogue = SMTPDialogue(terms)
        var waiting = letters[...]
        while true {
            switch dialogue.move {
            case .send(let bytes):
                heard.append(String(decoding: bytes, as: UTF8.self))
                dialogue.sent()
            case .listen:
                guard !lines.isEmpty else { return end = MailTrouble(.hungUp) }
                dialogue.received(Array(lines.removeFirst().utf8))
            case .secure:
                handshakes += 1
                dialogue.secured()
            case .ready:
                if let letter = waiting.popFirst() { dialogue.begin(letter) } else { dialogue.quit() }
            case .settled(let verdict):
                verdicts.append(verdict)
                dialogue.goOn()
            case .over(let trouble): return end = trouble
            }
        }
    }

    /// What a conversation with these lines comes to.
    static func met(
        _ lines: [String], _ security: SMTPTerms.Security = .none, _ account: SMTPTerms.Account? = nil,
        _ letters: [Letter] = [.plain]
    ) -> ScriptedServer {
        var server = ScriptedServer(lines)
        server.meet(SMTPTerms(name: "portal.example", security: security, account: account), letters)
        return server
    }
}

extension Letter {
    static let plain = Letter.to("ana@northwind.example")

    static func to(_ address: String, _ text: String = "Subject: S\r\n\r\nHello.\r\n") -> Letter {
        Letter(id: 1, sender: "portal@agency.example", recipient: address, text: Array(text.utf8))
    }
}

extension SMTPTerms.Account {
    static let portal = SMTPTerms.Account(user: "portal", password: "secret")
}
