import HTTP
import Markup
import Staffing

/// The receipt as people read it, the two files, and how to check them.
struct ReceiptPage {
    let visit: Visit
    let receipt: DecisionReceipt

    private var say: any Sentences { visit.say }
    private var words: any ReceiptWords { say.ofReceipts }
    private var rules: any TimesheetRuleWords { say.ofTimesheetRules }
    private var sheet: Timesheet { receipt.sheet }
    private var punched: Bool { sheet.days.contains { !$0.punches.isEmpty } }

    var response: Response {
        let title = words.title(isApproval: receipt.isApproval)
        let (place, content) = (Routes.timesheets.address, content(title))
        return Page(title, visit.frame, place: place, layout: .narrow, content: content).response()
    }

    private func content(_ title: String) -> Markup {
        """
        <div class="page-head"><div><a class="back" href="\(Routes.timesheet(sheet.id))">\
        \(receipt.worker)</a><h1>\(title)</h1><p class="muted">\(words.explanation)</p></div></div>
        <section class="panel stack"><p class="strong">\(statement)</p>
        \(receipt.decision.what.words.map { "<blockquote>\($0)</blockquote>" as Markup })
        <dl class="facts">\(facts)</dl>
        <div class="actions"><a class="button primary" href="\(Routes.receiptPaper(sheet.id))" \
        download>\(words.paper)</a>
        <a class="button" href="\(Routes.receiptFile(sheet.id))" download>\(words.file)</a></div></section>
        \(days)
        \(OvertimeExplanation(sheet, say).map(\.html))
        <section class="panel stack"><h2>\(rules.history)</h2>
        <ol class="history">\(receipt.history.reversed().map(entry))</ol></section>
        \(checking)
        """
    }

    private var statement: String {
        words.statement(
            receipt.decision, by: receipt.decider(say), sheet.hours.total, worker: receipt.worker,
            week: sheet.week
        )
    }

    private var facts: Markup {
        let moment = receipt.decision.at
        let decided: Markup = """
            <time datetime="\(moment.isoExact)">\(receipt.clock.stamp(moment))</time>\
            <span class="sub small">\(moment.textUTC) UTC</span>
            """
        return """
            \(fact(words.decided, decided))\(fact(words.worker, "\(receipt.worker), \(receipt.job)"))\
            \(fact(say.worksite, "\(receipt.worksite.name)"))\
            \(receipt.purchaseOrder.isEmpty ? nil : fact(rules.purchaseOrder, "\(receipt.purchaseOrder)"))\
            \(fact(words.client, "\(receipt.client)"))\(fact(words.agency, "\(receipt.agency)"))\
            \(fact(words.content, "<code>\(receipt.content)</code>"))
            """
    }

    private func fact(_ label: String, _ value: Markup) -> Markup {
        "<div><dt>\(label)</dt><dd>\(value)</dd></div>"
    }

    private var days: Markup {
        """
        <div class="table days"><table><caption>\(rules.days)</caption>
        <thead><tr><th scope="col">\(rules.day)</th>\(if: punched, "<th scope=\"col\">\(rules.punches)</th>")\
        <th scope="col" class="number">\(say.ofTimesheets.hours)</th></tr></thead>
        <tbody>\(sheet.days.map(day))</tbody>
        <tfoot><tr><th scope="row">\(rules.total)</th>\(if: punched, "<td></td>")\
        <td class="number total">\(say.ofTimesheets.hours(sheet.hours.total))</td></tr></tfoot></table></div>
        """
    }

    private func day(_ worked: WorkedDay) -> Markup {
        """
        <tr><th scope="row" class="nowrap">\(say.ofTimesheets.day(worked.day))</th>
        \(punched ? times(worked) : nil)
        <td class="number total" data-label="\(say.ofTimesheets.hours)">\
        \(receipt.split(worked.hours, say))</td></tr>

        """
    }

    private func times(_ worked: WorkedDay) -> Markup {
        """
        <td class="tabular" data-label="\(rules.punches)">\(receipt.times(worked, say) ?? "—")</td>
        """
    }

    private func entry(_ entry: TimesheetEntry) -> Markup {
        """
        <li><b>\(entry.author(agency: receipt.agency, say))</b> \(rules.did(entry.what))\
        <time datetime="\(entry.at.isoExact)">\(receipt.clock.stamp(entry.at))</time></li>

        """
    }

    private var checking: Markup {
        """
        <section class="panel stack" aria-labelledby="checking"><h2 id="checking">\(words.checking)</h2>
        <p>\(words.checkingExplanation)</p>
        <p class="small">\(words.checkingByProgram)</p><pre class="code">\(ReceiptCheck.byProgram)</pre>
        <p class="small">\(words.checkingByOpenSSL)</p><pre class="code">\(ReceiptCheck.byOpenSSL)</pre>
        <div class="actions"><a class="button" href="\(Routes.receiptKey.address)" download>\(words.key)</a>\
        </div>
        <p class="small muted">\(words.names)</p></section>
        """
    }
}

/// What somebody types to check a receipt; a test runs these lines as they stand.
enum ReceiptCheck {
    static let byProgram = "countersign receipt verify receipt.json --key receipt-key.pem"
    static let byOpenSSL = """
        jq -j '.protected + "." + .payload' receipt.json > signed
        (jq -j .signature receipt.json; echo ==) | basenc -d --base64url > signature
        openssl pkeyutl -verify -rawin -pubin -inkey receipt-key.pem -in signed -sigfile signature
        """
}
