/// How often something may be tried: `burst` times at once, and once more every `refillSeconds`.
package struct Budget: Hashable, Sendable {
    package let burst: Int64
    package let refillSeconds: Int64

    package init(burst: Int64, refillSeconds: Int64) {
        self.burst = burst
        self.refillSeconds = refillSeconds
    }
}

/// Many meters of one budget, a number each (the generic cell rate algorithm): the time at which it is
/// full again. Times are steady microseconds.
struct Meters {
    private let refill: Int64
    private let burst: Int64
    private let capacity: Int
    private var fullAt: [UInt64: Int64] = [:]
    private var sweptAt = Int64.min

    private static let sweepEvery: Int64 = 1_000_000

    init(_ budget: Budget, capacity: Int) {
        refill = budget.refillSeconds * 1_000_000
        burst = budget.burst
        self.capacity = capacity
    }

    var count: Int { fullAt.count }

    /// Microseconds until one more try is allowed; zero when it is allowed now.
    mutating func wait(_ key: UInt64, at now: Int64) -> Int64 {
        guard let full = fullAt[key] else { return hasRoom(at: now) ? 0 : refill }
        return max(0, full - (burst - 1) * refill - now)
    }

    mutating func charge(_ key: UInt64, at now: Int64) {
        fullAt[key] = max(fullAt[key] ?? now, now) + refill
    }

    mutating func giveBack(_ key: UInt64) { fullAt[key]? -= refill }

    /// Forgets those that are full again, once a second at most: with every place taken, strangers wait.
    private mutating func hasRoom(at now: Int64) -> Bool {
        if fullAt.count < capacity { return true }
        if sweptAt <= now - Self.sweepEvery {
            sweptAt = now
            fullAt = fullAt.filter { $0.value > now }
        }
        return fullAt.count < capacity
    }
}
