import Locking
package import Staffing

/// What the roles allow at this moment. The agency puts it here once a change is on disk; every client and
/// every door reads it at each request, so a change holds for open sessions from the next one on.
package final class RolesInForce: Sendable {
    private let current = Lock(RoleBook.templates)

    package init() {}

    package var book: RoleBook { current.withLock { $0 } }

    func put(_ book: RoleBook) {
        current.withLock { current in
            // Two changes may be told of at once; the later one stays.
            if book.revision >= current.revision { current = book }
        }
    }
}
