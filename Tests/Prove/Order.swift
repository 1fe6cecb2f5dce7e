/// How much of a proof to run.
struct Order: Sendable {
    /// How often something is tried, where that is not given by its nature.
    private(set) var count: Int?
    private(set) var seeds: ClosedRange<UInt64> = 1...100
    /// A file to read, for proofs that need one.
    private(set) var input: String?

    /// Nothing for words that are not understood.
    init?(_ words: some Sequence<String>) {
        var words = words.makeIterator()
        while let word = words.next() {
            guard let value = words.next() else { return nil }
            switch word {
            case "--count":
                guard let number = Int(value), number > 0 else { return nil }
                count = number
            case "--seeds":
                guard let range = Self.range(value) else { return nil }
                seeds = range
            case "--input": input = value
            default: return nil
            }
        }
    }

    /// `7` or `1..20000`.
    private static func range(_ text: String) -> ClosedRange<UInt64>? {
        let ends = text.split(separator: ".", omittingEmptySubsequences: true).map { UInt64($0) }
        guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last
        else { return nil }
        return first...last
    }
}
