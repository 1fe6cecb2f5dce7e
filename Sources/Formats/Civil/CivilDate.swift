/// A day of the Gregorian calendar, without time and place, kept as days since 1970-01-01.
package struct CivilDate: Hashable, Comparable, Sendable {
    /// The years that can be written and read.
    package static let years = 1...9999

    package let days: Int32

    package init(days: Int32) { self.days = days }

    /// Nil when the calendar has no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard Self.years ~= year, 1...12 ~= month, 1...Self.length(ofMonth: month, year: year) ~= day else {
            return nil
        }
        days = Self.days(year, month, day)
    }

    /// The day in which a local time falls, given in seconds since 1970-01-01T00:00 on the local clock.
    package init(localSeconds: Int64) {
        let (quotient, remainder) = localSeconds.quotientAndRemainder(dividingBy: 86_400)
        days = Int32(clamping: remainder < 0 ? quotient - 1 : quotient)
    }

    /// Midnight at the start of the day, as seconds since 1970-01-01T00:00 on the local clock.
    package var localSeconds: Int64 { Int64(days) * 86_400 }

    /// Days are counted from March of the year 0, so that a leap day is the last of its year
    /// (Howard Hinnant, "chrono-compatible low-level date algorithms").
    package var components: (year: Int, month: Int, day: Int) {
        let shifted = Int(days) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
            dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        )
    }
    package var year: Int { components.year }
    package var month: Int { components.month }
    package var day: Int { components.day }

    package var weekday: Weekday {
        // 1970-01-01 was a Thursday.
        let number = ((Int(days) + 3) % 7 + 7) % 7 + 1
        return Weekday(rawValue: number) ?? .monday
    }

    /// The day so many days later; stops at the end of what can be represented.
    package func adding(days count: Int) -> CivilDate {
        let (sum, overflow) = Int(days).addingReportingOverflow(count)
        return CivilDate(days: overflow ? (count < 0 ? .min : .max) : Int32(clamping: sum))
    }

    /// The latest such weekday that is not after this day: where a week starts.
    package func onOrBefore(_ weekday: Weekday) -> CivilDate {
        adding(days: -((self.weekday.rawValue - weekday.rawValue + 7) % 7))
    }

    package static func < (left: CivilDate, right: CivilDate) -> Bool { left.days < right.days }

    package static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    package static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The same count for any year, also beyond those that can be written.
    static func days(_ year: Int, _ month: Int, _ day: Int) -> Int32 {
        let marchYear = month <= 2 ? year - 1 : year
        let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int32(clamping: era * 146_097 + dayOfEra - 719_468)
    }
}

extension CivilDate: CustomStringConvertible {
    /// `2026-11-21` (ISO 8601). Years of five digits and years before 1 cannot be read back.
    package var iso: String {
        let (year, month, day) = components
        let digits = String(year.magnitude)
        let padded = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
        return (year < 0 ? "-" : "") + padded + "-" + twoDigits(month) + "-" + twoDigits(day)
    }
    package var description: String { iso }

    /// Reads `2026-11-21` and nothing else.
    package init?(iso text: String) {
        guard let date = try? DatePattern.iso.parse(text) else { return nil }
        self = date
    }
}
