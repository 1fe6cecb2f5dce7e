import Cast
import Testing

@testable import Staffing

@Suite("The packed sheets of a client")
struct SheetTableTests {
    private func received(_ number: UInt64, _ assignment: Assignment, week: Day = Cast.week) -> TenantEvent {
        .timesheet(
            .received(
                .init(
                    id: TimesheetID(number), assignment: assignment.id, week: week,
                    days: Cast.days(from: week), fingerprint: Fingerprint(number, 0, 0, 0))))
    }

    @Test("a sheet tells all that happened to it, in order, by whom and when")
    func history() throws {
        var state = Cast.harbour
        let numbers = 701..<801 as Range<UInt64>
        for number in numbers {
            let week = Cast.week.adding(days: -7 * Int(number - 701))
            state.take([received(number, Cast.priyaAtDock, week: week)], by: .staff(Cast.sam))
        }
        let id = TimesheetID(733)
        let print = Fingerprint(1, 2, 3, 4)
        let later = Cast.now.adding(seconds: -86_400)
        let long = String(repeating: "Où ? ", count: 400)
        let (ben, sam) = (Viewer.contact(Cast.ben), Viewer.staff(Cast.sam))
        state.take([.timesheet(.commented(id, words: long))], by: ben, at: later)
        state.take([.timesheet(.rejected(id, seen: print, reason: .other, words: "No"))], by: ben)
        let days = Cast.days([1, 2], overtime: [3], from: Cast.week)
        state.take([.timesheet(.changed(id, days: days, fingerprint: print))], by: sam)
        state.take([.timesheet(.approved(id, seen: print))], by: ben, at: Moment(microseconds: .max))
        state.take([.timesheet(.approvalWithdrawn(id))], by: ben, at: Moment(microseconds: .min))
        let sheet = try #require(state.timesheets[id])
        #expect(
            sheet.history.map(\.what) == [
                .received, .commented(long), .rejected(.other, words: "No"), .changed, .approved,
                .approvalWithdrawn,
            ])
        #expect(sheet.history.map(\.by) == [sam, ben, ben, sam, ben, ben].map(\.person))
        #expect(
            sheet.history.map(\.name) == ["Sam Novak", "Ben Okafor", "Ben Okafor"] + [
                "Sam Novak", "Ben Okafor", "Ben Okafor",
            ])
        #expect(
            sheet.history.map(\.at) == [
                Cast.now, later, Cast.now, Cast.now, Moment(microseconds: .max), Moment(microseconds: .min),
            ])
        #expect(sheet.edits == 1 && sheet.status == .submitted && sheet.fingerprint == print.shortened)
        #expect(sheet.days == days && sheet.hours == HoursByType(regular: 3, overtime: 3))
        for number in numbers where number != 733 {
            #expect(state.timesheets[TimesheetID(number)]?.history.map(\.what) == [.received])
        }
    }

    @Test("a second sheet of one number takes the place of the first")
    func replaced() {
        var state = Cast.harbourWaiting
        state.take([received(701, Cast.danielAtPlant)], by: .staff(Cast.sam))
        let sheet = state.timesheets[TimesheetID(701)]
        #expect(sheet?.worksite == Cast.plant2.id && sheet?.history.count == 1)
        #expect(state.timesheets.count == 4 && state.waitingShelf(at: Cast.dock4.id).count == 2)
        #expect(state.waitingShelf(at: Cast.plant2.id).count == 2)
    }

    @Test("a decision names the content as it stands, and none is made on another")
    func content() throws {
        var state = Cast.harbourWaiting
        let id = TimesheetID(701)
        let content = TimesheetRules.content(Cast.tomaszAtDock, Cast.week, Cast.cleanDays)
        let seen = Cast.seen(id, in: state)
        let ana = Viewer.contact(Cast.ana)
        let events = try TimesheetRules.decide(.approve(id, seen: seen), state, Cast.context(ana))
        #expect(events == [.approved(id, seen: Cast.fingerprint(content))])
        // A fingerprint that is not that of the hours: nobody can have seen those.
        state.take(
            [.timesheet(.changed(id, days: Cast.days([5]), fingerprint: Fingerprint(seen, 0, 0, 0)))],
            by: .staff(Cast.sam))
        #expect(throws: TimesheetRefusal.changedSinceShown) {
            try TimesheetRules.decide(.approve(id, seen: seen), state, Cast.context(ana))
        }
    }

    @Test("counts what stands where, and knows what is on no invoice")
    func tally() throws {
        var state = Cast.harbourWaiting
        let (ben, sam) = (Viewer.contact(Cast.ben), Viewer.staff(Cast.sam))
        state.take([received(710, Cast.aoifeAtDock, week: Cast.week.adding(days: -7))], by: sam)
        for number in [701, 702] as [UInt64] {
            try state.perform(
                .approve(TimesheetID(number), seen: Cast.seen(TimesheetID(number), in: state)), by: ben)
        }
        let sheet = TimesheetID(704)
        try state.perform(
            .reject(sheet, seen: Cast.seen(sheet, in: state), reason: .notWorked, words: ""), by: ben)
        for state in [state, TenantState(state.records)] {
            #expect(state.tally.waiting == 2 && state.tally.toInvoice == 2 && state.tally.sentBack == 1)
            #expect(state.tally.oldestWaiting == Cast.week.adding(days: -7))
            #expect(Set(state.uninvoiced.map(\.id.rawValue)) == [701, 702, 703, 704, 710])
        }
        state.take([invoice(of: 701)], by: .staff(Cast.bill))
        for state in [state, TenantState(state.records)] {
            #expect(state.tally.toInvoice == 1 && state.timesheets[TimesheetID(701)]?.invoice != nil)
            #expect(Set(state.uninvoiced.map(\.id.rawValue)) == [702, 703, 704, 710])
        }
    }

    private func invoice(of sheet: UInt64) -> TenantEvent {
        let nothing = Money(minorUnits: 0, .cad)
        let line = InvoiceLine(
            timesheet: TimesheetID(sheet), type: .regular, minutes: 1, rate: HourlyRate(minorUnits: 1),
            amount: nothing)
        return .invoice(
            .issued(
                Invoice(
                    id: InvoiceID(801), number: "HF-00001", worksite: Cast.dock4.id, week: Cast.week,
                    issued: Cast.today, due: Cast.today, lines: [line], total: nothing,
                    file: Fingerprint(1, 2, 3, 4))))
    }
}
