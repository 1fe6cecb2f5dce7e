import Access
import Cast
import HTTP
import Staffing
import Tenancy
import Testing

@testable import Portal

/// A mistake that somebody could make one day, put into an otherwise sound portal.
struct PlantedHole: Sendable, CustomTestStringConvertible {
    let name: String
    /// The rows of the matrix that look where it is.
    let looked: String
    let making: TestHouse.Making

    var testDescription: String { name }

    private init(
        _ name: String, at looked: String, _ change: @escaping @Sendable (Endpoint) -> Endpoint
    ) {
        self.name = name
        self.looked = looked
        making = { services in
            func changed(_ host: String, _ table: [Endpoint]) -> [Endpoint] {
                table.map { "\(host) \($0.method.name) \($0.pattern)" == looked ? change($0) : $0 }
            }
            return Portal(
                services, client: changed("client", Tables.client), staff: changed("staff", Tables.staff),
                landing: Tables.landing)
        }
    }

    static let all: [PlantedHole] = [
        needs("invoices for whoever is signed in", "client GET /invoices", .session),
        needs(
            "a list of people for whoever sees timesheets", "client GET /people", .permission(.seeTimesheets)),
        needs("the access log for all of the agency", "staff GET /access-log", .session),
        needs("a client taken in by anybody", "staff POST /tenants", .permission(.seeTenants)),
        forgetsWorksite("client GET /timesheets/*"),
        forgetsWorksite("client POST /timesheets/*/approval"),
        forgetsWorksite("client GET /invoices/*/pdf"),
        namesOthers, showsPay, forgetsRealm, forgetsForms,
    ]

    private static func needs(_ name: String, _ place: String, _ needs: Endpoint.Needs) -> PlantedHole {
        PlantedHole(name, at: place) { endpoint in
            var endpoint = endpoint
            endpoint.needs = needs
            return endpoint
        }
    }

    /// Whoever may at one worksite may at all: what a policy would say that looks at roles alone.
    private static func forgetsWorksite(_ place: String) -> PlantedHole {
        PlantedHole("a policy that forgets the worksite, \(place)", at: place) { endpoint in
            var endpoint = endpoint
            switch endpoint.handler {
            case .inTenant(let handle):
                endpoint.handler = .inTenant {
                    (tenant: isolated Tenant, visit: Visit, path: [String]) throws(Problem) -> Response in
                    try handle(tenant, visit.everywhere(tenant), path)
                }
            case .fileInTenant(let choose):
                endpoint.handler = .fileInTenant {
                    (tenant: isolated Tenant, visit: Visit, path: [String]) throws(Problem) -> StoredFile in
                    try choose(tenant, visit.everywhere(tenant), path)
                }
            case .besideTenant(let handle):
                endpoint.handler = .besideTenant {
                    (tenant: Tenant, visit: Visit, path: [String]) async throws(Problem) -> Response in
                    try await handle(tenant, await tenant.run { visit.everywhere($0) }, path)
                }
            case .apart: break
            }
            return endpoint
        }
    }

    /// Not there, it says, and then whose it is.
    private static let namesOthers = PlantedHole(
        "an answer that tells another client's record from none", at: "client GET /timesheets/*"
    ) { endpoint in
        guard case .inTenant(let handle) = endpoint.handler else { return endpoint }
        var endpoint = endpoint
        endpoint.handler = .besideTenant {
            (tenant: Tenant, visit: Visit, path: [String]) async throws(Problem) -> Response in
            let key = TimesheetID(pathText: path.last ?? "")
            let other = try await visit.inTenant(TenantID("cedar") ?? tenant.id) {
                (cedar: isolated Tenant) throws(Problem) in
                key.map { cedar.state.timesheets[$0] != nil } ?? false
            }
            if other { throw Problem(.notFound, "Not at this client.") }
            return try await visit.inTenant(tenant.id) { (tenant: isolated Tenant) throws(Problem) in
                try handle(tenant, visit, path)
            }
        }
        return endpoint
    }

    private static let showsPay = PlantedHole(
        "a page of a client with what a worker is paid", at: "client GET /assignments"
    ) { endpoint in
        guard case .inTenant(let handle) = endpoint.handler else { return endpoint }
        var endpoint = endpoint
        endpoint.handler = .inTenant {
            (tenant: isolated Tenant, visit: Visit, path: [String]) throws(Problem) -> Response in
            let response = try handle(tenant, visit, path)
            var shown = Response(response.status, .html, body: response.body + "22.22".utf8)
            shown.headers = response.headers
            return shown
        }
        return endpoint
    }

    /// Any session of the installation is as good as one of the client's own admin.
    private static let forgetsRealm = PlantedHole(
        "a door that forgets the realm", at: "client GET /people"
    ) { endpoint in
        guard case .inTenant(let handle) = endpoint.handler else { return endpoint }
        var endpoint = endpoint
        endpoint.needs = .nothing
        endpoint.handler = .inTenant {
            (tenant: isolated Tenant, visit: Visit, path: [String]) throws(Problem) -> Response in
            let token = visit.request.cookies[Knock.cookieName] ?? ""
            guard visit.viewer == .nobody else {
                guard visit.may(.seePeople, at: .tenant) else { throw .missing }
                return try handle(tenant, visit, path)
            }
            guard visit.services.doorkeeper.sessions.find(token, at: visit.services.reading()) != nil,
                let admin = try? tenant.state.contact("admin", tenant.id.slug)
            else { return SignInSlice.signInFirst(visit.request) }
            return try handle(tenant, visit.seen(by: .contact(admin)), path)
        }
        return endpoint
    }

    /// An admin of one worksite is taken for one of the whole client.
    private static let forgetsForms = PlantedHole(
        "a form about the whole company for whoever manages people anywhere",
        at: "client GET /people/invitation"
    ) { endpoint in
        guard case .inTenant(let handle) = endpoint.handler else { return endpoint }
        var endpoint = endpoint
        endpoint.handler = .inTenant {
            (tenant: isolated Tenant, visit: Visit, path: [String]) throws(Problem) -> Response in
            try handle(tenant, visit.everywhere(tenant), path)
        }
        return endpoint
    }
}

extension Visit {
    /// The same visit by somebody whose roles hold at the whole client.
    fileprivate func everywhere(_ tenant: isolated Tenant) -> Visit {
        guard let account = session?.account, var contact = tenant.contact(of: account) else { return self }
        contact.grants = contact.grants.map { grant in
            Grant(id: grant.id, role: grant.role, node: .tenant, days: grant.days)
        }
        return seen(by: .contact(contact, under: roles))
    }

    fileprivate func seen(by viewer: Viewer) -> Visit {
        Visit(
            request: request, exchange: exchange, realm: realm, services: services, viewer: viewer,
            roles: roles, session: session, now: now, today: today, framing: .made(frame), say: say,
            form: form)
    }
}
