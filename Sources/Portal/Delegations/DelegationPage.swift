import HTTP
import Markup
import Staffing
import Tenancy

/// Who stands in for somebody, for whom they stand in, and the form that arranges it.
struct DelegationPage {
    let visit: Visit
    let giver: Contact
    let draft: DelegationDraft
    var errors = FormErrors()
    private let lending: [Line]
    private let borrowing: [Line]
    /// Whether the giver decides anywhere themselves, now or later.
    private let canLend: Bool
    /// Where they do, as far as the viewer may know of it.
    private let worksites: [Worksite]
    /// Whom the viewer may see anyhow: they are offered for choice.
    private let colleagues: [Contact]

    /// What happened on the page before, as far as an address may say it.
    enum Outcome: String { case given, ended, unmailed }

    private struct Line {
        let id: DelegationID
        let text: String
    }

    init(of giver: Contact, _ draft: DelegationDraft, _ tenant: isolated Tenant, _ visit: Visit) {
        let (state, today) = (tenant.state, visit.today)
        let lines = DelegationLines(state, visit)
        self.visit = visit
        self.giver = giver
        self.draft = draft
        lending = state.lending(by: giver.id, on: today).map { Line(id: $0.id, text: lines.line($0)) }
        borrowing = state.borrowing(by: giver.id, on: today).map { Line(id: $0.id, text: lines.line($0)) }
        let lendable = state.worksitesByCode.filter { giver.mayDecide(at: $0.id, after: today, visit.roles) }
        let isManager = visit.may(.managePeople, at: .tenant)
        canLend = !lendable.isEmpty
        worksites = lendable.filter { isManager || visit.may(.decideTimesheets, at: .worksite($0.id)) }
        let seesAll = visit.may(.seePeople, at: .tenant) && visit.may(.seeContactDetails, at: .tenant)
        colleagues =
            !seesAll
            ? []
            : state.contacts.values.filter { $0.standing == .active && $0.id != giver.id }
                .sorted { ($0.name, $0.email.text) < ($1.name, $1.email.text) }
    }

    private var say: any Sentences { visit.say }
    private var isOwn: Bool { visit.viewer.person == .contact(giver.id) }

    func response(_ status: Status = .ok) -> Response {
        let place = isOwn ? Routes.account.address : Routes.people.address
        return Page(
            title, visit.frame, place: place, layout: .narrow, isError: !errors.isEmpty, content: content
        ).response(status)
    }

    private var title: String { isOwn ? say.whenAway : say.whenAway(giver.name) }

    private var content: Markup {
        """
        \(errors.summary(say))
        \(outcome)
        <div class="page-head"><div>\(back)<h1>\(title)</h1>
          <p class="muted">\(say.delegationHint)</p></div></div>
        \(if: !lending.isEmpty, list(lending, say.standInsOf(giver.name), canEnd: true))
        \(if: !borrowing.isEmpty, list(borrowing, say.inPlaceOfOthers, canEnd: false))
        \(canLend ? form : nothing)
        """
    }

    private var back: Markup {
        isOwn
            ? "<a class=\"back\" href=\"\(Routes.account.address)\">\(say.yourAccount)</a>"
            : "<a class=\"back\" href=\"\(Routes.person(giver.id))\">\(giver.name)</a>"
    }

    private var outcome: Markup? {
        switch visit.query["done"].flatMap(Outcome.init) {
        case .given: Notice(.ok, say.delegationGiven).html
        case .ended: Notice(.ok, say.delegationEnded).html
        case .unmailed: Notice(.warn, say.delegationUnmailed).html
        case nil: nil
        }
    }

    private var nothing: Markup { "<p>\(say.explain(.nothingToLend))</p>" }

    private func list(_ lines: [Line], _ heading: String, canEnd: Bool) -> Markup {
        """
        <section class="panel stack"><h2>\(heading)</h2>
          <ul class="plain-list stack">\(lines.map { item($0, canEnd) })</ul></section>
        """
    }

