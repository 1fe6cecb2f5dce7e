/// All mails of the queue as the process knows them. What is in somebody's hand nobody else may change: its
/// file is being written, or it is on its way.
struct MailBook {
    private(set) var entries: [UInt64: MailEntry] = [:]
    private var inHand: Set<UInt64> = []
    private var latest: [Addressee: UInt64] = [:]

    /// Mails that wait at a time; beyond them none is taken.
    static let mostWaiting = 20_000
    /// Settled mails that the list still shows, and for how long.
    static let mostSettled = 5_000
    static let keptSeconds: Int64 = 30 * 86_400

    var waitingCount: Int { entries.values.count { $0.isWaiting } }

    subscript(id: UInt64) -> MailEntry? { entries[id] }

    func latest(for addressee: Addressee) -> MailEntry? { latest[addressee].flatMap { entries[$0] } }

    mutating func add(_ entry: MailEntry) {
        entries[entry.id] = entry
        guard let addressee = entry.addressee else { return }
        if let known = self.latest(for: addressee), known.written > entry.written { return }
        latest[addressee] = entry.id
    }

    /// Nothing when it is not there, or in somebody's hand.
    mutating func take(_ id: UInt64) -> MailEntry? {
        guard let entry = entries[id], inHand.insert(id).inserted else { return nil }
        return entry
    }

    mutating func putBack(_ entry: MailEntry) {
        entries[entry.id] = entry
        inHand.remove(entry.id)
    }

    func hasDue(at now: Int64) -> Bool { entries.values.contains { isDue($0, now) } }

    /// The mail that is longest due, into the caller's hand.
    mutating func takeDue(at now: Int64) -> MailEntry? {
        entries.values.filter { isDue($0, now) }
            .min { ($0.standing.moment, $0.id) < ($1.standing.moment, $1.id) }
            .flatMap { take($0.id) }
    }

    /// All that is due, in one look at the book.
    mutating func takeAllDue(at now: Int64) -> [MailEntry] {
        let due = entries.values.filter { isDue($0, now) }
        inHand.formUnion(due.map(\.id))
        return due
    }

    private func isDue(_ entry: MailEntry, _ now: Int64) -> Bool {
        entry.isDue(at: now) && !inHand.contains(entry.id)
    }

    /// What still waits for the same person, but for one.
    func waiting(for addressee: Addressee, besides id: UInt64? = nil) -> [UInt64] {
        entries.values.filter { $0.addressee == addressee && $0.id != id && $0.isWaiting }.map(\.id)
    }

    /// Drops what is settled for long, and the oldest where there is too much; the files are the caller's.
    mutating func dropOld(at now: Int64) -> [MailEntry] {
        let settled = entries.values.filter { !$0.isWaiting && !inHand.contains($0.id) }
            .sorted { $0.standing.moment > $1.standing.moment }
        let old = settled.enumerated().filter { place, entry in
            place >= Self.mostSettled || entry.standing.moment < now - Self.keptSeconds
        }.map(\.element)
        for entry in old {
            entries[entry.id] = nil
            if let addressee = entry.addressee, latest[addressee] == entry.id { latest[addressee] = nil }
        }
        return old
    }
}
