import Cast
import Testing

@testable import Staffing

@Suite("Decisions about timesheets")
struct TimesheetRulesTests {
    private let sheet = TimesheetID(701)
    private let state = Cast.harbourWaiting
    private var seen: UInt64 { Cast.seen(sheet, in: state) }

    private func decide(
        _ command: TimesheetCommand, by contact: Contact, in state: TenantState? = nil,
        at moment: Moment = Cast.now
    ) throws(TimesheetRefusal) -> [TimesheetEvent] {
        try TimesheetRules.decide(
            command, state ?? self.state, Cast.context(.contact(contact), at: moment))
    }

    @Test("an approver approves what they saw, and the event keeps all of its fingerprint")
    func approves() throws {
        let shown = try #require(state.timesheets[sheet])
        let assignment = try #require(state.assignments[shown.assignment])
        let content = TimesheetRules.content(assignment, shown.week, shown.days)
        let events = try decide(.approve(sheet, seen: seen), by: Cast.ana)
        #expect(events == [.approved(sheet, seen: Cast.fingerprint(content))])
    }

    @Test("what changed since it was shown is neither approved nor sent back")
    func stale() {
        #expect(throws: TimesheetRefusal.changedSinceShown) {
            try decide(.approve(sheet, seen: seen &+ 1), by: Cast.ana)
        }
        #expect(throws: TimesheetRefusal.changedSinceShown) {
            try decide(
                .reject(sheet, seen: seen &+ 1, reason: .wrongHours, words: ""), by: Cast.ana)
        }
    }

    @Test("an approval of hours that were edited meanwhile is refused")
    func editVoidsWhatWasSeen() {
        var state = state
        let before = seen
        state.receive(9_001, Cast.tomaszAtDock, days: Cast.days([480, 480, 480, 480, 420]))
        #expect(state.timesheets[sheet]?.edits == 1)
        #expect(throws: TimesheetRefusal.changedSinceShown) {
            try decide(.approve(sheet, seen: before), by: Cast.ana, in: state)
        }
    }

    @Test(
        "nobody decides without the grant", arguments: [Cast.carol, Cast.dora])
    func withoutGrant(contact: Contact) {
        for command in [
            TimesheetCommand.approve(sheet, seen: seen), .withdrawApproval(sheet),
            .reject(sheet, seen: seen, reason: .notWorked, words: ""),
        ] {
            #expect(throws: TimesheetRefusal.notAllowed) { try decide(command, by: contact) }
        }
    }

    @Test("a sheet of another worksite is as unknown as none at all")
    func otherWorksite() {
        for id in [TimesheetID(704), TimesheetID(99)] {
            for command in [
                TimesheetCommand.approve(id, seen: Cast.seen(id, in: state)), .withdrawApproval(id),
                .reject(id, seen: 0, reason: .notWorked, words: ""), .comment(id, words: "Hello"),
            ] {
                #expect(throws: TimesheetRefusal.unknown) { try decide(command, by: Cast.ana) }
            }
        }
    }

    @Test("somebody who sees no hours sees none of their commands either")
    func requester() {
        #expect(throws: TimesheetRefusal.unknown) {
            try decide(.comment(sheet, words: "Hello"), by: Cast.rex)
        }
    }

    @Test("staff cannot approve, whatever their role", arguments: [Cast.sam, Cast.bill, Cast.olga])
    func staffCannotApprove(member: StaffMember) {
        #expect(throws: TimesheetRefusal.notAllowed) {
            try TimesheetRules.decide(.approve(sheet, seen: seen), state, Cast.context(.staff(member)))
        }
    }

    @Test("a decision is made once")
    func twice() throws {
        var approved = state
        try approved.perform(.approve(sheet, seen: seen), by: .contact(Cast.ana))
        #expect(throws: TimesheetRefusal.alreadyApproved) {
            try decide(.approve(sheet, seen: seen), by: Cast.ben, in: approved)
        }
        var rejected = state
        try rejected.perform(
            .reject(sheet, seen: seen, reason: .breakMissing, words: ""), by: .contact(Cast.ana))
        #expect(throws: TimesheetRefusal.alreadyRejected) {
            try decide(.approve(sheet, seen: seen), by: Cast.ben, in: rejected)
        }
    }

    @Test("a grant that has ended decides nothing")
    func endedGrant() {
        var leaver = Cast.ana
        leaver.grants = [
            Grant(
                id: Identifier(1), role: .approver, node: .tenant,
                days: DayRange(from: Cast.begin, through: Cast.today.adding(days: -1)))
        ]
        #expect(throws: TimesheetRefusal.unknown) {
            try decide(.approve(sheet, seen: seen), by: leaver)
        }
    }
}

