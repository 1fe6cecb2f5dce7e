import HTTP
import Staffing
import Tenancy

/// Who works where, as far as the viewer's grants reach.
enum AssignmentSlice {
    static let client: [Endpoint] = [
        .inTenant(.get, Routes.assignments, needs: .permission(.seeAssignments), shows: .rates) {
            (tenant: isolated Tenant, visit: Visit, _: NoKey) throws(Problem) -> Response in
            let listing = AssignmentListing(AssignmentFilter(visit.query), tenant.state, visit)
            return AssignmentPage(
                listing: listing, currency: tenant.state.client.currency, visit: visit
            ).response
        },
        .besideTenant(.get, Routes.assignmentsFile, needs: .permission(.seeAssignments), shows: .rates) {
            (tenant, visit, _) async throws(Problem) in
            let filter = AssignmentFilter(visit.query)
            return try await ListFile.response(tenant, visit, named: "assignments") {
                AssignmentFile.rows(filter, $0, visit)
            }
        },
    ]
}
