import HTTP
import Markup
import Staffing
import Tenancy

extension Routes {
    /// Which worker a person of the client is; the person stands in the query.
    static let tenantIdentity = Route<TenantID>("/tenants/*/people/worker")
}

/// Saying on the staff side that somebody of a client works there for the agency, too.
enum PersonIdentity {
    static let staff: [Endpoint] = [
        .apart(.get, Routes.tenantIdentity, needs: .permission(.managePeople), shows: .ordinary) {
            (visit, id) async throws(Problem) in
            try await page(visit, id, visit.query["person"]).response()
        },
        .apart(
            .post, Routes.tenantIdentity, needs: .permission(.managePeople), shows: .ordinary, identify),
    ]

    private static func page(
        _ visit: Visit, _ id: TenantID, _ person: String?
    ) async throws(Problem) -> PersonIdentityPage {
        try await visit.inTenant(id) { tenant throws(Problem) in
            guard let contact = person.flatMap(ContactID.init(pathText:)) else { throw .missing }
            return PersonIdentityPage(visit: visit, id: id, try tenant.known(contact), tenant.state)
        }
    }

    private static func identify(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        var page = try await page(visit, id, visit.form["person"])
        let number = (visit.form["worker"] ?? "").trimmed
        let (contact, caller) = (page.contact.id, visit.caller)
        let isKnown = try await visit.inTenant(id) { tenant throws(Problem) in
            let worker = tenant.state.worker(number: number)
            guard worker != nil || number.isEmpty else { return false }
            do throws(Turned<PeopleRefusal>) {
                try tenant.perform(.identify(contact, worker?.id), for: caller)
                return true
            } catch {
                throw Problem(error, visit.say) { visit.say.explain($0) }
            }
        }
        guard isKnown else {
            page.number = number
            page.errors.add("worker", visit.words.workerUnknown(number))
            return page.response(.unprocessableContent)
        }
        let sight = Routes.tenantSight(id).with("person", contact.pathText)
        return Response(seeOther: sight.headerValue)
    }
}

struct PersonIdentityPage {
    let visit: Visit
    let id: TenantID
    let contact: Contact
    var number: String
    /// Workers of the same name.
    let namesakes: [Worker]
    var errors = FormErrors()

    init(visit: Visit, id: TenantID, _ contact: Contact, _ state: TenantState) {
        self.visit = visit
        self.id = id
        self.contact = contact
        number = state.identities[contact.id].flatMap { state.workers[$0] }?.number ?? ""
        let name = contact.name.lowercased()
        namesakes = state.workers.values.filter { $0.name.lowercased() == name }
    }

    private var words: any StaffWords { visit.words }
    private var back: Address { Routes.tenantSight(id).with("person", contact.id.pathText) }

    func response(_ status: Status = .ok) -> Response {
        Page(
            words.identityTitle, visit.frame, place: Routes.tenants.address, layout: .narrow,
            isError: status != .ok, content: content
        ).response(status)
    }

    private var content: Markup {
        """
        \(errors.summary(visit.say))
        <div class="page-head"><div><a class="back" href="\(back)">\(contact.name)</a>
          <h1>\(words.identityTitle)</h1><p class="muted">\(words.identityExplanation)</p></div></div>
        \(namesakes.map { Notice(.info, words.namesake($0.name, $0.number)).html })
        <form class="form" method="post" action="\(Routes.tenantIdentity(id))">\(visit.frame.csrfField)
          <input type="hidden" name="person" value="\(contact.id.pathText)">
          <div class="field"><label for="worker">\(words.workerNumber)</label>
            <p class="hint" id="worker-hint">\(words.workerNumberHint)</p>\(errors.note(for: "worker"))
            <input class="input input-short" id="worker" name="worker" value="\(number)" \
        autocomplete="off"\(errors.mark("worker"))></div>
          <div class="actions"><button class="button primary">\(visit.say.savePerson)</button>
            <a class="button quiet" href="\(back)">\(words.cancel)</a></div></form>
        """
    }
}
