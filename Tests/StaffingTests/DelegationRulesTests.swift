import Cast
import Staffing
import Testing

@Suite("Standing in for somebody who is away")
struct DelegationRulesTests {
    private let week = DayRange(from: Cast.today, through: Cast.today.adding(days: 6))

    /// Everybody has signed in at Harbour Foods, where one sheet waits for each worker.
    private let harbour: TenantState = {
        var state = Cast.harbourWaiting
        state.take(state.contacts.keys.map { .people(.joined($0)) }, by: .system)
        return state
    }()

    private func given(
        _ giver: Contact, to delegate: Contact, _ worksites: [WorksiteID] = [], _ days: DayRange? = nil,
        by viewer: Viewer? = nil, in state: TenantState? = nil, drawing number: UInt64 = 9_001
    ) throws -> TenantState {
        var state = state ?? harbour
        let command = DelegationCommand.give(
            from: giver.id, to: delegate.id, worksites: worksites, days ?? week)
        let events = try DelegationRules.decide(
            command, state, Cast.context(viewer ?? .contact(giver), drawing: number))
        state.take(events.map(TenantEvent.delegation), by: viewer ?? .contact(giver))
        return state
    }

    private func viewer(_ contact: Contact, in state: TenantState) throws -> Viewer {
        state.viewer(try #require(state.contacts[contact.id]), under: .templates)
    }

    private func may(
        _ contact: Contact, _ permission: Permission = .decideTimesheets, at worksite: Worksite,
        on day: Day = Cast.today, in state: TenantState
    ) throws -> Bool {
        Policy.may(try viewer(contact, in: state), permission, at: .worksite(worksite.id), on: day).isAllowed
    }

    @Test("whoever stands in decides where the giver may, on those days, and sees no more than the hours")
    func lends() throws {
        let state = try given(Cast.ben, to: Cast.eve)
        for site in [Cast.dock4, Cast.plant2] { #expect(try may(Cast.eve, at: site, in: state)) }
        let end = try #require(week.through)
        #expect(try may(Cast.eve, at: Cast.dock4, on: end, in: state))
        #expect(!(try may(Cast.eve, at: Cast.dock4, on: end.adding(days: 1), in: state)))
        #expect(!(try may(Cast.eve, at: Cast.dock4, on: Cast.today.adding(days: -1), in: state)))
        for permission in [Permission.seeBillRates, .seeAssignments, .managePeople] {
            #expect(!(try may(Cast.eve, permission, at: Cast.dock4, in: state)))
        }
    }

    @Test("some worksites only, and only those where the giver decides themselves")
    func narrower() throws {
        let state = try given(Cast.ben, to: Cast.eve, [Cast.dock4.id])
        #expect(try may(Cast.eve, at: Cast.dock4, in: state))
        #expect(!(try may(Cast.eve, at: Cast.plant2, in: state)))
        #expect(throws: DelegationRefusal.widerThanOwn([Cast.plant2.id])) {
            try given(Cast.ana, to: Cast.eve, [Cast.dock4.id, Cast.plant2.id])
        }
        #expect(throws: DelegationRefusal.nothingToLend) { try given(Cast.dora, to: Cast.eve) }
    }

    @Test("what the giver loses the one who stands in loses with it; what comes back holds again")
    func followsGiver() throws {
        var state = try given(Cast.ben, to: Cast.eve)
        var without = state
        let grant = try #require(Cast.ben.grants.first)
        without.take([.people(.grantWithdrawn(Cast.ben.id, grant.id))], by: .system)
        #expect(!(try may(Cast.eve, at: Cast.dock4, in: without)))
        state.take([.people(.removed(Cast.ben.id))], by: .system)
        #expect(!(try may(Cast.eve, at: Cast.dock4, in: state)))
        #expect(state.borrowing(by: Cast.eve.id, on: Cast.today).isEmpty)
        state.take([.people(.returned(Cast.ben.id, .active, Cast.ben.grants))], by: .system)
        #expect(try may(Cast.eve, at: Cast.dock4, in: state))
    }

    @Test("nobody hands on what they were lent, nor to somebody whose stand-in leads back")
    func noChain() throws {
        let lent = try given(Cast.ben, to: Cast.eve)
        #expect(throws: DelegationRefusal.nothingToLend) { try given(Cast.eve, to: Cast.rex, in: lent) }
        // Ana holds Dock 4 herself; what Ben lends her does not go on to Rex.
        let both = try given(Cast.ana, to: Cast.rex, in: try given(Cast.ben, to: Cast.ana), drawing: 9_002)
        #expect(try may(Cast.rex, at: Cast.dock4, in: both))
        #expect(!(try may(Cast.rex, at: Cast.plant2, in: both)))
        #expect(throws: DelegationRefusal.circle) {
            try given(Cast.ana, to: Cast.ben, in: try given(Cast.ben, to: Cast.ana))
        }
        let later = DayRange(from: Cast.today.adding(days: 7), through: Cast.today.adding(days: 8))
        #expect(throws: Never.self) {
            try given(
                Cast.ana, to: Cast.ben, [], later, in: try given(Cast.ben, to: Cast.ana), drawing: 9_002)
        }
    }

    @Test("dates have an end that is not over, and not too far")
    func dates() {
        let today = Cast.today
        for (days, refusal) in [
            (DayRange(from: today), DelegationRefusal.endMissing),
            (DayRange(from: today, through: today.adding(days: -1)), .datesBackward),
            (DayRange(from: today.adding(days: -3), through: today.adding(days: -1)), .alreadyOver),
            (DayRange(from: today, through: today.adding(days: 366)), .tooLong),
        ] {
            #expect(throws: refusal) { try given(Cast.ben, to: Cast.eve, [], days) }
        }
        let longest = DayRange(from: today, through: today.adding(days: 365))
        #expect(throws: Never.self) { try given(Cast.ben, to: Cast.eve, [], longest) }
    }

    @Test("the giver and an admin arrange it, nobody else; and only for people who sign in")
    func who() throws {
        #expect(throws: Never.self) { try given(Cast.ben, to: Cast.eve, by: .contact(Cast.carol)) }
        #expect(throws: DelegationRefusal.notAllowed) {
            try given(Cast.ben, to: Cast.ana, by: .contact(Cast.ana))
        }
        #expect(throws: DelegationRefusal.toOneself) { try given(Cast.ben, to: Cast.ben) }
        var state = harbour
        state.take([.people(.removed(Cast.eve.id))], by: .system)
        #expect(throws: DelegationRefusal.delegateUnfit) { try given(Cast.ben, to: Cast.eve, in: state) }
        let newcomer = Contact(
            id: Identifier(199), name: "Nia New", email: Cast.eve.email, language: .english)
        state.take([.people(.invited(newcomer))], by: .system)
        #expect(throws: DelegationRefusal.delegateUnfit) { try given(Cast.ben, to: newcomer, in: state) }
    }

    @Test("the same form twice arranges it once")
    func once() throws {
        let state = try given(Cast.ben, to: Cast.eve, in: try given(Cast.ben, to: Cast.eve), drawing: 9_002)
        #expect(state.lending(by: Cast.ben.id, on: Cast.today).count == 1)
    }

    @Test("the giver or an admin ends it early, at once; to others it is not there")
    func ends() throws {
        let state = try given(Cast.ben, to: Cast.eve)
        let id = try #require(state.lending(by: Cast.ben.id, on: Cast.today).first).id
        for stranger in [Cast.ana, Cast.eve] {
            #expect(throws: DelegationRefusal.unknown) {
                try DelegationRules.decide(.end(id), state, Cast.context(.contact(stranger)))
            }
        }
        for viewer in [Cast.ben, Cast.carol] {
            let events = try DelegationRules.decide(.end(id), state, Cast.context(.contact(viewer)))
            var ended = state
            ended.take(events.map(TenantEvent.delegation), by: .contact(viewer))
            #expect(!(try may(Cast.eve, at: Cast.dock4, in: ended)))
            #expect(throws: DelegationRefusal.unknown) {
                try DelegationRules.decide(.end(id), ended, Cast.context(.contact(viewer)))
            }
        }
    }

    @Test("what is decided in another's place says so for ever; what one may decide oneself does not")
    func onBehalf() throws {
        var state = try given(Cast.ben, to: Cast.ana)
        let (dock, plant) = (TimesheetID(701), TimesheetID(704))
        let ana = try viewer(Cast.ana, in: state)
        for id in [dock, plant] {
            try state.perform(.approve(id, seen: Cast.seen(id, in: state)), by: ana)
        }
        #expect(state.timesheets[dock]?.history.last?.onBehalf == nil)
        let entry = try #require(state.timesheets[plant]?.history.last)
        #expect(entry.onBehalf == OnBehalf(Cast.ben.id, name: "Ben Okafor") && entry.name == "Ana Ribeiro")
        try state.perform(.withdrawApproval(plant), by: ana)
        #expect(state.timesheets[plant]?.history.last?.onBehalf?.name == "Ben Okafor")
        try state.perform(
            .reject(plant, seen: Cast.seen(plant, in: state), reason: .notWorked, words: ""), by: ana)
        #expect(state.timesheets[plant]?.history.last?.onBehalf?.name == "Ben Okafor")
        let sight = Explanation.whoSees(
            .timesheet(at: Cast.plant2.id), among: [ana], on: Cast.today)
        guard case .standIn(let standIn) = sight.first?.basis else {
            Issue.record("nothing says in whose place Ana sees it")
            return
        }
        #expect(standIn.name == "Ben Okafor" && standIn.days == week)
    }

    @Test("one giver has so many at once")
    func most() throws {
        var state = harbour
        for number in 0..<DelegationRules.mostRunning {
            let through = week.from.adding(days: number)
            state = try given(
                Cast.ben, to: Cast.eve, [], DayRange(from: week.from, through: through), in: state,
                drawing: 9_100 + UInt64(number))
        }
        #expect(throws: DelegationRefusal.tooMany) { try given(Cast.ben, to: Cast.rex, in: state) }
    }
}
