import Cast
import Staffing
import Testing

@Suite("The agency's own records")
struct AgencyRulesTests {
    private let ops = Cast.context(.staff(Cast.olga))
    private let harbour: AgencyState = {
        var state = AgencyState()
        for member in [Cast.sam, Cast.bill, Cast.olga] { state.evolve(.staffJoined(member)) }
        if let id = TenantID("harbour") { state.evolve(.tenantOpened(id, name: "Harbour Foods")) }
        return state
    }()

    private func refuse(_ refusal: AgencyRefusal, _ command: AgencyCommand) {
        #expect(throws: refusal) { try AgencyRules.decide(command, harbour, ops) }
    }

    @Test("only who manages clients changes them")
    func permission() throws {
        let id = try #require(TenantID("harbour"))
        for viewer in [Viewer.staff(Cast.sam), .staff(Cast.bill), .contact(Cast.carol), .nobody] {
            for command in [
                .openTenant("cedar", name: "Cedar"), .removeStaff(Cast.sam.id),
                .addStaff(name: "New", email: "new@agency.example", roles: [.opsAdmin]),
                .setPayRate(id, Cast.tomaszAtDock.id, HourlyRate(minorUnits: 2_000)),
            ] as [AgencyCommand] {
                #expect(throws: AgencyRefusal.notAllowed) {
                    try AgencyRules.decide(command, harbour, Cast.context(viewer))
                }
            }
        }
    }

    @Test("a client's short name is a plain label, and taken once")
    func slugs() throws {
        let events = try AgencyRules.decide(.openTenant("cedar", name: " Cedar Mills "), harbour, ops)
        #expect(events == [.tenantOpened(try #require(TenantID("cedar")), name: "Cedar Mills")])
        refuse(.slugTaken, .openTenant("harbour", name: "Another"))
        refuse(.nameMissing, .openTenant("cedar", name: "  "))
        for slug in [
            "", "a", "staff", "www", "agency", "Cedar", "ced_ar", "-cedar", "cedar-", "cédar", "a.b",
        ] {
            refuse(.slugInvalid, .openTenant(slug, name: "Cedar"))
        }
    }

    @Test("a member of staff has a name, an address of their own and a role")
    func staff() throws {
        let events = try AgencyRules.decide(
            .addStaff(name: "Nora", email: "Nora@agency.example", roles: [.billing]), harbour, ops)
        guard case .staffJoined(let nora) = events.first else { throw Unexpected() }
        #expect(nora.email.text == "nora@agency.example" && nora.isActive)
        refuse(.nameMissing, .addStaff(name: " ", email: "n@agency.example", roles: [.billing]))
        refuse(.emailInvalid, .addStaff(name: "N", email: "agency", roles: [.billing]))
        refuse(.emailTaken, .addStaff(name: "N", email: "SAM@agency.example", roles: [.billing]))
        refuse(.rolesMissing, .addStaff(name: "N", email: "n@agency.example", roles: []))
    }

    @Test("the last ops admin stays; who left is unknown, and their address is free")
    func leaving() throws {
        refuse(.lastOpsAdmin, .removeStaff(Cast.olga.id))
        refuse(.unknown, .removeStaff(Identifier(9)))
        var state = harbour
        for event in try AgencyRules.decide(.removeStaff(Cast.sam.id), state, ops) { state.evolve(event) }
        #expect(throws: AgencyRefusal.unknown) {
            try AgencyRules.decide(.removeStaff(Cast.sam.id), state, ops)
        }
        #expect(throws: Never.self) {
            try AgencyRules.decide(
                .addStaff(name: "Sam", email: Cast.sam.email.text, roles: [.coordinator]), state, ops)
        }
        let gone = try #require(state.staff[Cast.sam.id])
        #expect(!Policy.may(.staff(gone), .seeTenants, at: .tenant, on: Cast.today).isAllowed)
    }

    @Test("a pay rate belongs to a known client, is possible, and opens for who may see it only")
    func payRates() throws {
        let id = try #require(TenantID("harbour"))
        let cedar = try #require(TenantID("cedar"))
        let assignment = Cast.tomaszAtDock.id
        refuse(.unknown, .setPayRate(cedar, assignment, HourlyRate(minorUnits: 2_000)))
        refuse(.rateImpossible, .setPayRate(id, assignment, HourlyRate(minorUnits: 0)))
        refuse(.rateImpossible, .setPayRate(id, assignment, HourlyRate(minorUnits: HourlyRate.highest + 1)))
        var state = harbour
        state.evolve(.payRateSet(id, assignment, HourlyRate(minorUnits: 2_000)))
        let rate = try #require(state.payRate(of: assignment, at: id))
        #expect(rate.opened(for: .staff(Cast.bill), on: Cast.today)?.minorUnits == 2_000)
        #expect(rate.opened(for: .staff(Cast.olga), on: Cast.today) != nil)
        #expect(rate.opened(for: .staff(Cast.sam), on: Cast.today) == nil)
        for contact in Cast.everybody { #expect(rate.opened(for: .contact(contact), on: Cast.today) == nil) }
        #expect(state.payRate(of: assignment, at: cedar) == nil)
    }
}

