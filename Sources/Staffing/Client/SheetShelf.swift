/// The timesheets of one worksite in the order of its lists, so that a page of one is found without a look at
/// the others: newest week first, within it those that need a look, then by worker's name and number.
package struct SheetShelf: Sendable {
    private let packed: PackedShelf
    private let rows: RecordList<SheetRow>

    init(_ packed: PackedShelf = PackedShelf(), _ rows: RecordList<SheetRow> = RecordList()) {
        self.packed = packed
        self.rows = rows
    }

    package var count: Int { packed.sheets.count }

    /// Those that need no look, and have no first approval.
    package var cleanCount: Int { packed[.clean] }

    /// Those that wait for a second approval.
    package var begun: [TimesheetID] { packed.sheets(marked: .begun).map { rows[$0.place].id } }

    package var days: [Day] {
        Array(
            sequence(state: nil as Day?) { last in
                last = day(before: last)
                return last
            })
    }

    /// The newest week before another; the newest of all for nil.
    package func day(before day: Day?) -> Day? {
        let index = day.map { day in packed.sheets.partitioningIndex { week($0) < day } } ?? 0
        return index < count ? week(packed.sheets[index]) : nil
    }

    /// How many sheets of a week stand here.
    package func count(of day: Day) -> Int { range(of: day).count }

    /// The sheets of a week in their order, without the first so many.
    package func sheets(of day: Day, dropping dropped: Int = 0) -> some Sequence<TimesheetID> {
        packed.sheets[range(of: day).dropFirst(dropped)].lazy.map { rows[$0.place].id }
    }

    func range(of day: Day) -> Range<Int> {
        let first = packed.sheets.partitioningIndex { week($0) <= day }
        return first..<packed.sheets.partitioningIndex { week($0) < day }
    }

    private func week(_ sheet: ShelvedSheet) -> Day { rows[sheet.place].week }
}

/// A sheet on a shelf, in four bytes: its place in the table, and why it stands where it does.
struct ShelvedSheet: Hashable, Sendable {
    private let packed: UInt32

    enum Mark: UInt32, CaseIterable {
        /// Waits, and somebody should look.
        case flagged
        case clean
        case sentBack, toInvoice, invoiced
        /// Waits for a second approval.
        case begun
    }

    private static let markBits: UInt32 = 3

    init(_ place: Int, _ mark: Mark) { packed = UInt32(place) << Self.markBits | mark.rawValue }

    var place: Int { Int(packed >> Self.markBits) }

    var mark: Mark {
        guard let mark = Mark(rawValue: packed & (1 << Self.markBits - 1)) else {
            preconditionFailure("a shelf holds what was put there")
        }
        return mark
    }

    var isFlagged: Bool { mark == .flagged }

    var isWaiting: Bool { mark == .flagged || mark == .clean || mark == .begun }
}

/// What a shelf keeps: places in order, and how many there are of each mark.
struct PackedShelf: Sendable {
    private(set) var sheets: [ShelvedSheet] = []
    /// By the number of the mark.
    private var counts = InlineArray<6, Int32>(repeating: 0)

    init() {}

    /// Everything at once, for a client that is woken.
    init(inOrder sheets: [ShelvedSheet]) {
        self.sheets = sheets
        for sheet in sheets { counts[Int(sheet.mark.rawValue)] += 1 }
    }

    subscript(mark: ShelvedSheet.Mark) -> Int { Int(counts[Int(mark.rawValue)]) }

    /// The sheets with one of these marks. It looks no further than the last of them: what is not invoiced is
    /// mostly new, and what is new comes first.
    func sheets(marked marks: ShelvedSheet.Mark...) -> [ShelvedSheet] {
        var left = marks.reduce(0) { $0 + self[$1] }
        var found: [ShelvedSheet] = []
        found.reserveCapacity(left)
        for sheet in sheets {
            if left == 0 { break }
            guard marks.contains(sheet.mark) else { continue }
            found.append(sheet)
            left -= 1
        }
        return found
    }

    mutating func insert(_ sheet: ShelvedSheet, _ names: SheetNames) {
        sheets.insert(sheet, at: names.index(of: sheet, in: sheets))
        counts[Int(sheet.mark.rawValue)] += 1
    }

    /// From wherever it stands: what an assignment says may have changed what counted as clean.
    mutating func remove(_ place: Int, _ names: SheetNames) {
        for mark in [.clean, .flagged] as [ShelvedSheet.Mark] {
            let index = names.index(of: ShelvedSheet(place, mark), in: sheets)
            guard index < sheets.count, sheets[index].place == place else { continue }
            counts[Int(sheets[index].mark.rawValue)] -= 1
            sheets.remove(at: index)
            return
        }
    }
}
