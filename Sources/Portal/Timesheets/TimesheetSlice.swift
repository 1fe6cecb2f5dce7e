import HTTP
import Staffing
import Tenancy

/// The heart of the product: what waits, what it is, and the decision about it.
enum TimesheetSlice {
    static let client: [Endpoint] = [
        .inTenant(.get, Routes.timesheets, needs: .permission(.seeTimesheets), list),
        .inTenant(
            .post, Routes.timesheetApprovals, needs: .permission(.decideTimesheets),
            bodyLimit: Endpoint.batchFormBytes, TimesheetApprovals.approve),
        .inTenant(
            .post, Routes.timesheetApprovalsWithdrawal, needs: .permission(.decideTimesheets),
            TimesheetApprovals.withdraw),
        .inTenant(.get, Routes.timesheet, needs: .permission(.seeTimesheets), show),
        .inTenant(
            .post, Routes.timesheetApproval, needs: .permission(.decideTimesheets),
            TimesheetDecisions.approve),
        .inTenant(
            .post, Routes.timesheetApprovalWithdrawal, needs: .permission(.decideTimesheets),
            TimesheetDecisions.withdraw),
        .inTenant(
            .post, Routes.timesheetRejection, needs: .permission(.decideTimesheets),
            TimesheetDecisions.reject),
        .inTenant(
            .post, Routes.timesheetComments, needs: .permission(.seeTimesheets),
            TimesheetDecisions.comment),
    ]

    private static func list(
        _ tenant: isolated Tenant, _ visit: Visit, _ key: NoKey
    ) throws(Problem) -> Response {
        let listing = TimesheetListing(TimesheetFilter(visit.query), tenant.state, visit)
        let notices = TimesheetNotices(visit: visit, state: tenant.state).all
        return TimesheetListPage(listing: listing, notices: notices, visit: visit).response
    }

    private static func show(
        _ tenant: isolated Tenant, _ visit: Visit, _ id: TimesheetID
    ) throws(Problem) -> Response {
        let detail = try TimesheetDetail(id, tenant.state, visit)
        return TimesheetPage(detail: detail, visit: visit).response(.ok)
    }
}
