import Access
import Staffing
import Tenancy

/// Who looks at a page about themselves: what an authenticator shows of them, and the clock to print by.
struct Oneself: Sendable {
    let session: Session
    let name: String
    let email: String
    let clock: LocalClock

    init(_ visit: Visit) async throws(Problem) {
        guard let session = visit.session else { throw .missing }
        self.session = session
        name = visit.viewer.name
        let zone: String
        switch visit.viewer.person {
        case .contact(let id):
            guard case .tenant(let tenant) = visit.realm else { throw .missing }
            (email, zone) = try await visit.tenant(tenant).run { (tenant: isolated Tenant) throws(Problem) in
                (try tenant.known(id).email.text, tenant.state.client.timeZone)
            }
        case .staff(let id):
            guard let member = await visit.services.agency.state.staff[id] else { throw .missing }
            (email, zone) = (member.email.text, "UTC")
        case .worker, .system, .nobody: throw .missing
        }
        clock = LocalClock(visit.services.zones(zone), visit.say.formats)
    }
}
