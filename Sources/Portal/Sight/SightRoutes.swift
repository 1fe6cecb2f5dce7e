import Staffing

extension Routes {
    static let timesheetSight = Route<TimesheetID>("/timesheets/*/access")
    static let invoiceSight = Route<InvoiceID>("/invoices/*/access")
    static let personSight = Route<ContactID>("/people/*/access")
    /// With `sheet`, `invoice` or `person`.
    static let tenantSight = Route<TenantID>("/tenants/*/access")
}
