import Formats
import HTTP
import Markup
import Staffing

/// One timesheet: what was worked, what is odd about it, what happened to it, and the decision.
struct TimesheetPage {
    let detail: TimesheetDetail
    let visit: Visit
    /// Why what was asked was not done.
    var refusal: TimesheetRefusal?
    var rejection = Draft()
    var comment = Draft()

    init(detail: TimesheetDetail, visit: Visit) {
        self.detail = detail
        self.visit = visit
    }

    private var words: any TimesheetWords { visit.say.ofTimesheets }
    private var rules: any TimesheetRuleWords { visit.say.ofTimesheetRules }
    private var sheet: Timesheet { detail.sheet }

    func response(_ status: Status) -> Response {
        let title = detail.worker.name + ", " + words.week(sheet.week)
        return Page(
            title, visit.frame, place: Routes.timesheets.address, isError: status != .ok, content: content
        ).response(status)
    }

    private var content: Markup {
        """
        \(rejection.errors.summary(visit.say))\(comment.errors.summary(visit.say))\(notice)
        <div class="page-head"><div>
          <a class="back" href="\(Routes.timesheets.address)">\(visit.say.timesheets)</a>
          <div class="title-line"><h1>\(detail.worker.name)</h1>\(detail.standing.chip(visit.say))</div>
          <p class="muted">\(words.week(sheet.week)) · \(detail.worksite.name) · \
        \(detail.assignment.title)</p>
        </div><div class="actions">\(detail.sheet.isWaiting ? nil : receipt)\
        \(visit.may(.managePeople, at: .tenant) ? sight : nil)</div></div>
        <div class="columns">
          <div class="stack">
            \(facts)
            \(detail.exceptions.isEmpty ? nil : findings)
            \(TimesheetDays(detail: detail, say: visit.say).html)
            \(OvertimeExplanation(sheet, visit.say).map(\.html))
            \(attestation)
          </div>
          \(detail.isDecider ? decision : second)
          \(TimesheetHistory(detail: detail, draft: comment, visit: visit).html)
        </div>
        """
    }

    private var receipt: Markup {
        "<a class=\"button quiet\" href=\"\(Routes.receipt(sheet.id))\">\(visit.say.ofReceipts.receipt)</a>"
    }

    private var sight: Markup {
        "<a class=\"button quiet\" href=\"\(Routes.timesheetSight(sheet.id))\">\(visit.say.whoCanSeeThis)</a>"
    }

    /// The one notice that fits: why something was not done, or that it was.
    private var notice: Markup? {
        if let refusal {
            let before = visit.form.count("minutes", upTo: 7 * TimesheetRules.minutesPerDay)
            let now = sheet.hours.total
            let both = before.flatMap { $0 == now ? nil : rules.wasAndIs($0, now) }
            return Notice(.warn, rules.explain(refusal), content: both.map { "<p>\($0)</p>" }).html
        }
        return switch visit.query["done"] {
        case "taken-back": Notice(.ok, rules.approvalTakenBack).html
        case "commented": Notice(.ok, rules.commented).html
        case _: nil
        }
    }

    private var attestation: Markup? {
        AttestationNote(detail.attestation, of: detail.worker, detail.clock, visit.say)?.html
    }

    private var facts: Markup {
        let hours = sheet.hours
        let scheduled = detail.assignment.schedule.total
        let isOff = abs(hours.total - scheduled) > TimesheetException.scheduleMarginMinutes
        return """
            <dl class="facts facts-large panel">\
            \(fact(words.worked, words.hours(hours.total), isOff: isOff))\
            \(fact(words.scheduled, words.hours(scheduled)))\
            \(hours.overtime > 0 ? fact(rules.overtime, words.hours(hours.overtime), isOff: true) : nil)\
            \(hours.doubleTime > 0 ? doubleTime : nil)\
            \(detail.amount.map { fact(rules.amount, $0.text(visit.say.formats)) })\
            \(detail.units.map { fact(visit.say.name($0.kind), $0.name) })\
            \(detail.assignment.purchaseOrder.isEmpty ? nil : order)\(detail.invoice.map(invoice))</dl>
            """
    }

    /// Whoever decides nothing here reads whom it waits for.
    private var second: Markup? {
        guard detail.standing.isBegun else { return nil }
        return "<aside class=\"panel\"><p>\(detail.standing.words(visit.say)).</p></aside>"
    }

    private var decision: Markup {
        TimesheetDecisionPanel(detail: detail, draft: rejection, visit: visit).html
    }

    private var doubleTime: Markup {
        fact(rules.doubleTime, words.hours(sheet.hours.doubleTime), isOff: true)
    }

    private var order: Markup { fact(rules.purchaseOrder, detail.assignment.purchaseOrder) }

    private func fact(_ label: String, _ value: String, isOff: Bool = false) -> Markup {
        "<div><dt>\(label)</dt><dd\(if: isOff, " class=\"delta\"")>\(value)</dd></div>"
    }

    private func invoice(_ invoice: Invoice) -> Markup {
        """
        <div><dt>\(rules.invoice)</dt>\
        <dd><a href="\(Routes.invoice(invoice.id))">\(invoice.number)</a></dd></div>
        """
    }

    private var findings: Markup {
        let list = detail.exceptions.map { exception -> Markup in
            "<li><b>\(rules.chip(exception)).</b> \(rules.explain(exception))</li>"
        }
        return """
            <section class="notice warn"><h2 class="notice-title">\
            \(rules.thingsToCheck(detail.exceptions.count))</h2><ul>\(list)</ul></section>
            """
    }
}
