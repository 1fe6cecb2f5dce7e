/// Finds out which delimiter a file uses, by reading its first rows with each of them.
struct CSVSniffer {
    /// More rows than this do not make the answer surer.
    static let sampledRows = 20

    private let bytes: [UInt8]
    private let limits: CSVLimits

    init(_ bytes: [UInt8], _ limits: CSVLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    /// The delimiter that cuts all sampled rows into equally many fields. Two that do it equally well are a
    /// refusal; where none does, the header row decides.
    func delimiter() throws(CSVRefusal) -> CSVDelimiter {
        let readings = CSVDelimiter.allCases.map(read).filter { $0.columns.max() ?? 0 > 1 }
        guard !readings.isEmpty else { return .comma }
        let even = readings.filter { Set($0.columns).count == 1 }
        return try best(even.isEmpty ? readings : even)
    }

    private struct Reading {
        let delimiter: CSVDelimiter
        let columns: [Int]
        /// Rows first: a wrong delimiter often fails at the first quoted field.
        var rank: (Int, Int) { (columns.count, columns.first ?? 0) }
    }

    private func read(_ delimiter: CSVDelimiter) -> Reading {
        var reader = CSVReader(checked: bytes, delimiter, limits)
        var columns: [Int] = []
        // A fault ends the sample here and is reported when the file is read in earnest.
        while columns.count < Self.sampledRows, let row = try? reader.next() {
            columns.append(row.fields.count)
        }
        return Reading(delimiter: delimiter, columns: columns)
    }

    private func best(_ readings: [Reading]) throws(CSVRefusal) -> CSVDelimiter {
        let sorted = readings.sorted { $0.rank > $1.rank }
        guard sorted.count == 1 || sorted[0].rank > sorted[1].rank else { throw .ambiguousDelimiter }
        return sorted[0].delimiter
    }
}
