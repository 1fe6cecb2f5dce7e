import Locking

/// Takes what is due to the mail server, one round at a time, on a thread of its own.
package final class Postman: Sendable {
    private let queue: MailQueue
    private let carrier: any MailCarrier
    private let now: @Sendable () -> Int64
    /// Runs a round where it may block for minutes.
    private let run: @Sendable (@escaping @Sendable () -> Void) -> Void
    private let report: @Sendable (MailQueue.Settled) -> Void
    private let state = Lock(State())

    private struct State {
        var isAbout = false
        var isStopping = false
        var tidied: Int64 = 0
    }

    private static let tidyEverySeconds: Int64 = 3_600

    /// `now`: seconds since 1970.
    package init(
        _ queue: MailQueue, _ carrier: any MailCarrier, now: @escaping @Sendable () -> Int64,
        run: @escaping @Sendable (@escaping @Sendable () -> Void) -> Void,
        report: @escaping @Sendable (MailQueue.Settled) -> Void
    ) {
        self.queue = queue
        self.carrier = carrier
        self.now = now
        self.run = run
        self.report = report
    }

    /// Begins a round when something is due and none is under way; called about once a second.
    package func lookAround() {
        let moment = now()
        guard queue.hasDue(at: moment) || isTidyingDue(moment) else { return }
        let begins = state.withLock { state in
            guard !state.isAbout, !state.isStopping else { return false }
            state.isAbout = true
            return true
        }
        if begins { run { [self] in round() } }
    }

    /// No mail is begun any more. True once the one on its way has been settled.
    package func stop() -> Bool {
        state.withLock { state in
            state.isStopping = true
            return !state.isAbout
        }
    }

    private func isTidyingDue(_ moment: Int64) -> Bool {
        state.withLock { abs(moment - $0.tidied) >= Self.tidyEverySeconds }
    }

    private func round() {
        let moment = now()
        if isTidyingDue(moment) {
            queue.tidy(at: moment)
            state.withLock { $0.tidied = moment }
        }
        if queue.hasDue(at: moment) { deliver() }
        state.withLock { $0.isAbout = false }
    }

    private func deliver() {
        let trouble = carrier.carry(
            next: { state.withLock { $0.isStopping } ? nil : queue.next(at: now()) },
            settle: { letter, verdict in
                if let settled = queue.settle(letter, verdict.trouble, at: now()) { report(settled) }
            })
        guard let trouble else { return }
        for settled in queue.delayDue(trouble, at: now()) { report(settled) }
    }
}
