import Cast
import Testing

@testable import Staffing

@Suite("Limits on approving alone")
struct ApprovalLimitTests {
    private let sheet = TimesheetID(701)
    /// 40 hours at 31.50: 1,260.00.
    private let cost: Int64 = 126_000

    /// Ana with a limit; Ben approves everywhere without one.
    private func state(_ minutes: Int?, _ amount: Int64? = nil) -> TenantState {
        var state = Cast.harbourWaiting
        give(ApprovalLimit(minutes: minutes, amount: amount), to: Cast.ana, &state)
        return state
    }

    private func give(_ limit: ApprovalLimit?, to contact: Contact, _ state: inout TenantState) {
        let old = state.contacts[contact.id]?.grants ?? []
        state.take(old.map { .people(.grantWithdrawn(contact.id, $0.id)) }, by: .system)
        let node = old.first?.node ?? .tenant
        let grant = Grant(
            id: Identifier(UInt64(state.contacts.count) + contact.id.rawValue * 7), role: .approver,
            node: node, days: DayRange(from: Cast.begin), limit: limit)
        state.take([.people(.grantGiven(contact.id, grant))], by: .system)
    }

    private func viewer(_ contact: Contact, _ state: TenantState) -> Viewer {
        .contact(state.contacts[contact.id] ?? contact)
    }

    private func decide(
        _ command: TimesheetCommand, by contact: Contact, in state: TenantState,
        at moment: Moment = Cast.now
    ) throws(TimesheetRefusal) -> [TimesheetEvent] {
        try TimesheetRules.decide(command, state, Cast.context(viewer(contact, state), at: moment))
    }

    private func approval(_ state: TenantState, of id: TimesheetID? = nil) -> TimesheetCommand {
        .approve(id ?? sheet, seen: Cast.seen(id ?? sheet, in: state))
    }

    /// Ana has given the first approval of two.
    private func begun(_ minutes: Int? = 2_399, _ amount: Int64? = nil) throws -> TenantState {
        var state = state(minutes, amount)
        let events = try decide(approval(state), by: Cast.ana, in: state)
        state.take(events.map(TenantEvent.timesheet), by: viewer(Cast.ana, state), at: Cast.now)
        return state
    }

    @Test("up to the limit and on it an approval is whole, above it the first of two")
    func edges() throws {
        for (minutes, amount, isWhole) in [
            (2_400, nil, true), (2_399, nil, false), (nil, cost, true), (nil, cost - 1, false),
            (2_400, cost, true), (2_400, cost - 1, false), (0, nil, false),
        ] as [(Int?, Int64?, Bool)] {
            let state = state(minutes, amount)
            let events = try decide(approval(state), by: Cast.ana, in: state)
            guard case .approved = events.first else {
                #expect(!isWhole, "\(String(describing: minutes)) \(String(describing: amount))")
                continue
            }
            #expect(isWhole)
        }
    }

