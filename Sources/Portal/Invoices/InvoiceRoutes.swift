import Staffing

extension Routes {
    static let invoices = Route<NoKey>("/invoices")
    static let statement = Route<NoKey>("/invoices/statement.csv")
    static let invoice = Route<InvoiceID>("/invoices/*")
    static let invoiceFile = Route<InvoiceID>("/invoices/*/pdf")
    static let invoiceLines = Route<InvoiceID>("/invoices/*/csv")

    static let invoicing = Route<TenantID>("/tenants/*/invoices")
    static let invoicePayment = Route<TenantID>("/tenants/*/invoices/payment")
    static let issuedFile = Route<TenantID>("/tenants/*/invoices/pdf")
}
