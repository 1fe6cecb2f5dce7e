import HTTP
import Journal
import Staffing
import Tenancy

/// The agency's billing: turns approved hours into invoices, and notes who has paid.
enum InvoicingSlice {
    static let staff: [Endpoint] = [
        .apart(.get, Routes.invoicing, needs: .permission(.seeInvoices), shows: .documents, board),
        .apart(.post, Routes.invoicing, needs: .permission(.makeInvoices), shows: .documents, issue),
        .apart(
            .post, Routes.invoicePayment, needs: .permission(.makeInvoices), shows: .documents,
            recordPayment),
        .apart(.get, Routes.issuedFile, needs: .permission(.seeInvoiceFiles), shows: .documents, file),
    ]

    private static func board(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        let board = try await board(visit, id, through: visit.query["through"].flatMap { Day(iso: $0) })
        return InvoicingPage(visit: visit, board: board, result: InvoicingResult(visit.query)).response
    }

    private static func board(
        _ visit: Visit, _ id: TenantID, through: Day?
    ) async throws(Problem) -> InvoicingBoard {
        try await visit.inTenant(id) { tenant throws(Problem) in
            InvoicingBoard(tenant, for: visit.caller, asked: through)
        }
    }

    private static func issue(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        guard let last = visit.form["through"].flatMap({ Day(iso: $0) }) else {
            let errors = FormErrors("through", visit.staffSay.ofBilling.chooseWeek)
            return InvoicingPage(
                visit: visit, board: try await board(visit, id, through: nil), errors: errors
            ).response
        }
        let tenant = try await visit.tenant(id)
        let outcome: InvoiceRun.Outcome
        do throws(InvoiceRefusal) {
            outcome = try await InvoiceRun.issue(
                through: last, in: tenant, for: visit.caller, with: InvoicePress(visit.services))
        } catch {
            throw Problem(error.kind, visit.staffSay.ofBilling.explain(error))
        }
        if let failure = outcome.failure, outcome.issued.isEmpty { throw Problem(failure, visit.staffSay) }
        return Response(seeOther: InvoicingResult(outcome).address(of: id).headerValue)
    }

    private static func recordPayment(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        let say = visit.staffSay.ofBilling
        let ask = PaymentAsk(visit.form)
        var errors = FormErrors()
        if ask.invoice == nil { errors.add("invoice", say.chooseInvoice) }
        if ask.day == nil { errors.add("paid", say.chooseDay) }
        if let invoice = ask.invoice, let day = ask.day {
            let refusal = try await visit.inTenant(id) { tenant throws(Problem) -> InvoiceRefusal? in
                do throws(Turned<InvoiceRefusal>) {
                    try tenant.perform(.recordPayment(invoice, on: day), for: visit.caller)
                    return nil
                } catch {
                    guard case .refused(let refusal) = error else {
                        throw Problem(error, visit.staffSay) { say.explain($0) }
                    }
                    return refusal
                }
            }
            guard let refusal else {
                let address = Routes.invoicing(id).with("paid", invoice.pathText)
                return Response(seeOther: address.headerValue)
            }
            errors.add(refusal == .paymentDateImpossible ? "paid" : "invoice", say.explain(refusal))
        }
        let board = try await board(visit, id, through: nil)
        return InvoicingPage(visit: visit, board: board, errors: errors, payment: ask).response
    }

    private static func file(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        guard let asked = visit.query["invoice"].flatMap(InvoiceID.init(pathText:)) else { throw .missing }
        let file = try await visit.inTenant(id) { tenant throws(Problem) in
            try visit.invoiceFile(asked, in: tenant.state)
        }
        let documents = try await visit.tenant(id).documents
        return try await visit.services.response(file, from: documents, visit)
    }
}
