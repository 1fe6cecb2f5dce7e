import Formats
import HTTP
import Journal
import Markup
import Staffing
import Tenancy

/// All clients, and what is stuck at each: the agency's start page.
enum TenantList {
    static func show(_ visit: Visit, _ key: NoKey) async throws(Problem) -> Response {
        let wanted = SearchWords(visit.query["q"])
        let all = try await visit.inAgency { $0.state.tenants }
        let found = all.filter { wanted.matches($0.key.slug, $0.value) }
            .sorted { ($0.value, $0.key.slug) < ($1.value, $1.key.slug) }
        let page = try ListPage(visit.query["page"], total: found.count)
        let rows = page.rows(of: found)
        let standings = await visit.standings(of: rows.map(\.key))
        let list = TenantListPage(
            visit: visit, wanted: wanted, page: page, hasAny: !all.isEmpty,
            rows: rows.map { id, name in
                TenantListPage.Row(id: id, name: name, standing: standings[id] ?? .beingOpened)
            })
        return Page(visit.staffSay.clients, visit.frame, place: Routes.tenants.address, content: list.html)
            .response()
    }
}

struct TenantListPage {
    let visit: Visit
    let wanted: SearchWords
    let page: ListPage
    let hasAny: Bool
    let rows: [Row]

    struct Row {
        let id: TenantID
        let name: String
        let standing: TenantStanding
    }

    private var say: any AgencySentences { visit.staffSay }
    private var words: any StaffWords { visit.words }

    var html: Markup {
        """
        <div class="page-head"><div><h1>\(say.clients)</h1>\
        <p class="muted">\(words.tenantCount(page.total))</p></div>\
        <div class="actions">\(visit.may(.seeTimesheets, at: .tenant) ? late : nil)\
        \(visit.may(.manageTenants, at: .tenant) ? opening : nil)</div></div>
        \(hasAny ? search : nil)
        \(rows.isEmpty ? empty : table)
        \(page.links(Routes.tenants.address.filtered("q", wanted.text), visit.staffSay))
        """
    }

    private var opening: Markup {
        "<a class=\"button primary\" href=\"\(Routes.newTenant.address)\">\(words.openTenant)</a>"
    }

    private var late: Markup {
        "<a class=\"button\" href=\"\(Routes.lateSheets.address)\">\(say.ofExpectedStaff.lateTitle)</a>"
    }

    private var search: Markup {
        """
        <form class="filters" method="get" action="\(Routes.tenants.address)" role="search">
        <div class="field"><label for="q">\(words.listSearch)</label>\
        <input class="input" id="q" name="q" type="search" value="\(wanted.text)"></div>
        <button class="button">\(words.listSearch)</button></form>
        """
    }

    private var empty: Markup {
        """
        <section class="empty"><h2>\(hasAny ? words.nothingFound : words.noTenants)</h2>\
        <p>\(hasAny ? words.searchOtherwise : words.noTenantsExplanation)</p></section>
        """
    }

    private var table: Markup {
        """
        <div class="table"><table><caption class="hidden-visually">\(say.clients)</caption>
        <thead><tr><th scope="col">\(words.tenantColumn)</th><th scope="col">\(words.listState)</th>\
        <th scope="col" class="number">\(say.ofExpectedStaff.late)</th>\
        <th scope="col" class="number">\(words.sheetState(.waiting))</th>\
        <th scope="col" class="number">\(words.sheetState(.sentBack))</th>\
        <th scope="col" class="number">\(words.approvedNotInvoiced)</th></tr></thead>
        <tbody>\(rows.map(line))</tbody></table></div>
        """
    }

    private func line(_ row: Row) -> Markup {
        """
        <tr><th scope="row"><a href="\(Routes.tenant(row.id))">\(row.name)</a>\
        <span class="sub code">\(row.id.slug)</span></th>\
        <td data-label="\(words.listState)">\(StandingChip(standing: row.standing, say: say).html)</td>\
        \(counts(row))</tr>
        """
    }

    private func counts(_ row: Row) -> Markup {
        guard case .open(let glance) = row.standing else {
            let none: Markup = "<td class=\"number\"></td>"
            return "\([none, none, none, none])"
        }
        let sheets = Routes.tenantTimesheets(row.id)
        let oldest = glance.oldestWaiting.map { week in
            "<span class=\"sub\">\(words.oldestWeek(week.civil.text(.short, .englishUS)))</span>" as Markup
        }
        func cell(_ state: TenantSheetState, _ count: Int, _ label: String, _ sub: Markup? = nil) -> Markup {
            """
            <td class="number" data-label="\(label)">\
            <a href="\(sheets.with("state", state.rawValue))">\(count)</a>\(sub)</td>
            """
        }
        return """
            <td class="number" data-label="\(say.ofExpectedStaff.late)">\
            <a href="\(Routes.tenantExpected(row.id))">\(glance.late)</a></td>\
            \(cell(.waiting, glance.waiting, words.sheetState(.waiting), oldest))\
            \(cell(.sentBack, glance.sentBack, words.sheetState(.sentBack)))\
            \(cell(.approved, glance.approved, words.approvedNotInvoiced))
            """
    }
}

/// A client's standing in one shape.
struct StandingChip {
    let standing: TenantStanding
    let say: any AgencySentences

    private var words: any StaffWords { say.ofStaff }

    var html: Markup {
        switch standing {
        case .beingOpened: "<span class=\"shape\">\(words.tenantBeingOpened)</span>"
        case .unreadable(let failure):
            """
            <span class="shape bad">\(words.tenantUnreadable)</span>\
            <span class="sub">\(failure.explanation)</span>
            """
        case .halted(let trouble):
            """
            <span class="shape bad">\(words.recordsHalted)</span>\
            <span class="sub">\(words.haltedSince(LocalClock(nil).stamp(trouble.since)))</span>
            """
        case .open(let glance) where !glance.uncovered.isEmpty:
            "<span class=\"shape warn\">\(words.uncoveredWorksites(glance.uncovered.count))</span>"
        case .open(let glance) where !glance.limited.isEmpty:
            "<span class=\"shape warn\">\(say.ofLimits.nobodyUnlimited)</span>"
        case .open: "<span class=\"shape ok\">\(words.tenantCovered)</span>"
        }
    }
}
