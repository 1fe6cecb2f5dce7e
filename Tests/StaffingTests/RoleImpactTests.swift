import Cast
import Staffing
import Testing

@Suite("Whom a change of a role affects")
struct RoleImpactTests {
    private func change(_ role: Role, _ permissions: PermissionSet) -> RoleChange {
        var after = RoleBook.templates
        after.put(RoleDefinition(role, .client, permissions, isGivenByClients: true))
        return RoleChange(role, from: .templates, to: after)
    }

    private func impact(_ change: RoleChange) -> RoleImpact {
        RoleImpact(of: change, at: Cast.harbour, on: Cast.today)
    }

    @Test("who holds it at a worksite is counted there, who holds it everywhere as the whole client")
    func places() {
        let found = impact(
            change(.approver, [.seeTimesheets, .decideTimesheets, .seeAssignments, .seeBillRates]))
        #expect(
            found.shifts == [
                RoleShift(
                    permission: .seeBillRates, isGained: true, worksites: [], people: ["Ben Okafor"]),
                RoleShift(
                    permission: .seeBillRates, isGained: true, worksites: ["Dock 4"],
                    people: ["Ana Ribeiro"]),
            ])
        #expect(found.uncovered.isEmpty && !found.losesLastAdmin)
    }

    @Test("who has the same by another role loses nothing")
    func otherRole() throws {
        var state = Cast.harbour
        let second = Grant(
            id: Identifier(9), role: .viewer, node: .tenant, days: DayRange(from: Cast.begin))
        state.take([.people(.grantGiven(Cast.ana.id, second))], by: .system)
        let found = RoleImpact(of: change(.viewer, []), at: state, on: Cast.today)
        #expect(found.shifts.flatMap(\.people).contains("Eve Laurent"))
        let ana = found.shifts.filter { $0.people.contains("Ana Ribeiro") }
        // At Dock 4 she approves anyway; elsewhere she loses what she saw.
        #expect(ana.allSatisfy { !$0.isGained })
        #expect(Set(ana.map(\.worksites)) == [["Plant 2"]])
    }

    @Test("worksites that lose their last approver and a client that loses its last admin are named")
    func warnings() {
        #expect(impact(change(.approver, [.seeTimesheets])).uncovered == ["Dock 4", "Plant 2"])
        #expect(impact(change(.clientAdmin, [.seePeople])).losesLastAdmin)
    }

    @Test("who holds it from later on is affected, too; who held it is not")
    func dates() {
        func found(_ days: DayRange) -> RoleImpact {
            var state = Cast.harbour
            let grant = Grant(id: Identifier(9), role: .hiringManager, node: .tenant, days: days)
            state.take([.people(.grantGiven(Cast.rex.id, grant))], by: .system)
            return RoleImpact(of: change(.hiringManager, [.seeTimesheets]), at: state, on: Cast.today)
        }
        let tomorrow = Cast.today.adding(days: 1)
        #expect(found(DayRange(from: tomorrow)).shifts.flatMap(\.people).contains("Rex Tanaka"))
        let past = DayRange(from: Cast.begin, through: Cast.today.adding(days: -1))
        #expect(found(past).isEmpty)
    }

    @Test("for staff it is the members who hold it")
    func staff() {
        var after = RoleBook.templates
        after.retire(.coordinator)
        let change = RoleChange(.coordinator, from: .templates, to: after)
        let found = RoleImpact(of: change, among: [Cast.sam, Cast.bill, Cast.olga], on: Cast.today)
        #expect(Set(found.shifts.flatMap(\.people)) == ["Sam Novak"])
        #expect(found.shifts.allSatisfy { !$0.isGained })
    }
}
