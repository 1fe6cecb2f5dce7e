import Cast
import Staffing
import Testing

@Suite("Who could approve")
struct CoverageTests {
    private let admin = Cast.context(.contact(Cast.carol))

    /// Harbour Foods without Ben, who approves everywhere: Dock 4 has Ana, Plant 2 has nobody.
    private let withoutBen: TenantState = {
        var state = Cast.harbour
        state.take([.people(.removed(Cast.ben.id))], by: .system)
        return state
    }()

    @Test("a grant for the whole client covers each worksite, one for a worksite only that one")
    func covers() {
        #expect(Coverage.uncovered(Cast.harbour, on: Cast.today, under: .templates).isEmpty)
        #expect(Coverage.uncovered(withoutBen, on: Cast.today, under: .templates) == [Cast.plant2.id])
    }

    @Test("a grant covers its own days and no other")
    func days() {
        let before = Cast.begin.adding(days: -1)
        #expect(
            Coverage.uncovered(Cast.harbour, on: before, under: .templates) == [
                Cast.dock4.id, Cast.plant2.id,
            ])
    }

    @Test("whoever was removed covers nothing")
    func removed() {
        var state = withoutBen
        state.take([.people(.removed(Cast.ana.id))], by: .system)
        #expect(
            Coverage.uncovered(state, on: Cast.today, under: .templates) == [Cast.dock4.id, Cast.plant2.id])
    }

    @Test("removing somebody names the worksites that nobody could approve for after it")
    func refusesRemoval() throws {
        #expect(throws: PeopleRefusal.leavesUncovered([Cast.dock4.id])) {
            try PeopleRules.decide(.remove(Cast.ana.id, leavingUncovered: false), withoutBen, admin)
        }
        #expect(throws: PeopleRefusal.leavesUncovered([Cast.plant2.id])) {
            try PeopleRules.decide(.remove(Cast.ben.id, leavingUncovered: false), Cast.harbour, admin)
        }
    }

    @Test("said aloud, it is done all the same; and what was uncovered before is nobody's fault now")
    func allowsRemoval() throws {
        let aloud = try PeopleRules.decide(
            .remove(Cast.ana.id, leavingUncovered: true), withoutBen, admin)
        #expect(aloud == [.removed(Cast.ana.id)])
        let harmless = try PeopleRules.decide(
            .remove(Cast.eve.id, leavingUncovered: false), withoutBen, admin)
        #expect(harmless == [.removed(Cast.eve.id)])
        let covered = try PeopleRules.decide(
            .remove(Cast.ana.id, leavingUncovered: false), Cast.harbour, admin)
        #expect(covered == [.removed(Cast.ana.id)])
    }

    @Test("an approver who comes late decides what waited before")
    func lateApprover() throws {
        var state = Cast.harbourWaiting
        state.take([.people(.removed(Cast.ben.id))], by: .system)
        let ask = GrantAsk(
            role: .approver, node: .worksite(Cast.plant2.id), days: DayRange(from: Cast.today))
        let events = try PeopleRules.decide(
            .edit(
                Cast.eve.id, name: Cast.eve.name, email: Cast.eve.email.text, language: .english,
                grants: [ask]), state, admin)
        state.take(events.map(TenantEvent.people), by: .contact(Cast.carol))
        let eve = try #require(state.contacts[Cast.eve.id])
        let sheet = try #require(state.waiting(at: Cast.plant2.id).first)
        #expect(throws: Never.self) {
            try TimesheetRules.decide(
                .approve(sheet.id, seen: sheet.fingerprint.short), state, Cast.context(.contact(eve)))
        }
    }
}
