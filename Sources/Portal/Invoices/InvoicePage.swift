import Formats
import HTTP
import Markup
import Staffing

/// One invoice: each line leads to its timesheet and names whoever approved the hours.
struct InvoicePage {
    let visit: Visit
    let sheet: InvoiceSheet

    private var invoice: Invoice { sheet.invoice }
    private var formats: FormatLanguage { visit.say.formats }
    private var say: any InvoiceWords { visit.say.ofInvoices }
    private var paper: any PaperWords { visit.say.onPaper }

    var response: Response {
        Page(
            paper.title(invoice.number), visit.frame, place: Routes.invoices.address, content: content
        ).response()
    }

    private var content: Markup {
        let status = InvoiceStatus(invoice, on: visit.today, say, formats)
        return """
            <div class="page-head">
              <div><a class="back" href="\(Routes.invoices.address)">\(visit.say.invoices)</a>
                <div class="title-line"><h1>\(invoice.number)</h1>\(status.chip)</div></div>
              <div class="actions">\(visit.may(.managePeople, at: .tenant) ? sight : nil)\
            <a class="button quiet" href="\(Routes.invoiceLines(invoice.id))">\(say.linesAsTable)</a>\
            \(sheet.showsFile ? file : nil)</div>
            </div>
            \(facts)
            \(table)
            """
    }

    private var sight: Markup {
        "<a class=\"button quiet\" href=\"\(Routes.invoiceSight(invoice.id))\">\(visit.say.whoCanSeeThis)</a>"
    }

    private var file: Markup {
        """
        <a class="button primary" href="\(Routes.invoiceFile(invoice.id))">PDF\
        <span class="hidden-visually"> \(say.ofInvoice(invoice.number))</span></a>
        """
    }

    private var facts: Markup {
        let days = paper.days(invoice.week.civil, through: invoice.week.adding(days: 6).civil)
        let orders = Set(sheet.lines.map(\.purchaseOrder)).filter { !$0.isEmpty }.sorted()
        return """
            <section class="panel"><dl class="facts">\
            <div><dt>\(paper.billTo)</dt><dd>\(sheet.clientName)</dd></div>\
            <div><dt>\(paper.worksite)</dt><dd>\(sheet.worksiteName)</dd></div>\
            <div><dt>\(paper.period)</dt><dd>\(days)</dd></div>\
            <div><dt>\(paper.issued)</dt><dd>\(invoice.issued.spelledTime(formats))</dd></div>\
            <div><dt>\(paper.due)</dt><dd>\(invoice.due.spelledTime(formats))</dd></div>\
            \(if: orders.count == 1, "<div><dt>\(paper.purchaseOrder)</dt><dd>\(orders.first)</dd></div>")\
            </dl></section>
            """
    }

    private var table: Markup {
        """
        <div class="table"><table>
          <caption>\(say.lines) <span class="muted">· \(sheet.lines.count)</span></caption>
          <thead><tr><th scope="col">\(paper.worker)</th><th scope="col">\(paper.hoursType)</th>\
        <th scope="col" class="number">\(paper.hours)</th><th scope="col" class="number">\(paper.rate)</th>\
        <th scope="col" class="number">\(say.amount)</th><th scope="col">\(say.evidence)</th></tr></thead>
          <tbody>\(sheet.lines.map(html))</tbody>
        </table>
        <dl class="totals">\(sums)<dt class="sum">\(say.total)</dt>\
        <dd class="sum">\(invoice.total.text(formats))</dd></dl></div>
        """
    }

    private func html(_ line: InvoiceSheet.Line) -> Markup {
        let job = [line.job, line.purchaseOrder].filter { !$0.isEmpty }.joined(separator: " · ")
        let priced = line.priced
        return """
            <tr><th scope="row">\(line.worker)<span class="sub">\(job)</span></th>
            <td data-label="\(paper.hoursType)">\(paper.name(of: priced.type))</td>
            <td class="number" data-label="\(paper.hours)">\(hundredths(priced.minutes))</td>
            <td class="number" data-label="\(paper.rate)">\
            \(priced.rateText(priced.amount.currency, formats))</td>
            <td class="number" data-label="\(say.amount)">\(priced.amount.text(formats))</td>
            \(evidence(line))</tr>

            """
    }

    private func evidence(_ line: InvoiceSheet.Line) -> Markup {
        guard let timesheet = line.timesheet else { return "<td></td>" }
        let approval = line.approval.map { approval in
            let words = say.approved(by: approval.name, on: approval.day.spelled(formats))
            return "<span class=\"sub\">\(words)</span>" as Markup
        }
        return """
            <td data-label="\(say.evidence)"><span><a href="\(Routes.timesheet(timesheet))">\(say.timesheet)\
            <span class="hidden-visually"> \(say.of(worker: line.worker))</span></a>\(approval)</span></td>
            """
    }

    private var sums: [Markup] {
        HourType.allCases.compactMap { type in
            let minutes = sheet.lines.filter { $0.priced.type == type }.reduce(0) { $0 + $1.priced.minutes }
            guard minutes > 0 else { return nil }
            return "<dt>\(paper.hours(of: type))</dt><dd>\(hundredths(minutes))</dd>"
        }
    }

    private func hundredths(_ minutes: Int) -> String {
        HoursStyle.hundredths.text(minutes: Int64(minutes), language: formats)
    }
}
