import Staffing

extension Routes {
    static let tenants = Route<NoKey>("/tenants")
    /// Apart from the clients' own addresses, because `new` could be a client's short name.
    static let newTenant = Route<NoKey>("/new-tenant")
    static let tenant = Route<TenantID>("/tenants/*")
    static let tenantReopening = Route<TenantID>("/tenants/*/reopening")
    static let tenantPeople = Route<TenantID>("/tenants/*/people")
    static let tenantWorksites = Route<TenantID>("/tenants/*/worksites")
    static let tenantUnits = Route<TenantID>("/tenants/*/units")
    /// The unit stands in the form.
    static let tenantUnitChange = Route<TenantID>("/tenants/*/units/change")
    /// Of one assignment, with `assignment`.
    static let tenantPlacement = Route<TenantID>("/tenants/*/placement")
    static let tenantAssignments = Route<TenantID>("/tenants/*/assignments")
    static let tenantTimesheets = Route<TenantID>("/tenants/*/timesheets")
    static let accessLog = Route<NoKey>("/access-log")
}
