import Dispatch
import Locking
import Unix

/// Tries every number of a range, on all cores, and adds up what came of each.
func share<Count: Sendable>(
    _ range: Range<Int>, _ start: Count, _ add: @Sendable (inout Count, Count) -> Void,
    _ attempt: @Sendable (Int, inout Count) -> Void
) -> Count {
    let parts = max(1, ProcessFacts.cores)
    let sum = Lock(start)
    DispatchQueue.concurrentPerform(iterations: parts) { part in
        var own = start
        for number in stride(from: range.lowerBound + part, to: range.upperBound, by: parts) {
            attempt(number, &own)
        }
        let mine = own
        sum.withLock { add(&$0, mine) }
    }
    return sum.withLock { $0 }
}

/// What was tried and what was wrong.
struct Findings: Sendable {
    var tried = 0
    var wrong: [String] = []

    static let none = Findings()
    static let add: @Sendable (inout Findings, Findings) -> Void = { sum, part in
        sum.tried += part.tried
        sum.wrong += part.wrong
    }

    func tally(_ what: String, seeds: String = "") -> Tally {
        Tally(
            what: what, tried: tried, found: wrong.count, lost: wrong.count, seeds: seeds,
            failures: Array(wrong.prefix(20)))
    }
}
