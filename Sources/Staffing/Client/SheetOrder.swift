/// By what the sheets of a list are ordered, found from their places.
struct SheetNames {
    let rows: RecordList<SheetRow>
    let assignments: RecordTable<Assignment>
    let workers: RecordTable<Worker>

    func key(_ sheet: ShelvedSheet) -> Key { Key(sheet: sheet, row: rows[sheet.place], names: self) }

    /// Payroll numbers are unique, so this is the order of `SheetRanks` as well.
    struct Key: Comparable {
        let sheet: ShelvedSheet
        let row: SheetRow
        let names: SheetNames

        private var worker: Worker? { names.workers[names.assignments.values[Int(row.assignment)].worker] }

        static func < (one: Key, other: Key) -> Bool {
            if one.row.week != other.row.week { return one.row.week > other.row.week }
            if one.sheet.isFlagged != other.sheet.isFlagged { return one.sheet.isFlagged }
            let (left, right) = (one.worker, other.worker)
            return (left?.name ?? "", left?.number ?? "", one.row.id.rawValue)
                < (right?.name ?? "", right?.number ?? "", other.row.id.rawValue)
        }

        static func == (one: Key, other: Key) -> Bool {
            one.row.id == other.row.id && one.sheet.isFlagged == other.sheet.isFlagged
        }
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
