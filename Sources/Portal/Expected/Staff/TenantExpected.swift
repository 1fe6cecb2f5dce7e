import Formats
import HTTP
import Markup
import Staffing
import Tenancy

/// What one client's workers have not brought: late first, with how the last weeks stand at each worksite.
enum TenantExpected {
    static func show(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        let wanted = SearchWords(visit.query["q"])
        let number = visit.query["page"]
        let view = try await visit.inTenant(id) { tenant throws(Problem) in
            try TenantExpectedView(tenant, visit, wanted, page: number)
        }
        let page = TenantExpectedPage(visit: visit, id: id, view: view, wanted: wanted)
        return Page(
            visit.staffSay.ofExpectedStaff.title, visit.frame, place: Routes.tenants.address,
            content: page.html
        ).response()
    }
}

struct TenantExpectedView: Sendable {
    let name: String
    let page: ListPage
    let rows: [LateRow]
    let figures: [WeekFigures]
    let idle: [IdleRow]

    struct IdleRow: Sendable {
        let idle: IdleWeek
        let worker: String
    }

    private static let weeksShown = 4

    init(
        _ tenant: isolated Tenant, _ visit: Visit, _ wanted: SearchWords, page number: String?
    ) throws(Problem) {
        let (state, today) = (tenant.state, tenant.today)
        let open = state.open(.seeTimesheets, to: visit.viewer, on: today)
        let sites = state.worksitesByCode.filter { open.reaches($0.id) }
        let all = sites.flatMap { site in
            state.expectedSheets(at: site.id, within: open, on: today).compactMap { sheet in
                LateRow(sheet, site, state, on: today)
            }
        }.filter { wanted.matches($0.worker.name, $0.worker.number, $0.worksite) }
        let sorted = all.sorted {
            ($0.sheet.week.number, $0.worksite, $0.worker.name, $0.worker.number)
                < ($1.sheet.week.number, $1.worksite, $1.worker.name, $1.worker.number)
        }
        name = state.client.name
        page = try ListPage(number, total: sorted.count)
        rows = Array(page.rows(of: sorted))
        let last = state.weekUnderWay(today)
        let weeks = (0..<Self.weeksShown).map { last.adding(days: -7 * $0) }
        figures = sites.flatMap { site in
            weeks.compactMap { WeekFigures(of: $0, at: site, all, state, within: open) }
        }
        idle = sites.flatMap { site in
            state.idleWeeks(at: site.id, within: open, since: weeks.last ?? last).compactMap {
                idle, assignment in
                state.workers[assignment.worker].map { IdleRow(idle: idle, worker: $0.name) }
            }
        }
    }
}

/// One week that nobody has answered.
struct LateRow: Sendable {
    let sheet: ExpectedSheet
    let worker: Worker
    let worksite: String
    /// None while it is not due.
    let daysLate: Int

    init?(_ sheet: ExpectedSheet, _ worksite: Worksite, _ state: TenantState, on today: Day) {
        guard let worker = state.workers[sheet.assignment.worker] else { return nil }
        self.sheet = sheet
        self.worker = worker
        self.worksite = worksite.name
        daysLate = max(0, sheet.due.days(until: today))
    }
}

/// How the sheets of one week stand at one worksite.
struct WeekFigures: Sendable {
    let worksite: String
    let week: Day
    let late: Int
    let early: Int
    let waiting: Int
    let sentBack: Int
    let approved: Int

    /// Nothing where there is nothing to count.
    init?(
        of week: Day, at site: Worksite, _ open: [LateRow], _ state: TenantState, within places: OpenPlaces
    ) {
        let here = open.filter { $0.sheet.week == week && $0.sheet.assignment.worksite == site.id }
        let decided = state.decidedShelf(at: site.id, within: places)
        worksite = site.name
        self.week = week
        late = here.count { $0.daysLate > 0 }
        early = here.count - late
        waiting = state.waitingShelf(at: site.id, within: places).count(of: week)
        sentBack = decided.sheets(of: week).reduce(0) { count, id in
            count + (state.timesheets[id]?.isSentBack == true ? 1 : 0)
        }
        approved = decided.count(of: week) - sentBack
        guard late + early + waiting + sentBack + approved > 0 else { return nil }
    }
}

struct TenantExpectedPage {
    let visit: Visit
    let id: TenantID
    let view: TenantExpectedView
    let wanted: SearchWords

    private var say: any AgencySentences { visit.staffSay }
    private var words: any ExpectedStaffWords { say.ofExpectedStaff }
    private var own: Address { Routes.tenantExpected(id) }

    var html: Markup {
        """
        \(notice)
        \(TenantHead(id: id, name: view.name, title: words.title, explanation: words.explanation).html)
        <form class="filters" method="get" action="\(own)" role="search">
        <div class="field"><label for="q">\(visit.words.worker)</label>\
        <input class="input" id="q" name="q" type="search" value="\(wanted.text)"></div>
        <button class="button">\(visit.words.listFilter)</button></form>
        \(view.rows.isEmpty ? empty : table.html)
        \(view.page.links(own.filtered("q", wanted.text), say))
        \(view.idle.isEmpty ? nil : idle)
        \(view.figures.isEmpty ? nil : figures)
        """
    }

