import Cast
import Staffing
import Testing

@Suite("What is said of expected hours")
struct ExpectedRulesTests {
    private let week = Cast.week.adding(days: 7)
    private let later = Cast.today.adding(days: 14)
    private var key: WorkedWeek { WorkedWeek(Cast.tomaszAtDock.id, week) }
    private let tomasz = Viewer.worker(Cast.tomasz)
    private let sam = Viewer.staff(Cast.sam)

    private func decide(
        _ command: ExpectedCommand, by viewer: Viewer, in state: TenantState = Cast.harbourWaiting
    ) throws(ExpectedRefusal) -> [TenantEvent] {
        try ExpectedRules.decide(command, state, Cast.context(viewer, on: later))
    }

    private func hours() -> ExpectedCommand {
        .submit(key, days: Cast.days(from: week), restsMissed: [])
    }

    @Test("a worker sends their own hours and attests them, in one step")
    func ownHours() throws {
        var state = Cast.harbourWaiting
        let events = try decide(hours(), by: tomasz)
        #expect(events.count == 2)
        state.take(events, by: tomasz)
        let sheet = try #require(state.timesheet(of: key.assignment, week: week))
        #expect(sheet.isWaiting && sheet.history.first?.by == .worker(Cast.tomasz.id))
        let attested = try #require(state.expected.attestations[sheet.id]?.first)
        #expect(attested.version == Attestation.currentVersion)
    }

