import HTTP
import Staffing
import Tenancy

/// Where somebody invites from a file: at their own company, or on the staff side for one client.
struct InviteDesk: Sendable {
    let visit: Visit
    let tenant: Tenant
    let form: Address
    let template: Address
    let check: Address
    let invitations: Address
    let refused: Address
    /// The list of people, and where in the navigation it stands.
    let people: Address
    let place: Address

    /// A client's own admin, of the whole company: what the door checked holds at one place at least.
    static func client(_ tenant: Tenant, _ visit: Visit) throws(Problem) -> InviteDesk {
        try PeopleSlice.checkManager(visit)
        return InviteDesk(
            visit: visit, tenant: tenant, form: Routes.inviteFile.address,
            template: Routes.inviteFileTemplate.address, check: Routes.inviteFileCheck.address,
            invitations: Routes.inviteFileInvitations.address, refused: Routes.inviteFileRefused.address,
            people: Routes.people.address, place: Routes.people.address)
    }

    static func staff(_ id: TenantID, _ visit: Visit) async throws(Problem) -> InviteDesk {
        InviteDesk(
            visit: visit, tenant: try await visit.tenant(id), form: Routes.tenantInviteFile(id),
            template: Routes.tenantInviteFileTemplate(id), check: Routes.tenantInviteFileCheck(id),
            invitations: Routes.tenantInviteFileInvitations(id), refused: Routes.tenantInviteFileRefused(id),
            people: Routes.tenantPeople(id), place: Routes.tenants.address)
    }

    var say: any Sentences { visit.say }
    var words: any InviteFileWords { visit.say.ofInviteFile }

    /// Whoever asks, with what they hold at this very step.
    func caller() async throws(Problem) -> Caller {
        switch visit.viewer.person {
        case .contact:
            try await tenant.run { (tenant: isolated Tenant) throws(Problem) in try tenant.caller(visit) }
        case .staff: await visit.services.agency.run { $0.caller(visit) }
        case .worker, .nobody, .system: throw .missing
        }
    }
}
