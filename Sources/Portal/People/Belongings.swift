import Access
import HTTP
import Staffing
import Tenancy

/// What somebody has that others or the server have to deal with when they leave.
struct Belongings: Sendable {
    /// Nobody else could approve there.
    let sites: [Site]
    /// What opens the door for them, and ends.
    let keys: KeyCount
    /// Who stands in for whom until then.
    let standIns: [String]
    /// Who could take over.
    let receivers: [Contact]
    /// Why they cannot be removed at all now, if so.
    private(set) var obstacle: PeopleRefusal?

    struct Site: Sendable {
        let worksite: Worksite
        /// Timesheets that nobody else could decide about.
        let waiting: Int
    }

    init(
        of contact: Contact, _ keys: KeyCount, _ caller: Caller, _ tenant: isolated Tenant, _ visit: Visit
    ) {
        var lost: Set<WorksiteID> = []
        do throws(PeopleRefusal) {
            _ = try PeopleRules.decide(
                .remove(contact.id, leavingUncovered: false), tenant.state, tenant.context(for: caller))
        } catch {
            if case .leavesUncovered(let sites) = error { lost = Set(sites) } else { obstacle = error }
        }
        sites = tenant.state.worksitesByCode.filter { lost.contains($0.id) }.map {
            Site(worksite: $0, waiting: tenant.state.waitingCount(at: $0.id))
        }
        self.keys = keys
        standIns = DelegationLines(tenant.state, visit).about(contact.id)
        receivers = tenant.state.contacts.values
            .filter { $0.id != contact.id && $0.standing != .removed }
            .sorted { ($0.name, $0.email.text) < ($1.name, $1.email.text) }
    }

    /// Who takes over where, as far as the form names somebody fit for it.
    func handovers(_ form: Form) -> [Handover] {
        sites.compactMap { site in
            let own = form[Self.field(site.worksite.id)] ?? ""
            let chosen = ContactID(pathText: own.isEmpty ? form["receiver"] ?? "" : own)
            guard let chosen, receivers.contains(where: { $0.id == chosen }) else { return nil }
            return Handover(worksite: site.worksite.id, receiver: chosen)
        }
    }

    /// The name of the choice for one worksite; `receiver` alone is the choice for all of them.
    static func field(_ worksite: WorksiteID) -> String { "receiver-" + worksite.pathText }
}

extension Visit {
    /// What opens the door for a contact of this client.
    func keys(of contact: ContactID, of tenant: TenantID) async -> KeyCount {
        await services.doorkeeper.keys(
            of: Account(realm: .tenant(tenant), person: .contact(contact)), at: services.reading())
    }
}
