import HTTP
import Markup
import Staffing
import Tenancy

/// Late hours over all clients, a page of clients at a time: the oldest first at each of them.
enum LateHours {
    /// Of one client so many are shown; the rest stands on the client's own list.
    static let rowsPerClient = 20

    static func show(_ visit: Visit, _ key: NoKey) async throws(Problem) -> Response {
        let all = try await visit.inAgency { $0.state.tenants }
            .sorted { ($0.value, $0.key.slug) < ($1.value, $1.key.slug) }
        let page = try ListPage(visit.query["page"], total: all.count)
        let ids = page.rows(of: all).map(\.key)
        let found = await late(ids, visit)
        let sections = page.rows(of: all).compactMap { id, name in
            found[id].map { LateHoursPage.Section(id: id, name: name, late: $0) }
        }
        let content = LateHoursPage(visit: visit, sections: sections, page: page).html
        return Page(
            visit.staffSay.ofExpectedStaff.lateTitle, visit.frame, place: Routes.tenants.address,
            content: content
        ).response()
    }

    /// All clients of a page at once. One whose records do not open is told of on the list of clients, and
    /// hides nobody else's.
    private static func late(_ ids: [TenantID], _ visit: Visit) async -> [TenantID: LateSheets] {
        await withTaskGroup(of: (TenantID, LateSheets?).self) { group in
            for id in ids { group.addTask { (id, await late(id, visit)) } }
            var found: [TenantID: LateSheets] = [:]
            for await (id, late) in group where late.map({ $0.count > 0 }) ?? false { found[id] = late }
            return found
        }
    }

    private static func late(_ id: TenantID, _ visit: Visit) async -> LateSheets? {
        try? await visit.inTenant(id) { tenant in LateSheets(tenant.state, visit, on: tenant.today) }
    }
}

struct LateSheets: Sendable {
    let count: Int
    let rows: [LateRow]

    init(_ state: TenantState, _ visit: Visit, on today: Day) {
        let open = state.open(.seeTimesheets, to: visit.viewer, on: today)
        let all = state.worksitesByCode.flatMap { site in
            state.expectedSheets(at: site.id, within: open, on: today).filter { $0.isLate(on: today) }
                .compactMap { LateRow($0, site, state, on: today) }
        }
        count = all.count
        let sorted = all.sorted {
            ($0.sheet.week.number, $0.worker.name, $0.worker.number)
                < ($1.sheet.week.number, $1.worker.name, $1.worker.number)
        }
        rows = Array(sorted.prefix(LateHours.rowsPerClient))
    }
}

struct LateHoursPage {
    let visit: Visit
    let sections: [Section]
    let page: ListPage

    struct Section {
        let id: TenantID
        let name: String
        let late: LateSheets
    }

    private var words: any ExpectedStaffWords { visit.staffSay.ofExpectedStaff }

    var html: Markup {
        """
        <div class="page-head"><div><a class="back" href="\(Routes.tenants.address)">\(visit.say.clients)</a>
        <h1>\(words.lateTitle)</h1><p class="muted">\(words.lateExplanation)</p></div></div>
        \(sections.isEmpty ? empty : "\(sections.map(section))")
        \(page.links(Routes.lateSheets.address, visit.say))
        """
    }

    private var empty: Markup {
        """
        <section class="empty"><h2>\(words.noneLate)</h2><p>\(words.noneLateExplanation)</p></section>
        """
    }

    private func section(_ section: Section) -> Markup {
        let list = Routes.tenantExpected(section.id)
        let late = section.late
        let table = LateTable(visit: visit, id: section.id, rows: late.rows, total: late.count)
        let more = section.late.count - section.late.rows.count
        return """
            <section><div class="section-head"><h2><a href="\(list)">\(section.name)</a></h2>\
            <span class="muted">\(words.lateCount(section.late.count))</span></div>
            \(table.html)
            \(more > 0 ? "<p><a href=\"\(list)\">\(words.moreLate(more))</a></p>" : nil)</section>
            """
    }
}
