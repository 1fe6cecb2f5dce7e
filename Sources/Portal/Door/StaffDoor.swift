import Access
import HTTP
import Journal
import Staffing
import Tenancy

/// The way in for the agency's own people. They cross clients, so each request is a task of its own.
struct StaffDoor: Sendable {
    let services: Services
    let router: Router

    func answer(_ request: Request, _ exchange: Exchange) -> Answer {
        let knock: Knock
        do throws(Knock.Refused) {
            knock = try Knock(request, exchange, router, services, realm: .agency)
        } catch {
            switch error {
            case .problem(let problem):
                return .now(services.bareProblem(problem, exchange, English()))
            // Nobody looks as a member of the staff.
            case .signInFirst, .onlyLooking, .notForOthers, .viewOver:
                return .now(SignInSlice.signInFirst(request))
            }
        }
        Task(executorPreference: services.tasks) { exchange.give(await serve(knock)) }
        return .later
    }

    private func serve(_ knock: Knock) async -> Answer {
        let member = await member(of: knock.session)
        let viewer = member.map { Viewer.staff($0, under: services.world.roles.book) } ?? .nobody
        let today = services.world.day(knock.reading.moment, "UTC")
        if let detour = Detour(knock, viewer, .password, on: today) { return .now(detour.response) }
        let visit = visit(knock, viewer)
        let result = await result { () async throws(Problem) in
            if case .permission(let permission) = knock.endpoint.needs {
                guard visit.may(permission, at: .tenant) else { throw .missing }
            }
            guard case .apart(let handle) = knock.endpoint.handler else { throw .missing }
            return try await handle(visit, knock.request.head.segments)
        }
        return services.answer(visit, result, knock.endpoint.shows)
    }

    private func member(of session: Session?) async -> StaffMember? {
        guard case .staff(let id) = session?.account.person else { return nil }
        guard let member = await services.agency.state.staff[id], member.isActive else { return nil }
        return member
    }

    /// Below a client's address it is the client's records that are looked at, and the trail says so.
    private func realm(of head: RequestHead) -> Realm {
        guard head.segments.count > 1, head.segments[0] == Routes.tenants.segments[0],
            let id = TenantID(head.segments[1]), services.tenants.isRegistered(id)
        else { return .agency }
        return .tenant(id)
    }

    private func visit(_ knock: Knock, _ viewer: Viewer) -> Visit {
        let say: any AgencySentences = English()
        let today = services.world.day(knock.reading.moment, "UTC")
        let isKnown = viewer != .nobody
        let owes = Detour.isOwed(by: viewer, knock.session, .password, on: today)
        let frame = Frame(
            clientName: nil, agencyName: services.setting.agencyName,
            personName: isKnown ? viewer.name : nil,
            navigation: isKnown && !owes ? Navigation.staff(viewer, today, say) : [],
            csrfToken: isKnown ? knock.session?.formToken ?? "" : "", say: say,
            assets: services.assets.names, requestID: knock.exchange.id)
        return Visit(
            request: knock.request, exchange: knock.exchange, realm: realm(of: knock.request.head),
            services: services, viewer: viewer, roles: services.world.roles.book, session: knock.session,
            owesSecondFactor: owes, now: knock.reading.moment, today: today, framing: .made(frame), say: say,
            form: knock.form)
    }
}

/// The way in for whoever asks for the installation itself.
struct LandingDoor: Sendable {
    let services: Services
    let router: Router

    func answer(_ request: Request, _ exchange: Exchange) -> Answer {
        let say = Language(ofStranger: request.head).sentences
        guard case .endpoint(let endpoint) = router.match(request.head),
            case .apart(let handle) = endpoint.handler
        else { return .now(services.bareProblem(.missing, exchange, say)) }
        let now = services.reading().moment
        let visit = Visit(
            request: request, exchange: exchange, realm: .agency, services: services, viewer: .nobody,
            roles: services.world.roles.book, session: nil, now: now, today: services.world.day(now, "UTC"),
            framing: .made(services.bareFrame(exchange, say)), say: say, form: Form())
        Task(executorPreference: services.tasks) {
            let result = await result { () async throws(Problem) in
                try await handle(visit, request.head.segments)
            }
            switch result {
            case .success(let response): exchange.reply(response.conditioned(by: request.head))
            case .failure(let problem): exchange.reply(services.bareProblem(problem, exchange, say))
            }
        }
        return .later
    }
}

extension Visit {
    /// The actor of a client, woken if it rests. One that has halted may show nothing of what it remembers.
    func tenant(_ id: TenantID) async throws(Problem) -> Tenant {
        guard services.tenants.isRegistered(id) else { throw .missing }
        do throws(StoreFailure) {
            let tenant = try await services.tenants.tenant(id)
            if let failure = await tenant.failure { throw failure }
            return tenant
        } catch {
            throw Problem(closed: error, say)
        }
    }

    /// Runs one synchronous step inside a client's actor, and returns when what it recorded is durable.
    func inTenant<Value: Sendable>(
        _ id: TenantID, _ body: @Sendable (isolated Tenant) throws(Problem) -> Value
    ) async throws(Problem) -> Value {
        let tenant = try await tenant(id)
        let outcome: Result<Value, Problem>
        do throws(StoreFailure) {
            outcome = await tenant.run { tenant in
                do throws(Problem) { return .success(try body(tenant)) } catch { return .failure(error) }
            }
            try await tenant.untilDurable()
        } catch {
            throw Problem(error, say)
        }
        return try outcome.get()
    }
}
