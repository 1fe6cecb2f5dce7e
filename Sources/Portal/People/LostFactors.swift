import Access
import HTTP
import Markup
import Staffing
import Tenancy

extension Routes {
    /// What somebody has beside the password, for an admin whom they ask for help.
    static let personFactors = Route<ContactID>("/people/*/second-factors")
}

/// Helping somebody who has lost the phone with their app or passkey: all of it ends, with their sessions,
/// and they hear of it by mail.
enum LostFactors {
    static let client: [Endpoint] = [
        .besideTenant(.get, Routes.personFactors, needs: .permission(.managePeople), shows: .ordinary) {
            (tenant, visit, id) async throws(Problem) in
            try PeopleSlice.checkManager(visit)
            return try await page(tenant, visit, id).response()
        },
        .besideTenant(.post, Routes.personFactors, needs: .permission(.managePeople), shows: .ordinary) {
            (tenant, visit, id) async throws(Problem) in
            try PeopleSlice.checkManager(visit)
            return try await end(tenant, visit, page(tenant, visit, id))
        },
    ]

    private static func page(
        _ tenant: Tenant, _ visit: Visit, _ id: ContactID
    ) async throws(Problem) -> LostFactorsPage {
        let contact = try await tenant.run { (tenant: isolated Tenant) throws(Problem) in
            try tenant.known(id)
        }
        let account = Account(realm: .tenant(tenant.id), person: .contact(id))
        return LostFactorsPage(
            visit: visit, contact: contact, stepUp: try await StepUp(visit),
            factors: await visit.services.doorkeeper.secondFactors(of: account))
    }

    private static func end(
        _ tenant: Tenant, _ visit: Visit, _ page: LostFactorsPage
    ) async throws(Problem) -> Response {
        let account = Account(realm: .tenant(tenant.id), person: .contact(page.contact.id))
        // One's own go where a fresh proof is asked for, too, but without ending this session.
        guard account != page.stepUp.oneself.session.account else {
            return Response(seeOther: Routes.ownSignIn.address.headerValue)
        }
        let outcome = await visit.services.doorkeeper.endSecondFactors(
            of: account, by: page.stepUp.oneself.session, at: visit.services.reading())
        switch outcome {
        case .removed:
            await visit.tell(account, .secondFactorsEnded, doer: visit.viewer.name)
            let done = Routes.personFactors(page.contact.id).with("done", "ended")
            return Response(seeOther: done.headerValue)
        case .none: return Response(seeOther: Routes.personFactors(page.contact.id).headerValue)
        case .notProved: return page.response(.unprocessableContent)
        case .unavailable: throw Problem(.serviceUnavailable, visit.say.explain(.unavailable))
        }
    }
}

struct LostFactorsPage {
    let visit: Visit
    let contact: Contact
    let stepUp: StepUp
    let factors: SecondFactors

    private var say: any Sentences { visit.say }
    private var address: Address { Routes.personFactors(contact.id) }

    func response(_ status: Status = .ok) -> Response {
        Page(
            title, visit.frame, place: Routes.people.address, layout: .narrow, isError: status != .ok,
            content: content
        ).response(status)
    }

    private var title: String { say.lostFactorsTitle(contact.name) }

    private var content: Markup {
        """
        \(if: visit.query["done"] != nil, Notice(.ok, say.factorsEnded(of: contact.name)).html)
        <div class="page-head"><div><a class="back" href="\(Routes.person(contact.id))">\(contact.name)</a>
          <h1>\(title)</h1></div></div>
        <section class="panel stack"><h2>\(say.factorsHeld)</h2>
          \(factors.isEmpty ? "<p>\(say.noFactorsHeld(contact.name))</p>" : held)</section>
        \(factors.isEmpty ? nil : ending)
        """
    }

    private var held: Markup {
        let names = (factors.hasApp ? [say.authenticatorApp] : []) + factors.passkeys.map(say.passkeyNamed)
        return "<ul>\(names.map { "<li>\($0)</li>" as Markup })</ul>"
    }

    private var ending: Markup {
        guard stepUp.isProved else { return stepUp.form(next: address) }
        return """
            <form class="stack" method="post" action="\(address)">\(visit.frame.csrfField)
              <p class="hint">\(say.endFactorsHint)</p>
              <div class="actions"><button class="button danger">\(say.endFactors)</button>
                <a class="button quiet" href="\(Routes.person(contact.id))">\(say.leaveForm)</a></div></form>
            """
    }
}
