import Glibc
import Locking
import Synchronization
package import Unix

/// One thread that sleeps in epoll and runs, in order, every job of the actors pinned to it.
///
/// Immutable or locked state only: what belongs to the thread lives on its stack inside `run`.
package final class EventLoop: SerialExecutor, TaskExecutor {
    package let index: Int
    private let epoll: Epoll
    private let doorbell: EventCounter
    private let inbox = Lock(Inbox())
    private let thread = Atomic<UInt>(0)

    private static let doorbellToken = Epoll.Token(rawValue: UInt64.max)
    private static let eventsPerWait = 256
    private static let tickMilliseconds: Int64 = 1_000

    /// What the loop does besides its actors' jobs; called on its thread.
    package struct Duties: Sendable {
        fileprivate let ready: @Sendable (Epoll.Token, Epoll.Interest) -> Void
        fileprivate let tick: @Sendable () -> Void

        /// `tick` comes about once a second, for deadlines.
        package init(
            ready: @escaping @Sendable (Epoll.Token, Epoll.Interest) -> Void,
            tick: @escaping @Sendable () -> Void
        ) {
            self.ready = ready
            self.tick = tick
        }

        package static let none = Duties(ready: { _, _ in }, tick: {})
    }

    package init(index: Int) throws(Errno) {
        self.index = index
        epoll = try Epoll()
        doorbell = try EventCounter()
        try epoll.watch(doorbell.file.number, for: [.readable, .onEdge], as: Self.doorbellToken)
    }

    /// Starts the thread; called once.
    package func start(_ duties: Duties = .none) throws(Errno) {
        try startThread("loop-\(index)") { self.run(duties) }
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        deliver { $0.jobs.append(.actor(job)) }
    }

    /// Runs `work` on the loop's thread, after what is already queued.
    package func post(_ work: @escaping @Sendable () -> Void) { deliver { $0.jobs.append(.plain(work)) } }

    package func isIsolatingCurrentContext() -> Bool? { isCurrent }

    package func checkIsolated() { precondition(isCurrent, "called from outside the event loop") }

    /// Finishes the jobs already queued, then ends the thread.
    package func stop() { deliver { $0.isStopping = true } }

    package var isCurrent: Bool { thread.load(ordering: .relaxed) == UInt(pthread_self()) }

    private func deliver(_ change: (inout Inbox) -> Void) {
        let mustRing = inbox.withLock { inbox in
            change(&inbox)
            defer { inbox.isRung = true }
            return !inbox.isRung
        }
        if mustRing && !isCurrent { doorbell.signal() }
    }
}

extension EventLoop {
    package func watch(
        _ number: Int32, for interest: Epoll.Interest, as token: Epoll.Token
    ) throws(Errno) {
        try epoll.watch(number, for: interest, as: token)
    }

    package func change(
        _ number: Int32, to interest: Epoll.Interest, as token: Epoll.Token
    ) throws(Errno) {
        try epoll.change(number, to: interest, as: token)
    }

    package func forget(_ number: Int32) throws(Errno) { try epoll.forget(number) }
}

extension EventLoop {
    private func run(_ duties: Duties) {
        thread.store(UInt(pthread_self()), ordering: .relaxed)
        var buffer = EventBuffer(capacity: Self.eventsPerWait)
        var nextTick = Self.now() + Self.tickMilliseconds
        while drain() {
            let patience = max(0, nextTick - Self.now())
            do throws(Errno) {
                try epoll.wait(into: &buffer, milliseconds: Int32(patience))
            } catch {
                fatalError("epoll_wait: \(error)")
            }
            // From here on nobody has to ring: the inbox is looked at again before the next sleep.
            inbox.withLock { $0.isRung = true }
            buffer.forEach { token, interest in
                if token != Self.doorbellToken { duties.ready(token, interest) }
            }
            if Self.now() >= nextTick {
                nextTick = Self.now() + Self.tickMilliseconds
                duties.tick()
            }
        }
    }

    private static func now() -> Int64 { SystemClock.steadyMicroseconds() / 1_000 }

    /// Runs jobs until none are left; false once the loop has been told to stop.
    private func drain() -> Bool {
        while true {
            let (jobs, isStopping) = inbox.withLock { $0.take() }
            if jobs.isEmpty { return !isStopping }
            for job in jobs { run(job) }
        }
    }

    private func run(_ job: Inbox.Job) {
        switch job {
        case .actor(let job):
            unsafe job.runSynchronously(
                isolatedTo: asUnownedSerialExecutor(), taskExecutor: asUnownedTaskExecutor())
        case .plain(let work): work()
        }
    }
}

/// For a simulation, whose one thread plays the threads of all loops in turn. Such a loop is never started.
extension EventLoop {
    package enum Step { case job, readiness, tick }

    package var hasJobs: Bool { inbox.withLock { !$0.jobs.isEmpty } }

    /// Does one thing that the loop's thread would do; false when there was nothing of that kind to do.
    package func take(_ step: Step, _ duties: Duties) -> Bool {
        thread.store(UInt(pthread_self()), ordering: .relaxed)
        defer { thread.store(0, ordering: .relaxed) }
        switch step {
        case .job:
            guard let job = inbox.withLock({ $0.jobs.isEmpty ? nil : $0.jobs.removeFirst() }) else {
                return false
            }
            run(job)
            return true
        case .readiness: return tellReadiness(duties)
        case .tick:
            duties.tick()
            return true
        }
    }

    private func tellReadiness(_ duties: Duties) -> Bool {
        var buffer = EventBuffer(capacity: 16)
        var isSomethingReady = false
        do throws(Errno) {
            try epoll.wait(into: &buffer, milliseconds: 0)
        } catch {
            fatalError("epoll_wait: \(error)")
        }
        buffer.forEach { token, interest in
            if token == Self.doorbellToken { return }
            isSomethingReady = true
            duties.ready(token, interest)
        }
        return isSomethingReady
    }
}

private struct Inbox {
    enum Job {
        case actor(UnownedJob)
        case plain(@Sendable () -> Void)
    }

    var jobs: [Job] = []
    var isStopping = false
    /// True while the thread is known to look at the inbox again before it sleeps.
    var isRung = false

    mutating func take() -> (jobs: [Job], isStopping: Bool) {
        guard !jobs.isEmpty else {
            isRung = false
            return ([], isStopping)
        }
        var taken: [Job] = []
        swap(&taken, &jobs)
        return (taken, isStopping)
    }
}
