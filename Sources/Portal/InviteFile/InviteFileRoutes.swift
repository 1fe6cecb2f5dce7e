import Staffing

extension Routes {
    static let inviteFile = Route<NoKey>("/people/from-file")
    static let inviteFileTemplate = Route<NoKey>("/people/from-file/template")
    static let inviteFileCheck = Route<NoKey>("/people/from-file/check")
    static let inviteFileInvitations = Route<NoKey>("/people/from-file/invitations")
    static let inviteFileRefused = Route<NoKey>("/people/from-file/refused")

    static let tenantInviteFile = Route<TenantID>("/tenants/*/people/from-file")
    static let tenantInviteFileTemplate = Route<TenantID>("/tenants/*/people/from-file/template")
    static let tenantInviteFileCheck = Route<TenantID>("/tenants/*/people/from-file/check")
    static let tenantInviteFileInvitations = Route<TenantID>("/tenants/*/people/from-file/invitations")
    static let tenantInviteFileRefused = Route<TenantID>("/tenants/*/people/from-file/refused")
}
