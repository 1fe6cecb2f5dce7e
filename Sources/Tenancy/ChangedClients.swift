import Locking
package import Staffing

/// The clients whose records have changed since somebody last asked: whoever keeps something at hand about
/// each client need not look at all of them.
package final class ChangedClients: Sendable {
    private let changed = Lock<Set<TenantID>>([])

    func note(_ id: TenantID) { changed.withLock { _ = $0.insert(id) } }

    /// Each is told once for however many changes.
    package func take() -> [TenantID] {
        changed.withLock { changed in
            defer { changed.removeAll(keepingCapacity: true) }
            return changed.sorted()
        }
    }
}
