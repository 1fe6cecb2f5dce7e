/// A civil date without a zone: the number of days since 1970-01-01 in the proleptic Gregorian calendar.
package struct Day: Hashable, Comparable, Sendable {
    package let number: Int32

    package init(number: Int32) { self.number = number }

    package static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    /// The years 1 to 9999, which ISO 8601 writes with four digits.
    package static let written = Day(number: -719_162)...Day(number: 2_932_896)

    package func adding(days: Int) -> Day { Day(number: number + Int32(clamping: days)) }

    package func days(until other: Day) -> Int { Int(other.number) - Int(number) }

    /// Monday is 0 and Sunday is 6; 1970-01-01 was a Thursday.
    package var weekday: Int {
        let shifted = (Int(number) + 3) % 7
        return shifted < 0 ? shifted + 7 : shifted
    }

    /// The first day of the workweek that holds this day.
    package func startOfWeek(startingOn first: Weekday) -> Day {
        let back = (weekday - first.rawValue + 7) % 7
        return adding(days: -back)
    }
}

package enum Weekday: Int, CaseIterable, Sendable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}

/// A span of days that may be open at its end; both ends belong to it.
package struct DayRange: Hashable, Sendable {
    package let from: Day
    package let through: Day?

    package init(from: Day, through: Day? = nil) {
        self.from = from
        self.through = through
    }

    package func contains(_ day: Day) -> Bool { day >= from && through.map { day <= $0 } ?? true }

    package var isBackward: Bool { through.map { $0 < from } ?? false }
}
