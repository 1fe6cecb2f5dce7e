/// A value on its way from a thread to whoever awaits it.
///
/// A continuation that is resumed before anybody suspends hands its value over inside the runtime, where
/// the thread sanitizer does not look, so it takes the meeting for a race. Here the value goes through
/// `Lock`, and the continuation only says that it has arrived.
package final class Delivery<Value: Sendable>: Sendable {
    private let value = Lock<Value?>(nil)

    package init() {}

    package func put(_ arrived: Value) { value.withLock { $0 = arrived } }

    /// Nothing if it never came.
    package func take() -> Value? { value.withLock { $0.take() } }
}
