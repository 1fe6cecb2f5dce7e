import Cast
import Testing

@testable import Staffing

@Suite("The shelf of a worksite's timesheets")
struct SheetShelfTests {
    /// Ten names, four workers each.
    private static let workers = RecordTable(
        RecordList(count: 40) { number in
            Worker(id: WorkerID(UInt64(number)), number: "W-\(100 + number)", name: "Worker \(number % 10)")
        })

    /// Each sheet once, in an order that has nothing to do with any of theirs.
    private static let places = (0..<600).map { turn -> SheetShelf.Place in
        let number = turn * 397 % 600
        return SheetShelf.Place(
            week: Day(number: Int32(20_000 + number % 3 * 7)), isClean: number % 5 != 0,
            entry: SheetShelf.Entry(
                sheet: TimesheetID(UInt64(number)), worker: WorkerID(UInt64(number * 7 % 40))))
    }

    /// The order, said in one line.
    private static func inOrder(_ places: [SheetShelf.Place]) -> [TimesheetID] {
        func key(_ place: SheetShelf.Place) -> (Int32, Int, String, String, UInt64) {
            let worker = workers[place.entry.worker]
            return (
                -place.week.number, place.isClean ? 1 : 0, worker?.name ?? "", worker?.number ?? "",
                place.entry.sheet.rawValue
            )
        }
        return places.sorted { key($0) < key($1) }.map(\.entry.sheet)
    }

    private static func all(_ shelf: SheetShelf) -> [TimesheetID] {
        shelf.days.flatMap { shelf.sheets(of: $0) }
    }

    @Test("keeps its order while sheets come and go, and is the same when made at once")
    func order() {
        var shelf = SheetShelf()
        for place in Self.places { shelf.insert(place, Self.workers) }
        #expect(Self.all(shelf) == Self.inOrder(Self.places))
        #expect(shelf.count == 600 && shelf.cleanCount == 480)
        let left = Self.places.filter { $0.entry.sheet.rawValue % 3 != 0 }
        for place in Self.places where place.entry.sheet.rawValue % 3 == 0 {
            shelf.remove(place, Self.workers)
        }
        #expect(Self.all(shelf) == Self.inOrder(left))
        #expect(shelf.count == left.count && shelf.cleanCount == left.count { $0.isClean })
        let again = SheetShelf(left.map(SheetOrder(Self.workers).key))
        #expect(Self.all(again) == Self.all(shelf))
        #expect((again.count, again.cleanCount) == (shelf.count, shelf.cleanCount))
        #expect(again.days == shelf.days && shelf.days == shelf.days.sorted(by: >))
    }

    @Test("begins a page anywhere in a week")
    func dropping() throws {
        let shelf = SheetShelf(Self.places.map(SheetOrder(Self.workers).key))
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
        var shelf = SheetShelf()
        shelf.remove(Self.places[0], Self.workers)
        shelf.insert(Self.places[0], Self.workers)
        shelf.remove(Self.places[1], Self.workers)
        #expect(shelf.count == 1)
        shelf.remove(Self.places[0], Self.workers)
        #expect(shelf.count == 0 && shelf.cleanCount == 0 && shelf.days.isEmpty)
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
            let event = TimesheetEvent.approved(sheet.id, seen: sheet.fingerprint)
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
