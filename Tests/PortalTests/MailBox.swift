import Locking
import Portal
import Testing

/// Keeps the mails that the portal leaves, or refuses them.
final class MailBox: Sendable {
    private let state = Lock<(mails: [OutgoingMail], isBroken: Bool)>(([], false))

    var mails: [OutgoingMail] { state.withLock { $0.mails } }

    /// From now on no mail is kept.
    func breakDown() { state.withLock { $0.isBroken = true } }

    var outbox: Outbox {
        Outbox { [self] mail in
            state.withLock { state in
                if !state.isBroken { state.mails.append(mail) }
                return !state.isBroken
            }
        }
    }

    var latest: String { mails.last.map { String(decoding: $0.bytes, as: UTF8.self) } ?? "" }

    /// The path of the link in the latest mail.
    func link() throws -> String {
        let lines = latest.split(separator: "\r\n")
        let line = try #require(lines.first { $0.hasPrefix("https://") })
        return try #require(line.firstRange(of: "/invitations/").map { String(line[$0.lowerBound...]) })
    }
}
