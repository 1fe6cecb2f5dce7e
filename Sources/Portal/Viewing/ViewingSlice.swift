import Access
import HTTP
import Markup
import Staffing
import Tenancy

/// The client's side of a view: coming in with the token from the staff side, and going.
enum ViewingSlice {
    static let client: [Endpoint] = [
        .inTenant(.get, Routes.viewing, needs: .nothing, shows: .ordinary) {
            (tenant, visit, key) throws(Problem) in
            try ask(tenant, visit, key)
        },
        .besideTenant(.post, Routes.viewing, needs: .nothing, shows: .ordinary) {
            (tenant, visit, key) async throws(Problem) in
            try await begin(tenant.id, visit, key)
        },
        .apart(.post, Routes.viewingEnd, needs: .session, shows: .ordinary) {
            (visit, _) async throws(Problem) in
            try await end(visit)
        },
    ]

    /// Looking at the page spends nothing, so no scanner of links can use the token up.
    private static func ask(
        _ tenant: isolated Tenant, _ visit: Visit, _ key: TokenKey
    ) throws(Problem) -> Response {
        guard let viewing = offered(key, at: tenant.id, visit) else { throw .missing }
        return ViewingPage(visit: visit, key: key, viewing: viewing).response
    }

    private static func begin(
        _ id: TenantID, _ visit: Visit, _ key: TokenKey
    ) async throws(Problem) -> Response {
        let (services, now) = (visit.services, visit.services.reading())
        guard offered(key, at: id, visit) != nil,
            let (token, session) = services.doorkeeper.viewings.begin(key.pathText, at: id, now: now),
            let viewing = session.view?.viewing, let cookie = Cookie(Knock.viewingCookie, token.text)
        else { throw .missing }
        let seen = Occasion.Seen(viewing)
        guard await visit.keep(.viewBegan(as: seen, reason: viewing.reason), of: viewing, session) else {
            services.doorkeeper.viewings.end(session)
            throw Problem(.serviceUnavailable, visit.staffSay.viewingNotRecorded)
        }
        var response = Response(seeOther: Routes.home.address.headerValue)
        var strict = cookie
        strict.sameSite = .strict
        response.set(strict)
        return response
    }

    /// It has ended whether or not its end can be written down.
    private static func end(_ visit: Visit) async throws(Problem) -> Response {
        guard let session = visit.session, let viewing = session.view?.viewing else { throw .missing }
        visit.services.doorkeeper.viewings.end(session)
        _ = await visit.keep(.viewEnded(as: Occasion.Seen(viewing)), of: viewing, session)
        var response = ViewOverPage(
            tenant: viewing.tenant, frame: visit.services.bareFrame(visit.exchange, visit.staffSay),
            staffOrigin: visit.services.setting.staffOrigin
        ).response(.ok)
        response.set(Cookie(removing: Knock.viewingCookie))
        return response
    }

    private static func offered(_ key: TokenKey, at id: TenantID, _ visit: Visit) -> Viewing? {
        let viewing = visit.services.doorkeeper.viewings.offered(
            key.pathText, at: id, now: visit.services.reading())
        return viewing.flatMap { visit.services.mayView($0.staff, on: visit.today) ? $0 : nil }
    }
}

extension Visit {
    /// Writes down that a view began or ended. False when that is not on disk.
    fileprivate func keep(_ occasion: Occasion, of viewing: Viewing, _ session: Session) async -> Bool {
        let record = AccessRecord(
            at: services.reading().moment, request: exchange.id, realm: .tenant(viewing.tenant),
            person: .staff(viewing.staff), name: viewing.staffName, method: request.head.method.name,
            path: Routes.withoutToken(request.head), status: Status.seeOther.code,
            network: exchange.network, session: session.id.text, occasion: occasion)
        return await withCheckedContinuation { continuation in
            services.trail.inbox.append(record) { recorded in
                switch recorded {
                case .success: continuation.resume(returning: true)
                case .failure: continuation.resume(returning: false)
                }
            }
        }
    }
}
