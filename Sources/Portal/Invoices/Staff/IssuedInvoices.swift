import Formats
import Markup
import Staffing

/// The invoices that went out to a client, unpaid first, and the form that notes a payment.
struct IssuedInvoices {
    let visit: Visit
    let board: InvoicingBoard
    let errors: FormErrors
    let payment: PaymentAsk
    let mayRecord: Bool

    private var say: any BillingWords { visit.staffSay.ofBilling }
    private var words: any InvoiceWords { visit.staffSay.ofInvoices }
    private var paper: any PaperWords { visit.staffSay.onPaper }

    var html: Markup {
        let invoices = board.ledger.invoices
        return """
            <section class="stack" aria-labelledby="issued">
              <div class="section-head"><h2 id="issued">\(say.issuedBefore)</h2>\(owed)</div>
              \(invoices.isEmpty ? "<p>\(say.nothingIssued)</p>" : table(invoices))
            </section>
            \(mayRecord && !board.openInvoices.isEmpty ? form : nil)
            """
    }

    private var owed: Markup? {
        guard board.ledger.open.minorUnits > 0 else { return nil }
        let overdue = board.ledger.overdueSince.map { day in
            let sentence = words.overdue(
                board.ledger.overdue.text(.englishUS), since: day.spelled(.englishUS))
            return " · <span class=\"overdue\">\(sentence)</span>" as Markup
        }
        return """
            <p class="small muted">\(board.ledger.open.text(.englishUS)) \(words.open)\(overdue)</p>
            """
    }

    private func table(_ invoices: [Invoice]) -> Markup {
        let hidden = invoices.count - InvoicingBoard.listed
        return """
            <div class="table"><table>
              <caption class="hidden-visually">\(say.issuedBefore)</caption>
              <thead><tr><th scope="col">\(paper.invoice)</th><th scope="col">\(paper.worksite)</th>\
            <th scope="col">\(paper.issued)</th><th scope="col">\(paper.due)</th>\
            <th scope="col" class="number">\(words.amount)</th><th scope="col">\(words.status)</th>\
            <th scope="col"><span class="hidden-visually">\(words.download)</span></th></tr></thead>
              <tbody>\(invoices.prefix(InvoicingBoard.listed).map(row))</tbody>
            </table></div>
            \(if: hidden > 0, "<p class=\"muted\">\(say.more(hidden))</p>")
            """
    }

    private func row(_ invoice: Invoice) -> Markup {
        let status = InvoiceStatus(invoice, on: board.today, words, .englishUS)
        return """
            <tr><th scope="row">\(invoice.number)\
            <span class="sub">\(words.week(of: invoice.week.spelled(.englishUS)))</span></th>
            <td data-label="\(paper.worksite)">\(board.name(of: invoice.worksite))</td>
            <td data-label="\(paper.issued)">\(invoice.issued.spelledTime(.englishUS))</td>
            <td data-label="\(paper.due)">\(invoice.due.spelledTime(.englishUS))</td>
            <td class="number" data-label="\(words.amount)">\(invoice.total.text(.englishUS))</td>
            <td data-label="\(words.status)">\(status.shape)</td>
            <td class="act number">\(visit.may(.seePeople, at: .tenant) ? sight(invoice) : nil)\
            \(InvoiceLedger.mayOpenFile(invoice, visit.viewer, visit.today) ? file(invoice) : nil)</td></tr>

            """
    }

    private func sight(_ invoice: Invoice) -> Markup {
        let address = Routes.tenantSight(board.tenant).with("invoice", invoice.id.pathText)
        return """
            <a class="button small-button quiet" href="\(address)">\(visit.staffSay.whoCanSeeThis)\
            <span class="hidden-visually"> \(words.ofInvoice(invoice.number))</span></a>
            """
    }

    private func file(_ invoice: Invoice) -> Markup {
        let address = Routes.issuedFile(board.tenant).with("invoice", invoice.id.pathText)
        return """
            <a class="button small-button" href="\(address)">PDF\
            <span class="hidden-visually"> \(words.ofInvoice(invoice.number))</span></a>
            """
    }

    private var form: Markup {
        let day = payment.dayText.isEmpty ? board.today.iso : payment.dayText
        return """
            <section class="panel stack"><h2>\(say.recordPayment)</h2>
              <form class="form" method="post" action="\(Routes.invoicePayment(board.tenant))">\
            \(visit.frame.csrfField)
                <div class="fields">
                  <div class="field"><label for="invoice">\(paper.invoice)</label>\
            \(errors.note(for: "invoice"))
                    <select class="input" id="invoice" name="invoice"\(errors.mark("invoice"))>\
            \(board.openInvoices.map(option))</select></div>
                  <div class="field"><label for="paid">\(say.paidOn)</label>\(errors.note(for: "paid"))
                    <input class="input" id="paid" name="paid" type="date" value="\(day)"\
            \(errors.mark("paid"))></div>
                </div>
                <div class="actions"><button class="button">\(say.recordPayment)</button></div>
              </form>
            </section>
            """
    }

    private func option(_ invoice: Invoice) -> Markup {
        """
        <option value="\(invoice.id.pathText)"\(if: invoice.id == payment.invoice, " selected")>\
        \(say.payment(of: invoice.number, invoice.total.text(.englishUS)))</option>
        """
    }
}
