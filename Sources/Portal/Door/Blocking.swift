/// Where blocking work goes: an I/O thread, sooner or later.
package typealias RunBlocking = @Sendable (@escaping @Sendable () -> Void) -> Void

/// Waits for blocking work without holding up the thread that asks.
func blocking<Value: Sendable>(
    _ run: RunBlocking, _ work: @escaping @Sendable () -> Value
) async -> Value {
    await withCheckedContinuation { continuation in
        run { continuation.resume(returning: work()) }
    }
}
