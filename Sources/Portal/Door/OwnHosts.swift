import Locking
package import Staffing

/// Hosts that belong to one client each, besides its place below the base domain. The operator names them,
/// and may do so while the server runs.
package final class OwnHosts: Sendable {
    private struct Book {
        var tenants: [String: TenantID] = [:]
        /// The one that links lead to.
        var first: [TenantID: String] = [:]
    }

    private let book = Lock(Book())

    package init() {}

    /// In the order in which they were named: a client's first is the one in links.
    package func put(_ hosts: [(host: String, tenant: TenantID)]) {
        var fresh = Book()
        for (host, tenant) in hosts {
            fresh.tenants[host] = tenant
            if fresh.first[tenant] == nil { fresh.first[tenant] = host }
        }
        let made = fresh
        book.withLock { $0 = made }
    }

    func tenant(_ host: String) -> TenantID? { book.withLock { $0.tenants[host] } }

    func host(of tenant: TenantID) -> String? { book.withLock { $0.first[tenant] } }

    package func contains(_ host: String) -> Bool { tenant(host) != nil }
}
