internal import Journal
internal import Locking

/// Brings outcomes from an I/O thread back to an actor that does not exist yet when its recorder is made.
final class OutcomeRelay: Sendable {
    private let target = Lock<(@Sendable (BatchOutcome) -> Void)?>(nil)

    func connect(_ deliver: @escaping @Sendable (BatchOutcome) -> Void) { target.withLock { $0 = deliver } }

    func deliver(_ outcome: BatchOutcome) {
        let deliver = target.withLock { $0 }
        deliver?(outcome)
    }
}
