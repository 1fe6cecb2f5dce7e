import Cast
import Staffing
import Testing

@Suite("Roles as data")
struct RoleRulesTests {
    private let ops = Cast.context(.staff(Cast.olga))
    private let state: AgencyState = {
        var state = AgencyState()
        for member in [Cast.sam, Cast.bill, Cast.olga] { state.evolve(.staffJoined(member)) }
        return state
    }()

    private func draft(
        _ permissions: PermissionSet, title: String = "", given: Bool = true
    ) -> RoleDraft {
        RoleDraft(title: title, permissions: permissions, isGivenByClients: given)
    }

    private func refuse(_ refusal: RoleRefusal, _ command: RoleCommand) {
        #expect(throws: refusal) { try RoleRules.decide(command, state, ops) }
    }

    private func after(_ command: RoleCommand) throws -> AgencyState {
        var after = state
        for event in try RoleRules.decide(command, state, ops) { after.evolve(event) }
        return after
    }

    @Test("every template is possible for its side and lacks nothing that it needs")
    func templates() {
        for role in RoleBook.templates.all {
            #expect(role.permissions.isSubset(of: role.side.possible), "\(role.role.rawValue)")
            #expect(role.missing.isEmpty, "\(role.role.rawValue)")
        }
        #expect(RoleBook.templates.all.count == 15)
    }

