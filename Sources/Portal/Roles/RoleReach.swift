import Journal
import Staffing
import Tenancy

/// Whom a change of a role would affect: at each client, and among the staff.
struct RoleReach: Sendable {
    /// Clients where something changes, by name.
    private(set) var clients: [(id: TenantID, name: String, impact: RoleImpact)] = []
    /// Clients whose records cannot be opened now: whoever is affected there is not known.
    private(set) var unknown: [String] = []
    private(set) var staff: RoleImpact?

    var isEmpty: Bool { clients.isEmpty && unknown.isEmpty && staff?.isEmpty ?? true }

    static func of(_ change: RoleChange, _ visit: Visit) async throws(Problem) -> RoleReach {
        var reach = RoleReach()
        if change.after[change.role]?.side == .staff {
            let members = try await visit.inAgency { Array($0.state.staff.values) }
            reach.staff = RoleImpact(of: change, among: members, on: visit.today)
            return reach
        }
        let found = await visit.services.tenants.survey { state, today in
            (name: state.client.name, impact: RoleImpact(of: change, at: state, on: today))
        }
        for (id, outcome) in found {
            switch outcome {
            case .success(let client):
                if !client.impact.isEmpty { reach.clients.append((id, client.name, client.impact)) }
            case .failure: reach.unknown.append(id.slug)
            }
        }
        reach.clients.sort { $0.name < $1.name }
        return reach
    }
}
