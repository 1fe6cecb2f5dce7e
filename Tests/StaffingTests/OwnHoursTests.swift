import Cast
import Testing

@testable import Staffing

@Suite("Nobody decides about their own hours")
struct OwnHoursTests {
    private let sheet = TimesheetID(701)
    private let days = DayRange(from: Cast.today, through: Cast.today.adding(days: 6))

    /// The worker of sheet 701 is this person of the client, too.
    private func harbour(being contact: Contact) throws -> TenantState {
        var state = Cast.harbourWaiting
        let worker = try #require(state.timesheets[sheet]).worker
        state.take(state.contacts.keys.map { .people(.joined($0)) }, by: .system)
        state.take([.people(.identified(contact.id, worker))], by: .system)
        return state
    }

    private func viewer(_ contact: Contact, _ state: TenantState) throws -> Viewer {
        state.viewer(try #require(state.contacts[contact.id]), under: .templates)
    }

    private func lend(_ giver: Contact, _ delegate: Contact, _ number: UInt64, _ state: inout TenantState) {
        let delegation = Delegation(
            id: Identifier(number), giver: giver.id, delegate: delegate.id, worksites: [], days: days)
        state.take([.delegation(.given(delegation))], by: .system)
    }

    private func every(_ state: TenantState) -> [TimesheetCommand] {
        let seen = Cast.seen(sheet, in: state)
        return [
            .approve(sheet, seen: seen),
            .reject(sheet, seen: seen, reason: .wrongHours, words: "Not so."),
        ]
    }

    @Test("neither by what they hold, nor does anybody in their place, nor they in another's")
    func everyWay() throws {
        var state = try harbour(being: Cast.ana)
        lend(Cast.ana, Cast.eve, 1_201, &state)
        lend(Cast.ben, Cast.ana, 1_202, &state)
        for contact in [Cast.ana, Cast.eve] {
            for command in every(state) {
                #expect(throws: TimesheetRefusal.ownHours, "\(contact.name)") {
                    try TimesheetRules.decide(command, state, Cast.context(try viewer(contact, state)))
                }
            }
            let sheet = try #require(state.timesheets[sheet])
            #expect(
                try state.approvalStep(on: sheet, by: viewer(contact, state), on: Cast.today) == .ownHours)
        }
        for command in every(state) {
            #expect(try !TimesheetRules.decide(command, state, Cast.context(viewer(Cast.ben, state))).isEmpty)
        }
    }

    @Test("who stands in for somebody else, too, decides in that one's place")
    func otherGround() throws {
        var state = try harbour(being: Cast.ana)
        lend(Cast.ana, Cast.eve, 1_201, &state)
        lend(Cast.ben, Cast.eve, 1_202, &state)
        let events = try TimesheetRules.decide(
            .approve(sheet, seen: Cast.seen(sheet, in: state)), state,
            Cast.context(try viewer(Cast.eve, state)))
        guard case .approved(_, _, let behalf) = events.first else { throw Unexpected() }
        #expect(behalf?.contact == Cast.ben.id)
    }

    @Test("an approval that somebody else gave they do not take back either")
    func withdrawal() throws {
        var state = try harbour(being: Cast.ana)
        let seen = Cast.seen(sheet, in: state)
        try state.perform(.approve(sheet, seen: seen), by: .contact(Cast.ben))
        #expect(throws: TimesheetRefusal.ownHours) {
            try TimesheetRules.decide(
                .withdrawApproval(sheet), state, Cast.context(try viewer(Cast.ana, state)))
        }
    }

    @Test("a worksite whose only other approver is gone has nobody for these hours")
    func coverage() throws {
        var state = try harbour(being: Cast.ana)
        #expect(Coverage.uncovered(state, on: Cast.today, under: .templates).isEmpty)
        let ben = try #require(state.contacts[Cast.ben.id])
        state.take(ben.grants.map { .people(.grantWithdrawn(ben.id, $0.id)) }, by: .system)
        #expect(Coverage.uncovered(state, on: Cast.today, under: .templates).contains(Cast.dock4.id))
        state.take([.people(.identified(Cast.ana.id, nil))], by: .system)
        #expect(!Coverage.uncovered(state, on: Cast.today, under: .templates).contains(Cast.dock4.id))
    }

    @Test("the agency says who is which worker; clients do not")
    func identifying() throws {
        let state = Cast.harbourWaiting
        let worker = try #require(state.timesheets[sheet]).worker
        let command = PeopleCommand.identify(Cast.ana.id, worker)
        let ops = Cast.context(.staff(Cast.olga))
        #expect(try PeopleRules.decide(command, state, ops) == [.identified(Cast.ana.id, worker)])
        #expect(try PeopleRules.decide(.identify(Cast.ana.id, nil), state, ops).isEmpty)
        #expect(throws: PeopleRefusal.unknown) {
            try PeopleRules.decide(.identify(Cast.ana.id, Identifier(9)), state, ops)
        }
        #expect(throws: PeopleRefusal.notAllowed) {
            try PeopleRules.decide(command, state, Cast.context(.contact(Cast.carol)))
        }
    }

    @Test("whatever is said and lent by lot: no decision has the worker's name on it, and the counts agree")
    func byLot() throws {
        var lot = Lot(7)
        for _ in 0..<400 {
            var state = Cast.harbourWaiting
            let people = Array(state.contacts.values).sorted { $0.id.rawValue < $1.id.rawValue }
            state.take(people.map { .people(.joined($0.id)) }, by: .system)
            let workers = state.workers.values.map(\.id)
            for contact in people where lot.draw(3) == 0 {
                state.take([.people(.identified(contact.id, workers[lot.draw(workers.count)]))], by: .system)
            }
            for number in 0..<lot.draw(5) {
                let (giver, delegate) = (people[lot.draw(people.count)], people[lot.draw(people.count)])
                if giver.id != delegate.id { lend(giver, delegate, UInt64(1_300 + number), &state) }
            }
            for contact in people { try check(contact, state) }
        }
    }

    private func check(_ contact: Contact, _ state: TenantState) throws {
        let viewer = try viewer(contact, state)
        let context = Cast.context(viewer)
        let open = state.open(.decideTimesheets, to: viewer, on: Cast.today)
        for site in state.worksites.keys {
            var decided = 0
            for sheet in state.waiting(at: site) {
                let command = TimesheetCommand.approve(sheet.id, seen: sheet.fingerprint.short)
                let events = (try? TimesheetRules.decide(command, state, context)) ?? []
                let step = state.approvalStep(on: sheet, by: viewer, on: Cast.today)
                #expect(step.isPossible == !events.isEmpty)
                guard case .approved(_, _, let behalf) = events.first else { continue }
                decided += 1
                #expect(state.identities[contact.id] != sheet.worker)
                #expect(behalf.map { state.identities[$0.contact] != sheet.worker } ?? true)
            }
            #expect(
                state.decidable(at: site, by: viewer, within: open, on: Cast.today).all == decided,
                "\(contact.name)")
        }
    }
}

/// Numbers that look random and are the same each time.
private struct Lot {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func draw(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % max(1, count)
    }
}