    @Test("what a stored grant names means what it meant before roles were data")
    func sameMeaning() {
        let book = RoleBook.templates
        #expect(
            book.permissions(of: .approver, for: .client)
                == [.seeTimesheets, .decideTimesheets, .seeAssignments])
        #expect(book.permissions(of: .requester, for: .client) == [.orderPeople, .seeAssignments])
        #expect(book.permissions(of: .viewer, for: .client) == [.seeAssignments, .seeTimesheets])
    }

    @Test("a role of one side allows nothing to people of the other")
    func sides() {
        #expect(RoleBook.templates.permissions(of: .opsAdmin, for: .client).isEmpty)
        #expect(RoleBook.templates.permissions(of: .clientAdmin, for: .staff).isEmpty)
        var contact = Cast.ana
        contact.grants = [
            Grant(id: Identifier(1), role: .opsAdmin, node: .tenant, days: DayRange(from: Cast.begin))
        ]
        for permission in Permission.allCases {
            #expect(!Policy.may(.contact(contact), permission, at: .tenant, on: Cast.today).isAllowed)
        }
    }

    @Test("only who may change roles does")
    func permission() {
        for viewer in [Viewer.staff(Cast.sam), .staff(Cast.bill), .contact(Cast.carol), .nobody] {
            for command in [
                RoleCommand.retire(.viewer), .change(.viewer, draft([])), .define(.client, draft([])),
            ] {
                #expect(throws: RoleRefusal.notAllowed) {
                    try RoleRules.decide(command, state, Cast.context(viewer))
                }
            }
        }
    }

    @Test("pay, margin and other clients have no way into a role of a client, decisions none to staff")
    func impossible() {
        refuse(.impossible([.seePayRates]), .change(.billingContact, draft([.seePayRates])))
        refuse(
            .impossible([.seeMargin]), .define(.client, draft([.seeMargin], title: "Dock accountant")))
        refuse(.impossible([.manageRoles]), .change(.clientAdmin, draft([.manageRoles])))
        refuse(
            .impossible([.decideTimesheets]),
            .change(.coordinator, draft([.seeTenants, .seeTimesheets, .decideTimesheets])))
    }

    @Test("what needs something else does not stand alone")
    func incomplete() {
        refuse(.incomplete([.seeTimesheets]), .change(.approver, draft([.decideTimesheets])))
        refuse(.incomplete([.seeBillRates]), .change(.billingContact, draft([.seeInvoices])))
        refuse(
            .incomplete([.seePeople, .seeContactDetails]), .change(.clientAdmin, draft([.managePeople])))
    }

    @Test("names are there, short, and taken once")
    func titles() {
        refuse(.titleMissing, .define(.client, draft([], title: " ")))
        refuse(.titleMissing, .define(.client, draft([], title: "Ω")))
        refuse(.titleTooLong, .define(.client, draft([], title: String(repeating: "a", count: 61))))
        refuse(.titleTaken, .define(.client, draft([], title: "Approver")))
        refuse(.unknown, .retire(Role(titled: "nobody") ?? .viewer))
    }

    @Test("a new role has a short name of its title's letters")
    func define() throws {
        let book = try after(.define(.client, draft([.seeTimesheets], title: " Yard  Lead! "))).roles
        let role = try #require(Role(rawValue: "yard-lead"))
        #expect(book[role]?.title == "Yard  Lead!")
        #expect(book.permissions(of: role, for: .client) == [.seeTimesheets])
        #expect(book.revision == 1)
    }

    @Test("a retired role allows nothing, and saving it brings it back")
    func retirement() throws {
        var now = try after(.retire(.viewer))
        #expect(now.roles.permissions(of: .viewer, for: .client).isEmpty)
        #expect(throws: RoleRefusal.alreadyRetired) { try RoleRules.decide(.retire(.viewer), now, ops) }
        for event in try RoleRules.decide(.change(.viewer, draft([.seeTimesheets])), now, ops) {
            now.evolve(event)
        }
        #expect(now.roles.permissions(of: .viewer, for: .client) == [.seeTimesheets])
    }

    @Test("somebody can always change roles")
    func lastEditor() throws {
        refuse(.lastEditor, .retire(.opsAdmin))
        refuse(.lastEditor, .change(.opsAdmin, draft([.seeTenants, .manageTenants])))
        var two = state
        two.evolve(.roleChanged(RoleDefinition(.coordinator, .staff, [.seeTenants, .manageRoles])))
        #expect(throws: Never.self) { try RoleRules.decide(.retire(.opsAdmin), two, ops) }
    }

    @Test("what a snapshot holds makes the same roles again")
    func digest() throws {
        var made = try after(.define(.staff, draft([.seeTenants], title: "Night desk")))
        made.evolve(.roleChanged(RoleDefinition(.viewer, .client, [.seeTimesheets])))
        made.evolve(.roleRetired(.requester))
        var again = AgencyState()
        for event in made.digest { again.evolve(event) }
        #expect(again.roles.all == made.roles.all)
        #expect(AgencyState().digest.isEmpty)
    }

    @Test("a client's admin gives what the agency marked as theirs to give; what somebody has they keep")
    func giving() throws {
        func ask(_ role: Role) -> GrantAsk {
            GrantAsk(role: role, node: .tenant, days: DayRange(from: Cast.begin))
        }
        func invite(_ role: Role, by viewer: Viewer) throws -> [PeopleEvent] {
            let command = PeopleCommand.invite(
                name: "Finn Berg", email: "finn@harbour.example", language: .english, grants: [ask(role)])
            return try PeopleRules.decide(command, Cast.harbour, Cast.context(viewer))
        }
        let unknown = try #require(Role(rawValue: "nobody"))
        for role in [Role.interviewer, .opsAdmin, unknown] {
            #expect(throws: PeopleRefusal.roleNotGiven) { try invite(role, by: .contact(Cast.carol)) }
        }
        #expect(throws: Never.self) { try invite(.interviewer, by: .system) }
        #expect(throws: PeopleRefusal.roleNotGiven) { try invite(.opsAdmin, by: .system) }
        var book = RoleBook.templates
        book.retire(.approver)
        let context = Context(
            viewer: .contact(Cast.carol), moment: Cast.now, today: Cast.today, roles: book,
            drawNumber: { 9_001 }, fingerprint: Cast.fingerprint)
        let keep = PeopleCommand.edit(
            Cast.ana.id, name: "Ana R.", email: Cast.ana.email.text, language: .english,
            grants: Cast.ana.grants.map(\.ask))
        #expect(throws: Never.self) { try PeopleRules.decide(keep, Cast.harbour, context) }
    }
}
