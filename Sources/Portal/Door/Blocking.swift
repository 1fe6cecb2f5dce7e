import Locking

/// Where blocking work goes: an I/O thread, sooner or later.
package typealias RunBlocking = @Sendable (@escaping @Sendable () -> Void) -> Void

/// Waits for blocking work without holding up the thread that asks.
package func blocking<Value: Sendable>(
    _ run: RunBlocking, _ work: @escaping @Sendable () -> Value
) async -> Value {
    let delivery = Delivery<Value>()
    await withCheckedContinuation { continuation in
        run {
            delivery.put(work())
            continuation.resume()
        }
    }
    // The continuation is resumed in one place, behind `put`.
    guard let value = delivery.take() else { preconditionFailure("resumed before the work was done") }
    return value
}
