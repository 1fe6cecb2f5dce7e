import Staffing

/// A row is one worker and week, with a cell for each day.
struct WeeksLayout {
    let reader: RowReader
    private var totals = DayTotals()
    private var seen: Set<Key> = []

    private struct Key: Hashable {
        let worker: WorkerID
        let worksite: WorksiteID
    }

    init(_ reader: RowReader) { self.reader = reader }

    mutating func read(_ matched: MatchedRow) throws(RowRefusal) -> RowReading {
        let row = matched.row
        let last = try reader.day(row, .weekEnding)
        guard last == reader.week.adding(days: 6) else { throw .wrongWeek(last, week: reader.week) }
        let minutes = try minutesByDay(row)
        let overtime = try reader.optionalMinutes(row, .overtime) ?? 0
        let doubleTime = try reader.optionalMinutes(row, .doubletime) ?? 0
        let stated = try reader.optionalMinutes(row, .total)
        for (offset, minutes) in minutes.enumerated() {
            _ = try totals.sum(matched, reader.week.adding(days: offset), adding: minutes)
        }
        let total = minutes.reduce(0, +)
        guard overtime + doubleTime <= total else {
            throw .moreOvertimeThanHours(minutes: overtime + doubleTime, of: total)
        }
        var facts = RowFacts(days: spread(minutes, overtime: overtime, doubleTime: doubleTime))
        if overtime > 0 { facts.flags.append(.overtime(minutes: overtime, of: total)) }
        if doubleTime > 0 { facts.flags.append(.doubleTime(minutes: doubleTime, of: total)) }
        if let long = totals.add(matched, facts.days, limit: reader.mapping.longDayMinutes) {
            facts.flags.append(long)
        }
        if let stated, stated != total { facts.flags.append(.totalDiffers(stated: stated, found: total)) }
        let key = Key(worker: matched.worker.id, worksite: matched.worksite.id)
        if !seen.insert(key).inserted { facts.flags.append(.sameDay(minutes: total)) }
        return .taken(facts)
    }

    /// Seven numbers, the first for the first day of the week.
    private func minutesByDay(_ row: HoursRow) throws(RowRefusal) -> [Int] {
        var minutes: [Int] = []
        for offset in 0..<7 {
            let field = HoursField.weekdays[reader.week.adding(days: offset).weekday]
            minutes.append(try reader.optionalMinutes(row, field) ?? 0)
        }
        return minutes
    }

    /// The export says how much of a week was overtime, not when: it is taken from the end of the week, where
    /// a weekly limit is crossed, and double time last of all. Days without hours are left out.
    private func spread(_ minutes: [Int], overtime: Int, doubleTime: Int) -> [WorkedDay] {
        var (overtime, doubleTime) = (overtime, doubleTime)
        var days: [WorkedDay] = []
        for offset in (0..<7).reversed() where minutes[offset] > 0 {
            var hours = HoursByType()
            hours.doubleTime = min(doubleTime, minutes[offset])
            hours.overtime = min(overtime, minutes[offset] - hours.doubleTime)
            hours.regular = minutes[offset] - hours.doubleTime - hours.overtime
            doubleTime -= hours.doubleTime
            overtime -= hours.overtime
            days.append(WorkedDay(day: reader.week.adding(days: offset), hours: hours))
        }
        return days.reversed()
    }
}
