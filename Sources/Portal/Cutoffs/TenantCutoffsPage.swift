import Formats
import HTTP
import Markup
import Staffing

struct TenantCutoffsPage {
    let visit: Visit
    let id: TenantID
    let view: CutoffView
    let errors: FormErrors

    private var words: any CutoffStaffWords { visit.staffSay.ofCutoffsForStaff }

    var response: Response {
        Page(
            words.title, visit.frame, place: Routes.tenants.address, isError: !errors.isEmpty,
            content: content
        ).response(errors.isEmpty ? .ok : .unprocessableContent)
    }

    private var content: Markup {
        """
        \(errors.summary(visit.say))
        \(visit.query["done"] == "saved" ? Notice(.ok, words.saved).html : nil)
        \(TenantHead(id: id, name: view.name, title: words.title, explanation: words.explanation).html)
        \(view.rows.isEmpty ? nil : table)
        \(visit.may(.manageTenants, at: .tenant) ? form : nil)
        \(reminders)
        """
    }

    private var table: Markup {
        """
        <div class="table"><table><caption class="hidden-visually">\(words.title)</caption>
        <thead><tr><th scope="col">\(words.worksite)</th><th scope="col">\(words.next)</th>\
        <th scope="col">\(words.toldLast)</th><th scope="col">\(words.freeDays)</th></tr></thead>
        <tbody>\(view.rows.map(line))</tbody></table></div>
        """
    }

    private func line(_ row: CutoffView.Row) -> Markup {
        let address = Routes.tenantCutoffs(id).with("worksite", row.worksite.id.pathText)
        let change: Markup = "<span class=\"sub\"><a href=\"\(address)\">\(words.change)</a></span>"
        return """
            <tr><th scope="row">\(row.worksite.name)<span class="sub code">\(row.worksite.code)</span></th>\
            <td data-label="\(words.next)">\(row.next ?? words.none)\
            \(if: !row.isOwn && row.next != nil, "<span class=\"sub\">\(words.asClient)</span>")\
            \(if: visit.may(.manageTenants, at: .tenant), change)</td>\
            <td data-label="\(words.toldLast)">\(row.escalation ?? words.nobody)</td>\
            <td data-label="\(words.freeDays)">\(row.free.joined(separator: "; "))</td></tr>
            """
    }

    private var form: Markup {
        let fields = StaffFields(form: visit.form, errors: errors)
        let days = view.setting.daysOff.map(\.iso).joined(separator: "\n")
        let back: Markup =
            "<a class=\"button quiet\" href=\"\(Routes.tenantCutoffs(id))\">\(words.wholeClient)</a>"
        return """
            <section class="panel stack"><h2>\(view.chosen?.name ?? words.wholeClient)</h2>
            <form class="form" method="post" action="\(Routes.tenantCutoffs(id))" data-guard>
            \(visit.frame.csrfField)
            <input type="hidden" name="worksite" value="\(view.chosen?.id.pathText ?? "")">
            <div class="fields">
            \(fields.select("weekday", words.weekday, weekdays, otherwise: weekday))
            \(fields.text("time", words.time, hint: words.timeHint, otherwise: time, isShort: true))
            </div>
            \(fields.select("escalation", words.escalation, people, otherwise: escalation))
            <div class="field"><label for="days">\(words.daysOff)</label>\
            <p class="hint" id="days-hint">\(words.daysOffHint)</p>\(errors.note(for: "days"))
            <textarea class="input" id="days" name="days" rows="3"\
            \(errors.mark("days") ?? " aria-describedby=\"days-hint\"")>\
            \(visit.form["days"] ?? days)</textarea></div>
            <div class="actions"><button class="button primary">\(words.save)</button>\
            \(if: view.chosen != nil, back)</div>
            </form></section>
            """
    }

    private var weekdays: [StaffFields.Choice] {
        [.init(value: "", label: view.chosen == nil ? words.none : words.asClient)]
            + Staffing.Weekday.allCases.map { .init(value: "\($0.rawValue)", label: $0.name) }
    }

    private var weekday: String { view.setting.cutoff.map { "\($0.weekday.rawValue)" } ?? "" }

    private var time: String {
        ClockTime(minutes: view.setting.cutoff?.minute ?? Self.usualMinute)?.iso ?? ""
    }

    /// Noon, as most payrolls have it.
    private static let usualMinute = 12 * 60

    private var people: [StaffFields.Choice] {
        [.init(value: "", label: view.chosen == nil ? words.nobody : words.asClient)]
            + view.contacts.map { .init(value: $0.id.pathText, label: $0.name) }
    }

    private var escalation: String { view.setting.escalation?.pathText ?? "" }

    private var reminders: Markup {
        let none: Markup = "<p>\(words.noReminders)</p>"
        let lines = view.reminders.map { line -> Markup in
            """
            <li>\(line.day.civil.text(.weekday, .englishUS)), \(line.worksite): \(words.name(line.rung)) \
            <span class="sub">\(words.asked(line.asked))</span></li>
            """
        }
        return """
            <section class="panel stack"><h2>\(words.reminders)</h2>
            \(lines.isEmpty ? none : "<ul class=\"stack-tight\">\(lines)</ul>")
            </section>
            """
    }
}
