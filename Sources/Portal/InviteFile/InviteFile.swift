package import Formats
import Staffing

/// A file of people, cut into rows whose cells are found by their column. Nothing is understood yet.
///
/// Columns that are not ours are a refusal: a last day under a misspelled name would be no last day.
package struct InviteFile: Sendable {
    static let mostRows = 5_000
    static let mostBytes = 2 << 20

    let delimiter: CSVDelimiter
    let rows: [Row]
    /// How the file spells its dates.
    let dates: DatePattern

    package enum Column: String, CaseIterable, Sendable {
        case name, email, language, role, place, from, until
        /// What a return file says of its rows; nobody reads it here.
        case reason

        static let needed: [Column] = [.name, .email, .role, .place]
    }

    struct Row: Sendable {
        /// In the file, counted from 1.
        let line: Int
        fileprivate let cells: [Column: String]

        subscript(column: Column) -> String { cells[column]?.trimmed ?? "" }
    }

    init(_ bytes: [UInt8]) throws(InviteFileRefusal) {
        let limits = CSVLimits(bytes: Self.mostBytes, rows: Self.mostRows + 1, columns: 32)
        var cut: [CSVRow]
        do throws(CSVRefusal) {
            var reader = try CSVReader(bytes, limits: limits)
            delimiter = reader.delimiter
            cut = try reader.rows()
        } catch {
            throw .unreadable(error)
        }
        guard !cut.isEmpty else { throw .empty }
        let columns = try Self.columns(cut.removeFirst().fields)
        rows = cut.filter { row in !row.fields.allSatisfy(\.trimmed.isEmpty) }.map { row in
            let cells = zip(columns, row.fields).map { ($0, $1) }
            return Row(line: row.line, cells: Dictionary(cells) { first, _ in first })
        }
        guard !rows.isEmpty else { throw .empty }
        dates = try Self.dates(rows)
    }

    private static func columns(_ header: [String]) throws(InviteFileRefusal) -> [Column] {
        var columns: [Column] = []
        for name in header {
            guard let column = Column(rawValue: name.asHeader) else { throw .strangeColumn(name.trimmed) }
            guard !columns.contains(column) else { throw .columnTwice(name.trimmed) }
            columns.append(column)
        }
        for column in Column.needed where !columns.contains(column) {
            throw .columnMissing(column.rawValue)
        }
        return columns
    }

    /// The one spelling that reads whatever any reads; two that do are a refusal, never a guess. A cell that
    /// none reads is refused with its row.
    private static func dates(_ rows: [Row]) throws(InviteFileRefusal) -> DatePattern {
        var fitting = patterns
        for row in rows {
            for cell in [row[.from], row[.until]] where !cell.isEmpty {
                let readers = patterns.filter { (try? $0.parse(cell)) != nil }
                if !readers.isEmpty { fitting.removeAll { !readers.contains($0) } }
            }
        }
        guard fitting.count < patterns.count else { return .iso }
        guard let pattern = fitting.first else { throw .mixedDates }
        guard fitting.count == 1 else { throw .ambiguousDates }
        return pattern
    }

    /// What spreadsheets make of a date.
    private static let patterns =
        [DatePattern.iso] + ["M/d/yyyy", "d/M/yyyy", "d.M.yyyy"].compactMap { DatePattern($0) }
}

/// Why a whole file is refused: nothing of it is taken.
package enum InviteFileRefusal: Error, Equatable, Sendable {
    case unreadable(CSVRefusal)
    case empty
    case strangeColumn(String)
    case columnTwice(String)
    case columnMissing(String)
    /// All dates can be read day first and month first.
    case ambiguousDates
    case mixedDates
}
