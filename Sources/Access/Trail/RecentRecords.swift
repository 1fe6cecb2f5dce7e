internal import Staffing

/// The newest records of each realm, for the page that shows them.
struct RecentRecords {
    private let limits: TrailLimits
    private var shelves: [Place: Shelf] = [:]
    private(set) var count = 0

    /// Ordinary pages, of which there are many, do not push out what somebody will ask about.
    private struct Place: Hashable {
        let realm: Realm
        let isNotable: Bool
    }

    init(limits: TrailLimits) { self.limits = limits }

    mutating func add(_ record: AccessRecord) {
        let place = Place(realm: record.realm, isNotable: record.isNotable)
        shelves[place, default: Shelf()].add(record)
        count += 1
        if let shelf = shelves[place], shelf.count > limits.recentPerRealm { removeOldest(place) }
        while count > limits.recent, let fullest = shelves.max(by: { $0.value.count < $1.value.count }) {
            // Several at once, so that looking for the fullest shelf stays rare.
            for _ in 0..<min(64, fullest.value.count) { removeOldest(fullest.key) }
        }
    }

    private mutating func removeOldest(_ place: Place) {
        shelves[place]?.removeOldest()
        count -= 1
    }

    /// The newest first.
    func newest(_ realm: Realm, of person: Viewer.Person?, limit: Int) -> [AccessRecord] {
        newest(in: realm, limit: limit) { person == nil || $0.person == person }
    }

    func notable(_ realm: Realm) -> [AccessRecord] {
        shelves[Place(realm: realm, isNotable: true)].map { $0.records.reversed() } ?? []
    }

    /// The same, of one realm or of all.
    func newest(
        in realm: Realm?, limit: Int, where matches: (AccessRecord) -> Bool
    ) -> [AccessRecord] {
        let chosen = shelves.filter { realm == nil || $0.key.realm == realm }.values
        let newest = chosen.flatMap { $0.records.reversed().lazy.filter(matches).prefix(limit) }
        // One shelf's records are in their order already; of two of one moment the later request is newer.
        if chosen.count == 1 { return newest }
        return Array(newest.sorted { ($0.at, $0.request) > ($1.at, $1.request) }.prefix(limit))
    }

    /// Each shelf's in their order.
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

extension AccessRecord {
    /// Whether it is kept at hand apart from ordinary pages. A sign-in that failed for nobody who is known is
    /// not: anybody can make those.
    fileprivate var isNotable: Bool {
        switch occasion {
        case .page: method != "GET"
        case .signInFailed: person != .nobody
        case .sensitive, .signedIn, .invited, .viewBegan, .viewed, .viewEnded, .approvedTogether:
            true
        }
    }
}
