import Formats
import HTTP
import Markup
import Staffing
import Tenancy

/// One sheet as the agency reads it: hours by day, what is unusual, and everything that happened to it.
struct TenantTimesheetDetail: Sendable {
    let clientName: String
    let sheet: Timesheet
    let assignment: Assignment
    let worker: Worker
    let worksite: Worksite
    let attestation: Attestation?
    /// Nothing for who may not see invoices.
    let invoiceNumber: String?

    static func show(_ visit: Visit, _ id: TenantID, _ sheet: TimesheetID) async throws(Problem) -> Response {
        let detail = try await visit.inTenant(id) { tenant throws(Problem) in
            guard let detail = TenantTimesheetDetail(of: sheet, tenant.state, visit) else { throw .missing }
            return detail
        }
        let page = TenantTimesheetPage(
            visit: visit, id: id, detail: detail, clock: visit.clock(at: detail.worksite))
        return Page(detail.worker.name, visit.frame, place: Routes.tenants.address, content: page.html)
            .response()
    }

    private init?(of id: TimesheetID, _ state: TenantState, _ visit: Visit) {
        guard let sheet = state.timesheets[id], visit.may(.seeTimesheets, at: sheet.place),
            let assignment = state.assignments[sheet.assignment], let worker = state.workers[sheet.worker],
            let worksite = state.worksites[sheet.worksite]
        else { return nil }
        clientName = state.client.name
        self.sheet = sheet
        self.assignment = assignment
        self.worker = worker
        self.worksite = worksite
        attestation = state.expected.attestations[id]?.last
        let isInvoiceShown = visit.may(.seeInvoices, at: .worksite(worksite.id))
        invoiceNumber = isInvoiceShown ? sheet.invoice.flatMap { state.invoices[$0]?.number } : nil
    }
}

struct TenantTimesheetPage {
    let visit: Visit
    let id: TenantID
    let detail: TenantTimesheetDetail
    let clock: LocalClock

    private var say: any AgencySentences { visit.staffSay }
    private var words: any StaffWords { visit.words }
    private var sheet: Timesheet { detail.sheet }

    var html: Markup {
        let week = words.weekOf(sheet.week.civil.text(.short, .englishUS))
        return """
            <div class="page-head"><div>
            <a class="back" href="\(Routes.tenantTimesheets(id))">\(detail.clientName) · \
            \(say.timesheets)</a>
            <div class="title-line"><h1>\(detail.worker.name)</h1>\
            \(TenantSheetState(of: sheet).shape(words))</div>
            <p class="muted">\(week) · \(detail.worksite.name) · \(detail.assignment.title)</p></div>\
            \(visit.may(.seePeople, at: .tenant) ? sight : nil)</div>
            \(facts)
            \(remarks)
            <section><div class="section-head"><h2>\(words.sheetDays)</h2></div>\(days)\
            \(OvertimeExplanation(sheet, say).map(\.html))\
            \(AttestationNote(detail.attestation, of: detail.worker, clock, say)?.html)</section>
            <section class="panel stack"><h2>\(words.sheetHistory)</h2>
            <ol class="history">\(sheet.history.reversed().map(entry))</ol></section>
            """
    }

    private var sight: Markup {
        let address = Routes.tenantSight(id).with("sheet", sheet.id.pathText)
        return "<a class=\"button quiet\" href=\"\(address)\">\(say.whoCanSeeThis)</a>"
    }

    private var facts: Markup {
        let scheduled = detail.assignment.schedule.total
        let byType = HourType.allCases.filter { sheet.hours[$0] > 0 }.map { type in
            fact(words.hourType(type), hoursText(sheet.hours[type], .englishUS))
        }
        return """
            <dl class="facts facts-large panel">\
            \(fact(words.hours, hoursText(sheet.hours.total, .englishUS)))\
            \(fact(words.scheduledHours, hoursText(scheduled, .englishUS)))\(byType)\
            \(detail.invoiceNumber.map { fact(words.invoiceNumber, $0) })</dl>
            """
    }

    private func fact(_ name: String, _ value: String) -> Markup {
        "<div><dt>\(name)</dt><dd>\(value)</dd></div>"
    }

    private var remarks: Markup? {
        let found = TimesheetException.found(in: sheet, of: detail.assignment)
        guard !found.isEmpty else { return nil }
        return "<p class=\"chips\">\(found.map { $0.chip(say) })</p>"
    }

    private var days: Markup {
        """
        <div class="table days"><table><caption class="hidden-visually">\(words.sheetDays)</caption>
        <thead><tr><th scope="col">\(words.day)</th>\
        <th scope="col" class="number">\(words.scheduledHours)</th>\
        <th scope="col">\(words.punches)</th><th scope="col" class="number">\(words.hours)</th></tr></thead>
        <tbody>\(sheet.days.map(line))</tbody>
        <tfoot><tr><th scope="row">\(words.total)</th><td class="number"></td><td></td>\
        <td class="number total">\(hoursText(sheet.hours.total, .englishUS))</td></tr></tfoot></table></div>
        """
    }

    private func line(_ worked: WorkedDay) -> Markup {
        let punches = worked.punches.map { "\(clock.time($0.start))–\(clock.time($0.end))" }
            .joined(separator: ", ")
        let clocked: Markup =
            punches.isEmpty
            ? "<td></td>"
            : "<td class=\"tabular worked\" data-label=\"\(words.punches)\">\(punches)</td>"
        return """
            <tr\(if: worked.hours.total == 0, " class=\"off\"")>\
            <th scope="row" class="nowrap">\(worked.day.civil.text(.weekday, .englishUS))</th>\
            <td class="number scheduled" data-label="\(words.scheduledHours)">\
            \(hoursText(detail.assignment.schedule[worked.day], .englishUS))</td>\
            \(clocked)\
            <td class="number total" data-label="\(words.hours)">\
            \(hoursText(worked.hours.total, .englishUS))</td></tr>
            """
    }

    private func entry(_ entry: TimesheetEntry) -> Markup {
        var quote: String?
        switch entry.what {
        case .rejected(_, let text), .commented(let text): quote = text.isEmpty ? nil : text
        case .received, .changed, .approved, .approvedFirst, .approvalWithdrawn, .invoiced: break
        }
        return """
            <li><b>\(entry.signed(say))</b> \(say.ofTimesheetRules.did(entry.what))\
            <time datetime="\(clock.iso(entry.at))">\(clock.stamp(entry.at))</time>\
            \(quote.map { "<blockquote>\($0)</blockquote>" as Markup })</li>
            """
    }
}
