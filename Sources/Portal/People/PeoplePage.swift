import HTTP
import Mail
import Markup
import Staffing

/// People by worksites: who can do what, where.
struct PeoplePage {
    let roster: PeopleRoster
    let gone: GoneLately
    let visit: Visit

    /// What happened on the page before, as far as an address may say it.
    enum Outcome: String { case changed, removed, linkStays }

    private var say: any Sentences { visit.say }
    private var mayManage: Bool { visit.may(.managePeople, at: .tenant) }

    var response: Response {
        Page(say.people, visit.frame, place: Routes.people.address, content: content).response()
    }

    private var content: Markup {
        """
        <div class="page-head">
          <div><h1>\(say.people)</h1>
            <p class="muted">\(say.peopleHint(client: visit.frame.clientName ?? ""))</p></div>
          <div class="row">\(if: visit.may(.manageBranding, at: .tenant), look)\
        \(if: visit.may(.seeAccessLog, at: .tenant), log)\(if: mayManage, rules)\(if: mayManage, several)\
        \(if: mayManage, invite)</div>
        </div>
        \(outcome)
        \(if: mayManage, gone.html)
        \(warning)
        \(limited)
        <form class="filters" method="get" action="\(Routes.people.address)" role="search">
          <div class="field"><label for="q">\(say.searchPeople)</label>
            <input class="input" id="q" name="q" type="search" value="\(visit.query["q"] ?? "")"></div>
          <button class="button">\(say.findPeople)</button>
        </form>
        \(roster.people.isEmpty ? empty : matrix)
        \(roster.people.isEmpty ? nil : ListFile.link(file, say))
        """
    }

    private var file: Address {
        let wanted = visit.query["q"] ?? ""
        return wanted.isEmpty ? Routes.peopleFile.address : Routes.peopleFile.address.with("q", wanted)
    }

    private var rules: Markup {
        "<a class=\"button\" href=\"\(Routes.signInRules.address)\">\(say.signInRules)</a>"
    }

    private var log: Markup {
        "<a class=\"button\" href=\"\(Routes.accessLog.address)\">\(say.accessLog)</a>"
    }

    private var look: Markup {
        "<a class=\"button\" href=\"\(Routes.branding.address)\">\(say.brandingTitle)</a>"
    }

    private var several: Markup {
        "<a class=\"button\" href=\"\(Routes.inviteFile.address)\">\(say.ofInviteFile.inviteSeveral)</a>"
    }

    private var invite: Markup {
        "<a class=\"button primary\" href=\"\(Routes.inviting.address)\">\(say.inviteSomebody)</a>"
    }

    private var outcome: Markup? {
        switch visit.query["done"].flatMap(Outcome.init) {
        case .changed: Notice(.ok, say.peopleChanged).html
        case .removed: Notice(.ok, say.personRemoved).html
        case .linkStays: Notice(.warn, say.linkStays).html
        case nil: nil
        }
    }

    private var warning: Markup? {
        guard !roster.uncovered.isEmpty else { return nil }
        let title = say.nobodyApproves(at: roster.uncovered.map(\.name))
        return Notice(.warn, title, content: "<p>\(say.nobodyApprovesHint)</p>").html
    }

    private var limited: Markup? {
        guard !roster.limited.isEmpty else { return nil }
        let words = say.ofLimits
        let title = words.nobodyUnlimited(at: roster.limited.map(\.name))
        return Notice(.warn, title, content: "<p>\(words.nobodyUnlimitedHint)</p>").html
    }

    private var empty: Markup {
        "<section class=\"empty\"><h2>\(say.nobodyFound)</h2><p>\(say.nobodyFoundHint)</p></section>"
    }

    private var matrix: Markup {
        let count = say.peopleCount(people: roster.people.count, worksites: roster.worksites.count)
        return """
            <div class="matrix-box"><div class="table matrix" role="region" tabindex="0" \
            aria-label="\(say.peopleByWorksite)">
              <table>
                <caption>\(count)</caption>
                <thead><tr><th scope="col">\(say.personColumn)</th>\
            \(if: roster.showsCompany, "<th scope=\"col\">\(say.wholeCompany)</th>")\
            \(roster.columns.map(column))</tr></thead>
                <tbody>\(roster.people.map(row))</tbody>
              </table>
            </div></div>
            """
    }

    private func column(_ worksite: PeopleRoster.Column) -> Markup {
        "<th scope=\"col\">\(worksite.name)<span class=\"sub\">\(worksite.code)</span></th>"
    }

    private func row(_ row: PeopleRoster.Row) -> Markup {
        let contact = row.contact
        let name: Markup =
            mayManage ? "<a href=\"\(Routes.person(contact.id))\">\(contact.name)</a>" : "\(contact.name)"
        let tone: StaticString = contact.standing == .active ? "shape ok" : "shape info waiting"
        return """
            <tr><th scope="row">\(name)\
            \(if: row.showsEmail, "<span class=\"sub\">\(contact.email.text)</span>")\
            <span class="\(tone)">\(say.name(contact.standing))</span>\
            \(row.standIns.map { "<span class=\"sub\">\($0)</span>" as Markup })\
            \(mayManage ? visit.undeliveredMail(to: contact).map(undelivered) : nil)</th>\
            \(if: roster.showsCompany, cell(row.company, in: say.wholeCompany))\
            \(zip(roster.columns, row.places).map { cell($1, in: $0.name) })</tr>
            """
    }

    private func undelivered(_ entry: MailEntry) -> Markup {
        """
        <span class="sub"><span class="shape bad">\(say.mailUndelivered)</span></span>\
        <span class="sub">\(say.mailUndelivered(entry))</span>
        """
    }

    private func cell(_ grants: [Grant], in column: String) -> Markup {
        if grants.isEmpty {
            return """
                <td class="none" data-label="\(column)"><span aria-hidden="true">–</span>\
                <span class="hidden-visually">\(say.noAccess)</span></td>
                """
        }
        return "<td data-label=\"\(column)\"><ul class=\"roles\">\(grants.map(chip))</ul></td>"
    }

    private func chip(_ grant: Grant) -> Markup {
        let notes = [
            grant.days.text(say, on: visit.today), grant.limit?.words(visit, roster.currency) ?? "",
        ].filter { !$0.isEmpty }
        return """
            <li\(if: !grant.days.contains(visit.today), " class=\"muted\"")>\
            \(say.name(grant.role, in: visit.roles))\
            \(notes.map { " <span class=\"sub\">\($0)</span>" as Markup })</li>
            """
    }
}
