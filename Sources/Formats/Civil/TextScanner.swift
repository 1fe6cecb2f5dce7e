/// Reads digits, letters and marks from a short text, forwards only.
struct TextScanner {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: some Sequence<UInt8>) { rest = ArraySlice(Array(bytes)) }

    var isAtEnd: Bool { rest.isEmpty }
    var peek: UInt8? { rest.first }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard let first = rest.first, UInt32(first) == scalar.value else { return false }
        rest.removeFirst()
        return true
    }

    /// A run of as many digits as `counts` permits; nil, and nothing is taken, when there are too few.
    mutating func number(digits counts: ClosedRange<Int>) -> Int? {
        let run = rest.prefix(counts.upperBound).prefix(while: ASCII.isDigit)
        guard run.count >= counts.lowerBound else { return nil }
        rest.removeFirst(run.count)
        return run.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    mutating func skip(while condition: (UInt8) -> Bool) -> [UInt8] {
        let run = rest.prefix(while: condition)
        rest.removeFirst(run.count)
        return Array(run)
    }
}
