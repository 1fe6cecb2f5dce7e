import Formats
import HTTP
import Markup
import Staffing

/// Who can see a record: each person, what lets them, the fields they see, and what they can do about it.
struct SightPage {
    let visit: Visit
    let view: SightView
    /// The agency's people one by one, or nothing for a page of a client.
    let staff: [Viewer]?
    let place: Address
    /// Where staff can look as this person.
    var viewing: Address?
    /// Where staff say which worker this person is.
    var identity: Address?

    private var say: any Sentences { visit.say }

    var response: Response {
        let title = say.whoSees(view.name)
        return Page(title, visit.frame, place: place, content: content(title)).response()
    }

    private func content(_ title: String) -> Markup {
        """
        <div class="page-head"><div><a class="back" href="\(view.back)">\(view.name)</a>
        <h1>\(title)</h1><p class="muted">\(say.whoSeesExplanation)</p></div>\
        <div class="row">\(identity.map(identityLink))\(viewing.map(viewingLink))</div></div>
        \(view.worker.map { Notice(.info, say.ofOwnHours.isWorker(view.name, $0.name, $0.number)).html })
        \(view.powers.isEmpty ? nil : powers)
        \(view.sights.isEmpty ? Notice(.info, say.nobodySees).html : table(view.sights, say.whoSeesOfClient))
        \(agency)
        """
    }

    private func identityLink(_ address: Address) -> Markup {
        "<a class=\"button\" href=\"\(address)\">\(visit.words.identityTitle)</a>"
    }

    private func viewingLink(_ address: Address) -> Markup {
        "<a class=\"button\" href=\"\(address)\">\(visit.staffSay.viewingLink)</a>"
    }

    private var agency: Markup {
        guard let staff else {
            let roles = visit.roles.all(of: .staff).filter { $0.allowed.contains(view.subject.permission) }
            let names = roles.map { say.name($0) }.joined(separator: ", ")
            return """
                <section class="panel"><p>\(say.agencyRolesSee(visit.frame.agencyName, names))</p></section>
                """
        }
        let sights = Explanation.whoSees(view.subject, among: staff, on: view.today)
        return sights.isEmpty ? "" : table(sights, visit.frame.agencyName)
    }

    private func table(_ sights: [Explanation.Sight], _ caption: String) -> Markup {
        """
        <div class="table"><table><caption>\(caption) <span class="muted">· \(sights.count)</span></caption>
        <thead><tr><th scope="col">\(say.personColumn)</th><th scope="col">\(say.sightBecause)</th>\
        <th scope="col">\(say.sightFields)</th><th scope="col">\(say.sightDeeds)</th></tr></thead>
        <tbody>\(sights.map(line))</tbody></table></div>
        """
    }

    private func line(_ sight: Explanation.Sight) -> Markup {
        """
        <tr><th scope="row">\(sight.viewer.name)</th>\
        <td data-label="\(say.sightBecause)">\(words(sight.basis))</td>\
        <td data-label="\(say.sightFields)">\(listed(sight.fields.map(say.field)))</td>\
        <td data-label="\(say.sightDeeds)">\(deeds(sight))</td></tr>
        """
    }

    private func deeds(_ sight: Explanation.Sight) -> Markup {
        guard view.barred.contains(sight.viewer.person) else {
            return "\(listed(sight.deeds.map(say.deed)))"
        }
        let others = sight.deeds.filter { $0 != .decideTimesheets }.map(say.deed)
        return "\(listed(others))<span class=\"sub\">\(say.ofOwnHours.barred)</span>"
    }

    private func listed(_ words: [String]) -> String {
        words.isEmpty ? "–" : words.joined(separator: ", ")
    }

    private func words(_ basis: Basis) -> Markup {
        switch basis {
        case .system: return ""
        case .staffRole(let role): return "\(say.name(role, in: visit.roles))"
        case .grant(let grant): return words(grant)
        case .standIn(let standIn):
            let until = standIn.days.through?.civil.text(.short, say.formats) ?? ""
            let inPlace = say.standsInFor(standIn.name, until: until)
            return "\(inPlace)<span class=\"sub\">\(words(standIn.grant))</span>"
        }
    }

    private func words(_ grant: Grant) -> Markup {
        let role = say.name(grant.role, in: visit.roles)
        let place = view.places[grant.node] ?? say.wholeCompany
        let limit = grant.limit.map { ", " + $0.words(visit, view.currency) }
        return "\(role)<span class=\"sub\">\(place), \(days(grant.days))\(limit)</span>"
    }

    private func days(_ days: DayRange) -> String {
        let end = days.through.map { " " + say.ends($0.civil.text(.short, say.formats)) } ?? ""
        return say.begins(days.from.civil.text(.short, say.formats)) + end
    }

    private var powers: Markup {
        let rows = view.powers.flatMap { place, powers in
            powers.map { power -> Markup in
                """
                <tr><th scope="row">\(say.deed(power.permission).capitalizedFirst)</th>\
                <td data-label="\(say.sightPlace)">\(place ?? say.wholeCompany)</td>\
                <td data-label="\(say.sightBecause)">\(words(power.basis))</td></tr>
                """
            }
        }
        return """
            <div class="table"><table><caption>\(say.whatSees(view.name))</caption>
            <thead><tr><th scope="col">\(say.sightCan)</th><th scope="col">\(say.sightPlace)</th>\
            <th scope="col">\(say.sightBecause)</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }
}
