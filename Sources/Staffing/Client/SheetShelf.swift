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
    mutating func insert(_ place: Place, _ workers: [WorkerID: Worker]) {
        let index = index(of: place.week)
        if index == weeks.count || weeks[index].day != place.week {
            weeks.insert(Week(day: place.week), at: index)
        }
        weeks[index].insert(place, workers)
        count += 1
        if place.isClean { cleanCount += 1 }
    }

    mutating func remove(_ place: Place, _ workers: [WorkerID: Worker]) {
        let index = index(of: place.week)
        guard index < weeks.count, weeks[index].day == place.week else { return }
        let (all, clean) = (weeks[index].count, weeks[index].clean.count)
        weeks[index].remove(place.entry, workers)
        count -= all - weeks[index].count
        cleanCount -= clean - weeks[index].clean.count
        if weeks[index].count == 0 { weeks.remove(at: index) }
    }

    /// Everything at once, for a client that is woken.
    init(_ places: [Place], _ order: SheetOrder) {
        count = places.count
        cleanCount = places.count { $0.isClean }
        var byWeek: [Day: Week] = [:]
        for place in places {
            let list = place.isClean ? \Week.clean : \Week.flagged
            byWeek[place.week, default: Week(day: place.week)][keyPath: list].append(place.entry)
        }
        weeks = byWeek.values.sorted { $0.day > $1.day }
        for index in weeks.indices {
            weeks[index].flagged.sort(by: order.isBefore)
            weeks[index].clean.sort(by: order.isBefore)
        }
    }
}

extension SheetShelf.Week {
    mutating func insert(_ place: SheetShelf.Place, _ workers: [WorkerID: Worker]) {
        if place.isClean {
            clean.insert(place.entry, at: Self.index(of: place.entry, in: clean, workers))
        } else {
            flagged.insert(place.entry, at: Self.index(of: place.entry, in: flagged, workers))
        }
    }

    /// From wherever it stands: what an assignment says may have changed what counted as clean.
    mutating func remove(_ entry: SheetShelf.Entry, _ workers: [WorkerID: Worker]) {
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
        of entry: SheetShelf.Entry, in entries: [SheetShelf.Entry], _ workers: [WorkerID: Worker]
    ) -> Int {
        let name = SheetOrder.Name(entry, workers)
        return entries.partitioningIndex { SheetOrder.Name($0, workers) >= name }
    }
}

/// The order of sheets within a week for many of them: the names are compared once for each worker.
struct SheetOrder: Sendable {
    private let ranks: [WorkerID: Int]

    init(_ workers: [WorkerID: Worker]) {
        let sorted = workers.values.sorted { ($0.name, $0.number) < ($1.name, $1.number) }
        ranks = Dictionary(uniqueKeysWithValues: zip(sorted.map(\.id), sorted.indices))
    }

    func isBefore(_ one: SheetShelf.Entry, _ other: SheetShelf.Entry) -> Bool {
        (ranks[one.worker] ?? 0, one.sheet.rawValue) < (ranks[other.worker] ?? 0, other.sheet.rawValue)
    }

    /// The same for a single one. Payroll numbers are unique, so both orders agree.
    struct Name: Comparable {
        let worker: Worker?
        let sheet: UInt64

        init(_ entry: SheetShelf.Entry, _ workers: [WorkerID: Worker]) {
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
