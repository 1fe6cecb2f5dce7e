import Crypto
import HTTP
import Staffing
import Tenancy

/// What is owed, since when, and which approved hours each amount comes from.
enum InvoiceSlice {
    static let client: [Endpoint] = [
        .inTenant(.get, Routes.invoices, needs: .permission(.seeInvoices), shows: .documents, list),
        .inTenant(.get, Routes.statement, needs: .permission(.seeInvoices), shows: .documents, statement),
        .inTenant(.get, Routes.invoice, needs: .permission(.seeInvoices), shows: .documents, detail),
        .inTenant(.get, Routes.invoiceLines, needs: .permission(.seeInvoices), shows: .documents, lines),
        .fileInTenant(Routes.invoiceFile, needs: .permission(.seeInvoiceFiles), file),
    ]

    private static func list(
        _ tenant: isolated Tenant, _ visit: Visit, _ key: NoKey
    ) throws(Problem) -> Response {
        InvoiceListPage(visit, tenant.state).response
    }

    private static func statement(
        _ tenant: isolated Tenant, _ visit: Visit, _ key: NoKey
    ) throws(Problem) -> Response {
        let ledger = InvoiceLedger(tenant.state, for: visit.viewer, on: visit.today)
        return InvoiceCSV.statement(ledger, tenant.state, on: visit.today)
    }

    private static func detail(
        _ tenant: isolated Tenant, _ visit: Visit, _ id: InvoiceID
    ) throws(Problem) -> Response {
        InvoicePage(visit: visit, sheet: try sheet(id, tenant, visit)).response
    }

    private static func lines(
        _ tenant: isolated Tenant, _ visit: Visit, _ id: InvoiceID
    ) throws(Problem) -> Response {
        InvoiceCSV.lines(try sheet(id, tenant, visit))
    }

    private static func sheet(
        _ id: InvoiceID, _ tenant: isolated Tenant, _ visit: Visit
    ) throws(Problem) -> InvoiceSheet {
        InvoiceSheet(try visit.invoice(id, in: tenant.state), tenant.state, visit)
    }

    private static func file(
        _ tenant: isolated Tenant, _ visit: Visit, _ id: InvoiceID
    ) throws(Problem) -> StoredFile {
        try visit.invoiceFile(id, in: tenant.state)
    }
}

extension StoredFile {
    /// The rendered file of an invoice.
    init(_ invoice: Invoice) {
        self.init(digest: SHA256Digest(invoice.file), type: .pdf, name: invoice.number + ".pdf")
    }
}
