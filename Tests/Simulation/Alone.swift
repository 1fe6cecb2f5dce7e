import Unix

/// Runs `body` on a thread of its own: a simulation plays all threads, so it wants one that belongs to nobody else.
package func alone<Value: Sendable>(
    _ body: @escaping @Sendable () throws -> Value
) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        do {
            try startThread("simulation") { continuation.resume(with: Result { try body() }) }
        } catch {
            continuation.resume(throwing: error)
        }
    }
}
