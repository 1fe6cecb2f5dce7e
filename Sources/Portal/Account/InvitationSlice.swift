import Access
import HTTP
import Staffing
import Tenancy

/// The page behind the link in a mail. Looking at it changes nothing: mail programs follow links too.
enum InvitationSlice {
    static let client: [Endpoint] = [
        .besideTenant(.get, Routes.invitation, needs: .nothing, shows: .ordinary) {
            (tenant, visit, key) async throws(Problem) in
            page(key, await guest(key, tenant, visit), visit)
        },
        .besideTenant(.post, Routes.invitation, needs: .nothing, shows: .ordinary) {
            (tenant, visit, key) async throws(Problem) in
            guard let guest = await guest(key, tenant, visit) else { return gone(visit) }
            switch await accept(key, guest, visit) {
            case .page(let page): return page
            case .done(let response):
                try await join(guest.account, tenant, visit)
                return response
            }
        },
    ]

    static let staff: [Endpoint] = [
        .apart(.get, Routes.invitation, needs: .nothing, shows: .ordinary) {
            (visit, key) async throws(Problem) in
            page(key, await member(key, visit), visit)
        },
        .apart(.post, Routes.invitation, needs: .nothing, shows: .ordinary) {
            (visit, key) async throws(Problem) in
            guard let member = await member(key, visit) else { return gone(visit) }
            switch await accept(key, member, visit) {
            case .page(let page): return page
            case .done(let response): return response
            }
        },
    ]

    private static func page(_ key: TokenKey, _ chooser: Chooser?, _ visit: Visit) -> Response {
        guard let chooser else { return gone(visit) }
        return InvitationPage(visit: visit, key: key, chooser: chooser).response()
    }

    private static func gone(_ visit: Visit) -> Response {
        visit.report(.deadInvitation)
        return InvitationGonePage(visit: visit).response
    }

    /// Whom a link lets in here; nobody when it belongs to another company's host.
    private static func guest(_ key: TokenKey, _ tenant: Tenant, _ visit: Visit) async -> Chooser? {
        let account = await account(key, visit)
        return await tenant.run { tenant in
            account.flatMap { tenant.contact(of: $0) }.map { Chooser($0, tenant) }
        }
    }

    private static func member(_ key: TokenKey, _ visit: Visit) async -> Chooser? {
        guard case .staff(let id) = await account(key, visit)?.person,
            let member = await visit.services.agency.state.staff[id], member.isActive
        else { return nil }
        return Chooser(member, visit)
    }

    private static func account(_ key: TokenKey, _ visit: Visit) async -> Account? {
        let account = await visit.services.doorkeeper.invitation(key.pathText, at: visit.services.reading())
        return account?.realm == visit.realm ? account : nil
    }

    /// Done is the way on: in, or to the page for the code.
    private static func accept(
        _ key: TokenKey, _ chooser: Chooser, _ visit: Visit
    ) async -> PeopleStep<Response> {
        let say = visit.say
        var page = InvitationPage(visit: visit, key: key, chooser: chooser)
        let new: String
        switch visit.form.newPassword(say) {
        case .success(let typed): new = typed
        case .failure(let mistake):
            page.errors.add(mistake.field, mistake.sentence)
            return .page(page.response(.unprocessableContent))
        }
        let isReset = await visit.services.doorkeeper.hasPassword(chooser.account)
        let outcome = await visit.services.doorkeeper.accept(
            key.pathText, password: new, words: chooser.words, place: visit.place,
            at: visit.services.reading())
        switch outcome {
        case .signedIn(let token, let account):
            visit.report(.cameByInvitation(account))
            let notice: SafetyNotice? = isReset ? .passwordChanged : nil
            return .done(await SignInSlice.welcome(token, account, visit, instead: notice))
        case .halfOpen(let token, let account):
            visit.report(.askedForCode(account))
            if isReset { await visit.tell(account, .passwordChanged) }
            return .done(SecondStep.begin(token, visit))
        case .noInvitation: return .page(gone(visit))
        case .refused(let refusal):
            page.errors.add("new", say.explain(refusal))
            return .page(page.response(.unprocessableContent))
        case .tooMany(let seconds):
            page.errors.add("new", say.tooManyTries(seconds: Int(seconds)))
            return .page(page.response(.tooManyRequests, retryAfterSeconds: Int(seconds)))
        case .unavailable:
            page.errors.add("new", say.signInUnavailable)
            return .page(page.response(.serviceUnavailable))
        }
    }

    /// Whoever was removed while they chose a password has no session any more, and is told as little as
    /// others.
    private static func join(_ account: Account, _ tenant: Tenant, _ visit: Visit) async throws(Problem) {
        try await tenant.run { (tenant: isolated Tenant) throws(Problem) in
            guard let contact = tenant.contact(of: account) else { throw .missing }
            let caller = Caller(
                viewer: .contact(contact, under: visit.roles), request: visit.exchange.id)
            do throws(Turned<PeopleRefusal>) {
                try tenant.perform(.join(contact.id), for: caller)
            } catch {
                switch error {
                case .notRecorded: throw Problem(.serviceUnavailable, visit.say.joiningNotNoted)
                case .refused: throw .missing
                }
            }
        }
    }
}
