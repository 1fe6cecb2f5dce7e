import Formats
import Staffing

/// Reads the cells that all layouts have alike.
struct RowReader {
    let mapping: HoursMapping
    let pattern: DatePattern
    /// The first day of the week that the file is for.
    let week: Day

    static let minutesPerDay = 24 * 60

    func isInWeek(_ day: Day) -> Bool { (0..<7).contains(week.days(until: day)) }

    func day(_ row: HoursRow, _ field: HoursField) throws(RowRefusal) -> Day {
        let value = row[field].trimmed
        guard let date = try? pattern.parse(value) else {
            throw .badDate(value: value, pattern: pattern.spelling)
        }
        return Day(number: date.days)
    }

    /// Minutes of a cell of hours. Stricter than a form: a sign of thousands, a blank or a third decimal
    /// means
    /// that the mapping and the file disagree.
    func minutes(_ row: HoursRow, _ field: HoursField) throws(RowRefusal) -> Int {
        let value = row[field]
        let bad = RowRefusal.badNumber(value: value, mark: mapping.decimal.mark == .point ? .point : .comma)
        let decimals = value.split(
            maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == "." || $0 == "," })
        guard !value.contains(where: \.isWhitespace), decimals.count < 2 || decimals[1].count <= 2,
            let hundredths = try? mapping.decimal.parse(value, scale: 2)
        else { throw bad }
        guard hundredths >= 0 else { throw .negativeHours(value: value) }
        guard hundredths <= Self.mostHundredths else { throw bad }
        return Int((hundredths * 3 + 2) / 5)
    }

    /// A thousand hours; a larger number is no number of hours of anything.
    private static let mostHundredths: Int64 = 100_000

    /// The same, where an empty cell says nothing.
    func optionalMinutes(_ row: HoursRow, _ field: HoursField) throws(RowRefusal) -> Int? {
        row[field].trimmed.isEmpty ? nil : try minutes(row, field)
    }
}
