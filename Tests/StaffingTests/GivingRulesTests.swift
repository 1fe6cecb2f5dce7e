import Cast
import Staffing
import Testing

@Suite("Giving somebody more than they hold")
struct GivingRulesTests {
    private let state = Cast.harbour
    private let admin = Cast.context(.contact(Cast.carol))

    private func ask(_ role: Role, _ node: Node, from: Day = Cast.begin, through: Day? = nil) -> GrantAsk {
        GrantAsk(role: role, node: node, days: DayRange(from: from, through: through))
    }

    private func give(_ asks: [GrantAsk]) throws(PeopleRefusal) -> [PeopleEvent] {
        try PeopleRules.decide(.give(Cast.ben.id, asks), state, admin)
    }

    @Test("what somebody holds stays, and what they hold already is no news")
    func adds() throws {
        let held = try #require(Cast.ben.grants.first).ask
        let more = ask(.viewer, .tenant)
        let later = GrantAsk(
            role: held.role, node: held.node, days: DayRange(from: Cast.today, through: Cast.today))
        let events = try give([held, later, more])
        guard case .grantGiven(Cast.ben.id, let grant) = events.first else { throw Unexpected() }
        #expect(events.count == 1 && grant.ask == more)
    }

    @Test("a role that they hold there on other days is changed on their page")
    func meets() throws {
        let held = try #require(Cast.ben.grants.first).ask
        let earlier = GrantAsk(
            role: held.role, node: held.node, days: DayRange(from: held.days.from.adding(days: -1)))
        #expect(throws: PeopleRefusal.heldOtherwise) { try give([earlier]) }
        let before = GrantAsk(
            role: held.role, node: held.node,
            days: DayRange(from: held.days.from.adding(days: -9), through: held.days.from.adding(days: -1)))
        #expect(try give([before]).count == 1, "days before it are no part of it")
    }

    @Test("the rules of an invitation hold here, too")
    func refuses() {
        #expect(throws: PeopleRefusal.unknownWorksite) {
            try give([ask(.viewer, .worksite(Identifier(999)))])
        }
        #expect(throws: PeopleRefusal.roleNotGiven) { try give([ask(.interviewer, .tenant)]) }
        let many = (0..<PeopleRules.mostGrants).map { number in
            let day = Cast.today.adding(days: number)
            return ask(.viewer, .tenant, from: day, through: day)
        }
        #expect(throws: PeopleRefusal.tooManyGrants) { try give(many) }
        let stranger = Cast.context(.contact(Cast.ben))
        #expect(throws: PeopleRefusal.notAllowed) {
            try PeopleRules.decide(.give(Cast.ben.id, [ask(.viewer, .tenant)]), state, stranger)
        }
        #expect(throws: PeopleRefusal.unknown) {
            try PeopleRules.decide(.give(Identifier(999), [ask(.viewer, .tenant)]), state, admin)
        }
    }
}
