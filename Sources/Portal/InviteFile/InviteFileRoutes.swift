import Staffing

extension Routes {
    static let peopleFile = Route<NoKey>("/people/from-file")
    static let peopleFileTemplate = Route<NoKey>("/people/from-file/template")
    static let peopleFileCheck = Route<NoKey>("/people/from-file/check")
    static let peopleFileInvitations = Route<NoKey>("/people/from-file/invitations")
    static let peopleFileRefused = Route<NoKey>("/people/from-file/refused")

    static let tenantPeopleFile = Route<TenantID>("/tenants/*/people/from-file")
    static let tenantPeopleFileTemplate = Route<TenantID>("/tenants/*/people/from-file/template")
    static let tenantPeopleFileCheck = Route<TenantID>("/tenants/*/people/from-file/check")
    static let tenantPeopleFileInvitations = Route<TenantID>("/tenants/*/people/from-file/invitations")
    static let tenantPeopleFileRefused = Route<TenantID>("/tenants/*/people/from-file/refused")
}
