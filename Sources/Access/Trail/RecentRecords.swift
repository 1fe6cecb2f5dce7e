internal import Staffing

/// The newest records of each realm, for the page that shows them.
struct RecentRecords {
    private let limits: TrailLimits
    private var shelves: [Realm: Shelf] = [:]
    private(set) var count = 0

    init(limits: TrailLimits) { self.limits = limits }

    mutating func add(_ record: AccessRecord) {
        shelves[record.realm, default: Shelf()].add(record)
        count += 1
        if let shelf = shelves[record.realm], shelf.count > limits.recentPerRealm {
            removeOldest(record.realm)
        }
        while count > limits.recent, let fullest = shelves.max(by: { $0.value.count < $1.value.count }) {
            // Several at once, so that looking for the fullest shelf stays rare.
            for _ in 0..<min(64, fullest.value.count) { removeOldest(fullest.key) }
        }
    }

    private mutating func removeOldest(_ realm: Realm) {
        shelves[realm]?.removeOldest()
        count -= 1
    }

    /// The newest first.
    func newest(_ realm: Realm, of person: Viewer.Person?, limit: Int) -> [AccessRecord] {
        let records = shelves[realm]?.records ?? []
        return Array(records.reversed().lazy.filter { person == nil || $0.person == person }.prefix(limit))
    }

    /// The same, of one realm or of all.
    func newest(
        in realm: Realm?, limit: Int, where matches: (AccessRecord) -> Bool
    ) -> [AccessRecord] {
        let chosen = realm.map { shelves[$0].map { [$0] } ?? [] } ?? Array(shelves.values)
        let newest = chosen.flatMap { $0.records.reversed().lazy.filter(matches).prefix(limit) }
        // One realm's records are in their order already, and no two realms' have one among each other.
        return chosen.count == 1 ? newest : Array(newest.sorted { $0.at > $1.at }.prefix(limit))
    }

    /// Each realm's in their order.
    var all: [AccessRecord] { shelves.values.flatMap(\.records) }

    /// Takes at the end and gives at the front; what was given is dropped when it is half of all.
    private struct Shelf {
        private var kept: [AccessRecord] = []
        private var given = 0

        var count: Int { kept.count - given }
        var records: ArraySlice<AccessRecord> { kept[given...] }

        mutating func add(_ record: AccessRecord) { kept.append(record) }

        mutating func removeOldest() {
            given += 1
            guard given * 2 >= kept.count else { return }
            kept.removeFirst(given)
            given = 0
        }
    }
}
