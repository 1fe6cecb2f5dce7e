import Locking
package import Staffing

/// How each client's portal looks at this moment, for doors that cannot wait for the agency.
package final class BrandingInForce: Sendable {
    private struct Current {
        var brandings: [TenantID: Branding] = [:]
        var revision: UInt64 = 0
    }

    private let current = Lock(Current())

    package init() {}

    /// With how often any of them has changed: a page that was made before may not be sent again.
    package func branding(of id: TenantID) -> (branding: Branding, revision: UInt64) {
        current.withLock { ($0.brandings[id] ?? .none, $0.revision) }
    }

    func put(_ brandings: [TenantID: Branding]) {
        current.withLock { current in
            current.brandings = brandings
            current.revision += 1
        }
    }
}
