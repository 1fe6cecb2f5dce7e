internal import Journal
internal import Locking

/// Brings outcomes from an I/O thread back to an actor that does not exist yet when its recorder is made.
final class OutcomeRelay: Sendable {
    private let target = Lock(Target())

    /// A function of its own type in a generic place is wrapped anew whenever it is lent from there and taken
    /// back, and each wrapping is a call more; inside a structure it stays what it is.
    private struct Target {
        var deliver: (@Sendable (BatchOutcome) -> Void)?
    }

    func connect(_ deliver: @escaping @Sendable (BatchOutcome) -> Void) {
        target.withLock { $0.deliver = deliver }
    }

    func deliver(_ outcome: BatchOutcome) {
        let deliver = target.withLock { $0.deliver }
        deliver?(outcome)
    }
}
