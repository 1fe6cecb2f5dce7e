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
        // By bytes: to count characters would take longer than all the rest.
        let length = host.utf8.count - baseDomain.utf8.count - 1
        guard length >= 0 else { return nil }
        let dot = host.utf8.index(host.startIndex, offsetBy: length)
        guard host.utf8[dot] == UInt8(ascii: "."), host[host.utf8.index(after: dot)...] == baseDomain else {
            return nil
        }
        let label = String(host[..<dot])
        if label == "staff" {
            self = .staff
        } else if let id = TenantID(label) {
            self = .tenant(id)
        } else {
            return nil
        }
    }
}
