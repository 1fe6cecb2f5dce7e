import Cast
import Staffing
import Testing

@Suite("A form that is sent twice")
struct TimesheetRepeatTests {
    private let ana = Viewer.contact(Cast.ana)
    private let sheet = TimesheetID(701)

    private func waiting() -> TenantState { Cast.harbourWaiting }

    @Test("the same words are one comment for a while, and a new one later")
    func comments() throws {
        var state = waiting()
        #expect(try state.perform(.comment(sheet, words: "late bus"), by: ana).count == 1)
        #expect(try state.perform(.comment(sheet, words: " late bus "), by: ana).isEmpty)
        #expect(try state.perform(.comment(sheet, words: "late bus"), by: .contact(Cast.ben)).count == 1)
        let later = Cast.now.adding(seconds: TimesheetRules.sameWordsSeconds + 1)
        #expect(try state.perform(.comment(sheet, words: "late bus"), by: ana, at: later).count == 1)
    }

    @Test("a decision is known again by who made it and what they saw")
    func decisions() throws {
        var state = waiting()
        let seen = Cast.seen(sheet, in: state)
        try state.perform(.approve(sheet, seen: seen), by: ana)
        #expect(state.timesheets[sheet]?.approved(by: ana.person, as: seen) == Cast.now)
        #expect(state.timesheets[sheet]?.approved(by: ana.person, as: seen &+ 1) == nil)
        #expect(state.timesheets[sheet]?.approved(by: .contact(Cast.ben.id), as: seen) == nil)
        try state.perform(.withdrawApproval(sheet), by: ana)
        #expect(state.timesheets[sheet]?.wasWithdrawn(by: ana.person) == true)
        try state.perform(.reject(sheet, seen: seen, reason: .wrongHours, words: "no"), by: ana)
        #expect(state.timesheets[sheet]?.wasWithdrawn(by: ana.person) == false)
        #expect(state.timesheets[sheet]?.wasSentBack(by: ana.person, .wrongHours, "no ") == true)
        #expect(state.timesheets[sheet]?.wasSentBack(by: ana.person, .wrongHours, "other") == false)
    }
}
