import Access
import HTTP
import Markup
import Staffing

/// Helping somebody of the agency who has lost the phone with their app or passkey.
enum ColleagueFactors {
    static func show(_ visit: Visit, _ id: StaffID) async throws(Problem) -> Response {
        try await page(visit, id).response()
    }

    private static func page(_ visit: Visit, _ id: StaffID) async throws(Problem) -> ColleagueFactorsPage {
        let member = try await visit.colleague(id)
        return ColleagueFactorsPage(
            visit: visit, member: member, stepUp: try await StepUp(visit),
            factors: await visit.services.doorkeeper.secondFactors(of: visit.account(id)))
    }

    static func end(_ visit: Visit, _ id: StaffID) async throws(Problem) -> Response {
        let page = try await page(visit, id)
        let account = visit.account(id)
        // One's own go where a fresh proof is asked for, too, but without ending this session.
        guard account != page.stepUp.oneself.session.account else {
            return Response(seeOther: Routes.ownSignIn.address.headerValue)
        }
        let outcome = await visit.services.doorkeeper.endSecondFactors(
            of: account, by: page.stepUp.oneself.session, at: visit.services.reading())
        switch outcome {
        case .removed:
            await visit.tell(account, .secondFactorsEnded, doer: visit.viewer.name)
            return Response(seeOther: Routes.colleagueFactors(id).with("done", "ended").headerValue)
        case .none: return Response(seeOther: Routes.colleagueFactors(id).headerValue)
        case .notProved: return page.response(.unprocessableContent)
        case .unavailable: throw Problem(.serviceUnavailable, visit.say.explain(.unavailable))
        }
    }
}

struct ColleagueFactorsPage {
    let visit: Visit
    let member: StaffMember
    let stepUp: StepUp
    let factors: SecondFactors

    private var say: any Sentences { visit.say }
    private var address: Address { Routes.colleagueFactors(member.id) }

    func response(_ status: Status = .ok) -> Response {
        let title = say.lostFactorsTitle(member.name)
        let names = (factors.hasApp ? [say.authenticatorApp] : []) + factors.passkeys.map(say.passkeyNamed)
        let held: Markup = "<ul>\(names.map { "<li>\($0)</li>" as Markup })</ul>"
        let none: Markup = "<p>\(say.noFactorsHeld(member.name))</p>"
        let content: Markup = """
            \(if: visit.query["done"] != nil, Notice(.ok, say.factorsEnded(of: member.name)).html)
            <div class="page-head"><div>\
            <a class="back" href="\(Routes.colleague(member.id))">\(member.name)</a>
              <h1>\(title)</h1></div></div>
            <section class="panel stack"><h2>\(say.factorsHeld)</h2>
              \(factors.isEmpty ? none : held)</section>
            \(factors.isEmpty ? nil : stepUp.isProved ? form : stepUp.form(next: address))
            """
        return Page(
            title, visit.frame, place: Routes.colleagues.address, layout: .narrow, isError: status != .ok,
            content: content
        ).response(status)
    }

    private var form: Markup {
        """
        <form class="stack" method="post" action="\(address)">\(visit.frame.csrfField)
          <p class="hint">\(say.endFactorsHint)</p>
          <div class="actions"><button class="button danger">\(say.endFactors)</button>
            <a class="button quiet" href="\(Routes.colleague(member.id))">\(say.leaveForm)</a></div></form>
        """
    }
}
