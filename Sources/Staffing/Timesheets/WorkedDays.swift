/// The days of one sheet, small: most hold regular minutes and nothing else, and stand side by side.
struct WorkedDays: Hashable, Sendable {
    /// The regular minutes of each day from the first of the week; `absent` where the sheet lists none.
    private var regular = SIMD8<UInt16>(repeating: absent)
    /// All days as they came, where one of them holds more than that.
    private var whole: [WorkedDay]?

    private static let absent = UInt16.max
    private static let daysPerWeek = 7

    init(_ days: [WorkedDay], in week: Day) {
        var previous = -1
        for worked in days {
            let place = week.days(until: worked.day)
            let hours = worked.hours
            guard (0..<Self.daysPerWeek).contains(place), place > previous, worked.punches.isEmpty,
                hours.overtime == 0, hours.doubleTime == 0, (0..<Int(Self.absent)).contains(hours.regular)
            else {
                regular = SIMD8(repeating: Self.absent)
                whole = days
                return
            }
            regular[place] = UInt16(hours.regular)
            previous = place
        }
    }

    func days(in week: Day) -> [WorkedDay] {
        if let whole { return whole }
        var days: [WorkedDay] = []
        days.reserveCapacity(Self.daysPerWeek)
        for place in 0..<Self.daysPerWeek where regular[place] != Self.absent {
            let hours = HoursByType(regular: Int(regular[place]))
            days.append(WorkedDay(day: week.adding(days: place), hours: hours))
        }
        return days
    }

    var hours: HoursByType {
        if let whole { return whole.reduce(into: HoursByType()) { $0.add($1.hours) } }
        var minutes = 0
        for place in 0..<Self.daysPerWeek where regular[place] != Self.absent {
            minutes += Int(regular[place])
        }
        return HoursByType(regular: minutes)
    }
}
