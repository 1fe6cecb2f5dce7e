import Staffing

extension Routes {
    static let invoices = Route<NoKey>("/invoices")
    static let invoice = Route<InvoiceID>("/invoices/*")
}
