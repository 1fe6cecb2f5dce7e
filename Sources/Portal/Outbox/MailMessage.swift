import Crypto
import HTTP
import Staffing

/// A mail in plain text, before it is written out.
struct MailMessage: Sendable {
    let from: Mailbox
    let to: Mailbox
    let subject: MailText
    /// Each is a paragraph; long ones are wrapped, a link without spaces stays whole.
    let paragraphs: [String]
    let sent: Moment
    /// Random: names the mail and its file.
    let id: UInt64
    /// What the mail's identifier ends with.
    let domain: String

    private static let width = 76

    var outgoing: OutgoingMail {
        let name = Base32Crockford.encode(id)
        // HTTP writes the zone as a name, which mail counts as obsolete (RFC 5322 section 4.3).
        let date = HTTPDate(secondsSince1970: sent.seconds).text.dropLast(3) + "+0000"
        let headers = [
            "From: \(from.header)", "To: \(to.header)", "Subject: \(subject.header)", "Date: \(date)",
            "Message-ID: <\(name)@\(domain)>", "Auto-Submitted: auto-generated", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit",
        ]
        let body = paragraphs.flatMap { Self.wrapped($0) + [""] }
        let text = (headers + [""] + body).map { $0 + "\r\n" }.joined()
        return OutgoingMail(fileName: "\(sent.seconds)-\(name).eml", bytes: Array(text.utf8))
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
