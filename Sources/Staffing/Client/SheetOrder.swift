/// By what the sheets of a list are ordered, found from their places.
struct SheetNames {
    let rows: RecordList<SheetRow>
    let assignments: RecordTable<Assignment>
    let workers: RecordTable<Worker>

    /// Where a sheet stands among others, or would. Payroll numbers are unique, so this is the order of
    /// `SheetRanks` as well.
    func index(of sheet: ShelvedSheet, in sheets: [ShelvedSheet]) -> Int {
        let row = rows[sheet.place]
        let worker = worker(of: row)
        return sheets.partitioningIndex { other in
            let its = rows[other.place]
            if its.week != row.week { return its.week < row.week }
            if other.isFlagged != sheet.isFlagged { return sheet.isFlagged }
            let theirs = self.worker(of: its)
            return (theirs?.name ?? "", theirs?.number ?? "", its.id.rawValue)
                >= (worker?.name ?? "", worker?.number ?? "", row.id.rawValue)
        }
    }

    private func worker(of row: SheetRow) -> Worker? {
        workers[assignments.values[Int(row.assignment)].worker]
    }
}

/// The same order for many sheets at once: the names are compared once for each worker, and from then on
/// numbers.
struct SheetRanks {
    /// By the place of an assignment.
    private let ranks: [UInt32]

    init(_ assignments: RecordTable<Assignment>, _ workers: RecordTable<Worker>) {
        let all = workers.values
        let sorted = all.indices.sorted { (all[$0].name, all[$0].number) < (all[$1].name, all[$1].number) }
        // Nobody comes before everybody, as a name that is empty does.
        var ranks = [UInt32](repeating: 0, count: all.count)
        for (rank, place) in sorted.enumerated() { ranks[place] = UInt32(rank) + 1 }
        self.ranks = assignments.values.map { assignment in
            let place = workers.place(of: assignment.worker)
            return place < 0 ? 0 : ranks[place]
        }
    }

    func key(_ sheet: ShelvedSheet, _ row: SheetRow) -> Key {
        // Newer weeks first: the complement turns their order round.
        let week = UInt64(~(UInt32(bitPattern: row.week.number) ^ 1 << 31))
        let order = week << 32 | (sheet.isFlagged ? 0 : 1 << 31) | UInt64(ranks[Int(row.assignment)])
        return Key(order: order, id: row.id.rawValue, sheet: sheet)
    }

    struct Key: Comparable {
        let order: UInt64
        let id: UInt64
        let sheet: ShelvedSheet

        static func < (one: Key, other: Key) -> Bool {
            one.order != other.order ? one.order < other.order : one.id < other.id
        }
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
