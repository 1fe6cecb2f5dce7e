import Cast
import Testing

@testable import Staffing

@Suite("The shelf of a worksite's timesheets")
struct SheetShelfTests {
    /// Ten names, four workers each, and an assignment for each of them.
    private static let workers = RecordTable(
        RecordList(count: 40) { number in
            Worker(id: WorkerID(UInt64(number)), number: "W-\(100 + number)", name: "Worker \(number % 10)")
        })
    private static let assignments = RecordTable(
        RecordList(count: 40) { number in
            Assignment(
                id: AssignmentID(UInt64(number)), worker: WorkerID(UInt64(number)),
                worksite: Cast.dock4.id, title: "Order picker", days: DayRange(from: Cast.begin),
                billRate: HourlyRate(minorUnits: 3_150), schedule: Cast.fullWeek, purchaseOrder: "")
        })

    private static let rows = RecordList(
        (0..<600).map { (number: Int) -> SheetRow in
            let week = Day(number: 20_000).adding(days: number % 3 * 7)
            return SheetRow(
                id: TimesheetID(UInt64(number * 397 % 600)), fingerprint: ShortFingerprint(short: 0),
                assignment: UInt32(number * 7 % 40), week: week)
        })
    private static let names = SheetNames(rows: rows, assignments: assignments, workers: workers)

    /// Each sheet once, in an order that has nothing to do with any of theirs.
    private static let sheets = (0..<600).map { (turn: Int) -> ShelvedSheet in
        let place = turn * 211 % 600
        return ShelvedSheet(place, place % 5 == 0 ? .flagged : .clean)
    }

    /// The order, said in one line.
    private static func inOrder(_ sheets: [ShelvedSheet]) -> [TimesheetID] {
        func key(_ sheet: ShelvedSheet) -> (Int32, Int, String, String, UInt64) {
            let row = rows[sheet.place]
            let worker = workers[WorkerID(UInt64(row.assignment))]
            return (
                -row.week.number, sheet.isFlagged ? 0 : 1, worker?.name ?? "", worker?.number ?? "",
                row.id.rawValue
            )
        }
        return sheets.sorted { key($0) < key($1) }.map { rows[$0.place].id }
    }

    private static func all(_ shelf: SheetShelf) -> [TimesheetID] {
        shelf.days.flatMap { shelf.sheets(of: $0) }
    }

    private static func shelf(_ sheets: [ShelvedSheet]) -> SheetShelf {
        let ranks = SheetRanks(assignments, workers)
        let keys: [SheetRanks.Key] = sheets.map { ranks.key($0, rows[$0.place]) }
        return SheetShelf(PackedShelf(inOrder: keys.sorted().map { $0.sheet }), rows)
    }

    @Test("keeps its order while sheets come and go, and is the same when made at once")
    func order() {
        var packed = PackedShelf()
        for sheet in Self.sheets { packed.insert(sheet, Self.names) }
        let full = SheetShelf(packed, Self.rows)
        #expect(Self.all(full) == Self.inOrder(Self.sheets))
        #expect(full.count == 600 && full.cleanCount == 480)
        let left = Self.sheets.filter { $0.place % 3 != 0 }
        for sheet in Self.sheets where sheet.place % 3 == 0 { packed.remove(sheet.place, Self.names) }
        let shelf = SheetShelf(packed, Self.rows)
        #expect(Self.all(shelf) == Self.inOrder(left))
        #expect(shelf.count == left.count && shelf.cleanCount == left.count { !$0.isFlagged })
        let again = Self.shelf(left)
        #expect(Self.all(again) == Self.all(shelf))
        #expect((again.count, again.cleanCount) == (shelf.count, shelf.cleanCount))
        #expect(again.days == shelf.days && shelf.days == shelf.days.sorted(by: >))
    }

