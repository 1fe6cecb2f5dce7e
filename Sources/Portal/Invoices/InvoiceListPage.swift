import Formats
import HTTP
import Markup
import Staffing

/// "What is owed, since when": newest unpaid first, with the file on each row.
struct InvoiceListPage {
    private let visit: Visit
    private let ledger: InvoiceLedger
    private let filter: InvoiceFilter
    private let rows: [Row]
    private let found: Int

    private struct Row {
        let invoice: Invoice
        let worksite: String
        let status: InvoiceStatus
        let showsFile: Bool
    }

    init(_ visit: Visit, _ state: TenantState) {
        self.visit = visit
        ledger = InvoiceLedger(state, for: visit.viewer, on: visit.today)
        filter = InvoiceFilter(visit.query)
        let selected = filter.select(ledger.invoices, in: state, on: visit.today)
        found = selected.count
        let say = visit.say.ofInvoices
        rows = selected.dropFirst((filter.page - 1) * InvoiceFilter.perPage).prefix(InvoiceFilter.perPage)
            .map {
                Row(
                    invoice: $0, worksite: state.worksites[$0.worksite]?.name ?? "",
                    status: InvoiceStatus($0, on: visit.today, say, visit.say.formats),
                    showsFile: InvoiceLedger.mayOpenFile($0, visit.viewer, visit.today))
            }
    }

    private var formats: FormatLanguage { visit.say.formats }
    private var say: any InvoiceWords { visit.say.ofInvoices }
    private var paper: any PaperWords { visit.say.onPaper }

    var response: Response {
        Page(visit.say.invoices, visit.frame, place: Routes.invoices.address, content: content).response()
    }

    private var content: Markup {
        """
        <div class="page-head">
          <div class="owed"><h1>\(visit.say.invoices)</h1>\(owed)</div>
          \(ledger.invoices.isEmpty ? nil : statement)
        </div>
        \(ledger.invoices.isEmpty ? noneYet : list)
        """
    }

    private var owed: Markup {
        if ledger.open.minorUnits == 0 { return "<p class=\"muted\">\(say.nothingOpen)</p>" }
        let overdue = ledger.overdueSince.map { day in
            let words = say.overdue(
                ledger.overdue.text(formats), since: day.spelled(formats))
            return " · <span class=\"overdue\">\(words)</span>" as Markup
        }
        return """
            <p><strong>\(ledger.open.text(formats))</strong> <span class="muted">\(say.open)</span>\
            \(overdue)</p>
            """
    }

    private var statement: Markup {
        "<a class=\"button\" href=\"\(Routes.statement.address)\">\(say.statement)</a>"
    }

    private var noneYet: Markup {
        """
        <section class="empty"><h2>\(say.noneYet)</h2><p>\(say.noneYetExplanation)</p></section>
        """
    }

    private var list: Markup {
        """
        <form class="filters" method="get" action="\(Routes.invoices.address)" role="search">
          <div class="field"><label for="q">\(say.search)</label><input class="input" id="q" name="q" \
        type="search" placeholder="\(say.searchHint)" value="\(filter.text)"></div>
          <div class="field"><label for="status">\(say.status)</label>\
        <select class="input" id="status" name="status">\
        \(InvoiceFilter.Status.allCases.map(option))</select></div>
          <button class="button">\(say.filter)</button>
        </form>
        \(rows.isEmpty ? noneFound : table)
        \(pages)
        """
    }

    private func option(_ status: InvoiceFilter.Status) -> Markup {
        """
        <option value="\(status.rawValue)"\(if: status == filter.status, " selected")>\
        \(words(for: status))</option>
        """
    }

    private func words(for status: InvoiceFilter.Status) -> String {
        switch status {
        case .all: say.everything
        case .open: say.openInvoices
        case .overdue: say.overdue
        case .paid: say.paid
        }
    }

    private var noneFound: Markup {
        """
        <section class="empty"><h2>\(say.noneFound)</h2><p><a class="button" \
        href="\(Routes.invoices.address)">\(say.showAll)</a></p></section>
        """
    }

    private var table: Markup {
        """
        <div class="table"><table>
          <caption class="hidden-visually">\(say.caption)</caption>
          <thead><tr><th scope="col">\(paper.invoice)</th><th scope="col">\(paper.worksite)</th>\
        <th scope="col">\(paper.issued)</th><th scope="col">\(paper.due)</th>\
        <th scope="col" class="number">\(say.amount)</th><th scope="col">\(say.status)</th>\
        <th scope="col"><span class="hidden-visually">\(say.download)</span></th></tr></thead>
          <tbody>\(rows.map(html))</tbody>
        </table></div>
        """
    }

    private func html(_ row: Row) -> Markup {
        let invoice = row.invoice
        return """
            <tr><th scope="row"><a href="\(Routes.invoice(invoice.id))">\(invoice.number)</a>\
            <span class="sub">\(say.week(of: invoice.week.spelled(formats)))</span></th>
            <td data-label="\(paper.worksite)">\(row.worksite)</td>
            <td data-label="\(paper.issued)">\(invoice.issued.spelledTime(formats))</td>
            <td data-label="\(paper.due)">\(invoice.due.spelledTime(formats))</td>
            <td class="number" data-label="\(say.amount)">\(invoice.total.text(formats))</td>
            <td data-label="\(say.status)">\(row.status.shape)</td>
            <td class="act number">\(row.showsFile ? file(invoice) : nil)</td></tr>

            """
    }

    private func file(_ invoice: Invoice) -> Markup {
        """
        <a class="button small-button" href="\(Routes.invoiceFile(invoice.id))">PDF\
        <span class="hidden-visually"> \(say.ofInvoice(invoice.number))</span></a>
        """
    }

    private var pages: Markup? {
        guard !rows.isEmpty else { return nil }
        return PageLinks(page: filter.page - 1, of: found, by: InvoiceFilter.perPage, visit.say) {
            filter.address(page: $0 + 1)
        }?.html
    }
}
