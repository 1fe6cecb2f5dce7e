import Formats
import Staffing
import TimeRules

/// Weeks by lot: the same for the same seed.
struct Chance {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 | 1 }

    mutating func below(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state >> 33) % bound
    }

    /// Ordinary weeks and those in which clocks change, in both directions, at several places.
    private static let weeks: [(zone: String, week: String)] = [
        ("America/Los_Angeles", "2026-11-09"), ("America/Los_Angeles", "2026-03-02"),
        ("America/Los_Angeles", "2026-10-26"), ("America/St_Johns", "2026-03-02"),
        ("America/St_Johns", "2026-10-26"), ("America/Puerto_Rico", "2026-03-02"),
        ("America/Havana", "2026-03-02"), ("America/Havana", "2026-10-26"),
    ]

    /// Two to seven days, each a shift of one to three punches at any hour; some reach over midnight.
    mutating func time() throws -> WorkedTime { try named().time }

    /// The same with the name of its zone and its first day.
    mutating func named() throws -> (zone: String, week: String, time: WorkedTime) {
        let (name, first) = Self.weeks[below(Self.weeks.count)]
        let zone = try Zones.rules(name)
        let week = Day(number: CivilText.date(first)?.days ?? 0)
        var sheet: [WorkedDay] = []
        var free: Int64 = .min
        for offset in 0..<7 where sheet.count + 7 - offset <= 2 || below(5) > 0 {
            let day = week.adding(days: offset)
            var at = max(free, zone.start(of: CivilDate(days: day.number)) + Int64(below(24 * 60)) * 60)
            var punches: [Punch] = []
            for _ in 0..<1 + below(3) {
                let end = at + Int64(30 + below(420)) * 60
                punches.append(Punch(start: moment(at), end: moment(end)))
                at = end + Int64(below(150)) * 60
            }
            free = at
            guard
                CivilDate(localSeconds: zone.localSeconds(atUTC: punches[0].start.seconds)).days == day.number
            else { continue }
            sheet.append(worked(day, punches))
        }
        if sheet.isEmpty {
            sheet = [WorkedDay(day: week, hours: HoursByType(regular: 600))]
        }
        return (name, first, WorkedTime(week: week, zone: zone, sheet: sheet))
    }

    func worked(_ day: Day, _ punches: [Punch]) -> WorkedDay {
        let minutes = punches.reduce(0) { $0 + Int($1.end.seconds - $1.start.seconds) / 60 }
        return WorkedDay(day: day, hours: HoursByType(regular: minutes), punches: punches)
    }

    mutating func shuffled<Element>(_ list: [Element]) -> [Element] {
        var list = list
        for place in list.indices.reversed() { list.swapAt(place, below(place + 1)) }
        return list
    }

    /// Each punch in two, at any second of it.
    mutating func cut(_ punches: [Punch]) -> [Punch] {
        punches.flatMap { punch in
            let seconds = Int(punch.end.seconds - punch.start.seconds)
            let middle = punch.start.adding(seconds: Int64(1 + below(seconds - 1)))
            return [Punch(start: punch.start, end: middle), Punch(start: middle, end: punch.end)]
        }
    }

    /// The same day with its last punch ended earlier.
    mutating func shortened(_ worked: WorkedDay) -> WorkedDay {
        guard let last = worked.punches.last else {
            return WorkedDay(day: worked.day, hours: HoursByType(regular: worked.hours.total / 2))
        }
        let minutes = Int(last.end.seconds - last.start.seconds) / 60
        let end = last.start.adding(seconds: Int64(1 + below(minutes)) * 60)
        return self.worked(worked.day, worked.punches.dropLast() + [Punch(start: last.start, end: end)])
    }

    private func moment(_ seconds: Int64) -> Moment { Moment(microseconds: 0).adding(seconds: seconds) }
}
