import Access
import HTTP
import Staffing
import Tenancy

extension Routes {
    static let signInRules = Route<NoKey>("/people/sign-in-rules")
    static let tenantSignInRules = Route<TenantID>("/tenants/*/sign-in-rules")
}

/// What signing in takes at a client: the agency says the least of it, a client's admin may ask for more.
enum SignInRules {
    static let client: [Endpoint] = [
        .besideTenant(.get, Routes.signInRules, needs: .permission(.managePeople), shows: .ordinary) {
            (tenant, visit, _) async throws(Problem) in
            try PeopleSlice.checkManager(visit)
            return try await page(for: tenant, visit).response()
        },
        .besideTenant(.post, Routes.signInRules, needs: .permission(.managePeople), shows: .ordinary) {
            (tenant, visit, _) async throws(Problem) in
            try PeopleSlice.checkManager(visit)
            return try await set(at: tenant, visit, page(for: tenant, visit)) { tenant throws(Problem) in
                try tenant.caller(visit)
            }
        },
    ]

    static let staff: [Endpoint] = [
        .apart(.get, Routes.tenantSignInRules, needs: .permission(.manageTenants), shows: .ordinary) {
            (visit, id) async throws(Problem) in
            try await page(at: id, of: visit.tenant(id), visit).response()
        },
        .apart(.post, Routes.tenantSignInRules, needs: .permission(.manageTenants), shows: .ordinary) {
            (visit, id) async throws(Problem) in
            let tenant = try await visit.tenant(id)
            let caller = try await visit.inAgency { $0.caller(visit) }
            let answer = try await set(at: tenant, visit, page(at: id, of: tenant, visit)) { _ in caller }
            try await tenant.settle(visit)
            return answer
        },
    ]

    private static func page(for tenant: Tenant, _ visit: Visit) async throws(Problem) -> SignInRulesPage {
        let (state, stepUp) = (await tenant.state, try await StepUp(visit))
        return SignInRulesPage(
            visit: visit, stepUp: stepUp, demands: state.signIn, side: .client, company: state.client.name,
            address: Routes.signInRules.address, back: (Routes.people.address, visit.say.people))
    }

    private static func page(
        at id: TenantID, of tenant: Tenant, _ visit: Visit
    ) async throws(Problem) -> SignInRulesPage {
        let (state, stepUp) = (await tenant.state, try await StepUp(visit))
        return SignInRulesPage(
            visit: visit, stepUp: stepUp, demands: state.signIn, side: .staff, company: state.client.name,
            address: Routes.tenantSignInRules(id), back: (Routes.tenant(id), state.client.name))
    }

    private static func set(
        at tenant: Tenant, _ visit: Visit, _ page: SignInRulesPage,
        by caller: @Sendable (isolated Tenant) throws(Problem) -> Caller
    ) async throws(Problem) -> Response {
        var page = page
        guard page.stepUp.isProved else { return page.response(.unprocessableContent) }
        guard let demand = visit.form["demand"].flatMap(SignInDemand.init(word:)) else {
            throw Problem(.badRequest)
        }
        let reason = try await tenant.run {
            (tenant: isolated Tenant) throws(Problem) -> SignInDemandRefusal? in
            try refusal(of: demand, tenant, visit, caller(tenant))
        }
        guard let reason else {
            return Response(seeOther: page.address.with("done", "saved").headerValue)
        }
        page.errors = FormErrors("demand", visit.say.explain(reason))
        return page.response(.unprocessableContent)
    }

    private static func refusal(
        of demand: SignInDemand, _ tenant: isolated Tenant, _ visit: Visit, _ caller: Caller
    ) throws(Problem) -> SignInDemandRefusal? {
        do throws(Turned<SignInDemandRefusal>) {
            try tenant.perform(demand, for: caller)
            return nil
        } catch {
            switch error {
            case .refused(.belowAgency): return .belowAgency
            case .refused(.notAllowed): throw .missing
            case .notRecorded(let failure): throw Problem(failure, visit.say)
            }
        }
    }
}

extension SignInDemand {
    /// As forms carry it.
    var word: String {
        switch self {
        case .password: "password"
        case .mailedCode: "mailed-code"
        case .secondFactor: "second-factor"
        }
    }

    init?(word: String) {
        guard let demand = Self.allCases.first(where: { $0.word == word }) else { return nil }
        self = demand
    }
}
