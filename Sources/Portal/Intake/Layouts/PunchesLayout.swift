package import Formats
import Staffing

/// Gives the rules of an IANA zone, or nothing when the server has none.
package typealias ZoneFinder = @Sendable (String) -> TimeZoneRules?

/// A row is a pair of punches. Pairs that follow each other closely are one shift, and a shift counts on
/// the local
/// day on which it began, however late it ends.
struct PunchesLayout {
    let reader: RowReader
    let state: TenantState
    let zones: ZoneFinder
    private var rules: [String: TimeZoneRules] = [:]
    private var pairs: [PunchPair] = []

    init(_ reader: RowReader, _ state: TenantState, _ zones: @escaping ZoneFinder) {
        self.reader = reader
        self.state = state
        self.zones = zones
    }

    /// Keeps the pair until all rows are known: they need not come in order.
    mutating func read(_ matched: MatchedRow, index: Int) throws(RowRefusal) {
        let day = try reader.day(matched.row, .date)
        // A shift of the week may go on a day after it, and one of the week before may reach into its
        // first day.
        let offset = reader.week.days(until: day)
        guard (-1...7).contains(offset) else { throw .wrongWeek(day, week: reader.week) }
        let pair: PunchPair
        do throws(RowRefusal) {
            let zone = try zone(of: matched.worksite)
            pair = try PunchPair(index, matched, day: day, reader, zone)
        } catch {
            throw offset < 0 ? .wrongWeek(day, week: reader.week) : error
        }
        pairs.append(pair)
    }

    private mutating func zone(of worksite: Worksite) throws(RowRefusal) -> TimeZoneRules {
        if let known = rules[worksite.timeZone] { return known }
        guard let found = zones(worksite.timeZone) else { throw .unknownZone(worksite.timeZone) }
        rules[worksite.timeZone] = found
        return found
    }

    /// What becomes of each pair, by the row's place in the file.
    consuming func settle() -> [(pair: PunchPair, result: Result<RowFacts, RowRefusal>)] {
        let sorted = pairs.sorted {
            ($0.punch.start, $0.index) < ($1.punch.start, $1.index)
        }
        var workers: [WorkerID: [PunchPair]] = [:]
        for pair in sorted { workers[pair.matched.worker.id, default: []].append(pair) }
        return workers.values.flatMap { settle($0) }
    }

    private func settle(
        _ pairs: [PunchPair]
    ) -> [(pair: PunchPair, result: Result<RowFacts, RowRefusal>)] {
        var shifts: [WorksiteID: Shift] = [:]
        var totals = DayTotals()
        var latest: PunchPair?
        let known = pairs.first.map { neighbours(of: $0.matched.worker.id) } ?? []
        return pairs.map { pair in
            do throws(RowRefusal) {
                if let known = known.first(where: { $0.start < pair.punch.end && pair.punch.start < $0.end })
                {
                    throw .overlap(
                        from: pair.matched.row[.punchIn].trimmed, earlierEnd: clock(known.end, pair))
                }
                if let latest, pair.punch.start < latest.punch.end {
                    throw .overlap(
                        from: pair.matched.row[.punchIn].trimmed, earlierEnd: latest.clockedOut)
                }
                let facts = try facts(pair, &shifts[pair.matched.worksite.id], &totals)
                latest = pair
                return (pair, .success(facts))
            } catch {
                if case .wrongWeek = error { latest = pair }
                return (pair, .failure(error))
            }
        }
    }

    /// What the weeks before and after have on record: a row of a night between two weeks may stand in
    /// both files,
    /// and must count once.
    private func neighbours(of worker: WorkerID) -> [Punch] {
        state.assignments(of: worker).flatMap { assignment in
            [-7, 7].flatMap { offset in
                let week = reader.week.adding(days: offset)
                return state.timesheet(of: assignment.id, week: week)?.days.flatMap(\.punches) ?? []
            }
        }
    }

    private func clock(_ moment: Moment, _ pair: PunchPair) -> String {
        let local = rules[pair.matched.worksite.timeZone]?.localSeconds(atUTC: moment.seconds) ?? 0
        let date = CivilDate(localSeconds: local)
        return ClockTime(minutes: Int(local - date.localSeconds) / 60)?.iso ?? ""
    }

    private struct Shift {
        let day: Day
        var end: Moment
        var minutes: Int
    }

    private func facts(
        _ pair: PunchPair, _ current: inout Shift?, _ totals: inout DayTotals
    ) throws(RowRefusal) -> RowFacts {
        let gap = current.map { ($0.end, $0.end.adding(seconds: Int64(reader.mapping.shiftGapMinutes) * 60)) }
        let goesOn = gap.map { pair.punch.start <= $0.1 } ?? false
        var shift = Shift(day: pair.day, end: pair.punch.end, minutes: 0)
        if goesOn, let begun = current { shift = begun }
        let before = shift.minutes
        shift.minutes += pair.minutes
        shift.end = pair.punch.end
        guard reader.isInWeek(shift.day) else {
            current = shift
            throw .wrongWeek(shift.day, week: reader.week)
        }
        _ = try totals.sum(pair.matched, shift.day, adding: pair.minutes)
        current = shift
        let worked = WorkedDay(
            day: shift.day, hours: HoursByType(regular: pair.minutes), punches: [pair.punch])
        var facts = RowFacts(days: [worked])
        _ = totals.add(pair.matched, facts.days, limit: reader.mapping.longDayMinutes)
        let limit = reader.mapping.longDayMinutes
        if before <= limit, shift.minutes > limit {
            facts.flags.append(.longDay(minutes: shift.minutes, limit: limit))
        }
        if let stated = pair.statedMinutes, abs(stated - pair.minutes) > 1 {
            facts.flags.append(.hoursDiffer(stated: stated, found: pair.minutes))
        }
        if pair.spansClockChange { facts.flags.append(.clockChange(minutes: pair.minutes)) }
        return facts
    }
}
