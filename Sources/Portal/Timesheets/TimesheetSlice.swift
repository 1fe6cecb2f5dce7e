import HTTP
import Staffing
import Tenancy

/// The heart of the product: what waits, what it is, and the decision about it.
enum TimesheetSlice {
    static let client: [Endpoint] = [
        .inTenant(
            .get, Routes.timesheets, needs: .permission(.seeTimesheets), shows: .ordinary,
            keeps: .pageWithout(parameter: "batch"), list),
        .besideTenant(.get, Routes.timesheetsFile, needs: .permission(.seeTimesheets), shows: .ordinary) {
            (tenant, visit, _) async throws(Problem) in
            let filter = TimesheetFilter(visit.query)
            return try await ListFile.response(tenant, visit, named: "timesheets") {
                TimesheetFile.rows(filter, $0, visit)
            }
        },
        .inTenant(
            .post, Routes.timesheetApprovals, needs: .permission(.decideTimesheets), shows: .ordinary,
            bodyLimit: Endpoint.batchFormBytes, TimesheetApprovals.approve),
        .inTenant(
            .post, Routes.timesheetApprovalsWithdrawal, needs: .permission(.decideTimesheets),
            shows: .ordinary,
            TimesheetApprovals.withdraw),
        .inTenant(.get, Routes.timesheet, needs: .permission(.seeTimesheets), shows: .rates, show),
        .inTenant(
            .post, Routes.timesheetApproval, needs: .permission(.decideTimesheets), shows: .rates,
            TimesheetDecisions.approve),
        .inTenant(
            .post, Routes.timesheetApprovalWithdrawal, needs: .permission(.decideTimesheets), shows: .rates,
            TimesheetDecisions.withdraw),
        .inTenant(
            .post, Routes.timesheetRejection, needs: .permission(.decideTimesheets), shows: .rates,
            TimesheetDecisions.reject),
        .inTenant(
            .post, Routes.timesheetComments, needs: .permission(.seeTimesheets), shows: .rates,
            TimesheetDecisions.comment),
    ]

    private static func list(
        _ tenant: isolated Tenant, _ visit: Visit, _ key: NoKey
    ) throws(Problem) -> Response {
        if visit.query["state"] == ExpectedListPage.state {
            let listing = ExpectedListing(visit.query, tenant.state, visit)
            return ExpectedListPage(listing: listing, visit: visit).response
        }
        let listing = TimesheetListing(TimesheetFilter(visit.query), tenant.state, visit)
        let notices = TimesheetNotices(visit: visit, state: tenant.state).all
        let deadlines = Deadlines(at: listing.worksites, tenant.state, visit)
        let gaps = CoverageNotice(tenant.state, visit).html.map { [$0] } ?? []
        return TimesheetListPage(
            listing: listing, notices: notices + gaps, deadlines: deadlines, visit: visit
        ).response
    }

    private static func show(
        _ tenant: isolated Tenant, _ visit: Visit, _ id: TimesheetID
    ) throws(Problem) -> Response {
        let detail = try TimesheetDetail(id, tenant.state, visit)
        return TimesheetPage(detail: detail, visit: visit).response(.ok)
    }
}
