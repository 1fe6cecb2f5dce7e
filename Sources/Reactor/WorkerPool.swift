import Locking
package import Unix

/// Threads for work that would hold up a loop: syncing files, hashing passwords.
package final class WorkerPool: Sendable {
    private let queue = Lock(Queue())
    private let signal = Semaphore()
    private let limit: Int

    /// The queue has reached its limit; the caller refuses, or waits.
    package struct Full: Error {}

    /// `niceness`: above 0 for work that takes whole processors, so that loops go first.
    package init(name: String, threads: Int, queueLimit: Int, niceness: Int32 = 0) throws(Errno) {
        limit = queueLimit
        for number in 0..<threads {
            try startThread("\(name)-\(number)", niceness: niceness) { [self] in work() }
        }
        queue.withLock { $0.threads = threads }
    }

    package func run(_ job: @escaping @Sendable () -> Void) throws(Full) {
        let isTaken = queue.withLock { queue in
            guard queue.waiting < limit, !queue.isStopping else { return false }
            queue.append(job)
            return true
        }
        guard isTaken else { throw Full() }
        signal.signal()
    }

    /// Ends the threads after the jobs already queued.
    package func stop() {
        let threads = queue.withLock { queue in
            queue.isStopping = true
            return queue.threads
        }
        for _ in 0..<threads { signal.signal() }
    }

    private func work() {
        while true {
            signal.take()
            guard let job = queue.withLock({ $0.next() }) else { return }
            job()
        }
    }

    private struct Queue {
        private var jobs: [@Sendable () -> Void] = []
        private var taken = 0
        var threads = 0
        var isStopping = false

        var waiting: Int { jobs.count - taken }

        mutating func append(_ job: @escaping @Sendable () -> Void) { jobs.append(job) }

        /// Nothing only when the pool is stopping and the queue is empty.
        mutating func next() -> (@Sendable () -> Void)? {
            guard taken < jobs.count else { return nil }
            let job = jobs[taken]
            taken += 1
            // Half a queue of finished jobs is dropped at once, so that taking one stays cheap.
            if taken * 2 >= jobs.count {
                jobs.removeFirst(taken)
                taken = 0
            }
            return job
        }
    }
}
