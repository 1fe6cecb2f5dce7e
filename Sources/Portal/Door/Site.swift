import Staffing

/// Which part of the installation a host name means.
enum Site: Hashable, Sendable {
    case landing
    case staff
    case tenant(TenantID)

    /// Nothing for a host that is not ours.
    init?(host: String, baseDomain: String) {
        if host == baseDomain {
            self = .landing
            return
        }
        guard host.hasSuffix("." + baseDomain) else { return nil }
        let label = String(host.dropLast(baseDomain.count + 1))
        if label == "staff" {
            self = .staff
        } else if let id = TenantID(label) {
            self = .tenant(id)
        } else {
            return nil
        }
    }
}
