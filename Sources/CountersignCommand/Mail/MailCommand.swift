import Crypto
import Locking
import Mail
import Portal
import Unix

/// `countersign mail test`: sends one mail as the server would, and says what the mail server said.
enum MailCommand {
    static let grammar = Arguments.Grammar.common.adding(operands: 2...2)

    static func run(_ arguments: Arguments) throws(Complaint) {
        let settings = try ServerSettings(arguments)
        guard arguments.operands[0] == "test" else {
            throw .usage("mail takes test.", next: "countersign mail --help")
        }
        let address = arguments.operands[1]
        guard let to = Mailbox("", address) else {
            throw .usage("“\(address)” is not an address that mail can be sent to.")
        }
        guard let server = try settings.mail.server(name: settings.baseDomain, patience: .brief),
            let sender = settings.mail.sender, let from = Mailbox(settings.agencyName, sender)
        else {
            throw Complaint(
                "No mail server is configured.",
                why: settings.file.map { "\($0) names no mail-server." } ?? "No settings file was named.",
                next: "Name a file with --settings; Deploy/countersign.conf explains mail-server and its kin."
            )
        }
        let mail = MailMessage(
            from: from, to: to, subject: MailText("Test of the portal’s mail"),
            paragraphs: ["This mail was sent by “countersign mail test”. If you can read it, mail works."],
            written: SystemClock.wallMicroseconds() / 1_000_000, id: randomIdentifier(),
            domain: settings.baseDomain
        ).outgoing
        let place = "\(server.host), port \(server.port)"
        switch deliver(mail, to: server) {
        case .taken(let words): Console.print("\(place), took the mail to \(address): \(words)")
        case .failed(let trouble):
            throw Complaint(
                "\(place), did not take the mail to \(address).", why: English().mailTrouble(trouble),
                next: trouble.kind.remedy)
        }
    }

    private static func deliver(_ mail: OutgoingMail, to server: MailServer) -> SMTPDialogue.Verdict {
        var letters = [
            Letter(id: mail.id, sender: mail.sender, recipient: mail.recipient, text: mail.bytes)
        ]
        var verdict: SMTPDialogue.Verdict?
        let trouble = SMTPCarrier(server).carry(
            next: { letters.popLast() }, settle: { _, settled in verdict = settled })
        if let verdict { return verdict }
        return .failed(trouble ?? MailTrouble(.hungUp))
    }
}

extension MailTrouble.Kind {
    /// What the operator may look at.
    fileprivate var remedy: String {
        switch self {
        case .unreachable, .silent, .hungUp, .unreadable, .greetingRefused, .closing:
            "Check mail-server and mail-port, and that this machine may connect there."
        case .encryptionMissing, .encryptionRefused:
            "Check mail-security and mail-port: 587 usually goes with starttls, 465 with tls."
        case .untrusted:
            "mail-server must be a name in the certificate; name an authority of your own with mail-ca-file."
        case .signInMissing, .signInRefused: "Check mail-user and mail-password-file."
        case .delayed, .refused, .addressNotTaken, .tooLarge, .fileUnreadable:
            "Check the address and mail-from; the words in quotation marks are the mail server's."
        }
    }
}
