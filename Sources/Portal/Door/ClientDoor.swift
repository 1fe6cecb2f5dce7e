import Access
import HTTP
import Journal
import Staffing
import Tenancy

/// The way in for people of a client. A request ends up inside its tenant, on the tenant's own loop.
struct ClientDoor: Sendable {
    let services: Services
    let router: Router
    private let kept = KeptPages()

    init(services: Services, router: Router) {
        self.services = services
        self.router = router
    }

    func answer(_ id: TenantID, _ request: Request, _ exchange: Exchange) -> Answer {
        guard services.tenants.isRegistered(id) else {
            return .now(services.bareProblem(.missing, exchange, stranger(request)))
        }
        let knock: Knock
        do throws(Knock.Refused) {
            knock = try Knock(request, exchange, router, services, realm: .tenant(id))
        } catch {
            return .now(refusal(error, id, request, exchange))
        }
        guard let tenant = services.tenants.awake(id) else {
            wake(id, knock)
            return .later
        }
        let loop = services.tenants.loop(of: id)
        guard exchange.loop == loop else { return .move(toLoop: loop) }
        return tenant.assumeIsolated { serve($0, knock) }
    }

    private func wake(_ id: TenantID, _ knock: Knock) {
        Task(executorPreference: services.tenants.home(of: id).tasks) {
            do throws(StoreFailure) {
                let tenant = try await services.tenants.tenant(id)
                let answer = await tenant.run { serve($0, knock) }
                knock.exchange.give(answer)
            } catch {
                knock.exchange.reply(closed(error, knock.request, knock.exchange))
            }
        }
    }

    /// One synchronous step: who is it, may they, answer, and leave the record of it.
    private func serve(_ tenant: isolated Tenant, _ knock: Knock) -> Answer {
        if let failure = tenant.failure { return .now(closed(failure, knock.request, knock.exchange)) }
        let roles = services.world.roles.book
        let guest = guest(knock, in: tenant, under: roles)
        if let detour = Detour(knock, guest.viewer, tenant.state.signIn.inForce, on: tenant.today) {
            return .now(detour.response)
        }
        let isAllowed = mayKnock(guest.viewer, knock.endpoint.needs, tenant)
        let place = isAllowed ? keptPlace(tenant, knock, guest, roles) : nil
        if let place, let page = kept.page(place.key, on: place.base) {
            services.note(knock, guest.viewer, .tenant(tenant.id), page.status)
            return .now(page)
        }
        guard isAllowed else {
            return release(.failure(.missing), .ordinary, tenant, visit(tenant, knock, guest))
        }
        let path = knock.request.head.segments
        let shows = knock.endpoint.shows
        switch knock.endpoint.handler {
        case .inTenant(let handle):
            let visit = visit(tenant, knock, guest, framing(tenant, knock, guest))
            let result: Result<Response, Problem>
            do throws(Problem) {
                result = .success(try handle(tenant, visit, path))
            } catch {
                result = .failure(error)
            }
            if let place, case .success(let page) = result, tenant.revision == place.base.revision {
                kept.keep(page, for: place.key, on: place.base)
            }
            return release(result, shows, tenant, visit)
        case .fileInTenant(let choose): return send(choose, tenant, knock, guest)
        case .besideTenant(let handle):
            let visit = visit(tenant, knock, guest)
            Task(executorPreference: tenant.home.tasks) { [tenant = tenant as Tenant] in
                let result = await result { () async throws(Problem) in
                    try await handle(tenant, visit, path)
                }
                await tenant.run { visit.exchange.give(release(result, shows, $0, visit)) }
            }
            return .later
        case .apart(let handle):
            let visit = visit(tenant, knock, guest)
            Task(executorPreference: tenant.home.tasks) {
                let result = await result { () async throws(Problem) in try await handle(visit, path) }
                visit.exchange.give(services.answer(visit, result, shows))
            }
            return .later
        }
    }