    private func item(_ line: Line, _ canEnd: Bool) -> Markup {
        """
        <li class="stack-tight"><span>\(line.text)</span>\(if: canEnd, ending(line))</li>
        """
    }

    private func ending(_ line: Line) -> Markup {
        """
        <form method="post" action="\(Routes.delegationEnd(line.id))">\(visit.frame.csrfField)\
        <button class="button small-button">\(say.endDelegation)</button></form>
        """
    }
}

extension DelegationPage {
    private var form: Markup {
        let action = isOwn ? Routes.delegations.address : Routes.personDelegations(giver.id)
        return """
            <form class="form panel" method="post" action="\(action)" data-guard>\(visit.frame.csrfField)
              <h2>\(say.newDelegation)</h2>
              <div class="field"><label for="delegate">\(say.delegateEmail)</label>
                <p class="hint" id="delegate-hint">\(say.delegateEmailHint)</p>\(errors.note(for: "delegate"))
                <input class="input" id="delegate" name="delegate" type="email" value="\(draft.email)" \
            autocomplete="off" required\(if: !colleagues.isEmpty, " list=\"colleagues\"")\
            \(errors.mark("delegate"))></div>
              \(if: !colleagues.isEmpty, suggestions)
              <div class="fields">
                <div class="field"><label for="from">\(say.fromDay)</label>\(errors.note(for: "from"))
                  <input class="input" id="from" name="from" type="date" value="\(draft.from)" required\
            \(errors.mark("from"))></div>
                <div class="field"><label for="through">\(say.throughDay)</label>\
            \(errors.note(for: "through"))
                  <input class="input" id="through" name="through" type="date" value="\(draft.through)" \
            required\(errors.mark("through"))></div>
              </div>
              \(worksites.count > 1 ? scope : everywhere)
              <div class="actions"><button class="button primary">\(say.giveDelegation)</button></div>
            </form>
            """
    }

    private var suggestions: Markup {
        let options = colleagues.map { colleague -> Markup in
            "<option value=\"\(colleague.email.text)\">\(colleague.name)</option>"
        }
        return "<datalist id=\"colleagues\">\(options)</datalist>"
    }

    /// Where there is one worksite, or none that may be named, there is nothing to choose.
    private var everywhere: Markup {
        """
        <div id="scope" tabindex="-1">\(errors.note(for: "scope"))\
        <input type="hidden" name="scope" value="all"></div>
        """
    }

    private var scope: Markup {
        """
        <fieldset class="stack" id="scope" tabindex="-1"><legend class="label">\(say.delegationScope)</legend>
          \(errors.note(for: "scope"))
          <div class="choices">
            <label class="choice"><input type="radio" name="scope" value="all"\
        \(if: draft.isForAll, " checked")> \(say.everywhereDecided)</label>
            <label class="choice"><input type="radio" name="scope" value="some"\
        \(if: !draft.isForAll, " checked")> \(say.onlyThere)</label>
          </div>
          <div class="choices">\(worksites.map(box))</div>
        </fieldset>
        """
    }

    private func box(_ worksite: Worksite) -> Markup {
        """
        <label class="choice"><input type="checkbox" name="worksite" value="\(worksite.id.pathText)"\
        \(if: draft.worksites.contains(worksite.id), " checked")> \(worksite.name)</label>
        """
    }
}

extension Contact {
    /// By what they hold themselves, on this day or later.
    fileprivate func mayDecide(at worksite: WorksiteID, after today: Day, _ roles: RoleBook) -> Bool {
        let viewer = Viewer.contact(self, under: roles)
        let days = [today] + grants.map(\.days.from).filter { $0 > today }
        return days.contains {
            Policy.may(viewer, .decideTimesheets, at: .worksite(worksite), on: $0).isAllowed
        }
    }
}
