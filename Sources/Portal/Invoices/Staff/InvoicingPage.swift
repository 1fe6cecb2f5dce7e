import Formats
import HTTP
import Markup
import Staffing

/// "What can I invoice, what blocks it?", and what went out before.
struct InvoicingPage {
    let visit: Visit
    let board: InvoicingBoard
    var result: InvoicingResult?
    var errors = FormErrors()
    var payment = PaymentAsk(Form())

    private var say: any BillingWords { visit.staffSay.ofBilling }
    private var mayMake: Bool { visit.may(.makeInvoices, at: .tenant) }

    var response: Response {
        Page(
            say.title + " · " + board.clientName, visit.frame, place: Routes.tenants.address,
            isError: !errors.isEmpty, content: content
        ).response(errors.isEmpty ? .ok : .unprocessableContent)
    }

    private var content: Markup {
        """
        \(errors.summary(visit.staffSay))
        \(notice)
        <div class="page-head"><div>
          <a class="back" href="\(Routes.tenant(board.tenant))">\(board.clientName)</a>
          <h1>\(say.title)</h1>
        </div></div>
        \(mayMake ? ready : nil)
        \(blocked)
        \(issued)
        """
    }

    private var notice: Markup? {
        result.flatMap { InvoicingNotice(result: $0, board: board, say: say).html }
    }

    private var issued: Markup {
        IssuedInvoices(visit: visit, board: board, errors: errors, payment: payment, mayRecord: mayMake).html
    }

    private var ready: Markup {
        let count = board.drafts.count
        let amount = board.total.text(.englishUS)
        let summary: Markup = "<p class=\"small muted\">\(say.invoiceCount(count, amount))</p>"
        return """
            <section class="stack" aria-labelledby="ready">
              <div class="section-head"><h2 id="ready">\(say.ready)</h2>\(count > 0 ? summary : nil)</div>
              \(board.weeks.count > 1 ? weekFilter : nil)
              \(count > 0 ? drafts : "<p>\(say.nothingReady)</p>")
            </section>
            """
    }

    private var weekFilter: Markup {
        """
        <form class="filters" method="get" action="\(Routes.invoicing(board.tenant))">
          <div class="field"><label for="week">\(say.through)</label>\
        <select class="input" id="week" name="through">\
        \(board.weeks.reversed().map(option))</select></div>
          <button class="button">\(say.show)</button>
        </form>
        """
    }

    private func option(_ week: Day) -> Markup {
        """
        <option value="\(week.iso)"\(if: week == board.through, " selected")>\
        \(week.spelled(.englishUS))</option>
        """
    }

    private var drafts: Markup {
        let paper = visit.staffSay.onPaper
        let most = InvoiceRun.most
        let hidden = board.drafts.count - most
        return """
            <div class="table"><table>
              <caption class="hidden-visually">\(say.ready)</caption>
              <thead><tr><th scope="col">\(paper.worksite)</th><th scope="col">\(paper.period)</th>\
            <th scope="col" class="number">\(say.workers)</th>\
            <th scope="col" class="number">\(paper.hours)</th>\
            <th scope="col" class="number">\(visit.staffSay.ofInvoices.amount)</th></tr></thead>
              <tbody>\(board.drafts.prefix(most).map(html))</tbody>
            </table></div>
            \(if: hidden > 0, "<p class=\"muted\">\(say.more(hidden))</p>")
            <form class="form" method="post" action="\(Routes.invoicing(board.tenant))">\
            \(visit.frame.csrfField)
              <input type="hidden" id="through" name="through" value="\(board.through?.iso ?? "")">
              \(errors.note(for: "through"))
              <div class="actions"><button class="button primary">\(issueWords)</button></div>
            </form>
            """
    }

    private var issueWords: String {
        board.drafts.count > InvoiceRun.most
            ? say.issueFirst(InvoiceRun.most, of: board.drafts.count)
            : say.issue(board.drafts.count, board.total.text(.englishUS))
    }

    private func html(_ row: InvoicingBoard.Draft) -> Markup {
        let paper = visit.staffSay.onPaper
        let draft = row.draft
        let days = paper.days(draft.week.civil, through: draft.week.adding(days: 6).civil)
        return """
            <tr><th scope="row">\(board.name(of: draft.worksite))</th>
            <td data-label="\(paper.period)">\(days)</td>
            <td class="number" data-label="\(say.workers)">\(row.sheets)</td>
            <td class="number" data-label="\(paper.hours)">\(hoursText(row.minutes, .englishUS))</td>
            <td class="number" data-label="\(visit.staffSay.ofInvoices.amount)">\
            \(draft.total.text(.englishUS))</td></tr>

            """
    }

    private var blocked: Markup {
        let rows = board.blocked.map { row in
            """
            <tr><th scope="row">\(row.worksite)</th>\
            <td class="number" data-label="\(say.waiting)">\(row.waiting)</td>\
            <td class="number" data-label="\(say.sentBack)">\(row.sentBack)</td></tr>
            """ as Markup
        }
        let table: Markup = """
            <div class="table"><table>
              <caption class="hidden-visually">\(say.blocked)</caption>
              <thead><tr><th scope="col">\(visit.staffSay.onPaper.worksite)</th>\
            <th scope="col" class="number">\(say.waiting)</th>\
            <th scope="col" class="number">\(say.sentBack)</th></tr></thead>
              <tbody>\(rows)</tbody>
            </table></div>
            """
        let summary: Markup = """
            <p class="small"><span class="shape warn">\(say.sheetCount(board.waiting))</span></p>
            """
        return """
            <section class="stack" aria-labelledby="blocked">
              <div class="section-head"><h2 id="blocked">\(say.blocked)</h2>\
            \(board.waiting > 0 ? summary : nil)</div>
              \(rows.isEmpty ? "<p>\(say.nothingBlocked)</p>" : table)
            </section>
            """
    }
}
