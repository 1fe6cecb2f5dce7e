import Synchronization

/// Counts upwards from the start of the process. One a loop is cheapest: equal series are added when read.
package final class Counter: Sendable {
    private let total = Atomic<Int>(0)

    init() {}

    package func add(_ count: Int = 1) { total.wrappingAdd(count, ordering: .relaxed) }

    package var value: Int { total.load(ordering: .relaxed) }
}

/// A number that goes up and down.
package final class Gauge: Sendable {
    private let current = Atomic<Int>(0)

    init() {}

    package func add(_ count: Int) { current.wrappingAdd(count, ordering: .relaxed) }

    package func set(_ value: Int) { current.store(value, ordering: .relaxed) }

    package var value: Int { current.load(ordering: .relaxed) }
}

/// How long things took, in buckets.
package final class Histogram: Sendable {
    /// Inclusive upper ends, in microseconds, ascending.
    let bounds: [Int]
    /// One more than bounds: the last takes what is beyond them all.
    private let buckets: [Counter]
    private let sum = Counter()

    /// From what memory answers to what a person gives up on.
    package static let requestBounds = [
        50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 100_000, 500_000, 2_500_000, 10_000_000,
    ]

    init(bounds: [Int]) {
        precondition(zip(bounds, bounds.dropFirst()).allSatisfy(<), "bounds ascend")
        self.bounds = bounds
        buckets = (0...bounds.count).map { _ in Counter() }
    }

    package func record(microseconds: Int) {
        let place = bounds.firstIndex { microseconds <= $0 } ?? bounds.count
        buckets[place].add()
        sum.add(microseconds)
    }

    /// How many fell in each bucket, not cumulated, and the sum of all in microseconds.
    package var reading: (counts: [Int], sum: Int) { (buckets.map(\.value), sum.value) }
}
