import Locking
import Mail
import MemoryMail
import Portal
import Testing

/// Keeps the mails that the portal leaves, or refuses them; they also stand in a queue that nobody empties but the
/// test.
final class MailBox: Sendable {
    let queue: MailQueue
    private let state = Lock<(mails: [OutgoingMail], isBroken: Bool)>(([], false))

    init() throws { queue = try MailQueue(MemoryFolder()) }

    var mails: [OutgoingMail] { state.withLock { $0.mails } }

    /// From now on no mail is kept.
    func breakDown() { state.withLock { $0.isBroken = true } }

    /// The other way round.
    func mend() { state.withLock { $0.isBroken = false } }

    var outbox: Outbox {
        Outbox(queue: queue) { [self] mail in
            let isKept = state.withLock { state in
                if !state.isBroken { state.mails.append(mail) }
                return !state.isBroken
            }
            return isKept && queue.put(mail)
        }
    }

    /// What comes of everything that waits, as a mail server would say.
    func settle(_ trouble: MailTrouble?, at seconds: Int64) {
        while let letter = queue.next(at: seconds) { _ = queue.settle(letter, trouble, at: seconds) }
    }

    var latest: String { mails.last.map { String(decoding: $0.bytes, as: UTF8.self) } ?? "" }

    /// The path of the link in the latest mail.
    func link() throws -> String {
        let lines = latest.split(separator: "\r\n")
        let line = try #require(lines.first { $0.hasPrefix("https://") })
        return try #require(line.firstRange(of: "/invitations/").map { String(line[$0.lowerBound...]) })
    }
}
