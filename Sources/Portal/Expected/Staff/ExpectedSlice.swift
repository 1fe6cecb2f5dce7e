import HTTP
import Staffing

/// What the agency does about hours that have not come in.
enum ExpectedSlice {
    static let staff: [Endpoint] = [
        .apart(.get, Routes.lateSheets, needs: .permission(.seeTimesheets), shows: .ordinary, LateHours.show),
        .apart(
            .get, Routes.tenantExpected, needs: .permission(.seeTimesheets), shows: .ordinary,
            TenantExpected.show),
        .apart(
            .get, Routes.tenantHours, needs: .permission(.importTimesheets), shows: .ordinary,
            TenantHours.show),
        .apart(
            .post, Routes.tenantHours, needs: .permission(.importTimesheets), shows: .ordinary,
            TenantHours.take),
        .apart(
            .post, Routes.tenantHoursNone, needs: .permission(.importTimesheets), shows: .ordinary,
            TenantHours.sayNone),
        .apart(
            .post, Routes.tenantHoursReopening, needs: .permission(.importTimesheets), shows: .ordinary,
            TenantHours.reopen),
        .apart(
            .get, Routes.tenantPersonalLink, needs: .permission(.importTimesheets), shows: .ordinary,
            PersonalLinks.show),
        .apart(
            .post, Routes.tenantPersonalLink, needs: .permission(.importTimesheets), shows: .ordinary,
            PersonalLinks.make),
        .apart(
            .post, Routes.tenantPersonalLinkEnd, needs: .permission(.importTimesheets), shows: .ordinary,
            PersonalLinks.end),
    ]
}