    private var table: LateTable {
        LateTable(visit: visit, id: id, rows: view.rows, total: view.page.total)
    }

    private var notice: Markup? {
        switch visit.query["done"] {
        case "hours": Notice(.ok, words.hoursTaken).html
        case "none": Notice(.ok, words.noted).html
        case "reopened": Notice(.ok, words.reopened).html
        case _: nil
        }
    }

    private var empty: Markup {
        """
        <section class="empty"><h2>\(wanted.isEmpty ? words.nobodyExpected : visit.words.nothingFound)</h2>\
        <p>\(wanted.isEmpty ? words.nobodyExpectedExplanation : visit.words.searchOtherwise)</p></section>
        """
    }

    private var idle: Markup {
        let lines = view.idle.map { row in
            """
            <tr><th scope="row"><a href="\(row.idle.key.address(Routes.tenantHours(id)))">\
            \(row.worker)</a></th>\
            <td data-label="\(visit.words.week)">\(say.ofTimesheets.week(row.idle.key.week))</td>\
            <td data-label="\(visit.words.listState)">\
            \(say.ofExpected.idle(row.idle.kind, row.idle.reason))</td>\
            <td data-label="\(words.saidBy)">\(row.idle.name)</td></tr>
            """ as Markup
        }
        return """
            <div class="table"><table><caption>\(words.withoutHours)</caption><thead><tr>\
            <th scope="col">\(visit.words.worker)</th><th scope="col">\(visit.words.week)</th>\
            <th scope="col">\(visit.words.listState)</th><th scope="col">\(words.saidBy)</th></tr></thead>
            <tbody>\(lines)</tbody></table></div>
            """
    }

    private var figures: Markup {
        func number(_ label: String, _ count: Int) -> Markup {
            "<td class=\"number\" data-label=\"\(label)\">\(count)</td>"
        }
        let lines = view.figures.map { row in
            """
            <tr><th scope="row">\(row.worksite)</th>\
            <td data-label="\(visit.words.week)">\(say.ofTimesheets.week(row.week))</td>\
            \(number(words.late, row.late))\(number(words.expected, row.early))\
            \(number(words.waiting, row.waiting))\(number(words.sentBack, row.sentBack))\
            \(number(words.approved, row.approved))</tr>
            """ as Markup
        }
        let heads = [words.late, words.expected, words.waiting, words.sentBack, words.approved].map {
            "<th scope=\"col\" class=\"number\">\($0)</th>" as Markup
        }
        return """
            <div class="table"><table><caption>\(words.figures)</caption>
            <thead><tr><th scope="col">\(visit.words.worksite)</th><th scope="col">\(visit.words.week)</th>\
            \(heads)</tr></thead><tbody>\(lines)</tbody></table></div>
            """
    }
}

/// Weeks that nobody has answered, with the ways to an answer.
struct LateTable {
    let visit: Visit
    let id: TenantID
    let rows: [LateRow]
    let total: Int

    private var say: any AgencySentences { visit.staffSay }
    private var words: any ExpectedStaffWords { say.ofExpectedStaff }
    private var mayBring: Bool { visit.may(.importTimesheets, at: .tenant) }

    var html: Markup {
        """
        <div class="table"><table><caption>\(words.expectedCount(total))</caption>
        <thead><tr><th scope="col">\(visit.words.worker)</th><th scope="col">\(visit.words.week)</th>\
        <th scope="col">\(visit.words.worksite)</th><th scope="col">\(visit.words.listState)</th>\
        \(if: mayBring, "<th scope=\"col\">\(words.actions)</th>")</tr></thead>
        <tbody>\(rows.map(line))</tbody></table></div>
        """
    }

    private func line(_ row: LateRow) -> Markup {
        let due = say.ofTimesheets.day(row.sheet.due)
        let state: Markup =
            row.daysLate > 0
            ? """
            <span class="shape warn">\(words.lateFor(days: row.daysLate))</span>\
            <span class="sub">\(say.ofExpected.dueBy(due))</span>
            """ : "<span class=\"shape info waiting\">\(say.ofExpected.dueBy(due))</span>"
        return """
            <tr><th scope="row">\(row.worker.name)<span class="sub code">\(row.worker.number)</span></th>\
            <td data-label="\(visit.words.week)">\(say.ofTimesheets.week(row.sheet.week))</td>\
            <td data-label="\(visit.words.worksite)">\(row.worksite)\
            <span class="sub">\(row.sheet.assignment.title)</span></td>\
            <td data-label="\(visit.words.listState)">\(state)</td>\(mayBring ? ways(row) : nil)</tr>

            """
    }

    private func ways(_ row: LateRow) -> Markup {
        let link = Routes.tenantPersonalLink(id).with("worker", row.worker.id.pathText)
        let whose: Markup = "<span class=\"hidden-visually\"> \(row.worker.name)</span>"
        return """
            <td data-label="\(words.actions)">\
            <a href="\(row.sheet.key.address(Routes.tenantHours(id)))">\(words.typeHours)\(whose)</a>\
            <span class="sub"><a href="\(link)">\(words.personalLink)\(whose)</a></span></td>
            """
    }
}
