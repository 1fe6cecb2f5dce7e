/// Somebody who takes mails to a mail server; over the network, or as a test says.
package protocol MailCarrier: Sendable {
    /// Hands over one mail after the other, as long as `next` has one, and says of each what became of it.
    /// Blocks. Answers with what went wrong while no mail was under way, which concerns all of them.
    func carry(
        next: () -> Letter?, settle: (Letter, SMTPDialogue.Verdict) -> Void
    ) -> MailTrouble?
}

/// Speaks SMTP with one server, a conversation at a time.
package struct SMTPCarrier: MailCarrier {
    private let server: MailServer

    package init(_ server: MailServer) { self.server = server }

    package func carry(
        next: () -> Letter?, settle: (Letter, SMTPDialogue.Verdict) -> Void
    ) -> MailTrouble? {
        var letter: Letter?
        var dialogue = SMTPDialogue(server.terms)
        do throws(MailTrouble) {
            var line = try MailLine(to: server)
            while true {
                switch dialogue.move {
                case .ready:
                    letter = next()
                    if let letter { dialogue.begin(letter) } else { dialogue.quit() }
                case .settled(let verdict):
                    if let settled = letter { settle(settled, verdict) }
                    letter = nil
                    dialogue.goOn()
                case .over(let trouble):
                    if let trouble { throw trouble }
                    line.finish()
                    return nil
                case .send, .listen, .secure: try step(&dialogue, &line)
                }
            }
        } catch {
            guard let letter else { return dialogue.stage == .farewell ? nil : error }
            settle(letter, .failed(error))
            return nil
        }
    }

    /// What the wire has to do.
    private func step(_ dialogue: inout SMTPDialogue, _ line: inout MailLine) throws(MailTrouble) {
        switch dialogue.move {
        case .send(let bytes):
            try line.send(bytes, within: server.patience.text)
            dialogue.sent()
        case .secure:
            try line.secure(server)
            dialogue.secured()
        case .listen:
            let deadline = Deadline(seconds: server.patience.seconds(dialogue.stage))
            while dialogue.move == .listen { dialogue.received(try line.receive(until: deadline)) }
        case .ready, .settled, .over: break
        }
    }
}
