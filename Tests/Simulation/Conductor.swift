import Access
import Locking
import Reactor
import Staffing
import Unix

/// The only thread: loops, I/O threads, hashing threads and timers in one order that the seed decides.
///
/// Within one loop jobs keep their order. Between loops, and between the jobs of I/O threads, it is drawn; a
/// job there takes up to half a second. A job runs whole: two I/O threads do not meet inside one.
final class Conductor: Sendable {
    let loops: [EventLoop]
    private let chance: Chance
    private let state: Lock<State>

    private struct State {
        var now: Int64
        var due: [Due] = []
        var mayBeReady: [Bool]
        var latency = 0...20_000
        var isClosing = false
    }

    private struct Due {
        let at: Int64
        let work: @Sendable () -> Void
    }

    static let slowest = 500_000

    init(loops count: Int, chance: Chance, now: Int64) throws(Errno) {
        var loops: [EventLoop] = []
        for index in 0..<count { loops.append(try EventLoop(index: index)) }
        self.loops = loops
        self.chance = chance
        state = Lock(State(now: now, mayBeReady: Array(repeating: true, count: count)))
    }

    /// Microseconds since 1970, and of the steady clock as well.
    var now: Int64 { state.withLock { $0.now } }

    var reading: Reading { Reading(moment: Moment(microseconds: now), steadyMicroseconds: now) }

    /// How long a job on an I/O thread takes from here on, in microseconds.
    func setLatency(_ range: ClosedRange<Int>) { state.withLock { $0.latency = range } }

    func after(microseconds: Int, _ work: @escaping @Sendable () -> Void) {
        state.withLock { $0.due.append(Due(at: $0.now + Int64(microseconds), work: work)) }
    }

    /// Brings a job to a thread for blocking work.
    func runBlocking(_ job: @escaping @Sendable () -> Void) {
        let latency = state.withLock { $0.latency }
        after(microseconds: chance.within(latency), job)
    }

    /// Says that a socket may have become ready, which no loop can know before it looks.
    func stir() { state.withLock { state in for index in loops.indices { state.mayBeReady[index] = true } } }
}

extension Conductor {
    /// Lets one party do one thing; false when nobody has anything to do at this moment.
    func turn(_ duties: [EventLoop.Duties]) -> Bool {
        let parties = loops.count + 1
        let first = chance.below(parties)
        for offset in 0..<parties {
            let party = (first + offset) % parties
            let isBusy = party < loops.count ? step(loops[party], duties[party]) : runOneDue()
            guard isBusy else { continue }
            state.withLock { $0.now += 3 }
            return true
        }
        return false
    }

    private func step(_ loop: EventLoop, _ duties: EventLoop.Duties) -> Bool {
        let mayBeReady = state.withLock { $0.mayBeReady[loop.index] }
        let looksFirst = mayBeReady && chance.happens(percent: 30)
        if !looksFirst, loop.take(.job, duties) {
            // It may have begun to watch a socket that has bytes already.
            state.withLock { $0.mayBeReady[loop.index] = true }
            return true
        }
        guard mayBeReady else { return false }
        if loop.take(.readiness, duties) { return true }
        state.withLock { $0.mayBeReady[loop.index] = false }
        return looksFirst && loop.take(.job, duties)
    }

    private func runOneDue() -> Bool {
        let work: (@Sendable () -> Void)? = state.withLock { state in
            let ripe = state.due.indices.filter { state.due[$0].at <= state.now }
            return ripe.isEmpty ? nil : state.due.remove(at: chance.pick(ripe)).work
        }
        work?()
        return work != nil
    }

    /// When the next timer or I/O job comes; nil when none is left.
    var nextDue: Int64? { state.withLock { $0.due.map(\.at).min() } }

    func advance(to moment: Int64) { state.withLock { $0.now = max($0.now, moment) } }

    /// From now on nothing repeats itself, so that a life can come to its end.
    func close() { state.withLock { $0.isClosing = true } }

    var isClosing: Bool { state.withLock { $0.isClosing } }

    /// Until nobody has anything to do any more; false when that does not come.
    func runUntilIdle(_ duties: [EventLoop.Duties], atMost turns: Int = 100_000) -> Bool {
        for _ in 0..<turns {
            if turn(duties) { continue }
            guard let next = nextDue else { return true }
            advance(to: next)
        }
        return false
    }
}
