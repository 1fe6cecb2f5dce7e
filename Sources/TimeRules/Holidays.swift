package import Formats
package import Staffing

/// The days on which a jurisdiction rests by law, for any year; pure arithmetic.
///
/// United States: 5 U.S.C. 6103(a), with the observed day of 6103(b) and Executive Order 11582. British
/// Columbia: Employment Standards Act, s. 1 "statutory holiday". Alberta: Employment Standards Code, s. 25.
/// Ontario: Employment Standards Act, 2000, s. 1(1) "public holiday". Quebec: Act respecting labour
/// standards, s. 60, and National Holiday Act. Where the law leaves a choice (Good Friday or Easter Monday in
/// Quebec) it is the first; what a worksite does otherwise is entered there as a day of its own.
package enum Holidays {
    package static func isHoliday(_ day: Day, in jurisdiction: String) -> Bool {
        let date = CivilDate(days: day.number)
        // New Year's Day on a Saturday is observed in the year before.
        let years = date.month == 12 ? [date.year, date.year + 1] : [date.year]
        return years.contains { days(in: jurisdiction, year: $0).contains(date) }
    }

    /// In order. None where the law of a place is not known here.
    package static func days(in jurisdiction: String, year: Int) -> [CivilDate] {
        let found: [CivilDate]? =
            switch jurisdiction {
            case "CA-BC": britishColumbia(year)
            case "CA-AB": alberta(year)
            case "CA-ON": ontario(year)
            case "CA-QC": quebec(year)
            default: jurisdiction.hasPrefix("US-") ? unitedStates(year) : nil
            }
        return (found ?? []).sorted()
    }

    private static func unitedStates(_ year: Int) -> [CivilDate] {
        let fixed = [(1, 1), (6, 19), (7, 4), (11, 11), (12, 25)].compactMap { month, day in
            CivilDate(year: year, month: month, day: day).map(observed)
        }
        let moving = [
            nth(3, .monday, 1, year), nth(3, .monday, 2, year), last(.monday, 5, year),
            nth(1, .monday, 9, year), nth(2, .monday, 10, year), nth(4, .thursday, 11, year),
        ]
        return fixed + moving
    }

    /// Saturday is kept on Friday, Sunday on Monday.
    private static func observed(_ date: CivilDate) -> CivilDate {
        switch date.weekday {
        case .saturday: date.adding(days: -1)
        case .sunday: date.adding(days: 1)
        case .monday, .tuesday, .wednesday, .thursday, .friday: date
        }
    }

    private static func britishColumbia(_ year: Int) -> [CivilDate] {
        common(year) + [
            nth(3, .monday, 2, year), nth(1, .monday, 8, year), on(9, 30, year), on(11, 11, year),
        ]
    }

    private static func alberta(_ year: Int) -> [CivilDate] {
        common(year) + [nth(3, .monday, 2, year), on(11, 11, year)]
    }

    private static func ontario(_ year: Int) -> [CivilDate] {
        common(year) + [nth(3, .monday, 2, year), on(12, 26, year)]
    }

    private static func quebec(_ year: Int) -> [CivilDate] {
        let nationalHoliday = on(6, 24, year)
        return common(year).map { $0 == on(7, 1, year) ? canadaDayOfQuebec(year) : $0 } + [nationalHoliday]
    }

    /// 2 July where 1 July is a Sunday.
    private static func canadaDayOfQuebec(_ year: Int) -> CivilDate {
        let day = on(7, 1, year)
        return day.weekday == .sunday ? day.adding(days: 1) : day
    }

    /// New Year's Day, Good Friday, the Monday before 25 May, Canada Day, Labour Day, Thanksgiving,
    /// Christmas Day.
    private static func common(_ year: Int) -> [CivilDate] {
        [
            on(1, 1, year), easter(year).adding(days: -2), mondayBefore25May(year), on(7, 1, year),
            nth(1, .monday, 9, year), nth(2, .monday, 10, year), on(12, 25, year),
        ]
    }

    private static func mondayBefore25May(_ year: Int) -> CivilDate {
        on(5, 24, year).onOrBefore(.monday)
    }
}

extension Holidays {
    /// A date that every year has.
    private static func on(_ month: Int, _ day: Int, _ year: Int) -> CivilDate {
        CivilDate(year: year, month: month, day: day) ?? CivilDate(days: 0)
    }

    private static func nth(
        _ count: Int, _ weekday: Formats.Weekday, _ month: Int, _ year: Int
    ) -> CivilDate {
        on(month, 7, year).onOrBefore(weekday).adding(days: (count - 1) * 7)
    }

    private static func last(_ weekday: Formats.Weekday, _ month: Int, _ year: Int) -> CivilDate {
        on(month + 1, 1, year).adding(days: -1).onOrBefore(weekday)
    }

    /// Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876, in Meeus).
    static func easter(_ year: Int) -> CivilDate {
        let (golden, century, rest) = (year % 19, year / 100, year % 100)
        let skipped = century / 4 + (century - (century + 8) / 25 + 1) / 3
        let correction = (century - skipped + 19 * golden + 15) % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - correction - rest % 4) % 7
        let shift = (golden + 11 * correction + 22 * weekday) / 451
        let sum = correction + weekday - 7 * shift + 114
        return on(sum / 31, sum % 31 + 1, year)
    }
}

extension WorksiteTime {
    /// By the holidays above and the clocks of tzdata; an unknown zone counts as UTC. A time that the clocks
    /// skip is the moment at which they were set forward, one that they show twice is the first.
    package init(zones: @escaping @Sendable (String) -> TimeZoneRules?) {
        self.init(
            isHoliday: { Holidays.isHoliday($1, in: $0) },
            instant: { day, minute, zone in
                let local = CivilDate(days: day.number).localSeconds + Int64(minute) * 60
                let seconds: Int64 =
                    switch zones(zone)?.instants(ofLocal: local) ?? .unique(local) {
                    case .unique(let instant), .ambiguous(let instant, _), .skipped(let instant): instant
                    }
                return Moment(microseconds: 0).adding(seconds: seconds)
            },
            local: { moment, zone in
                let seconds = zones(zone)?.localSeconds(atUTC: moment.seconds) ?? moment.seconds
                let date = CivilDate(localSeconds: seconds)
                return (Day(number: date.days), Int((seconds - date.localSeconds) / 60))
            })
    }
}
