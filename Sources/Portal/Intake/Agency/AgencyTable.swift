import Formats
import Staffing
import TimeRules

/// One of the agency's CSV files, read strictly: comma, `yyyy-MM-dd`, decimal point.
struct AgencyTable {
    let name: String
    private let columns: [String: Int]
    private let cut: [CSVRow]

    /// `optional`: columns that may be missing, and are empty then.
    init(
        _ name: String, _ bytes: [UInt8], columns wanted: [String], optional: [String] = []
    ) throws(AgencyFileRefusal) {
        self.name = name
        do throws(CSVRefusal) {
            var reader = try CSVReader(bytes, delimiter: .comma)
            cut = try reader.rows()
        } catch {
            throw AgencyFileRefusal(file: name, line: 1, reason: .unreadable(error))
        }
        let header = (cut.first?.fields ?? []).map(\.asHeader)
        var columns: [String: Int] = [:]
        for column in wanted {
            guard let place = header.firstIndex(of: column) else {
                throw AgencyFileRefusal(file: name, line: 1, reason: .columnMissing(column))
            }
            columns[column] = place
        }
        for column in optional { columns[column] = header.firstIndex(of: column) }
        self.columns = columns
    }

    var rows: [Row] { cut.dropFirst().map { Row(file: name, columns: columns, cut: $0) } }

    /// A row that knows where it stands.
    struct Row {
        fileprivate let file: String
        fileprivate let columns: [String: Int]
        fileprivate let cut: CSVRow

        init(file: String, columns: [String: Int], cut: CSVRow) {
            (self.file, self.columns, self.cut) = (file, columns, cut)
        }

        var place: FilePlace { FilePlace(file: file, line: cut.line) }

        subscript(column: String) -> String {
            guard let index = columns[column], index < cut.fields.count else { return "" }
            return cut.fields[index].trimmed
        }
    }
}

/// A line of a file.
package struct FilePlace: Hashable, Sendable {
    package let file: String
    package let line: Int

    func refusal(_ reason: AgencyFileRefusal.Reason) -> AgencyFileRefusal {
        AgencyFileRefusal(file: file, line: line, reason: reason)
    }
}

extension AgencyTable.Row {
    func text(_ column: String) throws(AgencyFileRefusal) -> String {
        guard !self[column].isEmpty else { throw place.refusal(.valueMissing(column)) }
        return self[column]
    }

    func bad(_ column: String, _ allowed: String) -> AgencyFileRefusal {
        place.refusal(.badValue(column, value: self[column], allowed: allowed))
    }

    func choice<Value>(_ column: String, _ choices: [(String, Value)]) throws(AgencyFileRefusal) -> Value {
        let value = self[column]
        guard let chosen = choices.first(where: { $0.0 == value }) else {
            throw bad(column, choices.map(\.0).joined(separator: ", "))
        }
        return chosen.1
    }

    func day(_ column: String) throws(AgencyFileRefusal) -> Day {
        guard let day = Day(iso: self[column]) else { throw bad(column, "a date as yyyy-MM-dd") }
        return day
    }

    func days() throws(AgencyFileRefusal) -> DayRange {
        let range = DayRange(
            from: try day("from"), through: self["through"].isEmpty ? nil : try day("through"))
        guard !range.isBackward else { throw bad("through", "a date that is not before from") }
        return range
    }

    /// Hundredths of a number with a decimal point: cents, or hundredths of an hour.
    func hundredths(_ column: String) throws(AgencyFileRefusal) -> Int64 {
        guard let number = try? DecimalConvention.point.parse(self[column], scale: 2), number >= 0 else {
            throw bad(column, "a number such as 37.50")
        }
        return number
    }

    func rate(_ column: String) throws(AgencyFileRefusal) -> HourlyRate {
        let cents = try hundredths(column)
        guard (1...HourlyRate.highest).contains(cents) else { throw bad(column, "an amount such as 29.12") }
        return HourlyRate(minorUnits: cents)
    }

    /// A rule pack by its name, or nothing where the cell is empty.
    func overtimeRules() throws(AgencyFileRefusal) -> String? {
        let column = "overtime_rules"
        if self[column].isEmpty { return nil }
        return try choice(column, RulePacks.current.map { ($0.id, $0.id) })
    }

    /// `en-US`, `fr-CA`: the region does not matter yet.
    func language(_ column: String) throws(AgencyFileRefusal) -> Language {
        let start = self[column].split(separator: "-").first.map(String.init) ?? ""
        guard let language = Language(rawValue: start) else {
            throw bad(column, "a language such as en-US, fr-CA or es-US")
        }
        return language
    }
}
