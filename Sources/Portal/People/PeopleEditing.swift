import Access
import HTTP
import Staffing
import Tenancy

/// Changing who somebody is and what they hold.
enum PeopleEditing {
    static func page(_ tenant: Tenant, _ visit: Visit, _ id: ContactID) async throws(Problem) -> Response {
        try PeopleSlice.checkManager(visit)
        let keys = await visit.keys(of: id, of: tenant.id)
        return try await tenant.run { (tenant: isolated Tenant) throws(Problem) in
            let contact = try tenant.known(id)
            let draft = PersonDraft(contact, edition: contact.edition(tenant.world.fingerprint), visit.say)
            var page = PersonPage(
                visit: visit, draft: draft, places: PersonPlaces(tenant.state, about: contact, visit),
                contact: contact)
            page.standIns = DelegationLines(tenant.state, visit).about(id)
            page.leaving = LeavingPanel(
                visit: visit, contact: contact,
                belongings: Belongings(of: contact, keys, try tenant.caller(visit), tenant, visit))
            return page.response()
        }
    }

    static func save(_ tenant: Tenant, _ visit: Visit, _ id: ContactID) async throws(Problem) -> Response {
        try PeopleSlice.checkManager(visit)
        let draft = try PersonDraft(visit.form, under: visit.roles, visit.say)
        let step = try await tenant.run { (tenant: isolated Tenant) throws(Problem) in
            try save(id, draft, tenant, visit)
        }
        switch step {
        case .page(let page): return page
        case .done(let former):
            let outcome: PeoplePage.Outcome =
                former == nil ? .changed : try await endLink(of: id, tenant, visit)
            if let former { await tellMove(of: id, from: former, tenant, visit) }
            return Response(seeOther: Routes.people.address.with("done", outcome.rawValue).headerValue)
        }
    }

    /// A link went to the address that somebody had; now that it is another, it opens nothing any more.
    private static func endLink(
        of id: ContactID, _ tenant: Tenant, _ visit: Visit
    ) async throws(Problem) -> PeoplePage.Outcome {
        try await tenant.settle(visit)
        let account = Account(realm: .tenant(tenant.id), person: .contact(id))
        let hasEnded = await visit.services.doorkeeper.withdrawInvitation(
            of: account, at: visit.services.reading())
        await visit.stopMail(to: id, of: tenant.id)
        return hasEnded ? .changed : .linkStays
    }

    /// Both addresses hear of it, so that whoever reads the old one knows where the account has gone. Who has
    /// never been in has nothing that could be taken from them.
    private static func tellMove(
        of id: ContactID, from former: EmailAddress, _ tenant: Tenant, _ visit: Visit
    ) async {
        let account = Account(realm: .tenant(tenant.id), person: .contact(id))
        guard await tenant.contact(id)?.standing == .active,
            let recipient = await visit.correspondent(account)
        else { return }
        let doer = visit.viewer.person == account.person ? nil : visit.viewer.name
        await visit.tell(
            recipient, .addressChanged(to: recipient.email), at: [former, recipient.email], doer: doer)
    }

    /// Done with the mail address that there was, where it has changed.
    private static func save(
        _ id: ContactID, _ draft: PersonDraft, _ tenant: isolated Tenant, _ visit: Visit
    ) throws(Problem) -> PeopleStep<EmailAddress?> {
        let contact = try tenant.known(id)
        var page = PersonPage(
            visit: visit, draft: draft, places: PersonPlaces(tenant.state, about: contact, visit),
            contact: contact)
        let edition = contact.edition(tenant.world.fingerprint)
        guard draft.edition == edition else {
            page = page.showing(edition)
            return .page(page.response(.conflict))
        }
        page.errors = draft.errors(visit.say, keepsDates: contact.commonDays == nil)
        guard page.errors.isEmpty else { return .page(page.response(.unprocessableContent)) }
        let asks = draft.asks(
            beside: contact.grants, beginning: visit.today,
            limit: draft.limit.limit(keepingAmountOf: contact.commonLimit, visit))
        let command = PeopleCommand.edit(
            id, name: draft.name, email: draft.email, language: draft.language, grants: asks)
        let caller = try tenant.caller(visit)
        do throws(Turned<PeopleRefusal>) {
            let concerns = try concerns(of: command, about: contact, caller, tenant, visit)
            page.concerns = concerns
            guard concerns.leaving(visit.form).isEmpty else { return .page(page.response(.conflict)) }
            let events = try tenant.perform(command, for: caller)
            let hasMoved = events.contains {
                if case .edited(_, _, let email, _) = $0 { email != contact.email } else { false }
            }
            return .done(hasMoved ? contact.email : nil)
        } catch {
            switch error {
            case .notRecorded(let failure): throw Problem(failure, visit.say)
            case .refused(let refusal):
                page.errors = try FormErrors(refusal, visit.say)
                return .page(page.response(.unprocessableContent))
            }
        }
    }

    /// What would follow that the person at the keyboard may not have seen.
    private static func concerns(
        of command: PeopleCommand, about contact: Contact, _ caller: Caller, _ tenant: isolated Tenant,
        _ visit: Visit
    ) throws(Turned<PeopleRefusal>) -> Concerns {
        let events: [PeopleEvent]
        do throws(PeopleRefusal) {
            events = try PeopleRules.decide(command, tenant.state, tenant.context(for: caller))
        } catch {
            throw .refused(error)
        }
        var concerns = Concerns()
        let lost = Set(Coverage.lost(by: events, tenant.state, on: visit.today, under: visit.roles))
        concerns.worksites = tenant.state.worksitesByCode.filter { lost.contains($0.id) }
        if caller.viewer.person == .contact(contact.id),
            let after = tenant.state.foreseeing(events).contacts[contact.id],
            !Policy.may(
                .contact(after, under: visit.roles), .managePeople, at: .tenant, on: visit.today
            ).isAllowed
        {
            concerns.ownLoss = visit.say.losingOwnAdmin
        }
        return concerns
    }
}

extension PersonPage {
    /// What was typed beside what is recorded now, ready to be saved over it.
    fileprivate func showing(_ edition: String) -> PersonPage {
        var draft = draft
        draft.edition = edition
        var page = PersonPage(visit: visit, draft: draft, places: places, contact: contact)
        page.isChangedMeanwhile = true
        return page
    }
}
