/// The timesheets of one worksite in the order of its lists, so that a page of one is found without a look at
/// the others: newest week first, within it those that need a look, then by worker's name and number.
package struct SheetShelf: Sendable {
    package private(set) var count = 0
    /// Those that need no look.
    package private(set) var cleanCount = 0
    /// Newest first; none is empty.
    private var weeks: [Week] = []

    struct Week: Sendable {
        let day: Day
        var flagged: [Entry] = []
        var clean: [Entry] = []

        var count: Int { flagged.count + clean.count }
    }

    /// It holds no name: names are compared only when a sheet comes or goes.
    struct Entry: Hashable, Sendable {
        let sheet: TimesheetID
        let worker: WorkerID
    }

    /// Where an entry stands.
    struct Place: Hashable, Sendable {
        let week: Day
        let isClean: Bool
        let entry: Entry
    }

    package var days: [Day] { weeks.map(\.day) }

    /// The newest week before another; the newest of all for nil.
    package func day(before day: Day?) -> Day? {
        let index = day.map { day in weeks.partitioningIndex { $0.day < day } } ?? 0
        return index < weeks.count ? weeks[index].day : nil
    }

    /// How many sheets of a week stand here.
    package func count(of day: Day) -> Int { week(day)?.count ?? 0 }

    /// The sheets of a week in their order, without the first so many.
    package func sheets(of day: Day, dropping dropped: Int = 0) -> some Sequence<TimesheetID> {
        let week = week(day)
        let flagged = week?.flagged ?? []
        let clean = week?.clean ?? []
        return [flagged.dropFirst(dropped), clean.dropFirst(max(0, dropped - flagged.count))].joined()
            .lazy.map(\.sheet)
    }

    private func week(_ day: Day) -> Week? {
        let index = index(of: day)
        return index < weeks.count && weeks[index].day == day ? weeks[index] : nil
    }

    /// The first place of a week that is not newer.
    private func index(of day: Day) -> Int { weeks.partitioningIndex { $0.day <= day } }
}

extension SheetShelf {
    mutating func insert(_ place: Place, _ workers: RecordTable<Worker>) {
        let index = index(of: place.week)
        if index == weeks.count || weeks[index].day != place.week {
            weeks.insert(Week(day: place.week), at: index)
        }
        weeks[index].insert(place, workers)
        count += 1
        if place.isClean { cleanCount += 1 }
    }

    mutating func remove(_ place: Place, _ workers: RecordTable<Worker>) {
        let index = index(of: place.week)
        guard index < weeks.count, weeks[index].day == place.week else { return }
        let (all, clean) = (weeks[index].count, weeks[index].clean.count)
        weeks[index].remove(place.entry, workers)
        count -= all - weeks[index].count
        cleanCount -= clean - weeks[index].clean.count
        if weeks[index].count == 0 { weeks.remove(at: index) }
    }

    /// Everything at once, for a client that is woken.
    init(_ keys: [SheetOrder.Key]) {
        for key in keys.sorted() {
            if weeks.last?.day != key.place.week { weeks.append(Week(day: key.place.week)) }
            if key.place.isClean {
                weeks[weeks.count - 1].clean.append(key.place.entry)
                cleanCount += 1
            } else {
                weeks[weeks.count - 1].flagged.append(key.place.entry)
            }
        }
        count = keys.count
    }
}

extension SheetShelf.Week {
    mutating func insert(_ place: SheetShelf.Place, _ workers: RecordTable<Worker>) {
        if place.isClean {
            clean.insert(place.entry, at: Self.index(of: place.entry, in: clean, workers))
        } else {
            flagged.insert(place.entry, at: Self.index(of: place.entry, in: flagged, workers))
        }
    }

    /// From wherever it stands: what an assignment says may have changed what counted as clean.
    mutating func remove(_ entry: SheetShelf.Entry, _ workers: RecordTable<Worker>) {
        let index = (
            clean: Self.index(of: entry, in: clean, workers),
            flagged: Self.index(of: entry, in: flagged, workers)
        )
        if index.clean < clean.count, clean[index.clean] == entry { clean.remove(at: index.clean) }
        if index.flagged < flagged.count, flagged[index.flagged] == entry {
            flagged.remove(at: index.flagged)
        }
    }

    private static func index(
        of entry: SheetShelf.Entry, in entries: [SheetShelf.Entry], _ workers: RecordTable<Worker>
    ) -> Int {
        let name = SheetOrder.Name(entry, workers)
        return entries.partitioningIndex { SheetOrder.Name($0, workers) >= name }
    }
}

/// The order of sheets for many of them: the names are compared once for each worker, and from then on
/// numbers.
struct SheetOrder: Sendable {
    private let workers: RecordTable<Worker>
    /// By the place of a worker in the table.
    private let ranks: [Int]

    init(_ workers: RecordTable<Worker>) {
        let all = workers.values
        let sorted = all.indices.sorted { (all[$0].name, all[$0].number) < (all[$1].name, all[$1].number) }
        var ranks = [Int](repeating: 0, count: all.count)
        for (rank, place) in sorted.enumerated() { ranks[place] = rank }
        self.workers = workers
        self.ranks = ranks
    }

    func key(_ place: SheetShelf.Place) -> Key {
        let worker = workers.place(of: place.entry.worker)
        return Key(place: place, rank: worker < 0 ? 0 : ranks[worker])
    }

    /// A place that can be compared without a look at the names.
    struct Key: Comparable {
        let place: SheetShelf.Place
        let rank: Int

        static func < (one: Key, other: Key) -> Bool {
            let (left, right) = (one.place, other.place)
            if left.week != right.week { return left.week > right.week }
            if left.isClean != right.isClean { return !left.isClean }
            if one.rank != other.rank { return one.rank < other.rank }
            return left.entry.sheet.rawValue < right.entry.sheet.rawValue
        }
    }

    /// The same for a single one. Payroll numbers are unique, so both orders agree.
    struct Name: Comparable {
        let worker: Worker?
        let sheet: UInt64

        init(_ entry: SheetShelf.Entry, _ workers: RecordTable<Worker>) {
            worker = workers[entry.worker]
            sheet = entry.sheet.rawValue
        }

        static func < (one: Name, other: Name) -> Bool {
            (one.worker?.name ?? "", one.worker?.number ?? "", one.sheet)
                < (other.worker?.name ?? "", other.worker?.number ?? "", other.sheet)
        }

        static func == (one: Name, other: Name) -> Bool { one.sheet == other.sheet }
    }
}

extension Array {
    /// The first index at which `isAfter` holds, in an array where it holds for all that follow.
    func partitioningIndex(where isAfter: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
