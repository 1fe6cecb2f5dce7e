import HTTP
import Staffing
import Tenancy

/// Who can see a record and why, for client admins about their own people and for staff about everybody.
enum SightSlice {
    static let client: [Endpoint] = [
        .inTenant(.get, Routes.timesheetSight, needs: .permission(.managePeople), shows: .ordinary) {
            (tenant, visit, id) throws(Problem) in
            try PeopleSlice.checkManager(visit)
            return page(try SightView(sheet: id, tenant.state, visit), visit)
        },
        .inTenant(.get, Routes.invoiceSight, needs: .permission(.managePeople), shows: .ordinary) {
            (tenant, visit, id) throws(Problem) in
            try PeopleSlice.checkManager(visit)
            return page(try SightView(invoice: id, tenant.state, visit), visit)
        },
        .inTenant(.get, Routes.personSight, needs: .permission(.managePeople), shows: .ordinary) {
            (tenant, visit, id) throws(Problem) in
            try PeopleSlice.checkManager(visit)
            return page(try SightView(person: id, tenant.state, visit), visit)
        },
    ]
    static let staff: [Endpoint] = [
        .apart(.get, Routes.tenantSight, needs: .permission(.seePeople), shows: .ordinary, show)
    ]

    /// To a client the agency's people are the agency: their roles are named, they are not.
    private static func page(_ view: SightView, _ visit: Visit) -> Response {
        SightPage(visit: visit, view: view, staff: nil, place: view.place).response
    }

    private static func show(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        let view = try await visit.inTenant(id) { tenant throws(Problem) in
            try SightView(asked: visit.query, id, tenant, visit)
        }
        let members = try await visit.inAgency { Array($0.state.staff.values) }
        let staff = members.sorted { ($0.name, $0.id.rawValue) < ($1.name, $1.id.rawValue) }
            .map { Viewer.staff($0, under: visit.roles) }
        var page = SightPage(visit: visit, view: view, staff: staff, place: Routes.tenants.address)
        if let person = visit.query["person"], visit.may(.viewAs, at: .tenant) {
            page.viewing = Routes.tenantViewing(id).with("person", person)
        }
        if let person = visit.query["person"], visit.may(.managePeople, at: .tenant) {
            page.identity = Routes.tenantIdentity(id).with("person", person)
        }
        return page.response
    }
}