    @Test("begins a page anywhere in a week")
    func dropping() throws {
        let shelf = Self.shelf(Self.sheets)
        let day = try #require(shelf.days.first)
        let week = Array(shelf.sheets(of: day))
        #expect(week.count == shelf.count(of: day) && week.count == 200)
        for dropped in [0, 1, 39, 40, 41, 199, 200, 201] {
            #expect(Array(shelf.sheets(of: day, dropping: dropped)) == Array(week.dropFirst(dropped)))
        }
        #expect(Array(sequence(first: day) { shelf.day(before: $0) }) == shelf.days)
        #expect(shelf.day(before: nil) == day && SheetShelf().day(before: nil) == nil)
        let other = Day(number: 1)
        #expect(shelf.count(of: other) == 0)
        #expect(Array(shelf.sheets(of: other)).isEmpty)
    }

    @Test("is empty when the last sheet has gone, and does not mind one that was never there")
    func empty() {
        var shelf = PackedShelf()
        shelf.remove(Self.sheets[0].place, Self.names)
        shelf.insert(Self.sheets[0], Self.names)
        shelf.remove(Self.sheets[1].place, Self.names)
        #expect(shelf.sheets.count == 1)
        shelf.remove(Self.sheets[0].place, Self.names)
        #expect(shelf.sheets.isEmpty && shelf[.flagged] == 0 && shelf[.clean] == 0)
    }

    @Test("finds what is marked, however much is not")
    func marked() {
        let marks: [ShelvedSheet.Mark] = [.invoiced, .toInvoice, .invoiced, .sentBack, .invoiced]
        let shelf = PackedShelf(inOrder: marks.enumerated().map { ShelvedSheet($0, $1) })
        #expect(shelf.sheets(marked: .toInvoice).map(\.place) == [1])
        #expect(shelf.sheets(marked: .sentBack, .toInvoice).map(\.place) == [1, 3])
        #expect(shelf.sheets(marked: .flagged).isEmpty && shelf[.invoiced] == 3)
    }

    @Test("stands in the state as the records say, and finds what was approved at one moment")
    func state() throws {
        let state = Cast.harbourWaiting
        let again = TenantState(state.records)
        for worksite in state.worksitesByCode {
            #expect(again.waiting(at: worksite.id) == state.waiting(at: worksite.id))
            let decided = state.decidedShelf(at: worksite.id)
            #expect(Self.all(again.decidedShelf(at: worksite.id)) == Self.all(decided))
        }
        #expect(again.worksitesByCode == state.worksitesByCode)
    }

    @Test("finds what one person approved at one moment, as long as that stands")
    func approvals() throws {
        var state = Cast.harbourWaiting
        let sheets = state.timesheets.values.sorted { $0.id.rawValue < $1.id.rawValue }
        let (earlier, later) = (Cast.now, Cast.now.adding(seconds: 60))
        func approve(_ sheet: Timesheet, at moment: Moment) {
            let event = TimesheetEvent.approved(sheet.id, seen: Fingerprint(1, 2, 3, 4))
            state.take([.timesheet(event)], by: .contact(Cast.ana), at: moment)
        }
        approve(sheets[0], at: later)
        approve(sheets[1], at: earlier)
        approve(sheets[2], at: later)
        let ana = Viewer.contact(Cast.ana).person
        for state in [state, TenantState(state.records)] {
            #expect(state.approved(by: ana, at: later).map(\.id) == [sheets[0].id, sheets[2].id])
            #expect(state.approved(by: ana, at: earlier).map(\.id) == [sheets[1].id])
            #expect(state.approved(by: Viewer.contact(Cast.ben).person, at: later).isEmpty)
            #expect(state.approved(by: ana, at: later.adding(seconds: 1)).isEmpty)
        }
        state.take([.timesheet(.approvalWithdrawn(sheets[0].id))], by: .contact(Cast.ana), at: later)
        #expect(state.approved(by: ana, at: later).map(\.id) == [sheets[2].id])
        #expect(state.decidedShelf(at: sheets[2].worksite).count > 0)
    }
}
