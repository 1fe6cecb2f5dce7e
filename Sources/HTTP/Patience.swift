/// How long a connection may take for what: pure deadlines, fed with times, asked for the next one.
///
/// Times are durations since any fixed moment of a monotonic clock, the same for all calls. The caller
/// keeps one timer a connection, set to `deadline`, and asks `verdict` when it fires; events between need
/// not touch it.
///
///     patience.headBegan(at: now)         // the first byte of a request, or a new connection
///     patience.bodyBegan(at: now)         // the machine said `head`
///     patience.received(bytes, at: now)
///     patience.requestComplete()          // no deadline while we are the ones who work
///     patience.writeBegan(at: now)        // bytes did not fit in the socket
///     patience.wrote(bytes, at: now)
///     patience.idleBegan(at: now)
package struct Patience: Sendable {
    package struct Terms: Sendable {
        /// From a request's first byte to the end of its head, and for the TLS handshake.
        package var head = Duration.seconds(10)
        /// Between requests.
        package var idle = Duration.seconds(60)
        /// What a body or a reader may lose at the start before the rate counts.
        package var grace = Duration.seconds(10)
        /// A body must arrive, and an answer must be taken, at this rate on average.
        package var bytesPerSecond = 1_024
        /// An answer of which nothing at all is taken.
        package var writeStall = Duration.seconds(30)

        package static let standard = Terms()
        package init() {}
    }

    package enum Verdict: Hashable, Sendable {
        /// Nothing is due: set the timer to this time, or to none.
        case wait(until: Duration?)
        /// Answer 408 with `Rejection.tooSlow` and close.
        case reject
        /// Close without a word: nobody is owed an answer, or nobody takes it.
        case close
    }

    private enum Phase {
        case head(since: Duration)
        case body(since: Duration, bytes: Int)
        case working
        case writing(since: Duration, last: Duration, bytes: Int)
        case idle(since: Duration)
    }

    private let terms: Terms
    private var phase: Phase

    /// A new connection owes its handshake and its first head within the same time.
    package init(openedAt now: Duration, terms: Terms = .standard) {
        self.terms = terms
        phase = .head(since: now)
    }

    /// Counts from the first byte of a head; bytes after it change nothing, or a drip would last for ever.
    package mutating func headBegan(at now: Duration) {
        if case .head = phase { return }
        phase = .head(since: now)
    }

    package mutating func bodyBegan(at now: Duration) { phase = .body(since: now, bytes: 0) }

    package mutating func received(_ count: Int, at now: Duration) {
        switch phase {
        case .body(let since, let bytes): phase = .body(since: since, bytes: bytes + count)
        case .idle: phase = .head(since: now)
        case .head, .working, .writing: break
        }
    }

    package mutating func requestComplete() { phase = .working }

    package mutating func writeBegan(at now: Duration) {
        if case .writing = phase { return }
        phase = .writing(since: now, last: now, bytes: 0)
    }

    package mutating func wrote(_ count: Int, at now: Duration) {
        guard case .writing(let since, let last, let bytes) = phase else { return }
        phase = .writing(since: since, last: count > 0 ? now : last, bytes: bytes + count)
    }

    package mutating func idleBegan(at now: Duration) { phase = .idle(since: now) }

    /// Since when the client owes us what it is at; nil while we are the ones who work.
    package var waitingSince: Duration? {
        switch phase {
        case .head(let since), .body(let since, _), .writing(let since, _, _), .idle(let since): since
        case .working: nil
        }
    }

    /// When to ask for a verdict; nil while nothing is owed by the client.
    package var deadline: Duration? {
        switch phase {
        case .head(let since): since + terms.head
        case .body(let since, let bytes): since + terms.grace + time(for: bytes)
        case .working: nil
        case .writing(let since, let last, let bytes):
            min(last + terms.writeStall, since + terms.writeStall + time(for: bytes))
        case .idle(let since): since + terms.idle
        }
    }

    package func verdict(at now: Duration) -> Verdict {
        guard let deadline, now >= deadline else { return .wait(until: deadline) }
        switch phase {
        case .head, .body: return .reject
        case .working, .writing, .idle: return .close
        }
    }

    private func time(for bytes: Int) -> Duration {
        .microseconds(Int64(bytes) * 1_000_000 / Int64(terms.bytesPerSecond))
    }
}