    /// Who is at the door, and the language in which they read the answer.
    private struct Guest {
        let viewer: Viewer
        let language: Language
        let say: any Sentences

        init(_ viewer: Viewer, _ language: Language) {
            self.viewer = viewer
            self.language = language
            say = language.sentences
        }
    }

    private func guest(_ knock: Knock, in tenant: isolated Tenant, under roles: RoleBook) -> Guest {
        guard let contact = knock.session.flatMap({ tenant.contact(of: $0.account) }) else {
            return Guest(.nobody, Language(ofStranger: knock.request.head, at: tenant.state.client.language))
        }
        return Guest(tenant.state.viewer(contact, under: roles), contact.language)
    }

    /// A file that is open leaves as a page does; any other is opened by an I/O thread first. Around a file
    /// there is no page, so nothing of one is prepared.
    private func send(
        _ choose: Endpoint.FileChoice, _ tenant: isolated Tenant, _ knock: Knock, _ guest: Guest
    ) -> Answer {
        let (services, documents, shows) = (services, tenant.documents, knock.endpoint.shows)
        let visit = visit(tenant, knock, guest, .made(services.bareFrame(knock.exchange, guest.say)))
        let file: StoredFile
        do throws(Problem) {
            file = try choose(tenant, visit, knock.request.head.segments)
        } catch {
            return release(.failure(error), shows, tenant, self.visit(tenant, knock, guest))
        }
        if let response = services.openResponse(file, from: documents) {
            return release(.success(response), shows, tenant, visit)
        }
        services.runBlocking { [tenant = tenant as Tenant] in
            let result = services.openingResponse(file, from: documents).mapError(visit.unreadable)
            tenant.home.post {
                tenant.assumeIsolated { visit.exchange.give(release(result, shows, $0, visit)) }
            }
        }
        return .later
    }

    /// No byte leaves that depends on an event which is not on disk. What is said of a failure stands in a
    /// frame without the client's name and counts, which may depend on one too.
    private func release(
        _ result: Result<Response, Problem>, _ shows: Endpoint.Shows, _ tenant: isolated Tenant,
        _ visit: Visit
    ) -> Answer {
        let draft = services.draft(visit, result, shows)
        if tenant.isDurable { return services.answer(visit, draft) }
        tenant.whenDurable { durable in
            switch durable {
            case .success: visit.exchange.give(services.answer(visit, draft))
            case .failure(let failure):
                // Who only read has no change to look after.
                let isChange = visit.request.head.method == .post
                let problem = isChange ? Problem(failure, visit.say) : Problem(closed: failure, visit.say)
                let response = services.bareProblem(problem, visit.exchange, visit.say)
                let draft = Services.Draft(response: response, isGuarded: false)
                visit.exchange.give(services.answer(visit, draft))
            }
        }
        return .later
    }

    /// Where the page of such an address is kept, and of what it is made now; nothing while that is not all
    /// on disk, and for addresses whose pages are made anew each time.
    private func keptPlace(
        _ tenant: isolated Tenant, _ knock: Knock, _ guest: Guest, _ roles: RoleBook
    ) -> (key: KeptPages.Key, base: KeptPages.Base)? {
        guard tenant.isDurable, knock.session?.view == nil,
            let key = KeptPages.Key(knock, tenant.id, guest.viewer)
        else { return nil }
        let base = KeptPages.Base(
            revision: tenant.revision, roles: roles.revision,
            look: services.world.branding.branding(of: tenant.id).revision, today: tenant.today,
            language: guest.language)
        return (key, base)
    }

    private func mayKnock(_ viewer: Viewer, _ needs: Endpoint.Needs, _ tenant: isolated Tenant) -> Bool {
        switch needs {
        case .nothing, .password, .session: true
        case .permission(let permission): tenant.mayAnywhere(viewer, permission)
        }
    }

