import Crypto
import HTTP
import Journal
import Staffing
import Tenancy

/// What is owed, since when, and which approved hours each amount comes from.
enum InvoiceSlice {
    static let client: [Endpoint] = [
        .inTenant(.get, Routes.invoices, needs: .permission(.seeInvoices), shows: .documents, list),
        .inTenant(.get, Routes.statement, needs: .permission(.seeInvoices), shows: .documents, statement),
        .inTenant(.get, Routes.invoice, needs: .permission(.seeInvoices), shows: .documents, detail),
        .inTenant(.get, Routes.invoiceLines, needs: .permission(.seeInvoices), shows: .documents, lines),
        .besideTenant(.get, Routes.invoiceFile, needs: .permission(.seeInvoices), shows: .documents, file),
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
        _ tenant: Tenant, _ visit: Visit, _ id: InvoiceID
    ) async throws(Problem) -> Response {
        let invoice = try await tenant.run { tenant throws(Problem) in
            try visit.invoice(id, in: tenant.state)
        }
        return try await InvoiceFile(invoice).response(from: tenant.documents, visit)
    }
}

/// The rendered file of an invoice: the same bytes for ever, so a browser need not fetch them twice.
struct InvoiceFile {
    private let digest: SHA256Digest
    private let name: String

    init(_ invoice: Invoice) {
        digest = SHA256Digest(invoice.file)
        name = invoice.number + ".pdf"
    }

    func response(from documents: Documents, _ visit: Visit) async throws(Problem) -> Response {
        let digest = digest
        let result = await blocking(visit.services.runBlocking) { () -> Result<[UInt8], StoreFailure> in
            do throws(StoreFailure) {
                return .success(try documents.read(digest))
            } catch {
                return .failure(error)
            }
        }
        switch result {
        case .success(let bytes):
            var response = Response(.ok, .pdf, body: bytes)
            response.attach(as: name)
            response.etag = ETag(digest.hex)
            response.offersRanges = true
            // The browser keeps the file where the person puts it, and nowhere else: access can end.
            response.headers[.cacheControl] = "no-store"
            return response
        case .failure(let failure):
            throw Problem(.serviceUnavailable, visit.say.notReadable(failure))
        }
    }
}
