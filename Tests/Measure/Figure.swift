import CHeap

/// One measured thing: the median of several runs, with the smallest and the largest beside it.
struct Figure {
    let what: String
    let unit: String
    let values: [Double]

    var json: String {
        let sorted = values.sorted()
        guard let smallest = sorted.first, let largest = sorted.last else { return "{}" }
        let numbers = [("median", sorted[sorted.count / 2]), ("smallest", smallest), ("largest", largest)]
        let texts = numbers.map { "\"\($0.0)\": \(Self.short($0.1))" }.joined(separator: ", ")
        return "{\"what\": \"\(what)\", \"unit\": \"\(unit)\", \(texts), \"runs\": \(values.count)}"
    }

    /// Three decimals are more than any of the figures is worth.
    private static func short(_ value: Double) -> Double { (value * 1_000).rounded() / 1_000 }
}

/// Durations by the clock that never jumps, and by what the processor did for this process.
struct Stopwatch {
    private let start = ContinuousClock.now
    private let work = processor_microseconds()

    var workMilliseconds: Double { Double(processor_microseconds() - work) / 1_000 }

    var milliseconds: Double {
        let parts = (ContinuousClock.now - start).components
        return Double(parts.seconds) * 1_000 + Double(parts.attoseconds) / 1e15
    }
}
