import Cast
import Staffing
import Testing

@Suite("The one authorization function")
struct PolicyTests {
    private func may(
        _ contact: Contact, _ permission: Permission, at node: Node, on day: Day = Cast.today
    ) -> Bool {
        Policy.may(.contact(contact), permission, at: node, on: day).isAllowed
    }

    @Test("a grant at a worksite reaches that worksite, not the client and no other worksite")
    func worksite() {
        #expect(may(Cast.ana, .decideTimesheets, at: .worksite(Cast.dock4.id)))
        #expect(!may(Cast.ana, .decideTimesheets, at: .worksite(Cast.plant2.id)))
        #expect(!may(Cast.ana, .decideTimesheets, at: .tenant))
    }

    @Test("a grant at the client reaches every worksite")
    func tenant() {
        for node in [Node.tenant, .worksite(Cast.dock4.id), .worksite(Cast.plant2.id)] {
            #expect(may(Cast.ben, .decideTimesheets, at: node))
        }
    }

    @Test("a grant holds from its first day through its last")
    func dates() {
        var contact = Cast.ana
        let days = DayRange(from: Cast.today, through: Cast.today.adding(days: 1))
        contact.grants = [Grant(id: Identifier(1), role: .approver, node: .tenant, days: days)]
        for (offset, expected) in [(-1, false), (0, true), (1, true), (2, false)] {
            let day = Cast.today.adding(days: offset)
            #expect(may(contact, .seeTimesheets, at: .tenant, on: day) == expected)
        }
    }

    @Test("a role gives what it names and nothing else", arguments: RoleBook.templates.all(of: .client))
    func roles(role: RoleDefinition) {
        var contact = Cast.ana
        let days = DayRange(from: Cast.begin)
        contact.grants = [Grant(id: Identifier(1), role: role.role, node: .tenant, days: days)]
        for permission in Permission.allCases {
            #expect(may(contact, permission, at: .tenant) == role.permissions.contains(permission))
        }
    }

    @Test(
        "no role of a client opens pay rates, other clients or the access log",
        arguments: RoleBook.templates.all(of: .client))
    func neverForClients(role: RoleDefinition) {
        let forbidden: PermissionSet = [
            .seePayRates, .seeMargin, .manageRoles, .seeTenants, .manageTenants, .importTimesheets,
            .makeInvoices, .readAccessLog,
        ]
        #expect(role.permissions.isDisjoint(with: forbidden))
    }

    @Test("no role of the agency decides about hours", arguments: RoleBook.templates.all(of: .staff))
    func neverForStaff(role: RoleDefinition) {
        #expect(!role.permissions.contains(.decideTimesheets))
    }

    @Test("who was removed, or left, may do nothing")
    func removed() {
        var contact = Cast.ben
        contact.standing = .removed
        var member = Cast.olga
        member.isActive = false
        for permission in Permission.allCases {
            #expect(!may(contact, permission, at: .tenant))
            #expect(!Policy.may(.staff(member), permission, at: .tenant, on: Cast.today).isAllowed)
            #expect(!Policy.may(.nobody, permission, at: .tenant, on: Cast.today).isAllowed)
        }
    }

    @Test("the verdict names the grant that it rests on")
    func basis() {
        let verdict = Policy.may(
            .contact(Cast.ana), .seeTimesheets, at: .worksite(Cast.dock4.id), on: Cast.today)
        #expect(verdict == .allowed(because: .grant(Cast.ana.grants[0])))
    }

    @Test("somewhere is enough to knock, nowhere is not")
    func anywhere() {
        let worksites = [Cast.dock4.id, Cast.plant2.id]
        func knocks(_ contact: Contact, _ permission: Permission) -> Bool {
            Policy.mayAnywhere(.contact(contact), permission, among: worksites, on: Cast.today)
        }
        #expect(knocks(Cast.ana, .decideTimesheets))
        #expect(!knocks(Cast.ana, .seeInvoices))
        #expect(!knocks(Cast.rex, .seeTimesheets))
    }

    @Test("a guarded rate opens for who may see it there, and stays shut for others")
    func guarded() {
        let rate = Cast.tomaszAtDock.billRate
        #expect(rate.opened(for: .contact(Cast.dora), on: Cast.today)?.minorUnits == 3_150)
        for contact in [Cast.ana, Cast.carol, Cast.eve, Cast.rex] {
            #expect(rate.opened(for: .contact(contact), on: Cast.today) == nil)
        }
    }

    @Test("a person of one client holds nothing at another, even with the same number")
    func otherClient() {
        #expect(Cast.zoe.id == Cast.ana.id)
        #expect(Cast.cedar.timesheets.keys.allSatisfy { Cast.harbourWaiting.timesheets[$0] == nil })
    }
}
