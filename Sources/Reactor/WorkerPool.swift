import Locking
package import Unix

/// Threads for work that would hold up a loop: syncing files, hashing passwords.
package final class WorkerPool: Sendable {
    private let queue = Lock(Queue())
    private let limit: Int

    /// The queue has reached its limit; the caller refuses, or waits.
    package struct Full: Error {}

    /// `niceness`: above 0 for work that takes whole processors, so that loops go first.
    package init(name: String, threads: Int, queueLimit: Int, niceness: Int32 = 0) throws(Errno) {
        limit = queueLimit
        for number in 0..<threads {
            try startThread("\(name)-\(number)", niceness: niceness) { [self] in work(wokenBy: Semaphore()) }
        }
    }

    package func run(_ job: @escaping @Sendable () -> Void) throws(Full) {
        let job = Job(run: job)
        let (isTaken, sleeper) = queue.withLock { queue -> (Bool, Semaphore?) in
            guard queue.waiting < limit, !queue.isStopping else { return (false, nil) }
            queue.append(job)
            return (true, queue.asleep.popLast())
        }
        guard isTaken else { throw Full() }
        sleeper?.signal()
    }

    /// Ends the threads after the jobs already queued.
    package func stop() {
        let sleepers = queue.withLock { queue -> [Semaphore] in
            queue.isStopping = true
            return queue.asleep
        }
        for sleeper in sleepers { sleeper.signal() }
    }

    private func work(wokenBy semaphore: Semaphore) {
        while true {
            switch queue.withLock({ $0.next(wokenBy: semaphore) }) {
            case .work(let job): job.run()
            case .sleep: semaphore.take()
            case .end: return
            }
        }
    }

    private struct Job: Sendable {
        let run: @Sendable () -> Void
    }

    private enum Order: Sendable {
        case work(Job)
        case sleep
        case end
    }

    private struct Queue {
        private var jobs: [Job] = []
        private var taken = 0
        /// What wakes those who have nothing to do. The last to lie down is the first to be woken, because
        /// the processor still has at hand what it works with.
        var asleep: [Semaphore] = []
        var isStopping = false

        var waiting: Int { jobs.count - taken }

        mutating func append(_ job: Job) { jobs.append(job) }

        mutating func next(wokenBy semaphore: Semaphore) -> Order {
            guard taken < jobs.count else {
                if isStopping { return .end }
                asleep.append(semaphore)
                return .sleep
            }
            let job = jobs[taken]
            taken += 1
            // Half a queue of finished jobs is dropped at once, so that taking one stays cheap.
            if taken * 2 >= jobs.count {
                jobs.removeFirst(taken)
                taken = 0
            }
            return .work(job)
        }
    }
}
