import HTTP
import Mail
import Staffing
import Tenancy

/// Letting somebody decide in one's place while one is away; and an admin may arrange it for others.
enum DelegationSlice {
    static let client: [Endpoint] = [
        .inTenant(.get, Routes.delegations, needs: .session, shows: .ordinary) {
            (tenant, visit, _) throws(Problem) in
            try page(of: try oneself(visit), tenant, visit)
        },
        .besideTenant(.post, Routes.delegations, needs: .session, shows: .ordinary) {
            (tenant, visit, _) async throws(Problem) in
            try await give(from: try oneself(visit), tenant, visit, back: Routes.delegations.address)
        },
        .inTenant(.get, Routes.personDelegations, needs: .permission(.managePeople), shows: .ordinary) {
            (tenant, visit, id) throws(Problem) in
            try PeopleSlice.checkManager(visit)
            return try page(of: id, tenant, visit)
        },
        .besideTenant(.post, Routes.personDelegations, needs: .permission(.managePeople), shows: .ordinary) {
            (tenant, visit, id) async throws(Problem) in
            try PeopleSlice.checkManager(visit)
            return try await give(from: id, tenant, visit, back: Routes.personDelegations(id))
        },
        .besideTenant(.post, Routes.delegationEnd, needs: .session, shows: .ordinary, end),
    ]

    private static func oneself(_ visit: Visit) throws(Problem) -> ContactID {
        guard case .contact(let id) = visit.viewer.person else { throw .missing }
        return id
    }

    private static func page(
        of giver: ContactID, _ tenant: isolated Tenant, _ visit: Visit
    ) throws(Problem) -> Response {
        let draft = DelegationDraft(beginning: visit.today)
        return DelegationPage(of: try tenant.known(giver), draft, tenant, visit).response()
    }

    private static func give(
        from giver: ContactID, _ tenant: Tenant, _ visit: Visit, back: Address
    ) async throws(Problem) -> Response {
        let draft = try DelegationDraft(visit.form)
        let step = try await tenant.run { (tenant: isolated Tenant) throws(Problem) in
            try give(draft, from: giver, tenant, visit)
        }
        switch step {
        case .page(let page): return page
        case .done(let mails): return try await answer(mails, .given, tenant, visit, back)
        }
    }

    private static func give(
        _ draft: DelegationDraft, from giver: ContactID, _ tenant: isolated Tenant, _ visit: Visit
    ) throws(Problem) -> PeopleStep<[DelegationMail]> {
        var page = DelegationPage(of: try tenant.known(giver), draft, tenant, visit)
        page.errors = draft.errors(visit.say)
        guard page.errors.isEmpty, let days = draft.days, let address = EmailAddress(draft.email.trimmed)
        else { return .page(page.response(.unprocessableContent)) }
        // Nobody has the number zero, so an address that is not there is refused by the rule itself.
        let delegate = tenant.state.contactID(email: address) ?? ContactID(0)
        let caller = try tenant.caller(visit)
        do throws(Turned<DelegationRefusal>) {
            let events = try tenant.perform(
                .give(from: giver, to: delegate, worksites: draft.named, days), for: caller)
            return .done(DelegationMail.about(events, tenant.state, visit))
        } catch {
            switch error {
            case .notRecorded(let failure): throw Problem(failure, visit.say)
            case .refused(let refusal):
                page.errors = try FormErrors(refusal, visit.say)
                return .page(page.response(.unprocessableContent))
            }
        }
    }

    private static func end(
        _ tenant: Tenant, _ visit: Visit, _ id: DelegationID
    ) async throws(Problem) -> Response {
        let (mails, back) = try await tenant.run { (tenant: isolated Tenant) throws(Problem) in
            let caller = try tenant.caller(visit)
            guard let delegation = tenant.state.delegations[id] else { throw .missing }
            do throws(Turned<DelegationRefusal>) {
                try tenant.perform(.end(id), for: caller)
            } catch {
                throw Problem(error, visit.say) { visit.say.explain($0) }
            }
            let isOwn = caller.viewer.person == .contact(delegation.giver)
            let back =
                isOwn ? Routes.delegations.address : Routes.personDelegations(delegation.giver)
            return (DelegationMail.both(about: delegation, isEnd: true, tenant.state, visit), back)
        }
        return try await answer(mails, .ended, tenant, visit, back)
    }

    /// Both hear of it once it is on disk.
    private static func answer(
        _ mails: [DelegationMail], _ outcome: DelegationPage.Outcome, _ tenant: Tenant, _ visit: Visit,
        _ back: Address
    ) async throws(Problem) -> Response {
        try await tenant.settle(visit)
        var areSent = true
        for mail in mails {
            guard let outgoing = mail.outgoing(visit), await visit.services.outbox.put(outgoing) else {
                areSent = false
                continue
            }
        }
        let done = areSent ? outcome : .unmailed
        return Response(seeOther: back.with("done", done.rawValue).headerValue)
    }
}
