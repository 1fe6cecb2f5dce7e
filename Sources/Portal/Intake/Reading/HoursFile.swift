import Formats
import Staffing

/// An export, cut into rows whose cells are found by what they hold. Nothing is understood yet.
struct HoursFile: Sendable {
    let delimiter: CSVDelimiter
    let header: [String]
    /// Every line behind the header, empty ones too, in the order of the file.
    let rows: [HoursRow]
    let dates: DatePattern

    /// Beyond this many lines a file is refused.
    static let mostLines = CSVLimits().rows

    init(_ bytes: [UInt8], _ mapping: HoursMapping) throws(FileRefusal) {
        delimiter =
            if let stated = mapping.delimiter { stated } else { try Self.chosenDelimiter(bytes, mapping) }
        let read = try Self.rows(of: bytes, delimiter)
        guard let first = read.first else { throw .empty }
        header = first.fields
        let plan = try ColumnPlan(header: header, mapping)
        let lines = try Self.withBlankLines(read, through: Self.lineCount(of: bytes))
        rows = lines.dropFirst(first.line).map { HoursRow(line: $0.line, fields: $0.fields, plan: plan) }
        guard rows.contains(where: { !$0.isBlank }) else { throw .noRows }
        dates =
            if let stated = mapping.dates { stated } else { try Self.detectDates(rows, mapping) }
    }

    /// The delimiter that splits the header into all mapped columns.
    private static func chosenDelimiter(
        _ bytes: [UInt8], _ mapping: HoursMapping
    ) throws(FileRefusal) -> CSVDelimiter {
        var fault: FileRefusal?
        for delimiter in [CSVDelimiter.comma, .semicolon, .tab] {
            do throws(FileRefusal) {
                _ = try ColumnPlan(header: header(of: bytes, delimiter), mapping)
                return delimiter
            } catch {
                fault = fault ?? error
            }
        }
        throw fault ?? .empty
    }

    private static func header(
        of bytes: [UInt8], _ delimiter: CSVDelimiter
    ) throws(FileRefusal) -> [String] {
        do throws(CSVRefusal) {
            var reader = try CSVReader(bytes, delimiter: delimiter)
            if let first = try reader.next() { return first.fields }
        } catch {
            throw .unreadable(error)
        }
        throw .empty
    }

    private static func rows(
        of bytes: [UInt8], _ delimiter: CSVDelimiter
    ) throws(FileRefusal) -> [CSVRow] {
        do throws(CSVRefusal) {
            var reader = try CSVReader(bytes, delimiter: delimiter)
            return try reader.rows()
        } catch {
            throw .unreadable(error)
        }
    }

    /// Gives each line that the reader skipped a row without cells, so that it is counted and can be named.
    private static func withBlankLines(
        _ rows: [CSVRow], through last: Int
    ) throws(FileRefusal) -> [(line: Int, fields: [String])] {
        guard last <= mostLines else { throw .unreadable(.tooManyRows(limit: mostLines)) }
        var complete: [(line: Int, fields: [String])] = []
        var line = 1
        for row in rows {
            while line < row.line {
                complete.append((line, []))
                line += 1
            }
            complete.append((row.line, row.fields))
            line += 1 + row.fields.reduce(0) { $0 + lineEnds(in: $1.utf8) }
        }
        while line <= last {
            complete.append((line, []))
            line += 1
        }
        return complete
    }

    private static func lineCount(of bytes: [UInt8]) -> Int {
        let ends = lineEnds(in: bytes)
        let isClosed = bytes.last == UInt8(ascii: "\n") || bytes.last == UInt8(ascii: "\r")
        return isClosed ? ends : ends + 1
    }

    /// CRLF, LF and CR each end one line.
    private static func lineEnds(in bytes: some Sequence<UInt8>) -> Int {
        var ends = 0
        var previous: UInt8 = 0
        for byte in bytes {
            if byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n") && previous != UInt8(ascii: "\r") {
                ends += 1
            }
            previous = byte
        }
        return ends
    }
}

extension HoursFile {
    /// The one pattern that reads every date which any pattern reads; two that do are a refusal, never a
    /// guess.
    private static func detectDates(
        _ rows: [HoursRow], _ mapping: HoursMapping
    ) throws(FileRefusal) -> DatePattern {
        var fitting = HoursMapping.patterns
        var first: (line: Int, value: String)?
        for row in rows where !row.isBlank && !row.isTotals(mapping) {
            let value = row[mapping.layout.dateField].trimmed
            first = first ?? (row.line, value)
            let readers = HoursMapping.patterns.filter { (try? $0.parse(value)) != nil }
            if !readers.isEmpty { fitting.removeAll { !readers.contains($0) } }
        }
        guard let first else { throw .noRows }
        guard let pattern = fitting.first, fitting.count < HoursMapping.patterns.count else {
            throw .unknownDates(line: first.line, value: first.value)
        }
        guard fitting.count == 1 else {
            throw .ambiguousDates(
                line: first.line, first: pattern.spelling, second: fitting[1].spelling)
        }
        return pattern
    }
}