    @Test("the first approval waits, and the second by somebody whose limit allows it approves")
    func secondStep() throws {
        var state = try begun()
        let waiting = try #require(state.timesheets[sheet])
        #expect(waiting.isWaiting && waiting.isBegun && !waiting.isApproved && !waiting.isReadyToInvoice)
        #expect(state.secondApprovers(of: waiting, on: Cast.today, under: .templates) == ["Ben Okafor"])
        let events = try decide(approval(state), by: Cast.ben, in: state)
        state.take(events.map(TenantEvent.timesheet), by: .contact(Cast.ben), at: Cast.now)
        let approved = try #require(state.timesheets[sheet])
        #expect(approved.isApproved && approved.isReadyToInvoice)
        #expect(
            approved.history.map(\.name) == ["Sam Novak", "Ana Ribeiro", "Ben Okafor"])
    }

    @Test("nobody is two people, and a limit is asked again at the second step")
    func refused() throws {
        var state = try begun()
        #expect(throws: TimesheetRefusal.secondPersonNeeded) {
            try decide(approval(state), by: Cast.ana, in: state)
        }
        // Not even with a limit that was raised meanwhile.
        give(nil, to: Cast.ana, &state)
        #expect(throws: TimesheetRefusal.secondPersonNeeded) {
            try decide(approval(state), by: Cast.ana, in: state)
        }
        give(ApprovalLimit(minutes: 2_000, amount: nil), to: Cast.ben, &state)
        #expect(throws: TimesheetRefusal.overLimit) { try decide(approval(state), by: Cast.ben, in: state) }
        let waiting = try #require(state.timesheets[sheet])
        #expect(state.secondApprovers(of: waiting, on: Cast.today, under: .templates).isEmpty)
    }

    @Test("the first approval is taken back by who gave it, at any time before the second")
    func withdrawn() throws {
        var state = try begun()
        let later = Cast.now.adding(seconds: 2 * TimesheetRules.withdrawalSeconds)
        #expect(throws: TimesheetRefusal.secondPersonNeeded) {
            try decide(.withdrawApproval(sheet), by: Cast.ben, in: state, at: later)
        }
        let events = try decide(.withdrawApproval(sheet), by: Cast.ana, in: state, at: later)
        #expect(events == [.approvalWithdrawn(sheet)])
        state.take(events.map(TenantEvent.timesheet), by: viewer(Cast.ana, state), at: later)
        #expect(state.timesheets[sheet]?.status == .submitted)
    }

    @Test("once both have approved, taking it back within its time takes both back")
    func bothWithdrawn() throws {
        var state = try begun()
        let second = try decide(approval(state), by: Cast.ben, in: state)
        state.take(second.map(TenantEvent.timesheet), by: .contact(Cast.ben), at: Cast.now)
        let events = try decide(.withdrawApproval(sheet), by: Cast.ben, in: state)
        state.take(events.map(TenantEvent.timesheet), by: .contact(Cast.ben), at: Cast.now)
        #expect(state.timesheets[sheet]?.status == .submitted)
    }

    @Test("whoever decides there may send it back, and the first approval is gone with it")
    func sentBack() throws {
        var state = try begun()
        let command = TimesheetCommand.reject(
            sheet, seen: Cast.seen(sheet, in: state), reason: .wrongHours, words: "")
        let events = try decide(command, by: Cast.ben, in: state)
        state.take(events.map(TenantEvent.timesheet), by: .contact(Cast.ben), at: Cast.now)
        #expect(state.timesheets[sheet]?.status == .rejected(.wrongHours))
    }

    @Test("hours that change in between have no approval, and who saw the old ones gives none")
    func changed() throws {
        var state = try begun()
        let old = approval(state)
        state.receive(9_001, Cast.tomaszAtDock, days: Cast.days([480, 480, 480, 480, 540]))
        #expect(state.timesheets[sheet]?.status == .submitted)
        #expect(throws: TimesheetRefusal.changedSinceShown) { try decide(old, by: Cast.ben, in: state) }
    }

    @Test("who gave the first and lost the role has given it all the same; authority is that of the moment")
    func lostRole() throws {
        var state = try begun()
        state.take([.people(.removed(Cast.ana.id))], by: .system)
        #expect(state.timesheets[sheet]?.isBegun == true)
        #expect(try decide(approval(state), by: Cast.ben, in: state).count == 1)
    }

    @Test("the widest grant counts")
    func widest() throws {
        var state = state(60)
        let second = Grant(
            id: Identifier(77), role: .approver, node: .tenant, days: DayRange(from: Cast.begin))
        state.take([.people(.grantGiven(Cast.ana.id, second))], by: .system)
        #expect(
            state.approvalStep(
                on: try #require(state.timesheets[sheet]), by: viewer(Cast.ana, state), on: Cast.today)
                == .whole)
    }

    @Test("in a batch each sheet is decided by its own size, and counted as what it became")
    func batch() {
        var state = state(2_400)
        state.receive(9_001, Cast.tomaszAtDock, days: Cast.days([600, 600, 480, 480, 480]))
        let commands = [701, 702, 703].map { approval(state, of: Identifier($0)) }
        let batch = TimesheetRules.decide(commands, state, Cast.context(viewer(Cast.ana, state)))
        let first = batch.events.count { if case .approvedFirst = $0 { true } else { false } }
        #expect(batch.events.count == 3 && first == 1 && batch.refusals.isEmpty)
    }

    @Test("what waits for a second approval is counted for who can give it, and for nobody else")
    func counted() throws {
        let state = try begun()
        func waiting(_ contact: Contact) -> Int {
            let viewer = viewer(contact, state)
            let open = state.open(.decideTimesheets, to: viewer, on: Cast.today)
            return state.decidable(at: Cast.dock4.id, by: viewer, within: open, on: Cast.today).all
        }
        #expect(waiting(Cast.ana) == 2 && waiting(Cast.ben) == 3)
        #expect(state.waitingShelf(at: Cast.dock4.id).begun == [sheet])
        #expect(state.approved(by: .contact(Cast.ana.id), at: Cast.now).map(\.id) == [sheet])
    }

    @Test("worksites where everybody has a limit are named")
    func coverage() {
        var state = state(60)
        #expect(Coverage.limited(state, on: Cast.today, under: .templates).isEmpty)
        give(ApprovalLimit(minutes: nil, amount: 5), to: Cast.ben, &state)
        #expect(
            Coverage.limited(state, on: Cast.today, under: .templates) == [Cast.dock4.id, Cast.plant2.id])
        #expect(Coverage.uncovered(state, on: Cast.today, under: .templates).isEmpty)
    }

    @Test("a limit limits something, and no more than a sheet can have")
    func possible() {
        #expect(ApprovalLimit(minutes: nil, amount: nil) == nil)
        let week = ApprovalLimit.mostMinutes
        for (minutes, amount) in [(week + 1, nil), (-1, nil), (nil, -1), (nil, ApprovalLimit.mostAmount + 1)]
            as [(Int?, Int64?)]
        {
            let ask = GrantAsk(
                role: .approver, node: .tenant, days: DayRange(from: Cast.today),
                limit: ApprovalLimit(minutes: minutes, amount: amount))
            #expect(throws: PeopleRefusal.limitImpossible) {
                try PeopleRules.decide(
                    .invite(name: "N", email: "n@harbour.example", language: .english, grants: [ask]),
                    Cast.harbour, Cast.context(.contact(Cast.carol)))
            }
        }
    }
}

