import HTTP
import Staffing
import Tenancy

/// Lets somebody approve where nobody would be there by the deadline: from today through that day, at that
/// worksite, and no longer.
enum CoverageSlice {
    static let client: [Endpoint] = [
        .inTenant(.post, Routes.coverage, needs: .permission(.managePeople), shows: .ordinary, cover)
    ]

    private static func cover(
        _ tenant: isolated Tenant, _ visit: Visit, _ key: NoKey
    ) throws(Problem) -> Response {
        try PeopleSlice.checkManager(visit)
        guard let worksite = visit.form["worksite"].flatMap(WorksiteID.init(pathText:)),
            let person = visit.form["person"].flatMap(ContactID.init(pathText:)),
            let site = tenant.state.worksites[worksite],
            let goal = visit.services.worksiteTime.next(
                from: visit.today, at: site, tenant.state.cutoffs),
            let role = visit.roles.approving
        else { throw .missing }
        let contact = try tenant.known(person)
        let ask = GrantAsk(
            role: role, node: .worksite(worksite), days: DayRange(from: visit.today, through: goal.day))
        let caller = try tenant.caller(visit)
        let grants = contact.grants.map(\.ask).filter { $0 != ask } + [ask]
        do throws(Turned<PeopleRefusal>) {
            try tenant.perform(
                .edit(
                    person, name: contact.name, email: contact.email.text, language: contact.language,
                    grants: grants),
                for: caller)
        } catch {
            throw Problem(error, visit.say) { visit.say.explain($0) }
        }
        return Response(seeOther: Routes.people.address.with("done", "covered").headerValue)
    }
}

extension RoleBook {
    /// The role by which somebody is let to approve: the template's, or another that clients may give.
    fileprivate var approving: Role? {
        let fitting = all(of: .client).filter {
            $0.isGivenByClients && $0.allowed.contains(.decideTimesheets)
                && !$0.allowed.contains(.managePeople)
        }
        return (fitting.first { $0.role == .approver } ?? fitting.first)?.role
    }
}
