import Locking

/// A way from a recorder back to the actor that owns it, set once the actor exists.
final class Backlink<Owner: AnyObject & Sendable>: Sendable {
    private let link = Lock(Link())

    private struct Link {
        weak var owner: Owner?
    }

    func set(_ owner: Owner) { link.withLock { $0.owner = owner } }

    /// Nothing once the owner is gone, when no reply can be waiting either.
    var owner: Owner? { link.withLock { $0.owner } }
}