@Suite("Two approvals, and somebody who stands in")
struct LentApprovalTests {
    private let sheet = TimesheetID(701)

    /// Ana approves Dock 4 alone up to 30 hours, and Eve stands in for her there.
    private var state: TenantState {
        var state = Cast.harbourWaiting
        let days = DayRange(from: Cast.begin, through: Cast.today.adding(days: 9))
        let grant = Grant(
            id: Identifier(9_100), role: .approver, node: .worksite(Cast.dock4.id), days: days,
            limit: ApprovalLimit(minutes: 1_800, amount: nil))
        let lent = Delegation(
            id: Identifier(9_200), giver: Cast.ana.id, delegate: Cast.eve.id, worksites: [], days: days)
        state.take(
            (state.contacts[Cast.ana.id]?.grants ?? []).map {
                .people(.grantWithdrawn(Cast.ana.id, $0.id))
            } + [.people(.grantGiven(Cast.ana.id, grant)), .delegation(.given(lent))], by: .system)
        return state
    }

    private func viewer(_ contact: Contact, _ state: TenantState) -> Viewer {
        state.viewer(state.contacts[contact.id] ?? contact, under: .templates)
    }

    private func approve(
        by contact: Contact, _ state: TenantState
    ) throws(TimesheetRefusal) -> [TimesheetEvent] {
        try TimesheetRules.decide(
            .approve(sheet, seen: Cast.seen(sheet, in: state)), state,
            Cast.context(viewer(contact, state)))
    }

    @Test("a limit is lent with the rest, and the first approval says in whose place")
    func lentLimit() throws {
        let events = try approve(by: Cast.eve, state)
        guard case .approvedFirst(_, _, let limit, let behalf) = events.first else {
            Issue.record("not the first of two")
            return
        }
        #expect(limit.minutes == 1_800 && behalf?.contact == Cast.ana.id)
    }

    @Test("who stands in counts as the one they stand in for: neither completes what the other began")
    func neither() throws {
        for (first, second) in [(Cast.eve, Cast.ana), (Cast.ana, Cast.eve)] {
            var state = state
            let events = try approve(by: first, state)
            state.take(events.map(TenantEvent.timesheet), by: viewer(first, state), at: Cast.now)
            #expect(throws: TimesheetRefusal.secondPersonNeeded) { try approve(by: second, state) }
            #expect(try approve(by: Cast.ben, state).count == 1)
        }
    }
}
