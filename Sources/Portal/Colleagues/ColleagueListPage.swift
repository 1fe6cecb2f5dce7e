import Access
import HTTP
import Markup
import Staffing
import Tenancy

/// The agency's people with their roles, and whether they have come in.
struct ColleagueListPage {
    let visit: Visit
    let people: [StaffMember]
    let entrances: [Account: Entrance]

    private var say: any Sentences { visit.say }
    private var words: any StaffWords { visit.words }

    static func of(_ visit: Visit) async throws(Problem) -> ColleagueListPage {
        let people = try await visit.inAgency { $0.state.staff.values.filter(\.isActive) }
        let entrances = await visit.services.doorkeeper.entrances(
            of: people.map { visit.account($0.id) }, at: visit.services.reading())
        return ColleagueListPage(
            visit: visit, people: people.sorted { ($0.name, $0.email.text) < ($1.name, $1.email.text) },
            entrances: entrances)
    }

    var response: Response {
        Page(words.colleagues, visit.frame, place: Routes.colleagues.address, content: content).response()
    }

    private var content: Markup {
        """
        <div class="page-head"><div><h1>\(words.colleagues)</h1>\
        <p class="muted">\(words.colleaguesExplanation)</p></div>\
        <div class="row"><a class="button" href="\(Routes.roles.address)">\(words.roles)</a>\
        <a class="button primary" \
        href="\(Routes.colleagueInviting.address)">\(words.inviteColleague)</a></div></div>
        \(visit.query["done"].flatMap(words.colleagueDone).map { Notice(.ok, $0).html })
        <div class="table"><table><caption>\(words.peopleCount(people.count))</caption>
        <thead><tr><th scope="col">\(words.person)</th><th scope="col">\(words.roles)</th>\
        <th scope="col">\(words.roleCan)</th></tr></thead>
        <tbody>\(people.map(line))</tbody></table></div>
        """
    }

    private func line(_ member: StaffMember) -> Markup {
        let roles = visit.roles.sorted(member.roles)
        let names = roles.map { say.name($0, in: visit.roles) }
        let abilities = roles.compactMap { visit.roles[$0] }.map(visit.staffSay.staffAbility)
        return """
            <tr><th scope="row"><a href="\(Routes.colleague(member.id))">\(member.name)</a>\
            <span class="sub">\(member.email.text)</span>\
            \(ColleagueStanding(entrances[visit.account(member.id)], words).shape)</th>\
            <td data-label="\(words.roles)">\(names.joined(separator: ", "))</td>\
            <td data-label="\(words.roleCan)">\(abilities.joined(separator: "; "))</td></tr>
            """
    }
}

/// Whether somebody has come in, or holds a link by which they can.
struct ColleagueStanding {
    let entrance: Entrance
    let words: any StaffWords

    init(_ entrance: Entrance?, _ words: any StaffWords) {
        self.entrance = entrance ?? Entrance(hasBeenIn: false, hasLink: false)
        self.words = words
    }

    var shape: Markup { "<span class=\"shape \(tone)\">\(name)</span>" }
    var chip: Markup { "<span class=\"chip \(tone)\">\(name)</span>" }

    private var tone: StaticString {
        entrance.hasBeenIn ? "ok" : entrance.hasLink ? "info waiting" : "warn"
    }

    private var name: String {
        if entrance.hasBeenIn { return words.colleagueActive }
        return entrance.hasLink ? words.colleagueInvited : words.colleagueLinkless
    }
}
