import HTTP
import Mail
import Markup
import Staffing

/// What signing in takes, as a choice of three. A client is shown what the agency asks for and may ask for
/// more.
struct SignInRulesPage {
    let visit: Visit
    let stepUp: StepUp
    let demands: SignInDemands
    let side: RoleDefinition.Side
    let company: String
    let address: Address
    let back: (address: Address, label: String)
    var errors = FormErrors()

    private var say: any Sentences { visit.say }

    func response(_ status: Status = .ok) -> Response {
        let place = side == .client ? Routes.people.address : Routes.tenants.address
        return Page(
            say.signInRules, visit.frame, place: place, layout: .narrow, isError: status != .ok,
            content: content
        ).response(status)
    }

    private var content: Markup {
        """
        \(errors.summary(say))
        \(if: visit.query["done"] != nil && errors.isEmpty, Notice(.ok, say.signInRulesSaved).html)
        <div class="page-head"><div><a class="back" href="\(back.address)">\(back.label)</a>
          <h1>\(say.signInRules)</h1><p class="muted">\(say.signInRulesHint(company))</p></div></div>
        \(visit.services.outbox.queue == nil ? Notice(.info, say.codesNeedMailServer).html : nil)
        \(stepUp.isProved ? form : reading)
        """
    }

    /// Without a fresh proof the page says how things stand, and changes nothing.
    private var reading: Markup {
        """
        <section class="panel stack"><h2>\(say.demandInForce)</h2>
          <p>\(say.name(demands.inForce))</p><p class="hint">\(say.hint(demands.inForce))</p></section>
        \(stepUp.form(next: address))
        """
    }

    private var form: Markup {
        """
        <form class="form" method="post" action="\(address)">\(visit.frame.csrfField)
          <fieldset class="group-box" id="demand" tabindex="-1"><legend>\(say.demandBesidePassword)</legend>\
        \(errors.note(for: "demand"))
            <div class="stack">\(SignInDemand.allCases.map(choice))</div></fieldset>
          \(others)
          <div class="actions"><button class="button primary">\(say.saveSignInRules)</button>
            <a class="button quiet" href="\(back.address)">\(say.leaveForm)</a></div>
        </form>
        """
    }

    private func choice(_ demand: SignInDemand) -> Markup {
        let isOpen = side == .staff || demand >= demands.byAgency
        let chosen = side == .staff ? demands.byAgency : demands.inForce
        return """
            <div class="stack-tight"><label class="choice">\
            <input type="radio" name="demand" value="\(demand.word)" required\
            \(if: demand == chosen, " checked")\(if: !isOpen, " disabled")> \(say.name(demand))</label>
              <p class="hint">\(say.hint(demand))</p></div>
            """
    }

    /// What the other side asks for.
    private var others: Markup? {
        let demand = side == .client ? demands.byAgency : demands.byClient
        guard demand > .password else { return nil }
        let name = say.name(demand)
        let sentence = side == .client ? say.demandedByAgency(name) : say.demandedByClient(name)
        return "<p class=\"hint\">\(sentence)</p>"
    }
}