    @Test("nobody else's hours, and none unattested")
    func othersHours() {
        #expect(throws: ExpectedRefusal.notAllowed) { try decide(hours(), by: .worker(Cast.priya)) }
        #expect(throws: ExpectedRefusal.notAllowed) { try decide(hours(), by: .contact(Cast.carol)) }
        #expect(throws: ExpectedRefusal.attestationMissing) {
            try decide(.submit(key, days: Cast.days(from: week)), by: tomasz)
        }
        #expect(throws: ExpectedRefusal.noHours) {
            try decide(.submit(key, days: [], restsMissed: []), by: tomasz)
        }
    }

    @Test("hours of a week that is not expected are refused")
    func notExpected() {
        for week in [week.adding(days: 1), Cast.begin.adding(days: -7), later.adding(days: 7)] {
            #expect(throws: ExpectedRefusal.notExpected) {
                let key = WorkedWeek(Cast.tomaszAtDock.id, week)
                return try decide(.submit(key, days: Cast.days(from: week), restsMissed: []), by: tomasz)
            }
        }
    }

    @Test("hours that came back are sent again, changed or as they are; approved ones are not")
    func again() throws {
        var state = Cast.harbourWaiting
        state.take(try decide(hours(), by: tomasz), by: tomasz)
        let id = try #require(state.timesheet(of: key.assignment, week: week)).id
        let seen = Cast.seen(id, in: state)
        try state.perform(.reject(id, seen: seen, reason: .wrongHours, words: ""), by: .contact(Cast.ana))
        let again = try decide(hours(), by: tomasz, in: state)
        #expect(again.count == 2)
        state.take(again, by: tomasz)
        #expect(state.timesheets[id]?.isWaiting == true)
        #expect(state.expected.attestations[id]?.count == 2)
        try state.perform(.approve(id, seen: Cast.seen(id, in: state)), by: .contact(Cast.ana))
        let other = ExpectedCommand.submit(key, days: Cast.days([60], from: week), restsMissed: [])
        #expect(throws: ExpectedRefusal.hours(.alreadyApproved)) { try decide(other, by: tomasz, in: state) }
    }

    @Test("punches that overlap another sheet of the same worker are refused, whoever types them in")
    func overlap() throws {
        var state = Cast.harbourWaiting
        let other = Assignment(
            id: Identifier(599), worker: Cast.tomasz.id, worksite: Cast.plant2.id, title: "Checker",
            days: DayRange(from: Cast.begin), billRate: HourlyRate(minorUnits: 3_000),
            schedule: Cast.fullWeek, purchaseOrder: "")
        state.take([.setup(.assignmentStarted(other))], by: .system)
        func day(_ hour: Int64) -> [WorkedDay] {
            let punch = Punch(
                start: Cast.moment(week, hour: hour), end: Cast.moment(week, hour: hour + 4))
            return [WorkedDay(day: week, hours: HoursByType(regular: 240), punches: [punch])]
        }
        state.take(try decide(.submit(key, days: day(8)), by: sam, in: state), by: sam)
        let there = WorkedWeek(other.id, week)
        #expect(throws: ExpectedRefusal.overlapsOtherSheet(week)) {
            try decide(.submit(there, days: day(11)), by: sam, in: state)
        }
        #expect(try decide(.submit(there, days: day(12)), by: sam, in: state).count == 1)
    }

    @Test("that nothing was worked is said with a reason, by the worker or by staff")
    func zero() throws {
        var state = Cast.harbourWaiting
        let says = ExpectedCommand.sayIdle(key, .zeroAttested, .away, words: " ")
        #expect(throws: ExpectedRefusal.notAllowed) { try decide(says, by: .worker(Cast.priya)) }
        #expect(throws: ExpectedRefusal.notAllowed) { try decide(says, by: .contact(Cast.ana)) }
        #expect(throws: ExpectedRefusal.reasonMissing) {
            try decide(.sayIdle(key, .zeroAttested, .ended, words: ""), by: tomasz)
        }
        #expect(throws: ExpectedRefusal.wordsMissing) {
            try decide(.sayIdle(key, .zeroAttested, .other, words: " "), by: tomasz)
        }
        #expect(try decide(says, by: sam).count == 1)
        state.take(try decide(says, by: tomasz), by: tomasz)
        #expect(state.expected.idle[key]?.by == .worker(Cast.tomasz.id))
        let open = state.open(.seeTimesheets, to: sam, on: later)
        let left = state.expectedSheets(at: Cast.dock4.id, within: open, on: later)
        #expect(!left.contains { $0.key == key })
        #expect(throws: ExpectedRefusal.notAllowed) { try decide(.reopen(key), by: tomasz, in: state) }
        state.take(try decide(.reopen(key), by: sam, in: state), by: sam)
        #expect(state.expectedSheets(at: Cast.dock4.id, within: open, on: later).contains { $0.key == key })
    }

    @Test("that nothing is needed only the agency says, and not of hours that are there")
    func notNeeded() throws {
        let says = ExpectedCommand.sayIdle(key, .notNeeded, .holiday, words: "")
        #expect(throws: ExpectedRefusal.notAllowed) { try decide(says, by: tomasz) }
        #expect(try decide(says, by: sam).count == 1)
        let known = WorkedWeek(Cast.tomaszAtDock.id, Cast.week)
        #expect(throws: ExpectedRefusal.hasSheet) {
            try decide(.sayIdle(known, .notNeeded, .holiday, words: ""), by: sam)
        }
    }

    @Test("hours that come after all take the place of what was said, and of the draft")
    func superseded() throws {
        var state = Cast.harbourWaiting
        let draft = HoursDraft([HoursDraft.Field("start-0", "8:0")])
        state.take(try decide(.keepDraft(key, draft), by: tomasz), by: tomasz)
        #expect(state.expected.drafts[key] == draft)
        #expect(try decide(.keepDraft(key, draft), by: tomasz, in: state).isEmpty)
        let says = ExpectedCommand.sayIdle(key, .zeroAttested, .away, words: "")
        state.take(try decide(says, by: tomasz, in: state), by: tomasz)
        #expect(state.expected.drafts.isEmpty)
        state.take(try decide(hours(), by: tomasz, in: state), by: tomasz)
        #expect(state.expected.idle.isEmpty)
    }

    @Test("a draft has bounds, and nobody keeps one for another")
    func drafts() {
        let long = HoursDraft([HoursDraft.Field("words", String(repeating: "a", count: 2_001))])
        #expect(throws: ExpectedRefusal.tooMuchTyped) { try decide(.keepDraft(key, long), by: tomasz) }
        let draft = HoursDraft([HoursDraft.Field("start-0", "8:00")])
        #expect(throws: ExpectedRefusal.notAllowed) { try decide(.keepDraft(key, draft), by: sam) }
    }

    @Test("staff who bring hours make personal links and end them")
    func links() throws {
        var state = Cast.harbourWaiting
        let make = ExpectedCommand.makeLink(Cast.tomasz.id, sentTo: nil, expires: Cast.now)
        for viewer in [tomasz, .contact(Cast.carol), .staff(Cast.bill)] {
            #expect(throws: ExpectedRefusal.notAllowed) { try decide(make, by: viewer) }
        }
        state.take(try decide(make, by: sam), by: sam)
        #expect(state.expected.links[Cast.tomasz.id]?.by == "Sam Novak")
        state.take(try decide(.endLink(Cast.tomasz.id), by: sam, in: state), by: sam)
        #expect(state.expected.links.isEmpty)
        #expect(throws: ExpectedRefusal.unknownWorker) {
            try decide(.makeLink(Identifier(9), sentTo: nil, expires: Cast.now), by: sam)
        }
    }
}
