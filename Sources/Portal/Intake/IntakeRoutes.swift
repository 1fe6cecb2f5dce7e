import Staffing

extension Routes {
    static let imports = Route<TenantID>("/tenants/*/imports")
    static let importDryRun = Route<TenantID>("/tenants/*/imports/dry-run")
    static let importResult = Route<TenantID>("/tenants/*/imports/result")
    static let refusedRows = Route<TenantID>("/tenants/*/imports/refused")
    static let mappingTemplate = Route<TenantID>("/tenants/*/imports/template")
}
