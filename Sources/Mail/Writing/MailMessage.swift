import Crypto

/// A mail in plain text, before it is written out.
package struct MailMessage: Sendable {
    let from: Mailbox
    let to: Mailbox
    let subject: MailText
    /// Each is a paragraph; long ones are wrapped, a link without spaces stays whole.
    let paragraphs: [String]
    /// Seconds since 1970.
    let written: Int64
    /// Random: names the mail and its file.
    let id: UInt64
    /// What the mail's identifier ends with.
    let domain: String
    let addressee: Addressee?

    private static let width = 76

    package init(
        from: Mailbox, to: Mailbox, subject: MailText, paragraphs: [String], written: Int64, id: UInt64,
        domain: String, addressee: Addressee? = nil
    ) {
        self.from = from
        self.to = to
        self.subject = subject
        self.paragraphs = paragraphs
        self.written = written
        self.id = id
        self.domain = domain
        self.addressee = addressee
    }

    package var outgoing: OutgoingMail {
        let name = Base32Crockford.encode(id)
        let date = MailDate(secondsSince1970: written).text
        let headers = [
            "From: \(from.header)", "To: \(to.header)", "Subject: \(subject.header)", "Date: \(date)",
            "Message-ID: <\(name)@\(domain)>", "Auto-Submitted: auto-generated", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit",
        ]
        let body = paragraphs.flatMap { Self.wrapped($0) + [""] }
        let text = (headers + [""] + body).map { $0 + "\r\n" }.joined()
        return OutgoingMail(
            id: id, written: written, sender: from.address, recipient: to.address, addressee: addressee,
            bytes: Array(text.utf8))
    }

    /// Lines of at most `width` characters, unless a single word is longer.
    private static func wrapped(_ paragraph: String) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in paragraph.split(whereSeparator: \.isWhitespace) {
            if !line.isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? String(word) : " " + word
        }
        return lines + [line]
    }
}
