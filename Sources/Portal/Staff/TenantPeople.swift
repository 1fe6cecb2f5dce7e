import Formats
import HTTP
import Markup
import Staffing
import Tenancy

/// Who may do what, where, at one client: the client's own matrix, to read.
enum TenantPeople {
    static func show(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        let wanted = SearchWords(visit.query["q"])
        let number = visit.query["page"]
        let view = try await visit.inTenant(id) { tenant throws(Problem) in
            try TenantPeopleView(
                tenant.state, wanted, page: number,
                showsEmail: visit.may(.seeContactDetails, at: .tenant))
        }
        let page = TenantPeoplePage(visit: visit, id: id, view: view, wanted: wanted)
        return Page(visit.staffSay.people, visit.frame, place: Routes.tenants.address, content: page.html)
            .response()
    }
}

/// One page of people by worksites.
struct TenantPeopleView: Sendable {
    let name: String
    let columns: [PeopleRoster.Column]
    let currency: Currency
    let people: [Contact]
    let page: ListPage
    let showsEmail: Bool

    init(
        _ state: TenantState, _ wanted: SearchWords, page number: String?, showsEmail: Bool
    ) throws(Problem) {
        self.showsEmail = showsEmail
        name = state.client.name
        currency = state.client.currency
        let held = Set(state.contacts.values.flatMap { $0.grants.map(\.node) })
        columns =
            state.worksitesByCode.map { .init(node: .worksite($0.id), name: $0.name, code: $0.code) }
            + state.unitsByCode.filter { held.contains(.unit($0.id)) }
            .map { .init(node: .unit($0.id), name: $0.name, code: $0.code) }
        let found = state.contacts.values
            .filter { $0.standing != .removed && wanted.matches($0.name, showsEmail ? $0.email.text : "") }
            .sorted { ($0.name, $0.email.text) < ($1.name, $1.email.text) }
        page = try ListPage(number, total: found.count)
        people = Array(page.rows(of: found))
    }
}

struct TenantPeoplePage {
    let visit: Visit
    let id: TenantID
    let view: TenantPeopleView
    let wanted: SearchWords

    private var say: any AgencySentences { visit.staffSay }
    private var words: any StaffWords { visit.words }

    var html: Markup {
        """
        \(TenantHead(id: id, name: view.name, title: say.people, explanation: words.peopleExplanation).html)
        \(if: visit.may(.managePeople, at: .tenant), several)
        <form class="filters" method="get" action="\(Routes.tenantPeople(id))" role="search">
        <div class="field"><label for="q">\(words.listSearch)</label>\
        <input class="input" id="q" name="q" type="search" value="\(wanted.text)"></div>
        <button class="button">\(words.listSearch)</button></form>
        \(view.people.isEmpty ? empty : matrix)
        \(view.page.links(Routes.tenantPeople(id).filtered("q", wanted.text), visit.staffSay))
        """
    }

    private var several: Markup {
        """
        <p><a class="button" href="\(Routes.tenantInviteFile(id))">\(say.ofInviteFile.inviteSeveral)</a></p>
        """
    }

    private var empty: Markup {
        """
        <section class="empty"><h2>\(wanted.isEmpty ? words.noPeople : words.nothingFound)</h2>\
        <p>\(wanted.isEmpty ? words.noPeopleExplanation : words.searchOtherwise)</p></section>
        """
    }

    private var matrix: Markup {
        let columns = view.columns.map { worksite in
            "<th scope=\"col\">\(worksite.name)<span class=\"sub\">\(worksite.code)</span></th>" as Markup
        }
        return """
            <div class="matrix-box"><div class="table matrix" role="region" tabindex="0" \
            aria-label="\(words.peopleByWorksite)"><table>
            <caption>\(words.peopleCount(view.page.total))</caption>
            <thead><tr><th scope="col">\(words.person)</th>\
            <th scope="col">\(words.wholeClient)</th>\(columns)</tr></thead>
            <tbody>\(view.people.map(line))</tbody></table></div></div>
            """
    }

    private func line(_ contact: Contact) -> Markup {
        let invited: Markup? =
            contact.standing == .invited ? "<span class=\"sub\">\(words.invitedNotJoined)</span>" : nil
        let sight = Routes.tenantSight(id).with("person", contact.id.pathText)
        let email: Markup? =
            view.showsEmail ? "<span class=\"sub\">\(contact.email.text)</span>" : nil
        let cells = view.columns.map { cell($0.name, contact.grants.filter(at: $0.node)) }
        return """
            <tr><th scope="row"><a href="\(sight)">\(contact.name)</a>\(email)\(invited)</th>\
            \(cell(words.wholeClient, contact.grants.filter(at: .tenant)))\(cells)</tr>
            """
    }

    private func cell(_ label: String, _ grants: [Grant]) -> Markup {
        guard !grants.isEmpty else {
            return """
                <td class="none" data-label="\(label)"><span aria-hidden="true">–</span>\
                <span class="hidden-visually">\(words.noAccess)</span></td>
                """
        }
        let roles = grants.map { grant in
            "<li>\(say.name(grant.role, in: visit.roles))\(dates(grant.days))\(limit(grant))</li>" as Markup
        }
        return "<td data-label=\"\(label)\"><ul class=\"roles\">\(roles)</ul></td>"
    }

    private func limit(_ grant: Grant) -> Markup? {
        grant.limit.map { "<span class=\"sub\">\($0.words(visit, view.currency))</span>" }
    }

    /// When a role begins or ends, where that is not simply now.
    private func dates(_ days: DayRange) -> Markup? {
        let starts = days.from > visit.today ? days.from.civil.text(.short, .englishUS) : nil
        let ends = days.through?.civil.text(.short, .englishUS)
        guard let words = words.grantDates(from: starts, through: ends) else { return nil }
        return "<span class=\"sub\">\(words)</span>"
    }
}

extension [Grant] {
    fileprivate func filter(at node: Node) -> [Grant] {
        filter { $0.node == node }.sorted { $0.role.rawValue < $1.role.rawValue }
    }
}
