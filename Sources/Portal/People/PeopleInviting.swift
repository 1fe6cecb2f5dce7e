import Access
import HTTP
import Journal
import Mail
import Staffing
import Tenancy

/// Bringing somebody in: they stand on the list first, then a link is made, then it goes out.
enum PeopleInviting {
    static func invite(_ tenant: Tenant, _ visit: Visit, _ key: NoKey) async throws(Problem) -> Response {
        try PeopleSlice.checkManager(visit)
        let draft = try PersonDraft(visit.form, under: visit.roles, visit.say)
        let step = try await tenant.run { (tenant: isolated Tenant) throws(Problem) in
            try invite(draft, tenant, visit)
        }
        switch step {
        case .page(let page): return page
        case .done(let contact): return try await send(to: contact, tenant, visit)
        }
    }

    static func inviteAgain(
        _ tenant: Tenant, _ visit: Visit, _ id: ContactID
    ) async throws(Problem) -> Response {
        try PeopleSlice.checkManager(visit)
        let contact = try await tenant.run { (tenant: isolated Tenant) throws(Problem) in
            try tenant.known(id)
        }
        return try await send(to: contact, tenant, visit)
    }

    private static func invite(
        _ draft: PersonDraft, _ tenant: isolated Tenant, _ visit: Visit
    ) throws(Problem) -> PeopleStep<Contact> {
        var page = PersonPage(visit: visit, draft: draft, places: PersonPlaces(tenant.state, visit))
        page.errors = draft.errors(visit.say, keepsDates: false)
        guard page.errors.isEmpty else { return .page(page.response(.unprocessableContent)) }
        let command = PeopleCommand.invite(
            name: draft.name, email: draft.email, language: draft.language,
            grants: draft.asks(
                beginning: visit.today, limit: draft.limit.limit(keepingAmountOf: nil, visit)))
        let caller = try tenant.caller(visit)
        do throws(Turned<PeopleRefusal>) {
            guard case .invited(let contact) = try tenant.perform(command, for: caller).first else {
                throw .refused(.unknown)
            }
            visit.noteInvited(contact)
            return .done(contact)
        } catch {
            switch error {
            case .notRecorded(let failure): throw Problem(failure, visit.say)
            case .refused(let refusal):
                page.errors = try FormErrors(refusal, visit.say)
                return .page(page.response(.unprocessableContent))
            }
        }
    }

    /// Makes a new link, which ends an earlier one, and leaves a mail with it.
    ///
    /// Whoever has been in before gets theirs by mail only: a link on the page would let an admin sign in,
    /// and approve, as somebody else.
    static func send(
        to contact: Contact, isBack: Bool = false, _ tenant: Tenant, _ visit: Visit
    ) async throws(Problem) -> Response {
        try await tenant.settle(visit)
        let account = Account(realm: .tenant(tenant.id), person: .contact(contact.id))
        let doorkeeper = visit.services.doorkeeper
        guard let token = await doorkeeper.invite(account, at: visit.services.reading()) else {
            return LinkPage(visit: visit, contact: contact, isBack: isBack, outcome: .none).response
        }
        let link = visit.services.setting.origin(of: tenant.id) + Routes.invitation(TokenKey(token)).path
        let client = await tenant.state.client
        // The link ends during a day, so the last one that can be promised is the day before.
        let lastDay = visit.services.world.day(
            visit.now.adding(seconds: doorkeeper.invitationSeconds), client.timeZone
        ).adding(days: -1)
        let isReset = contact.standing == .active
        let mail = InvitationMail(
            name: contact.name, email: contact.email, company: client.name, inviter: visit.viewer.name,
            link: link, lastDay: lastDay, isReset: isReset, say: contact.language.sentences,
            addressee: Addressee(contact, of: tenant.id)
        ).outgoing(visit)
        let shown = isReset ? nil : link
        let isSent = if let mail { await visit.services.outbox.put(mail) } else { false }
        return LinkPage(
            visit: visit, contact: contact, isBack: isBack,
            outcome: isSent ? .sent(link: shown, until: lastDay) : .notSent(link: shown, until: lastDay)
        ).response
    }
}

extension Tenant {
    /// Returns when everything so far is on disk: what goes out by other ways must not run ahead of it.
    func settle(_ visit: Visit) async throws(Problem) {
        do throws(StoreFailure) { try await untilDurable() } catch { throw Problem(error, visit.say) }
    }
}
