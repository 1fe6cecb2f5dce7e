import Cast
import Staffing
import Testing

@Suite("Hours that come in")
struct TimesheetIntakeTests {
    private let coordinator = Viewer.staff(Cast.sam)

    private func receive(
        _ days: [WorkedDay], week: Day = Cast.week, into state: TenantState = Cast.harbour,
        by viewer: Viewer? = nil, assignment: AssignmentID = Cast.tomaszAtDock.id
    ) throws(TimesheetRefusal) -> [TimesheetEvent] {
        try TimesheetRules.decide(
            .receive(assignment, week: week, days: days), state, Cast.context(viewer ?? coordinator))
    }

    @Test("a first delivery makes a sheet that waits")
    func first() throws {
        var state = Cast.harbour
        state.receive(701, Cast.tomaszAtDock)
        let sheet = try #require(state.timesheet(of: Cast.tomaszAtDock.id, week: Cast.week))
        #expect(sheet.isWaiting && sheet.edits == 0 && sheet.hours.total == 2_400)
        #expect(state.waiting(at: Cast.dock4.id).map(\.id) == [sheet.id])
        #expect(state.waitingShelf(at: Cast.plant2.id).count == 0)
    }

    @Test("the same hours again change nothing, in whatever order their days come")
    func same() throws {
        let again = try receive(Cast.days().reversed(), into: Cast.harbourWaiting)
        #expect(again.isEmpty)
    }

    @Test("other hours change a sheet that waits or was sent back, and it waits again")
    func changed() throws {
        var state = Cast.harbourWaiting
        let id = TimesheetID(701)
        try state.perform(
            .reject(id, seen: Cast.seen(id, in: state), reason: .wrongHours, words: ""),
            by: .contact(Cast.ana))
        #expect(state.waitingShelf(at: Cast.dock4.id).count == 2)
        state.receive(9_001, Cast.tomaszAtDock, days: Cast.days([480]))
        #expect(state.timesheets[id]?.isWaiting == true)
        #expect(state.timesheets[id]?.edits == 1)
        #expect(state.waitingShelf(at: Cast.dock4.id).count == 3)
    }

    @Test("approved hours are not changed by a delivery")
    func approved() throws {
        var state = Cast.harbourWaiting
        let id = TimesheetID(701)
        try state.perform(.approve(id, seen: Cast.seen(id, in: state)), by: .contact(Cast.ana))
        #expect(throws: TimesheetRefusal.alreadyApproved) {
            try receive(Cast.days([480]), into: state)
        }
        #expect(try receive(Cast.days(), into: state).isEmpty)
    }

    @Test("only who may import delivers", arguments: [Cast.ana, Cast.carol])
    func contacts(contact: Contact) {
        #expect(throws: TimesheetRefusal.notAllowed) {
            try receive(Cast.days(), by: .contact(contact))
        }
        #expect(throws: TimesheetRefusal.notAllowed) { try receive(Cast.days(), by: .staff(Cast.bill)) }
    }

    @Test("an unknown assignment, another weekday, and days beside the week are refused")
    func week() {
        #expect(throws: TimesheetRefusal.unknownAssignment) {
            try receive(Cast.days(), assignment: Identifier(9))
        }
        #expect(throws: TimesheetRefusal.notStartOfWeek) {
            try receive([], week: Cast.week.adding(days: 1))
        }
        for offset in [-1, 7] {
            let day = Cast.week.adding(days: offset)
            #expect(throws: TimesheetRefusal.dayOutsideWeek(day)) {
                try receive([WorkedDay(day: day, hours: HoursByType(regular: 60))])
            }
        }
        let twice = Cast.days([480]) + Cast.days([60])
        #expect(throws: TimesheetRefusal.twoEntriesForDay(Cast.week)) { try receive(twice) }
    }

    @Test("a day has neither less than nothing nor more than its hours", arguments: [-1, 1_441])
    func impossible(minutes: Int) {
        #expect(throws: TimesheetRefusal.impossibleHours(Cast.week, minutes: minutes)) {
            try receive(Cast.days([minutes]))
        }
        #expect(throws: TimesheetRefusal.impossibleHours(Cast.week, minutes: 1_500)) {
            try receive(Cast.days([1_000], overtime: [500]))
        }
    }

    @Test("punches neither overlap nor end before they begin; touching is fine")
    func punches() throws {
        func day(_ hours: [(Int64, Int64)]) -> [WorkedDay] {
            let punches = hours.map {
                Punch(
                    start: Cast.moment(Cast.week, hour: $0.0), end: Cast.moment(Cast.week, hour: $0.1))
            }
            return [WorkedDay(day: Cast.week, hours: HoursByType(regular: 240), punches: punches)]
        }
        #expect(try receive(day([(12, 14), (8, 12)])).count == 1)
        for bad in [[(8, 12), (11, 14)], [(12, 8)], [(8, 8)]] as [[(Int64, Int64)]] {
            #expect(throws: TimesheetRefusal.overlappingPunches(Cast.week)) { try receive(day(bad)) }
        }
    }

    @Test("an hour of another type, a punch, or another day is another content")
    func fingerprints() throws {
        func fingerprint(_ days: [WorkedDay]) throws -> Fingerprint? {
            guard case .received(let received) = try receive(days).first else { return nil }
            return received.fingerprint
        }
        let punch = Punch(start: Cast.moment(Cast.week, hour: 8), end: Cast.moment(Cast.week, hour: 9))
        let contents = [
            Cast.days([60]), Cast.days([0], overtime: [60]), Cast.days([0, 60]), [],
            [WorkedDay(day: Cast.week, hours: HoursByType(regular: 60), punches: [punch])],
        ]
        #expect(Set(try contents.map(fingerprint)).count == contents.count)
    }
}
