import Locking
package import Reactor

/// Loops whose test is over. The oldest are stopped when there are many, so that a test that still awaits an actor
/// gets its answer, and threads do not pile up.
package final class RetiredLoops: Sendable {
    package static let shared = RetiredLoops()
    private let waiting = Lock<[Retired]>([])
    private static let most = 40

    private struct Retired {
        let loop: EventLoop
        let workers: WorkerPool?
    }

    package func add(_ loop: EventLoop, _ workers: WorkerPool? = nil) {
        let oldest = waiting.withLock { waiting -> Retired? in
            waiting.append(Retired(loop: loop, workers: workers))
            return waiting.count > Self.most ? waiting.removeFirst() : nil
        }
        oldest?.loop.stop()
        oldest?.workers?.stop()
    }
}
