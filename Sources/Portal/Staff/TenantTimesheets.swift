import Formats
import HTTP
import Markup
import Staffing
import Tenancy

/// The sheets of one client by where they stand, and each with its history.
enum TenantTimesheets {
    static func show(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        if let text = visit.query["sheet"] {
            guard let sheet = TimesheetID(pathText: text) else { throw .missing }
            return try await TenantTimesheetDetail.show(visit, id, sheet)
        }
        let filter = try TenantSheetFilter(visit.query)
        let number = visit.query["page"]
        let view = try await visit.inTenant(id) { tenant throws(Problem) in
            try TenantTimesheetsView(tenant, visit, filter, page: number)
        }
        let page = TenantTimesheetsPage(visit: visit, id: id, view: view, filter: filter)
        return Page(visit.staffSay.timesheets, visit.frame, place: Routes.tenants.address, content: page.html)
            .response()
    }
}

/// Which sheets somebody wants to see. An empty field of the form filters nothing; nonsense is refused.
struct TenantSheetFilter: Sendable {
    let state: TenantSheetState?
    let week: Day?
    let worker: SearchWords

    init(_ query: Query) throws(Problem) {
        state = try Self.value(query["state"], TenantSheetState.init(rawValue:))
        week = try Self.value(query["week"], Day.init(iso:))
        worker = SearchWords(query["q"])
    }

    private static func value<Value>(
        _ text: String?, _ read: (String) -> Value?
    ) throws(Problem) -> Value? {
        guard let text, !text.isEmpty else { return nil }
        guard let value = read(text) else { throw Problem(.badRequest) }
        return value
    }

    func address(_ id: TenantID) -> Address {
        Routes.tenantTimesheets(id).filtered("state", state?.rawValue ?? "")
            .filtered("week", week?.iso ?? "").filtered("q", worker.text)
    }

    func accepts(_ sheet: Timesheet, of worker: Worker, weekStart: Staffing.Weekday) -> Bool {
        if let state, state != TenantSheetState(of: sheet) { return false }
        if let week, week.startOfWeek(startingOn: weekStart) != sheet.week { return false }
        return self.worker.matches(worker.name, worker.number)
    }
}

struct TenantTimesheetsView: Sendable {
    let name: String
    let page: ListPage
    let rows: [Row]

    struct Row: Sendable {
        let id: TimesheetID
        let worker: Worker
        let worksite: String
        let week: Day
        let minutes: Int
        let remarks: Int
        let state: TenantSheetState
    }

    init(
        _ tenant: isolated Tenant, _ visit: Visit, _ filter: TenantSheetFilter, page number: String?
    ) throws(Problem) {
        let state = tenant.state
        let start = state.client.workweekStart
        let found = state.timesheets.values.filter { sheet in
            guard let worker = state.workers[sheet.worker] else { return false }
            return visit.may(.seeTimesheets, at: sheet.place)
                && filter.accepts(sheet, of: worker, weekStart: start)
        }
        let oldestFirst = filter.state == .waiting
        let sorted = found.sorted { one, other in
            if one.week != other.week { return oldestFirst == (one.week < other.week) }
            let codes = (state.code(of: one.worksite), state.code(of: other.worksite))
            return codes.0 == codes.1 ? state.order(one, before: other) : codes.0 < codes.1
        }
        name = state.client.name
        page = try ListPage(number, total: sorted.count)
        rows = page.rows(of: sorted).compactMap { Row($0, state) }
    }
}

extension TenantTimesheetsView.Row {
    fileprivate init?(_ sheet: Timesheet, _ state: TenantState) {
        guard let worker = state.workers[sheet.worker], let site = state.worksites[sheet.worksite],
            let assignment = state.assignments[sheet.assignment]
        else { return nil }
        self.init(
            id: sheet.id, worker: worker, worksite: site.name, week: sheet.week, minutes: sheet.hours.total,
            remarks: TimesheetException.found(in: sheet, of: assignment).count,
            state: TenantSheetState(of: sheet))
    }
}

struct TenantTimesheetsPage {
    let visit: Visit
    let id: TenantID
    let view: TenantTimesheetsView
    let filter: TenantSheetFilter

    private var say: any AgencySentences { visit.staffSay }
    private var words: any StaffWords { visit.words }

    var html: Markup {
        """
        \(TenantHead(id: id, name: view.name, title: say.timesheets).html)
        \(filters)
        \(view.rows.isEmpty ? empty : table)
        \(view.page.links(filter.address(id), visit.staffSay))
        """
    }

    private var filters: Markup {
        let states = TenantSheetState.allCases.map { state in
            """
            <option value="\(state.rawValue)"\(if: state == filter.state, " selected")>\
            \(words.sheetState(state))</option>
            """ as Markup
        }
        return """
            <form class="filters" method="get" action="\(Routes.tenantTimesheets(id))" role="search">
            <div class="field"><label for="q">\(words.worker)</label>\
            <input class="input" id="q" name="q" type="search" value="\(filter.worker.text)"></div>
            <div class="field"><label for="state">\(words.listState)</label>\
            <select class="input" id="state" name="state"><option value="">\(words.all)</option>\
            \(states)</select></div>
            <div class="field"><label for="week">\(words.week)</label>\
            <input class="input" id="week" name="week" type="date" value="\(filter.week?.iso ?? "")"></div>
            <button class="button">\(words.listFilter)</button></form>
            """
    }

    private var empty: Markup {
        """
        <section class="empty"><h2>\(words.noSheets)</h2><p>\(words.searchOtherwise)</p></section>
        """
    }

    private var table: Markup {
        """
        <div class="table"><table><caption>\(words.sheetCount(view.page.total))</caption>
        <thead><tr><th scope="col">\(words.worker)</th><th scope="col">\(words.week)</th>\
        <th scope="col">\(words.worksite)</th><th scope="col" class="number">\(words.hours)</th>\
        <th scope="col">\(words.listState)</th></tr></thead>
        <tbody>\(view.rows.map(line))</tbody></table></div>
        """
    }

    private func line(_ row: TenantTimesheetsView.Row) -> Markup {
        let detail = Routes.tenantTimesheets(id).with("sheet", row.id.pathText)
        let remarks: Markup? =
            row.remarks == 0 ? nil : "<span class=\"sub\">\(words.remarkCount(row.remarks))</span>"
        return """
            <tr><th scope="row"><a href="\(detail)">\(row.worker.name)</a>\
            <span class="sub code">\(row.worker.number)</span></th>\
            <td data-label="\(words.week)"><time datetime="\(row.week.iso)">\
            \(row.week.civil.text(.short, .englishUS))</time></td>\
            <td data-label="\(words.worksite)">\(row.worksite)</td>\
            <td class="number" data-label="\(words.hours)">\
            \(hoursText(row.minutes, .englishUS))\(remarks)</td>\
            <td data-label="\(words.listState)">\(row.state.shape(words))</td></tr>
            """
    }
}

extension TenantSheetState {
    func shape(_ words: any StaffWords) -> Markup {
        let tone: StaticString =
            switch self {
            case .waiting: "shape info waiting"
            case .sentBack: "shape warn"
            case .approved: "shape ok"
            case .invoiced: "shape info"
            }
        return "<span class=\"\(tone)\">\(words.sheetState(self))</span>"
    }
}
