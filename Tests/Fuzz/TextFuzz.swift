import Formats

/// CSV: what is read can be written, and is then read as the same rows, but for the guard against formulas.
enum CSVFuzz {
    @Sendable static func check(_ bytes: [UInt8]) {
        guard var reader = try? CSVReader(bytes), let rows = try? reader.rows() else { return }
        for delimiter in CSVDelimiter.allCases {
            var writer = CSVWriter(delimiter: delimiter)
            for row in rows { writer.row(row.fields) }
            guard var second = try? CSVReader(writer.bytes, delimiter: delimiter),
                let again = try? second.rows()
            else { return Fuzz.demand(isLarge(rows), "not read again") }
            Fuzz.demand(again.count == rows.count, "\(rows.count) rows became \(again.count)")
            for (row, other) in zip(rows, again) {
                Fuzz.demand(
                    row.fields.elementsEqual(other.fields) { isSame($0, $1) || isSame("'" + $0, $1) },
                    "\(row.fields) became \(other.fields)")
            }
        }
    }

    /// To the byte: as texts, a letter and its accent equal the letter that has one.
    private static func isSame(_ one: String, _ other: String) -> Bool { one.utf8.elementsEqual(other.utf8) }

    /// A guarded field of the greatest length is longer than one may be.
    private static func isLarge(_ rows: [CSVRow]) -> Bool {
        rows.contains { $0.fields.contains { $0.utf8.count >= CSVLimits().fieldBytes } }
    }
}

/// JSON: what is read can be written, and is then the same value; strict reading is a part of lenient reading.
enum JSONFuzz {
    @Sendable static func check(_ bytes: [UInt8]) {
        let lenient = try? JSONReader.read(bytes, limits: JSONLimits(permitsRepeatedNames: true))
        guard let value = try? JSONReader.read(bytes) else { return }
        Fuzz.demand(lenient == value, "leniency changes the value")
        var written: [UInt8] = []
        value.write(into: &written)
        // An escape may take six bytes where one stood.
        let limits = JSONLimits(bytes: max(written.count, 1))
        Fuzz.demand((try? JSONReader.read(written, limits: limits)) == value, "another value when written")
        Fuzz.demand(!written.contains(UInt8(ascii: "<")), "a script element could be closed by it")
    }
}
