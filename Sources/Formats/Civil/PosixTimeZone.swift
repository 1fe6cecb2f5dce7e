/// The rule after the last listed transition, from a text such as `EST5EDT,M3.2.0,M11.1.0`
/// (POSIX TZ, extended by RFC 9636, section 3.3.1).
struct PosixTimeZone: Sendable {
    static let longestText = 128
    static let longestName = 16

    struct Daylight: Sendable {
        let setting: TimeZoneRules.Setting
        let start: PosixChange
        let end: PosixChange
    }

    let standard: TimeZoneRules.Setting
    let daylight: Daylight?

    func setting(atUTC instant: Int64) -> TimeZoneRules.Setting {
        transitions(around: instant, instant).last { $0.instant <= instant }?.setting ?? standard
    }

    /// All changes of the years in which the instants fall and of their neighbours, in order.
    func transitions(around start: Int64, _ end: Int64) -> [TimeZoneRules.Transition] {
        guard let daylight else { return [] }
        let years = (CivilDate(localSeconds: start).year - 1)...(CivilDate(localSeconds: end).year + 1)
        var changes: [TimeZoneRules.Transition] = []
        for year in years {
            let start = daylight.start.localSeconds(in: year) - Int64(standard.offset)
            let end = daylight.end.localSeconds(in: year) - Int64(daylight.setting.offset)
            changes.append(.init(instant: start, setting: daylight.setting))
            changes.append(.init(instant: end, setting: standard))
        }
        // Where daylight time ends in the instant in which it starts again, it lasts all year.
        return changes.sorted {
            ($0.instant, $0.setting.isDaylight ? 1 : 0) < ($1.instant, $1.setting.isDaylight ? 1 : 0)
        }
    }
}

/// A day of each year and a time of that day, which may lie outside of it.
struct PosixChange: Sendable {
    enum Day: Sendable {
        /// `J60`: the 60th day, where 29 February is never counted.
        case withoutLeapDay(Int)
        /// `59`: the day after so many days of the year.
        case sinceNewYear(Int)
        /// `M3.2.0`: the second Sunday of March; week 5 is the last.
        case weekday(month: Int, week: Int, weekday: Int)
    }
    let day: Day
    let seconds: Int

    func localSeconds(in year: Int) -> Int64 { Int64(days(in: year)) * 86_400 + Int64(seconds) }

    private func days(in year: Int) -> Int {
        let newYear = Int(CivilDate.days(year, 1, 1))
        switch day {
        case .withoutLeapDay(let number):
            return newYear + number - (CivilDate.isLeap(year) && number >= 60 ? 0 : 1)
        case .sinceNewYear(let number): return newYear + number
        case .weekday(let month, let week, let weekday):
            let first = CivilDate(days: CivilDate.days(year, month, 1))
            // ISO numbers Sunday 7 where POSIX has 0.
            let wait = (weekday - first.weekday.rawValue % 7 + 7) % 7
            let length = CivilDate.length(ofMonth: month, year: year)
            let last = wait + 7 * (week - 1)
            return Int(first.days) + (last < length ? last : last - 7)
        }
    }
}
