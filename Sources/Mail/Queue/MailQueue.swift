import Locking
package import Unix

/// Mails until they are delivered or given up, each a file of its own: after a crash everything goes on where
/// it stood. Calls that change something block on the disk.
///
/// A mail can go out twice in one case: the server has taken it, and the process or the disk fails before
/// that is written down. Both copies have the same Message-ID.
package final class MailQueue: Sendable {
    private let folder: any MailFolder
    private let book = Lock(MailBook())
    /// Files that nobody could read at the start. They are left alone.
    package let strangers: [String]

    private static let suffix = ".mail"

    package init(_ folder: any MailFolder) throws(Errno) {
        self.folder = folder
        var strangers: [String] = []
        var entries: [MailEntry] = []
        for name in try folder.names() where name.hasSuffix(Self.suffix) {
            if let record = MailRecord(try folder.read(name)), record.entry.fileName == name {
                entries.append(record.entry)
            } else {
                strangers.append(name)
            }
        }
        self.strangers = strangers
        let known = entries.sorted { $0.age > $1.age }
        book.withLock { book in for entry in known { book.add(entry) } }
    }

    /// True once the mail is on disk; false where it cannot be kept.
    package func put(_ mail: OutgoingMail) -> Bool {
        let entry = MailEntry(mail)
        guard book.withLock({ $0.waitingCount < MailBook.mostWaiting }) else { return false }
        guard write(entry, mail.bytes) else { return false }
        let older = book.withLock { book in
            book.add(entry)
            return mail.addressee.map { book.waiting(for: $0, besides: mail.id) } ?? []
        }
        for id in older { _ = end(id, .replaced, at: mail.written) }
        return true
    }

    /// The newest first.
    package var all: [MailEntry] {
        book.withLock { Array($0.entries.values) }.sorted { $0.age < $1.age }
    }

    package func latest(for addressee: Addressee) -> MailEntry? {
        book.withLock { $0.latest(for: addressee) }
    }

    /// Whether a mail of that number was ever put here, as far back as is kept.
    package func knows(_ id: UInt64) -> Bool { book.withLock { $0[id] } != nil }

    /// What came of a wish of the staff.
    package enum Change: Sendable { case done, unknown, settledAlready, onItsWay, notRecorded }

    /// Lets a waiting mail be tried at once.
    package func hurry(_ id: UInt64, at now: Int64) -> Change {
        change(id) { $0.standing = .waiting(until: now) }
    }

    package func giveUp(_ id: UInt64, at now: Int64) -> Change { end(id, .givenUp, at: now) }

    /// Stops what still waits for somebody, because it does not hold any more.
    package func withdraw(_ addressee: Addressee, at now: Int64) {
        for id in book.withLock({ $0.waiting(for: addressee) }) { _ = end(id, .withdrawn, at: now) }
    }

    private func end(_ id: UInt64, _ ending: MailEntry.Ending, at now: Int64) -> Change {
        change(id) { $0.standing = .ended(at: now, ending) }
    }

    /// Changes a mail that waits and is in nobody's hand.
    private func change(_ id: UInt64, _ edit: (inout MailEntry) -> Void) -> Change {
        guard let known = book.withLock({ $0[id] }) else { return .unknown }
        guard known.isWaiting else { return .settledAlready }
        guard let before = book.withLock({ $0.take(id) }) else { return .onItsWay }
        guard before.isWaiting else {
            book.withLock { $0.putBack(before) }
            return .settledAlready
        }
        var after = before
        edit(&after)
        let isKept = write(after, text(of: before) ?? [])
        book.withLock { $0.putBack(isKept ? after : before) }
        return isKept ? .done : .notRecorded
    }

    private func write(_ entry: MailEntry, _ text: [UInt8]) -> Bool {
        do throws(Errno) {
            try folder.write(MailRecord(entry, text: text).bytes, to: entry.fileName)
            return true
        } catch {
            return false
        }
    }

    private func text(of entry: MailEntry) -> [UInt8]? {
        do throws(Errno) { return MailRecord(try folder.read(entry.fileName))?.text } catch { return nil }
    }
}

/// For whoever delivers.
extension MailQueue {
    package func hasDue(at now: Int64) -> Bool { book.withLock { $0.hasDue(at: now) } }

    /// The mail that is longest due, which is in the caller's hand until it is settled.
    package func next(at now: Int64) -> Letter? {
        while let entry = takeDue(at: now) {
            if let text = text(of: entry), !text.isEmpty {
                return Letter(
                    id: entry.id, sender: entry.sender, recipient: entry.recipient, text: text)
            }
            _ = settle(entry, [], MailTrouble(.fileUnreadable), at: now)
        }
        return nil
    }

    private func takeDue(at now: Int64) -> MailEntry? {
        book.withLock { $0.takeDue(at: now) }
    }

    /// What a mail has become, and whether that is on disk: if not, a restart may send it again.
    package struct Settled: Sendable {
        package let entry: MailEntry
        package let isRecorded: Bool
    }

    /// Notes how the attempt with a mail in the caller's hand ended.
    package func settle(_ letter: Letter, _ trouble: MailTrouble?, at now: Int64) -> Settled? {
        guard let entry = book.withLock({ $0[letter.id] }) else { return nil }
        return settle(entry, letter.text, trouble, at: now)
    }

    /// Notes for all that is due that nothing can be delivered at the moment.
    package func delayDue(_ trouble: MailTrouble, at now: Int64) -> [Settled] {
        book.withLock { $0.takeAllDue(at: now) }
            .map { settle($0, text(of: $0) ?? [], trouble, at: now) }
    }

    private func settle(
        _ entry: MailEntry, _ text: [UInt8], _ trouble: MailTrouble?, at now: Int64
    ) -> Settled {
        var after = entry
        after.settle(trouble, at: now)
        let isRecorded = write(after, text)
        book.withLock { $0.putBack(after) }
        return Settled(entry: after, isRecorded: isRecorded)
    }

    /// Forgets what has been settled for long.
    package func tidy(at now: Int64) {
        for entry in book.withLock({ $0.dropOld(at: now) }) {
            // A file that stays comes back with the next start, and goes with the next tidying.
            try? folder.remove(entry.fileName)
        }
    }
}
