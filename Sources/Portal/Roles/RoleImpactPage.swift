import HTTP
import Markup
import Staffing
import Tenancy

/// Whom a change would affect and how, before it applies.
struct RoleImpactPage {
    let visit: Visit
    let known: RoleDefinition
    let command: RoleCommand
    let change: RoleChange
    let reach: RoleReach

    /// Of people in one line; the others are counted.
    private static let mostNames = 8

    private var say: any AgencySentences { visit.staffSay }
    private var words: any StaffWords { visit.words }

    var response: Response {
        Page(
            words.impactTitle(say.name(known)), visit.frame, place: Routes.colleagues.address,
            layout: .narrow, content: content
        ).response()
    }

    /// Says back what was on this page: if it is otherwise when it comes back, the page is shown again.
    var seen: String {
        var content = CanonicalBytes()
        for sentence in sentences { content.append(sentence) }
        return Identifier<Contact>(visit.services.world.fingerprint(content.bytes).short).pathText
    }

    private var content: Markup {
        """
        <div class="page-head"><div><a class="back" href="\(Routes.role(known.role))">\(say.name(known))</a>
        <h1>\(words.impactTitle(say.name(known)))</h1>\
        <p class="muted">\(words.impactExplanation)</p></div></div>
        \(visit.form["seen"] == nil ? nil : Notice(.warn, words.impactChanged).html)
        \(reach.unknown.isEmpty ? nil : Notice(.warn, words.impactUnknown(reach.unknown)).html)
        \(reach.clients.map { panel($0.name, $0.impact) })
        \(reach.staff.flatMap { $0.isEmpty ? nil : panel(words.roles(of: .staff), $0) })
        \(reach.isEmpty ? Notice(.info, words.nobodyAffected).html : nil)
        <form class="form" method="post" action="\(action)">\(visit.frame.csrfField)\(fields)
        <div class="actions"><button class="button \(buttonTone)">\(button)</button>\
        <a class="button quiet" href="\(Routes.role(known.role))">\(words.cancel)</a></div></form>
        """
    }

    private func panel(_ name: String, _ impact: RoleImpact) -> Markup {
        let warnings = warnings(impact).map { Notice(.bad, $0).html }
        let lines = impact.shifts.map { shift -> Markup in
            "<li><b>\(sentence(shift))</b><span class=\"sub\">\(names(shift.people))</span></li>"
        }
        return """
            <section class="panel stack"><h2>\(name)</h2>\(warnings)\
            <ul class="stack-tight">\(lines)\(demands(impact).map(line))</ul></section>
            """
    }

    /// Who would have to come in otherwise than today.
    private func demands(_ impact: RoleImpact) -> [(sentence: String, people: [String])] {
        [
            (say.factorDemanded(of: impact.demanded.count), impact.demanded),
            (say.factorReleased(of: impact.released.count), impact.released),
        ].filter { !$0.people.isEmpty }
    }

    private func line(_ demand: (sentence: String, people: [String])) -> Markup {
        "<li><b>\(demand.sentence)</b><span class=\"sub\">\(names(demand.people))</span></li>"
    }

    private func warnings(_ impact: RoleImpact) -> [String] {
        (impact.uncovered.isEmpty ? [] : [say.leavesUncovered(impact.uncovered)])
            + (impact.losesLastAdmin ? [words.leavesNoAdmin] : [])
    }

    private func sentence(_ shift: RoleShift) -> String {
        words.shift(
            shift.people.count, shift.worksites, say.deed(shift.permission), isGained: shift.isGained)
    }

    private func names(_ people: [String]) -> String {
        let rest = people.count - Self.mostNames
        return people.prefix(Self.mostNames).joined(separator: ", ")
            + (rest > 0 ? words.andMore(rest) : "")
    }

    private var sentences: [String] {
        let impacts = reach.clients.map { ($0.name, $0.impact) } + (reach.staff.map { [("", $0)] } ?? [])
        return [known.edition(visit.services.world.fingerprint)] + reach.unknown
            + impacts.flatMap { name, impact in
                [name] + warnings(impact) + impact.shifts.flatMap { [sentence($0)] + $0.people }
                    + demands(impact).flatMap { [$0.sentence] + $0.people }
            }
    }

    private var isRetirement: Bool { if case .retire = command { true } else { false } }

    private var action: Address {
        isRetirement ? Routes.roleRetirement(known.role) : Routes.role(known.role)
    }

    private var button: String { isRetirement ? words.retireRole : words.applyRole }

    private var buttonTone: StaticString { isRetirement ? "danger" : "primary" }

    /// The form as it came, and that this page was read.
    private var fields: Markup {
        func hidden(_ name: String, _ value: String) -> Markup {
            "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
        }
        let again = ["title", "given", "second-factor", "edition"].flatMap { name in
            visit.form.all(name).map { hidden(name, $0) }
        }
        let permissions = visit.form.all("permission").map { hidden("permission", $0) }
        return "\(hidden("seen", seen))\(again)\(permissions)"
    }
}
