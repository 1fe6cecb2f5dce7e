import Cast
import Staffing
import Testing

@Suite("Sheets that are expected")
struct ExpectedSheetTests {
    private func expected(
        _ state: TenantState, at worksite: Worksite = Cast.dock4, on today: Day = Cast.today,
        by viewer: Viewer = .staff(Cast.sam)
    ) -> [ExpectedSheet] {
        let open = state.open(.seeTimesheets, to: viewer, on: today)
        return state.expectedSheets(at: worksite.id, within: open, on: today)
    }

    private func harbour(
        adding assignment: Assignment
    ) -> TenantState {
        var state = Cast.harbourWaiting
        state.take([.setup(.assignmentStarted(assignment))], by: .system)
        return state
    }

    private func assignment(
        _ days: DayRange, _ schedule: WeekSchedule = Cast.fullWeek
    ) -> Assignment {
        Assignment(
            id: Identifier(599), worker: Cast.tomasz.id, worksite: Cast.dock4.id, title: "Checker",
            days: days, billRate: HourlyRate(minorUnits: 3_000), schedule: schedule, purchaseOrder: "")
    }

    private var nextWeek: Day { Cast.week.adding(days: 7) }

    @Test("a sheet is expected from the day on which its week begins, and late after the day behind it")
    func begins() throws {
        let state = Cast.harbourWaiting
        let sunday = Cast.today.adding(days: -1)
        #expect(expected(state, on: sunday).isEmpty)
        let monday = expected(state)
        #expect(monday.count == 3 && monday.allSatisfy { $0.week == nextWeek && !$0.isLate(on: Cast.today) })
        let due = try #require(monday.first).due
        #expect(due == nextWeek.adding(days: 7))
        let nextMonday = expected(state, on: due)
        #expect(nextMonday.count == 6 && !nextMonday.contains { $0.isLate(on: due) })
        #expect(state.expectedTally(on: due.adding(days: 1)).late == 4)
        #expect(state.expectedTally(on: due.adding(days: 1)).oldestLate == nextWeek)
    }

    @Test("they come in the order of weeks, then of names")
    func order() {
        let names = expected(Cast.harbourWaiting).map { Cast.harbour.workers[$0.assignment.worker]?.name }
        #expect(names == ["Aoife O’Brien", "Priya Nair", "Tomasz Wiśniewski"])
    }

    @Test("hours that come in answer it, in whatever order, and it is expected no more")
    func answered() {
        var state = Cast.harbourWaiting
        let later = nextWeek.adding(days: 7)
        state.receive(801, Cast.tomaszAtDock, week: later)
        #expect(expected(state, on: later).count { $0.assignment == Cast.tomaszAtDock } == 1)
        state.receive(802, Cast.tomaszAtDock, week: nextWeek)
        #expect(expected(state, on: later).count { $0.assignment == Cast.tomaszAtDock } == 0)
    }

    @Test("weeks before a client's first sheet belong to what was there before")
    func beginning() {
        #expect(expected(Cast.harbour, on: Cast.begin.adding(days: 14)).count == 9)
        #expect(expected(Cast.harbourWaiting).allSatisfy { $0.week > Cast.week })
        var state = Cast.harbourWaiting
        state.receive(801, Cast.tomaszAtDock, week: Cast.week.adding(days: -7))
        #expect(expected(state).count == 5)
    }

    @Test("a week is expected where one of its days is scheduled within the assignment's dates")
    func edges() {
        let friday = Cast.week.adding(days: 4)
        let weekend = WeekSchedule(minutes: [0, 0, 0, 0, 0, 480, 480])
        func weeks(_ days: DayRange, _ schedule: WeekSchedule) -> [Day] {
            expected(harbour(adding: assignment(days, schedule)), on: nextWeek.adding(days: 13))
                .filter { $0.assignment.title == "Checker" }.map(\.week)
        }
        let untilFriday = DayRange(from: Cast.week, through: friday)
        #expect(weeks(untilFriday, Cast.fullWeek) == [Cast.week])
        #expect(weeks(untilFriday, weekend) == [])
        #expect(
            weeks(DayRange(from: friday.adding(days: 1)), Cast.fullWeek) == [
                nextWeek, nextWeek.adding(days: 7),
            ])
        // Nobody said on which days: each week that the dates touch.
        let empty = WeekSchedule(minutes: [0, 0, 0, 0, 0, 0, 0])
        #expect(weeks(DayRange(from: friday, through: nextWeek), empty) == [Cast.week, nextWeek])
    }

    @Test("an assignment of 400 days has 58 weeks, each expected once")
    func longAssignment() {
        let last = Cast.week.adding(days: 399)
        let state = harbour(adding: assignment(DayRange(from: Cast.week, through: last)))
        let all = expected(state, on: last.adding(days: 70)).filter { $0.assignment.title == "Checker" }
        #expect(all.count == 58 && Set(all.map(\.week)).count == 58)
        #expect(all.last?.week == last.startOfWeek(startingOn: .monday))
    }

    @Test("who sees a worksite sees what is expected there, and nothing of others")
    func places() {
        #expect(expected(Cast.harbourWaiting, by: .contact(Cast.ana)).count == 3)
        #expect(expected(Cast.harbourWaiting, at: Cast.plant2, by: .contact(Cast.ana)).isEmpty)
        #expect(expected(Cast.harbourWaiting, by: .contact(Cast.rex)).isEmpty)
    }

    @Test("what is woken from its records expects the same as what lived through the events")
    func woken() throws {
        var state = Cast.harbourWaiting
        state.receive(801, Cast.priyaAtDock, week: nextWeek)
        try state.perform(
            .sayIdle(WorkedWeek(Cast.aoifeAtDock.id, nextWeek), .zeroAttested, .away, words: ""),
            by: .staff(Cast.sam))
        let woken = TenantState(state.records)
        let later = nextWeek.adding(days: 30)
        #expect(expected(woken, on: later) == expected(state, on: later))
        #expect(woken.expectedTally(on: later) == state.expectedTally(on: later))
        #expect(woken.expected == state.expected)
    }
}
