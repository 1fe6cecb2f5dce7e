import HTTP
import Staffing

/// What the agency's people see of their clients: what is stuck, who may what, and whose hours are where.
enum StaffSlice {
    static let staff: [Endpoint] = [
        .apart(.get, Routes.tenants, needs: .permission(.seeTenants), shows: .ordinary, TenantList.show),
        .apart(
            .get, Routes.newTenant, needs: .permission(.manageTenants), shows: .ordinary, TenantOpening.form),
        .apart(
            .post, Routes.tenants, needs: .permission(.manageTenants), shows: .ordinary, TenantOpening.open),
        .apart(.get, Routes.tenant, needs: .permission(.seeTenants), shows: .ordinary, TenantOverview.show),
        .apart(
            .post, Routes.tenantReopening, needs: .permission(.manageTenants), shows: .ordinary,
            TenantReopening.reopen),
        .apart(
            .get, Routes.tenantPeople, needs: .permission(.seePeople), shows: .ordinary, TenantPeople.show),
        .apart(
            .get, Routes.tenantWorksites, needs: .permission(.seeTenants), shows: .ordinary,
            TenantWorksites.show),
        .apart(
            .post, Routes.tenantWorksites, needs: .permission(.manageTenants), shows: .ordinary,
            TenantWorksites.add),
        .apart(
            .get, Routes.tenantAssignments, needs: .permission(.seeAssignments), shows: .rates,
            TenantAssignments.show),
        .apart(
            .get, Routes.tenantTimesheets, needs: .permission(.seeTimesheets), shows: .ordinary,
            TenantTimesheets.show),
        .apart(.get, Routes.accessLog, needs: .permission(.readAccessLog), shows: .ordinary, AccessLog.show),
    ]
}
