import Staffing

extension Routes {
    /// Over all clients.
    static let lateSheets = Route<NoKey>("/late-hours")
    static let tenantExpected = Route<TenantID>("/tenants/*/expected")
    /// Of one week, with `assignment` and `week`.
    static let tenantHours = Route<TenantID>("/tenants/*/hours")
    static let tenantHoursNone = Route<TenantID>("/tenants/*/hours/none")
    static let tenantHoursReopening = Route<TenantID>("/tenants/*/hours/reopening")
    /// Of one worker, with `worker`.
    static let tenantPersonalLink = Route<TenantID>("/tenants/*/personal-link")
    static let tenantPersonalLinkEnd = Route<TenantID>("/tenants/*/personal-link/end")
}
