import HTTP
import Markup
import Staffing
import Tenancy

/// The coordinators' queue: deadlines that were missed or will be, over all clients.
enum ExceptionSlice {
    static let staff: [Endpoint] = [
        .apart(.get, Routes.exceptions, needs: .permission(.seeTimesheets), shows: .ordinary, show)
    ]

    private static func show(_ visit: Visit, _ key: NoKey) async throws(Problem) -> Response {
        let seesPeople = visit.may(.seePeople, at: .tenant)
        let all = visit.services.exceptions.all.filter { $0.exception.isShown(toWhoSeesPeople: seesPeople) }
        let page = try ListPage(visit.query["page"], total: all.count)
        let content = ExceptionPage(
            visit: visit, page: page, rows: Array(page.rows(of: all)),
            lookedAt: visit.services.exceptions.count, clients: visit.services.tenants.all.count)
        return Page(
            visit.staffSay.ofCutoffsForStaff.exceptions, visit.frame, place: Routes.exceptions.address,
            content: content.html
        ).response()
    }
}

extension DeadlineException {
    fileprivate func isShown(toWhoSeesPeople seesPeople: Bool) -> Bool {
        if case .undelivered = kind { seesPeople } else { true }
    }
}

struct ExceptionPage {
    let visit: Visit
    let page: ListPage
    let rows: [(id: TenantID, exception: DeadlineException)]
    let lookedAt: Int
    let clients: Int

    private var words: any CutoffStaffWords { visit.staffSay.ofCutoffsForStaff }

    var html: Markup {
        """
        <div class="page-head"><div><h1>\(words.exceptions)</h1>
        <p class="muted">\(words.exceptionsHint)</p></div></div>
        \(if: lookedAt < clients, Notice(.info, words.lookedAt(lookedAt, of: clients)).html)
        \(rows.isEmpty ? empty : table)
        \(page.links(Routes.exceptions.address, visit.say))
        """
    }

    private var empty: Markup {
        "<section class=\"empty\"><h2>\(words.noExceptions)</h2><p>\(words.noExceptionsHint)</p></section>"
    }

    private var table: Markup {
        """
        <div class="table"><table><caption class="hidden-visually">\(words.exceptions)</caption>
        <thead><tr><th scope="col">\(words.client)</th><th scope="col">\(words.worksite)</th>\
        <th scope="col">\(words.what)</th><th scope="col">\(words.deadline)</th></tr></thead>
        <tbody>\(rows.map(line))</tbody></table></div>
        """
    }

    private func line(_ row: (id: TenantID, exception: DeadlineException)) -> Markup {
        let exception = row.exception
        return """
            <tr><th scope="row"><a href="\(Routes.tenant(row.id))">\(exception.client)</a></th>\
            <td data-label="\(words.worksite)">\(exception.worksite)</td>\
            <td data-label="\(words.what)">\(what(exception.kind, row.id))</td>\
            <td data-label="\(words.deadline)">\(exception.stamp)</td></tr>
            """
    }

    /// What it is, with the way to where it can be looked after.
    private func what(_ kind: DeadlineException.Kind, _ id: TenantID) -> Markup {
        switch kind {
        case .missed(let count):
            let sheets = Routes.tenantTimesheets(id).with("state", TenantSheetState.waiting.rawValue)
            return "<span class=\"shape bad\"><a href=\"\(sheets)\">\(words.missed(count))</a></span>"
        case .uncovered: return "<span class=\"shape warn\">\(words.uncovered)</span>"
        case .undelivered(let name):
            return "<span class=\"shape warn\">\(words.undelivered(name))</span>"
        }
    }
}
