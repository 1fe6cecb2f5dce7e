import Crypto
import Formats
import HTTP
import Staffing
import Tenancy

/// Proof of a decision for whoever may see its timesheet: as a page, on paper, and as a file that programs
/// check. It is made when it is asked for, out of the records.
enum ReceiptSlice {
    static let client: [Endpoint] = [
        .inTenant(.get, Routes.receipt, needs: .permission(.seeTimesheets), shows: .ordinary) {
            (tenant, visit, id) throws(Problem) in
            ReceiptPage(visit: visit, receipt: try receipt(id, tenant, visit)).response
        },
        .besideTenant(
            .get, Routes.receiptPaper, needs: .permission(.seeTimesheets), shows: .documents, paper),
        .inTenant(.get, Routes.receiptFile, needs: .permission(.seeTimesheets), shows: .documents) {
            (tenant, visit, id) throws(Problem) in
            let receipt = try Self.receipt(id, tenant, visit)
            let file = ReceiptFile(receipt, by: visit.services.receiptKey)
            return Response(offering: file.bytes, as: .json, named: receipt.fileName + ".json")
        },
        .inTenant(.get, Routes.receiptKey, needs: .nothing, shows: .ordinary) {
            (_, visit, _) throws(Problem) in key(visit)
        },
    ]
    static let staff: [Endpoint] = [
        .apart(.get, Routes.receiptKey, needs: .nothing, shows: .ordinary) {
            (visit, _) throws(Problem) in key(visit)
        }
    ]

    private static func receipt(
        _ id: TimesheetID, _ tenant: isolated Tenant, _ visit: Visit
    ) throws(Problem) -> DecisionReceipt {
        let detail = try TimesheetDetail(id, tenant.state, visit)
        guard
            let receipt = DecisionReceipt(
                detail, at: tenant.id, called: tenant.state.client.name,
                of: visit.services.setting.agencyName)
        else { throw .missing }
        return receipt
    }

    /// Laid out on an I/O thread: fonts and pages take longer than a loop has for one request.
    private static func paper(
        _ tenant: Tenant, _ visit: Visit, _ id: TimesheetID
    ) async throws(Problem) -> Response {
        let (receipt, say) = try await tenant.run { (tenant: isolated Tenant) throws(Problem) in
            (try Self.receipt(id, tenant, visit), tenant.state.client.language.sentences)
        }
        let services = visit.services
        let drawing = ReceiptDrawing(
            receipt: receipt.printed(in: say.formats), file: ReceiptFile(receipt, by: services.receiptKey),
            say: say)
        let printed = await blocking(services.runBlocking) { () -> [UInt8]? in
            try? drawing.bytes(services.fonts)
        }
        // One week fits on a page or two; only a fault of ours makes it more than a document can be.
        guard let bytes = printed else { throw Problem(.internalServerError) }
        return Response(offering: bytes, as: .pdf, named: receipt.fileName + ".pdf")
    }

    private static func key(_ visit: Visit) -> Response {
        let pem = visit.services.receiptKey.publicKey.pem
        return Response(offering: Array(pem.utf8), as: .plainText, named: "receipt-key.pem")
    }
}