    /// Where a page is asked for what stands around it is made at once; where a form is sent, should its
    /// answer turn out to be a page.
    private func framing(_ tenant: isolated Tenant, _ knock: Knock, _ guest: Guest) -> Visit.Framing {
        guard knock.endpoint.method == .post else { return .made(frame(tenant, knock, guest)) }
        return .onDemand { [tenant = tenant as Tenant] in
            tenant.assumeIsolated { frame($0, knock, guest) }
        }
    }

    private func frame(_ tenant: isolated Tenant, _ knock: Knock, _ guest: Guest) -> Frame {
        let viewer = guest.viewer
        let isKnown = viewer.person != .nobody
        let isIn = isKnown && !owes(tenant, knock, viewer)
        return Frame(
            clientName: tenant.state.client.name, agencyName: services.setting.agencyName,
            personName: isKnown ? viewer.name : nil,
            navigation: isIn ? Navigation.client(viewer, tenant.state, tenant.today, guest.say) : [],
            csrfToken: isKnown ? knock.session?.formToken ?? "" : "", say: guest.say,
            assets: services.assets.names, requestID: knock.exchange.id,
            viewing: banner(knock.session),
            look: Look(services.world.branding.branding(of: tenant.id).branding))
    }

    private func banner(_ session: Session?) -> ViewingBanner? {
        guard let session, let view = session.view else { return nil }
        return ViewingBanner(view, session, services)
    }

    private func owes(_ tenant: isolated Tenant, _ knock: Knock, _ viewer: Viewer) -> Bool {
        Detour.isOwed(by: viewer, knock.session, tenant.state.signIn.inForce, on: tenant.today)
    }

    private func visit(_ tenant: isolated Tenant, _ knock: Knock, _ guest: Guest) -> Visit {
        visit(tenant, knock, guest, .made(frame(tenant, knock, guest)))
    }

    private func visit(
        _ tenant: isolated Tenant, _ knock: Knock, _ guest: Guest, _ framing: Visit.Framing
    ) -> Visit {
        Visit(
            request: knock.request, exchange: knock.exchange, realm: .tenant(tenant.id), services: services,
            viewer: guest.viewer, roles: services.world.roles.book, session: knock.session,
            owesSecondFactor: owes(tenant, knock, guest.viewer), now: knock.reading.moment,
            today: tenant.today,
            framing: framing, say: guest.say, form: knock.form)
    }
}

extension ClientDoor {
    /// The client's records have halted or do not open: a page for anybody, without a word from them.
    private func closed(_ failure: StoreFailure, _ request: Request, _ exchange: Exchange) -> Response {
        let say = stranger(request)
        return services.bareProblem(Problem(closed: failure, say), exchange, say)
    }

    /// For whoever is told something before the client's records say who they are.
    private func stranger(_ request: Request) -> any Sentences {
        Language(ofStranger: request.head).sentences
    }

    private func refusal(
        _ refused: Knock.Refused, _ id: TenantID, _ request: Request, _ exchange: Exchange
    ) -> Response {
        switch refused {
        case .problem(let problem): refusal(problem, id, request, exchange)
        case .signInFirst: SignInSlice.signInFirst(request)
        case .onlyLooking(let view, let session):
            refusal(English().viewingChangesNothing, view, session, request, exchange)
        case .notForOthers(let view, let session):
            refusal(English().viewingNotForOthers, view, session, request, exchange)
        case .viewOver: viewOver(id, exchange)
        }
    }
}

extension Tenant {
    /// The contact of an account, if they may still come in.
    func contact(of account: Account) -> Contact? {
        guard case .contact(let id) = account.person, let contact = contact(id) else { return nil }
        return contact.standing == .removed ? nil : contact
    }
}

/// `Result` has no asynchronous initialiser.
func result<Value>(
    _ body: () async throws(Problem) -> Value
) async -> Result<Value, Problem> {
    do throws(Problem) { return .success(try await body()) } catch { return .failure(error) }
}
