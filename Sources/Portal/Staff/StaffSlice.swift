import HTTP
import Staffing

/// What the agency's people see of their clients: what is stuck, who may what, and whose hours are where.
enum StaffSlice {
    static let staff: [Endpoint] = [
        .apart(.get, Routes.tenants, needs: .permission(.seeTenants), TenantList.show),
        .apart(.get, Routes.newTenant, needs: .permission(.manageTenants), TenantOpening.form),
        .apart(.post, Routes.tenants, needs: .permission(.manageTenants), TenantOpening.open),
        .apart(.get, Routes.tenant, needs: .permission(.seeTenants), TenantOverview.show),
        .apart(
            .post, Routes.tenantReopening, needs: .permission(.manageTenants), TenantReopening.reopen),
        .apart(.get, Routes.tenantPeople, needs: .permission(.seePeople), TenantPeople.show),
        .apart(.get, Routes.tenantWorksites, needs: .permission(.seeTenants), TenantWorksites.show),
        .apart(.post, Routes.tenantWorksites, needs: .permission(.manageTenants), TenantWorksites.add),
        .apart(.get, Routes.tenantAssignments, needs: .permission(.seeAssignments), TenantAssignments.show),
        .apart(.get, Routes.tenantTimesheets, needs: .permission(.seeTimesheets), TenantTimesheets.show),
        .apart(.get, Routes.accessLog, needs: .permission(.readAccessLog), AccessLog.show),
    ]
}
