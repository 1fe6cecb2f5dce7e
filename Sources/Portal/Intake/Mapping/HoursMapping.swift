package import Formats

/// How one client's export of hours is read: what is declared here is never guessed from the file.
package struct HoursMapping: Sendable, Equatable {
    package let layout: Layout
    /// Nothing means: the one that splits the header into the mapped columns.
    package let delimiter: CSVDelimiter?
    package let decimal: DecimalConvention
    /// Nothing means: the one pattern that reads all dates of the file.
    package let dates: DatePattern?
    /// Words that mark a row of totals, in small letters.
    let totals: Set<String>
    let longDayMinutes: Int
    let shiftGapMinutes: Int
    let longestPairMinutes: Int
    /// The header of each field's column, as the mapping spells it.
    let columns: [HoursField: String]
    let payCodes: [String: PayCode]

    package enum Layout: String, CaseIterable, Sendable {
        /// A row is one worker, day and pay code.
        case days
        /// A row is one worker and week.
        case weeks
        /// A row is a pair of punches.
        case punches
    }

    enum PayCode: String, CaseIterable, Sendable {
        case regular, overtime, doubletime, ignored
    }

    /// Whether the export says itself which hours are overtime.
    var splitsOvertime: Bool {
        switch layout {
        case .days:
            columns[.payCode] != nil && payCodes.values.contains { $0 == .overtime || $0 == .doubletime }
        case .weeks: columns[.overtime] != nil || columns[.doubletime] != nil
        case .punches: false
        }
    }

    /// What `dates = auto` chooses from.
    static let patterns = ["yyyy-MM-dd", "MM/dd/yyyy", "dd/MM/yyyy", "dd.MM.yyyy"].compactMap {
        DatePattern($0)
    }
}

/// What a column can hold; the raw value is the key in the mapping's `[columns]`.
enum HoursField: String, CaseIterable, Sendable {
    case employee, worker, worksite, date, hours
    case payCode = "pay_code"
    case weekEnding = "week_ending"
    case monday = "mon"
    case tuesday = "tue"
    case wednesday = "wed"
    case thursday = "thu"
    case friday = "fri"
    case saturday = "sat"
    case sunday = "sun"
    case overtime, doubletime, total
    case punchIn = "punch_in"
    case punchOut = "punch_out"

    /// Monday first.
    static let weekdays: [HoursField] = [
        .monday, .tuesday, .wednesday, .thursday, .friday, .saturday, .sunday,
    ]
}

extension HoursMapping.Layout {
    var required: [HoursField] {
        switch self {
        case .days: [.employee, .worksite, .date, .hours]
        case .weeks: [.employee, .worksite, .weekEnding] + HoursField.weekdays
        case .punches: [.employee, .worksite, .date, .punchIn, .punchOut]
        }
    }

    var optional: [HoursField] {
        switch self {
        case .days: [.worker, .payCode]
        case .weeks: [.worker, .overtime, .doubletime, .total]
        case .punches: [.worker, .hours]
        }
    }

    /// The column that holds a row's date.
    var dateField: HoursField {
        switch self {
        case .days, .punches: .date
        case .weeks: .weekEnding
        }
    }

    /// Keys before the first section that this layout knows beside those that all know.
    var ownKeys: [String] {
        switch self {
        case .days, .weeks: []
        case .punches: ["times", "shift_gap_minutes", "longest_pair_hours"]
        }
    }
}
