import Formats
import HTTP
import Markup
import Staffing
import Tenancy

/// Who works where and at what price. What the agency pays comes from its own records.
enum TenantAssignments {
    static func show(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        let wanted = SearchWords(visit.query["q"])
        let number = visit.query["page"]
        var view = try await visit.inTenant(id) { tenant throws(Problem) in
            try TenantAssignmentsView(tenant, visit, wanted, page: number)
        }
        if visit.may(.seePayRates, at: .tenant) {
            let (viewer, today, asked) = (visit.viewer, visit.today, view.rows.map(\.assignment.id))
            let rates = try await visit.inAgency { agency in
                asked.map { agency.state.payRate(of: $0, at: id)?.opened(for: viewer, on: today) }
            }
            for (place, rate) in rates.enumerated() { view.rows[place].payRate = rate }
        }
        let page = TenantAssignmentsPage(visit: visit, id: id, view: view, wanted: wanted)
        return Page(
            visit.staffSay.assignments, visit.frame, place: Routes.tenants.address, content: page.html
        )
        .response()
    }
}

struct TenantAssignmentsView: Sendable {
    let name: String
    let currency: Currency
    let hasUnits: Bool
    let page: ListPage
    var rows: [Row]

    struct Row: Sendable {
        let assignment: Assignment
        let worker: Worker
        let worksite: String
        let units: [String]
        /// Opened for this viewer, or nothing.
        let billRate: HourlyRate?
        var payRate: HourlyRate?

        /// What is left of an hour's price after the worker's pay.
        var margin: HourlyRate? {
            guard let billRate, let payRate else { return nil }
            return HourlyRate(minorUnits: billRate.minorUnits - payRate.minorUnits)
        }
    }

    init(
        _ tenant: isolated Tenant, _ visit: Visit, _ wanted: SearchWords, page number: String?
    ) throws(Problem) {
        let state = tenant.state
        let today = tenant.today
        let all = state.assignments.values.compactMap { assignment -> Row? in
            guard let worker = state.workers[assignment.worker],
                let site = state.worksites[assignment.worksite],
                visit.may(.seeAssignments, at: assignment.place),
                wanted.matches(worker.name, worker.number, assignment.title, site.name)
            else { return nil }
            return Row(
                assignment: assignment, worker: worker, worksite: site.name,
                units: state.unitNames(of: assignment),
                billRate: assignment.billRate.opened(for: visit.viewer, on: today))
        }
        let sorted = all.sorted {
            ($0.worker.name, $0.worker.number, $0.assignment.days.from)
                < ($1.worker.name, $1.worker.number, $1.assignment.days.from)
        }
        name = state.client.name
        currency = state.client.currency
        hasUnits = !state.units.isEmpty
        page = try ListPage(number, total: sorted.count)
        rows = Array(page.rows(of: sorted))
    }
}

struct TenantAssignmentsPage {
    let visit: Visit
    let id: TenantID
    let view: TenantAssignmentsView
    let wanted: SearchWords

    private var say: any AgencySentences { visit.staffSay }
    private var words: any StaffWords { visit.words }
    private var showsBill: Bool { visit.may(.seeBillRates, at: .tenant) }
    private var showsMargin: Bool { visit.may(.seeMargin, at: .tenant) }
    private var showsPay: Bool { visit.may(.seePayRates, at: .tenant) }

    var html: Markup {
        """
        \(visit.query["done"] == "placed" ? Notice(.ok, say.ofUnits.placed).html : nil)
        \(TenantHead(id: id, name: view.name, title: say.assignments).html)
        <form class="filters" method="get" action="\(Routes.tenantAssignments(id))" role="search">
        <div class="field"><label for="q">\(words.listSearch)</label>\
        <input class="input" id="q" name="q" type="search" value="\(wanted.text)"></div>
        <button class="button">\(words.listSearch)</button></form>
        \(view.rows.isEmpty ? empty : table)
        \(view.page.links(Routes.tenantAssignments(id).filtered("q", wanted.text), visit.staffSay))
        """
    }

    private var empty: Markup {
        """
        <section class="empty"><h2>\(wanted.isEmpty ? words.noAssignments : words.nothingFound)</h2>\
        <p>\(wanted.isEmpty ? words.noAssignmentsExplanation : words.searchOtherwise)</p></section>
        """
    }

    private var table: Markup {
        let bill: Markup? = showsBill ? number(words.billRate) : nil
        let pay: Markup? = showsPay ? number(words.payRate) : nil
        let margin: Markup? = showsMargin ? number(words.margin) : nil
        return """
            <div class="table"><table><caption class="hidden-visually">\(say.assignments)</caption>
            <thead><tr><th scope="col">\(words.worker)</th><th scope="col">\(words.job)</th>\
            <th scope="col">\(words.worksite)</th><th scope="col">\(words.datesColumn)</th>\
            \(number(words.hoursPerWeek))\(bill)\(pay)\(margin)</tr></thead>
            <tbody>\(view.rows.map(line))</tbody></table></div>
            """
    }

    private func units(_ row: TenantAssignmentsView.Row) -> Markup {
        let names = row.units.map { "<span class=\"sub\">\($0)</span>" as Markup }
        guard view.hasUnits, visit.may(.manageTenants, at: .tenant) else { return "\(names)" }
        let address = Routes.tenantPlacement(id).with("assignment", row.assignment.id.pathText)
        return """
            \(names)<span class="sub"><a href="\(address)">\(say.ofUnits.placementTitle)\
            <span class="hidden-visually"> \(row.worker.name)</span></a></span>
            """
    }

    private func number(_ label: String) -> Markup { "<th scope=\"col\" class=\"number\">\(label)</th>" }

    private func line(_ row: TenantAssignmentsView.Row) -> Markup {
        let days = row.assignment.days
        let dates = words.assignmentDates(
            from: days.from.civil.text(.short, .englishUS),
            through: days.through?.civil.text(.short, .englishUS))
        let order = row.assignment.purchaseOrder
        let orderLine: Markup? =
            order.isEmpty ? nil : "<span class=\"sub\">\(words.purchaseOrder(order))</span>"
        let bill: Markup? = showsBill ? rate(words.billRate, row.billRate) : nil
        let pay: Markup? = showsPay ? rate(words.payRate, row.payRate) : nil
        let margin: Markup? =
            showsMargin ? rate(words.margin, row.margin, of: row.billRate) : nil
        return """
            <tr><th scope="row">\(row.worker.name)<span class="sub code">\(row.worker.number)</span></th>\
            <td data-label="\(words.job)">\(row.assignment.title)\(orderLine)</td>\
            <td data-label="\(words.worksite)">\(row.worksite)\(units(row))</td>\
            <td data-label="\(words.datesColumn)">\(dates)</td>\
            <td class="number" data-label="\(words.hoursPerWeek)">\
            \(hoursText(row.assignment.schedule.total, .englishUS))</td>\(bill)\(pay)\(margin)</tr>
            """
    }

    /// An amount an hour, and how many percent of another it is, in whole percent towards zero.
    private func rate(_ label: String, _ rate: HourlyRate?, of whole: HourlyRate? = nil) -> Markup {
        let share = rate.flatMap { part in
            whole.map {
                "<span class=\"sub\">\(Int(part.minorUnits * 100 / $0.minorUnits)) %</span>" as Markup
            }
        }
        return """
            <td class="number" data-label="\(label)">\
            \(rate?.text(view.currency, .englishUS) ?? "–")\(share)</td>
            """
    }
}
