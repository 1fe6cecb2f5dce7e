/// Why no date pattern could be found out from a column.
package enum DateDetectionRefusal: Error, Equatable, Sendable {
    case noValues
    /// The index of the first value that no pattern reads that also reads those before it.
    case noPattern(index: Int)
    /// All values could be read day first and month first.
    case ambiguous(first: String, second: String)

    package var explanation: String {
        switch self {
        case .noValues: "The column has no dates."
        case .noPattern: "The dates of the column are not spelled alike, or not in a known way."
        case .ambiguous(let first, let second):
            "The dates could be \(first) or \(second). Choose one of them; nothing is guessed."
        }
    }
}

extension DatePattern {
    private static let candidates = [
        "yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd", "M/d/yyyy", "d/M/yyyy", "M-d-yyyy", "d-M-yyyy", "M.d.yyyy",
        "d.M.yyyy", "M/d/yy", "d/M/yy", "M-d-yy", "d-M-yy", "M.d.yy", "d.M.yy",
    ].compactMap { DatePattern($0) }

    /// The one pattern that reads all values of a column; values that are empty do not count.
    package static func detect(_ column: some Sequence<String>) throws(DateDetectionRefusal) -> DatePattern {
        var fitting = candidates
        var hasValues = false
        for (index, value) in column.enumerated() where value.utf8.contains(where: { $0 != ASCII.space }) {
            hasValues = true
            fitting.removeAll { (try? $0.parse(value)) == nil }
            guard !fitting.isEmpty else { throw .noPattern(index: index) }
        }
        guard hasValues else { throw .noValues }
        guard fitting.count == 1 else {
            throw .ambiguous(first: fitting[0].spelling, second: fitting[1].spelling)
        }
        return fitting[0]
    }
}
