import Staffing

extension Routes {
    static let tenants = Route<NoKey>("/tenants")
    static let tenant = Route<TenantID>("/tenants/*")
    static let accessLog = Route<NoKey>("/access-log")
}