@Suite("Words on timesheets")
struct TimesheetWordsTests {
    private let sheet = TimesheetID(701)
    private let state = Cast.harbourWaiting

    private func decide(_ command: TimesheetCommand) throws(TimesheetRefusal) -> [TimesheetEvent] {
        try TimesheetRules.decide(command, state, Cast.context(.contact(Cast.ana)))
    }

    private func reject(_ reason: RejectionReason, _ words: String) throws -> [TimesheetEvent] {
        try decide(.reject(sheet, seen: Cast.seen(sheet, in: state), reason: reason, words: words))
    }

    @Test("a coded reason needs no words; another reason does")
    func words() throws {
        for reason in RejectionReason.allCases where reason != .other {
            #expect(try reject(reason, "").count == 1)
        }
        #expect(throws: TimesheetRefusal.wordsMissing) { try reject(.other, " \n ") }
        #expect(try reject(.other, "Was sent home.").count == 1)
    }

    @Test("words have an end, and lose the space around them")
    func length() throws {
        let longest = String(repeating: "é", count: TimesheetRules.longestWords)
        #expect(throws: TimesheetRefusal.wordsTooLong) { try reject(.wrongHours, longest + "é") }
        #expect(try reject(.wrongHours, longest).count == 1)
        #expect(throws: TimesheetRefusal.wordsTooLong) { try decide(.comment(sheet, words: longest + "é")) }
        #expect(try decide(.comment(sheet, words: " Fine. ")) == [.commented(sheet, words: "Fine.")])
        #expect(throws: TimesheetRefusal.wordsMissing) { try decide(.comment(sheet, words: "\t")) }
    }

    @Test("a comment changes neither status nor fingerprint")
    func comment() throws {
        var after = state
        try after.perform(.comment(sheet, words: "Why ten hours?"), by: .contact(Cast.dora))
        #expect(after.timesheets[sheet]?.status == .submitted)
        #expect(after.timesheets[sheet]?.fingerprint == state.timesheets[sheet]?.fingerprint)
        #expect(after.timesheets[sheet]?.history.last?.name == Cast.dora.name)
    }
}

@Suite("Taking an approval back")
struct TimesheetWithdrawalTests {
    private let sheet = TimesheetID(701)
    private let approved: TenantState

    init() throws {
        var state = Cast.harbourWaiting
        try state.perform(
            .approve(sheet, seen: Cast.seen(sheet, in: state)), by: .contact(Cast.ana))
        approved = state
    }

    @Test("works for ten minutes and not a moment longer")
    func tenMinutes() throws {
        var state = approved
        let last = Cast.now.adding(seconds: TimesheetRules.withdrawalSeconds)
        let later = Moment(microseconds: last.microseconds + 1)
        #expect(throws: TimesheetRefusal.tooLateToWithdraw) {
            try state.perform(.withdrawApproval(sheet), by: .contact(Cast.ana), at: later)
        }
        try state.perform(.withdrawApproval(sheet), by: .contact(Cast.ana), at: last)
        #expect(state.timesheets[sheet]?.status == .submitted)
        #expect(state.waitingShelf(at: Cast.dock4.id).count == 3)
    }

    @Test("is refused where nothing is approved, and once an invoice has it")
    func refused() throws {
        var state = Cast.harbourWaiting
        #expect(throws: TimesheetRefusal.notApproved) {
            try state.perform(.withdrawApproval(sheet), by: .contact(Cast.ana))
        }
        state = approved
        let context = Cast.context(.staff(Cast.bill), drawing: 801)
        let draft = try #require(try InvoiceRules.drafts(through: Cast.week, state, context).first)
        let file = Fingerprint(1, 2, 3, 4)
        let issued = try InvoiceRules.decide(.issue(draft, file: file), state, context)
        state.take(issued.map(TenantEvent.invoice), by: .staff(Cast.bill))
        #expect(throws: TimesheetRefusal.alreadyInvoiced) {
            try state.perform(.withdrawApproval(sheet), by: .contact(Cast.ana))
        }
    }
}
