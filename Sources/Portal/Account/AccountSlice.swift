import Access
import HTTP
import Staffing
import Tenancy

/// What people do about themselves: their account, and the link by which they come in first.
enum AccountSlice {
    static let client = own + OwnAddress.endpoints + OwnSignInSlice.endpoints + InvitationSlice.client
    static let staff = staffOwn + OwnAddress.endpoints + OwnSignInSlice.endpoints + InvitationSlice.staff

    private static let own: [Endpoint] = [
        .inTenant(.get, Routes.account, needs: .session, shows: .ordinary) {
            (tenant, visit, _) throws(Problem) in
            try clientPage(tenant, visit).response()
        },
        .besideTenant(.post, Routes.password, needs: .session, shows: .ordinary, changeAtClient),
        .besideTenant(.post, Routes.signOutEverywhere, needs: .session, shows: .ordinary) {
            (_, visit, _) async throws(Problem) in
            try await signOutEverywhere(visit)
        },
    ]

    private static let staffOwn: [Endpoint] = [
        .apart(.get, Routes.account, needs: .session, shows: .ordinary) { (visit, _) async throws(Problem) in
            staffPage(try await member(visit), visit).response()
        },
        .apart(.post, Routes.password, needs: .session, shows: .ordinary, changeOnStaffSide),
        .apart(.post, Routes.signOutEverywhere, needs: .session, shows: .ordinary) {
            (visit, _) async throws(Problem) in
            try await signOutEverywhere(visit)
        },
    ]

    private static func changeAtClient(
        _ tenant: Tenant, _ visit: Visit, _ key: NoKey
    ) async throws(Problem) -> Response {
        let page = try await tenant.run { (tenant: isolated Tenant) throws(Problem) in
            try clientPage(tenant, visit)
        }
        let chooser = try await tenant.run { (tenant: isolated Tenant) throws(Problem) in
            Chooser(try contact(tenant, visit), tenant)
        }
        return try await PasswordChanging.change(page, chooser, visit)
    }

    private static func changeOnStaffSide(_ visit: Visit, _ key: NoKey) async throws(Problem) -> Response {
        let member = try await member(visit)
        return try await PasswordChanging.change(staffPage(member, visit), Chooser(member, visit), visit)
    }

    private static func clientPage(
        _ tenant: isolated Tenant, _ visit: Visit
    ) throws(Problem) -> AccountPage {
        let contact = try contact(tenant, visit)
        let places = NodeNames(tenant.state)
        let abilities = contact.grants.filter { $0.days.through.map { $0 >= visit.today } ?? true }.map {
            let place = places[$0.node]
            let days = $0.days.text(visit.say, on: visit.today)
            return
                (visit.say.ability($0.role, at: place, in: visit.roles) + (days.isEmpty ? "" : " (\(days))"))
                .capitalizedFirst
        }
        return AccountPage(
            visit: visit, name: contact.name, email: contact.email.text, abilities: abilities,
            standIns: DelegationLines(tenant.state, visit).about(contact.id))
    }

    private static func contact(_ tenant: isolated Tenant, _ visit: Visit) throws(Problem) -> Contact {
        guard case .contact(let id) = visit.viewer.person else { throw .missing }
        return try tenant.known(id)
    }

    private static func member(_ visit: Visit) async throws(Problem) -> StaffMember {
        guard case .staff(let id) = visit.viewer.person,
            let member = await visit.services.agency.state.staff[id]
        else { throw .missing }
        return member
    }

    private static func staffPage(_ member: StaffMember, _ visit: Visit) -> AccountPage {
        AccountPage(
            visit: visit, name: member.name, email: member.email.text,
            abilities: visit.roles.sorted(member.roles).compactMap { visit.roles[$0] }
                .map(visit.staffSay.staffAbility))
    }

    private static func signOutEverywhere(_ visit: Visit) async throws(Problem) -> Response {
        guard let account = visit.session?.account else { throw .missing }
        guard await visit.services.doorkeeper.signOutEverywhere(account, at: visit.services.reading()) else {
            throw Problem(.serviceUnavailable, visit.say.signedOutHereOnly)
        }
        var response = Response(seeOther: Routes.signIn.address.with("out", "1").headerValue)
        response.set(Cookie(removing: "session"))
        return response
    }
}

extension Chooser {
    init(_ contact: Contact, _ tenant: isolated Tenant) {
        self.init(
            name: contact.name, email: contact.email.text, company: tenant.state.client.name,
            account: Account(realm: .tenant(tenant.id), person: .contact(contact.id)), host: tenant.id.slug)
    }

    init(_ member: StaffMember, _ visit: Visit) {
        self.init(
            name: member.name, email: member.email.text, company: visit.services.setting.agencyName,
            account: Account(realm: .agency, person: .staff(member.id)))
    }
}

extension String {
    /// A clause as it stands at the beginning of a line.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