@Suite("Who works for the agency")
struct StaffRulesTests {
    private let ops = Cast.context(.staff(Cast.olga))
    private let agency: AgencyState = {
        var state = AgencyState()
        for member in [Cast.sam, Cast.bill, Cast.olga] { state.evolve(.staffJoined(member)) }
        return state
    }()

    @Test("what somebody holds is changed whole, and nothing happens twice")
    func changes() throws {
        let command = AgencyCommand.changeStaff(Cast.sam.id, name: " Sam N. ", roles: [.billing])
        let events = try AgencyRules.decide(command, agency, ops)
        #expect(events == [.staffChanged(Cast.sam.id, name: "Sam N.", roles: [.billing])])
        var after = agency
        for event in events { after.evolve(event) }
        #expect(after.staff[Cast.sam.id]?.roles == [.billing])
        #expect(try AgencyRules.decide(command, after, ops).isEmpty)
    }

    @Test("a change that cannot stand is refused, each for its own reason")
    func refuses() {
        let cases: [(AgencyCommand, AgencyRefusal)] = [
            (.changeStaff(Cast.sam.id, name: " ", roles: [.billing]), .nameMissing),
            (.changeStaff(Cast.sam.id, name: "Sam", roles: []), .rolesMissing),
            (.changeStaff(Cast.sam.id, name: "Sam", roles: [.approver]), .roleUnknown),
            (.changeStaff(Identifier(9), name: "Sam", roles: [.billing]), .unknown),
            (.changeStaff(Cast.olga.id, name: "Olga", roles: [.billing]), .lastOpsAdmin),
            (.removeStaff(Cast.olga.id), .lastOpsAdmin),
        ]
        for (command, refusal) in cases {
            #expect(throws: refusal) { try AgencyRules.decide(command, agency, ops) }
        }
    }

    @Test("who opens clients but changes no roles says nothing about the agency's people")
    func noEscalation() {
        var state = agency
        var coordinator = state.roles[.coordinator] ?? RoleDefinition(.coordinator, .staff, [])
        coordinator.permissions.insert(.manageTenants)
        state.evolve(.roleChanged(coordinator))
        let sam = Context(
            viewer: .staff(Cast.sam, under: state.roles), moment: ops.moment, today: ops.today,
            roles: state.roles, drawNumber: ops.drawNumber, fingerprint: ops.fingerprint)
        for command in [
            AgencyCommand.changeStaff(Cast.sam.id, name: "Sam", roles: [.opsAdmin]),
            .addStaff(name: "N", email: "n@agency.example", roles: [.opsAdmin]), .removeStaff(Cast.bill.id),
        ] {
            #expect(throws: AgencyRefusal.notAllowed) { try AgencyRules.decide(command, state, sam) }
        }
    }
}
