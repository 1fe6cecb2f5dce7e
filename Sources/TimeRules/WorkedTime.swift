package import Formats
package import Staffing

/// What is known of one worker's time around a workweek: the sheet that is to be split, and what other sheets
/// say of the same days.
package struct WorkedTime: Sendable {
    /// The first day of the workweek.
    package let week: Day
    /// The clocks of the worksite.
    package let zone: TimeZoneRules
    package let sheet: [WorkedDay]
    /// Work on sheets that came in before this one: it uses up limits first, whenever it was done. Otherwise
    /// a late sheet would change what an earlier one says, or nobody would say that its hours are over.
    package let earlier: [WorkedDay]
    /// Work on sheets that came in after it.
    package let later: [WorkedDay]
    /// How many paid rests somebody attests for a day; a day that is not named is not looked at.
    package let rests: [Day: Int]

    package init(
        week: Day, zone: TimeZoneRules, sheet: [WorkedDay], earlier: [WorkedDay] = [],
        later: [WorkedDay] = [], rests: [Day: Int] = [:]
    ) {
        self.week = week
        self.zone = zone
        self.sheet = sheet
        self.earlier = earlier
        self.later = later
        self.rests = rests
    }

    /// All work in the order of the clock, cut at every midnight of the worksite.
    func stretches() -> [Stretch] {
        let own = sheet.enumerated().flatMap { stretches(of: $1, .sheet(place: $0)) }
        let earlier = earlier.flatMap { stretches(of: $0, .earlier) }
        let later = later.flatMap { stretches(of: $0, .later) }
        return (earlier + own + later).sorted { $0.order < $1.order }
    }

    /// Punches where they account for the day's minutes. Otherwise the minutes are all that is known, and
    /// they are taken to begin with the day.
    private func stretches(of worked: WorkedDay, _ owner: Stretch.Owner) -> [Stretch] {
        let punched = worked.punches.reduce(0) { $0 + $1.seconds }
        if punched > 0, punched / 60 == Int64(worked.hours.total) {
            return worked.punches.flatMap { cut($0, owner) }
        }
        guard worked.hours.total > 0 else { return [] }
        let start = zone.start(of: worked.day.civil)
        return [
            Stretch(
                owner: owner, day: worked.day, start: start, seconds: Int64(worked.hours.total) * 60,
                isClocked: false)
        ]
    }

    private func cut(_ punch: Punch, _ owner: Stretch.Owner) -> [Stretch] {
        var stretches: [Stretch] = []
        var start = punch.start.seconds
        while start < punch.end.seconds {
            let date = CivilDate(localSeconds: zone.localSeconds(atUTC: start))
            let midnight = zone.start(of: date.adding(days: 1))
            // Clocks that are set back over midnight show the day before once more.
            let end = midnight > start ? min(midnight, punch.end.seconds) : punch.end.seconds
            stretches.append(
                Stretch(
                    owner: owner, day: Day(number: date.days), start: start, seconds: end - start,
                    isClocked: true))
            start = end
        }
        return stretches
    }
}

/// Uninterrupted work within one civil day.
struct Stretch: Hashable, Sendable {
    let owner: Owner
    let day: Day
    let start: Int64
    let seconds: Int64
    /// Whether punches say when it was.
    let isClocked: Bool

    enum Owner: Hashable, Sendable {
        case earlier
        /// The day's place on the sheet that is split.
        case sheet(place: Int)
        case later

        /// The order in which limits are used up.
        var rank: Int {
            switch self {
            case .earlier: 0
            case .sheet: 1
            case .later: 2
            }
        }
    }

    var end: Int64 { start + seconds }

    /// Its place on the sheet, or nothing where it belongs to another one.
    var place: Int? { if case .sheet(let place) = owner { place } else { nil } }

    /// Everything in it, so that the order in which days and punches come is no matter.
    fileprivate var order: (Int64, Int64, Int, Int) { (start, seconds, owner.rank, place ?? 0) }
}

extension Punch {
    fileprivate var seconds: Int64 { end.seconds - start.seconds }
}

extension Day {
    var civil: CivilDate { CivilDate(days: number) }
}
