/// What is known of one mail in the queue: to whom, how it stands, and what came of the last attempt.
package struct MailEntry: Hashable, Sendable {
    package let id: UInt64
    /// Seconds since 1970, like all moments here.
    package let written: Int64
    package let sender: String
    package let recipient: String
    package let addressee: Addressee?
    package internal(set) var standing = Standing.waiting(until: 0)
    package internal(set) var attempts = 0
    package internal(set) var trouble: MailTrouble?

    package enum Standing: Hashable, Sendable {
        case waiting(until: Int64)
        /// A mail server has taken it.
        case sent(at: Int64)
        /// Nobody tries any more.
        case ended(at: Int64, Ending)
    }

    /// The spellings are kept in files.
    package enum Ending: String, CaseIterable, Sendable {
        /// The server refused it for good.
        case refused
        /// It was tried for two days.
        case expired
        /// Somebody of the agency has stopped it.
        case givenUp = "given-up"
        /// A newer mail to the same person took its place.
        case replaced
        /// What it says does not hold any more: the person was removed, or has another address.
        case withdrawn
    }

    /// Seconds behind each attempt that failed; the last stands for all later ones.
    private static let pauses: [Int64] = [60, 5 * 60, 15 * 60, 3_600, 4 * 3_600]
    /// A mail that is older than this is given up with the next failure.
    static let patience: Int64 = 48 * 3_600

    package init(_ mail: OutgoingMail) {
        self.init(
            id: mail.id, written: mail.written, sender: mail.sender, recipient: mail.recipient,
            addressee: mail.addressee)
        standing = .waiting(until: mail.written)
    }

    init(id: UInt64, written: Int64, sender: String, recipient: String, addressee: Addressee?) {
        self.id = id
        self.written = written
        self.sender = sender
        self.recipient = recipient
        self.addressee = addressee
    }

    var fileName: String { OutgoingMail.name(id, written) + ".mail" }

    /// The older, the greater. Of those of one second, one whose place was taken is older than what took it.
    var age: (Int64, Int, UInt64) {
        let isReplaced = if case .ended(_, .replaced) = standing { true } else { false }
        return (-written, isReplaced ? 1 : 0, ~id)
    }

    package var isWaiting: Bool { if case .waiting = standing { true } else { false } }

    /// Whether the person has no mail of ours and will get none by itself.
    package var isUndelivered: Bool {
        switch standing {
        case .waiting: trouble != nil
        case .sent, .ended(_, .replaced): false
        case .ended(_, .refused), .ended(_, .expired), .ended(_, .givenUp), .ended(_, .withdrawn): true
        }
    }

    /// When it is tried next. A moment beyond the longest pause was set by a clock that ran ahead.
    func isDue(at now: Int64) -> Bool {
        guard case .waiting(let until) = standing else { return false }
        return until <= now || until > now + (Self.pauses.last ?? 0)
    }

    /// After an attempt: with no trouble it is sent.
    mutating func settle(_ trouble: MailTrouble?, at now: Int64) {
        attempts += 1
        self.trouble = trouble
        guard let trouble else {
            standing = .sent(at: now)
            return
        }
        if trouble.isForGood {
            standing = .ended(at: now, .refused)
        } else if now - written >= Self.patience {
            standing = .ended(at: now, .expired)
        } else {
            standing = .waiting(until: now + Self.pauses[min(attempts, Self.pauses.count) - 1])
        }
    }
}
