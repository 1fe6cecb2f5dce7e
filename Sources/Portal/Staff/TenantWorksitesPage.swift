import HTTP
import Markup
import Staffing

struct TenantWorksitesPage {
    let visit: Visit
    let id: TenantID
    let view: TenantWorksitesView
    let errors: FormErrors

    private var say: any AgencySentences { visit.staffSay }
    private var words: any StaffWords { visit.words }

    var response: Response {
        let page = Page(
            words.worksites, visit.frame, place: Routes.tenants.address, isError: !errors.isEmpty,
            content: content)
        return page.response(errors.isEmpty ? .ok : .unprocessableContent)
    }

    private var content: Markup {
        """
        \(errors.summary(say))
        \(visit.query["done"] == "added" ? Notice(.ok, words.worksiteAdded).html : nil)
        \(visit.query["done"] == "rules" ? Notice(.ok, say.ofOvertime.chosen).html : nil)
        \(TenantHead(id: id, name: view.name, title: words.worksites).html)
        \(view.rows.isEmpty ? empty : table)
        \(visit.may(.manageTenants, at: .tenant) ? form : nil)
        """
    }

    private var empty: Markup {
        """
        <section class="empty"><h2>\(words.noWorksites)</h2>\
        <p>\(words.noWorksitesExplanation)</p></section>
        """
    }

    private var table: Markup {
        """
        <div class="table"><table><caption class="hidden-visually">\(words.worksites)</caption>
        <thead><tr><th scope="col">\(words.worksite)</th><th scope="col">\(words.worksiteAddress)</th>\
        <th scope="col">\(words.timeZone)</th><th scope="col">\(words.jurisdiction)</th>\
        <th scope="col">\(say.ofOvertime.rules)</th>\
        <th scope="col">\(words.approversToday)</th></tr></thead>
        <tbody>\(view.rows.map(line))</tbody></table></div>
        """
    }

    private func line(_ row: TenantWorksitesView.Row) -> Markup {
        """
        <tr><th scope="row">\(row.worksite.name)<span class="sub code">\(row.worksite.code)</span></th>\
        <td data-label="\(words.worksiteAddress)">\(row.worksite.address)</td>\
        <td data-label="\(words.timeZone)">\(row.worksite.timeZone)</td>\
        <td data-label="\(words.jurisdiction)">\(row.worksite.jurisdiction)</td>\
        <td data-label="\(say.ofOvertime.rules)">\
        \(OvertimeRulesCell(visit: visit, id: id, worksite: row.worksite).html)</td>\
        <td data-label="\(words.approversToday)">\(approvers(row))\(row.isLimited ? limited : nil)</td></tr>
        """
    }

    private var limited: Markup {
        "<span class=\"sub\"><span class=\"shape warn\">\(say.ofLimits.nobodyUnlimited)</span></span>"
    }

    private func approvers(_ row: TenantWorksitesView.Row) -> Markup {
        guard row.isCovered else { return "<span class=\"shape warn\">\(words.nobodyApproves)</span>" }
        // Who holds what is for those who may see people; that somebody does is for all.
        guard visit.may(.seePeople, at: .tenant) else {
            return "<span class=\"shape ok\">\(words.somebodyApproves)</span>"
        }
        return "\(row.approvers.joined(separator: ", "))"
    }

    private var form: Markup {
        let fields = StaffFields(form: visit.form, errors: errors)
        return """
            <section class="panel stack"><h2>\(words.addWorksite)</h2>
            <form class="form" method="post" action="\(Routes.tenantWorksites(id))" data-guard>
            \(visit.frame.csrfField)
            <div class="fields">
            \(fields.text("code", words.worksiteCode, hint: words.worksiteCodeHint, isShort: true))
            \(fields.text("name", words.worksiteName))
            \(fields.text("jurisdiction", words.jurisdiction, hint: words.jurisdictionHint, isShort: true))
            </div>
            \(fields.text("address", words.worksiteAddress))
            \(fields.text("zone", words.timeZone, hint: words.timeZoneHint, otherwise: view.timeZone))
            <div class="actions"><button class="button primary">\(words.addWorksite)</button></div>
            </form></section>
            """
    }
}

/// The head of every page about one client: the way back to it, and what this page is about.
struct TenantHead {
    let id: TenantID
    let name: String
    let title: String
    var explanation: String?

    var html: Markup {
        """
        <div class="page-head"><div><a class="back" href="\(Routes.tenant(id))">\(name)</a>
        <h1>\(title)</h1>\(explanation.map { "<p class=\"muted\">\($0)</p>" as Markup })</div></div>
        """
    }
}
