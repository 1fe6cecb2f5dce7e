import Cast
import Staffing
import Testing

@Suite("Leaving, handing over, and coming back")
struct LeavingRulesTests {
    private let admin = Cast.context(.contact(Cast.carol))

    private func after(_ events: [PeopleEvent], _ state: TenantState = Cast.harbour) -> TenantState {
        var state = state
        state.take(events.map(TenantEvent.people), by: .contact(Cast.carol))
        return state
    }

    private func handingOver(to receiver: ContactID) -> PeopleCommand {
        .remove(
            Cast.ben.id, handingOver: [Handover(worksite: Cast.plant2.id, receiver: receiver)],
            leavingUncovered: false)
    }

    @Test("whoever takes over approves from today on, and nothing is left uncovered")
    func handsOver() throws {
        let events = try PeopleRules.decide(handingOver(to: Cast.eve.id), Cast.harbour, admin)
        let state = after(events)
        #expect(Coverage.uncovered(state, on: Cast.today, under: .templates).isEmpty)
        let eve = try #require(state.contacts[Cast.eve.id])
        let given = try #require(eve.grants.last)
        #expect(given.role == .approver && given.node == .worksite(Cast.plant2.id))
        #expect(given.days == DayRange(from: Cast.today))
        #expect(state.contacts[Cast.ben.id]?.standing == .removed)
    }

    @Test("nobody takes over who goes, who went, or who never was")
    func unfit() {
        let withoutEve = after([.removed(Cast.eve.id)])
        for (receiver, state) in [
            (Cast.ben.id, Cast.harbour), (Cast.eve.id, withoutEve), (Identifier(9_999), Cast.harbour),
        ] {
            #expect(throws: PeopleRefusal.receiverUnfit) {
                try PeopleRules.decide(handingOver(to: receiver), state, admin)
            }
        }
    }

    @Test("a handover of one worksite does not cover another")
    func otherSite() {
        let wrong = PeopleCommand.remove(
            Cast.ben.id, handingOver: [Handover(worksite: Cast.dock4.id, receiver: Cast.eve.id)],
            leavingUncovered: false)
        #expect(throws: PeopleRefusal.leavesUncovered([Cast.plant2.id])) {
            try PeopleRules.decide(wrong, Cast.harbour, admin)
        }
    }

    @Test("an undo gives back what was held, and takes back what others were given for it")
    func comesBack() throws {
        let gone = after(try PeopleRules.decide(handingOver(to: Cast.eve.id), Cast.harbour, admin))
        #expect(gone.contact(email: Cast.ben.email) == nil)
        let late = Cast.context(
            .contact(Cast.carol), at: Cast.now.adding(seconds: Departure.undoSeconds))
        let back = after(try PeopleRules.decide(.takeBack(Cast.ben.id), gone, late), gone)
        #expect(back.contacts[Cast.ben.id] == Cast.harbour.contacts[Cast.ben.id])
        #expect(back.contacts[Cast.eve.id] == Cast.harbour.contacts[Cast.eve.id])
        #expect(back.contact(email: Cast.ben.email)?.id == Cast.ben.id)
        #expect(back.departures(at: Cast.now).isEmpty)
        #expect(throws: PeopleRefusal.hasNotLeft) {
            try PeopleRules.decide(.takeBack(Cast.ben.id), back, late)
        }
    }

    @Test("what the one who took over lost meanwhile is not taken twice")
    func receiverChanged() throws {
        var gone = after(try PeopleRules.decide(handingOver(to: Cast.eve.id), Cast.harbour, admin))
        gone = after([.removed(Cast.eve.id)], gone)
        let events = try PeopleRules.decide(.takeBack(Cast.ben.id), gone, admin)
        #expect(events == [.returned(Cast.ben.id, Cast.ben.standing, Cast.ben.grants)])
    }

    @Test("after ten minutes, for another's address, or by others than an admin there is no undo")
    func refusesReturn() throws {
        let gone = after([.removed(Cast.eve.id)])
        let late = Cast.context(
            .contact(Cast.carol), at: Cast.now.adding(seconds: Departure.undoSeconds + 1))
        #expect(throws: PeopleRefusal.tooLateToReturn) {
            try PeopleRules.decide(.takeBack(Cast.eve.id), gone, late)
        }
        #expect(throws: PeopleRefusal.notAllowed) {
            try PeopleRules.decide(.takeBack(Cast.eve.id), gone, Cast.context(.contact(Cast.ana)))
        }
        #expect(throws: PeopleRefusal.unknown) {
            try PeopleRules.decide(.takeBack(Identifier(9_999)), gone, admin)
        }
        let other = Contact(
            id: Identifier(199), name: "Eve Other", email: Cast.eve.email, language: .english)
        let taken = after([.invited(other)], gone)
        #expect(throws: PeopleRefusal.emailTaken) {
            try PeopleRules.decide(.takeBack(Cast.eve.id), taken, admin)
        }
    }

    @Test("only who left within ten minutes before the latest is remembered")
    func remembered() {
        var state = after([.removed(Cast.eve.id)])
        let later = Cast.now.adding(seconds: Departure.undoSeconds + 1)
        state.take([.people(.removed(Cast.rex.id))], by: .system, at: later)
        #expect(state.departures(at: Cast.now).map(\.contact) == [Cast.rex.id])
        #expect(state.departure(of: Cast.eve.id) == nil)
    }
}
