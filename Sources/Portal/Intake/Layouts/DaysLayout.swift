import Staffing

/// A row is one worker, day and pay code; rows of the same day add up.
struct DaysLayout {
    let reader: RowReader
    private var totals = DayTotals()
    private var seen: Set<Key> = []

    private struct Key: Hashable {
        let worker: WorkerID
        let worksite: WorksiteID
        let day: Day
        let code: String
    }

    init(_ reader: RowReader) { self.reader = reader }

    mutating func read(_ matched: MatchedRow) throws(RowRefusal) -> RowReading {
        let row = matched.row
        let day = try reader.day(row, .date)
        guard reader.isInWeek(day) else { throw .wrongWeek(day, week: reader.week) }
        let code = row[.payCode].trimmed
        guard let type = try hourType(row, code) else { return .ignored(.ignoredPayCode) }
        let minutes = try reader.minutes(row, .hours)
        _ = try totals.sum(matched, day, adding: minutes)
        var hours = HoursByType()
        switch type {
        case .regular: hours.regular = minutes
        case .overtime: hours.overtime = minutes
        case .doubleTime: hours.doubleTime = minutes
        }
        var facts = RowFacts(days: [WorkedDay(day: day, hours: hours)])
        if hours.overtime > 0 { facts.flags.append(.overtime(minutes: minutes, of: minutes)) }
        if hours.doubleTime > 0 { facts.flags.append(.doubleTime(minutes: minutes, of: minutes)) }
        if let long = totals.add(matched, facts.days, limit: reader.mapping.longDayMinutes) {
            facts.flags.append(long)
        }
        let key = Key(
            worker: matched.worker.id, worksite: matched.worksite.id, day: day, code: code)
        if !seen.insert(key).inserted { facts.flags.append(.sameDay(minutes: minutes)) }
        return .taken(facts)
    }

    /// Nothing for a code that the mapping says to leave out. Without a column of codes all hours are
    /// regular.
    private func hourType(_ row: HoursRow, _ code: String) throws(RowRefusal) -> HourType? {
        guard row.isMapped(.payCode) else { return .regular }
        guard let meaning = reader.mapping.payCodes[code] else { throw .unknownPayCode(code) }
        return switch meaning {
        case .regular: .regular
        case .overtime: .overtime
        case .doubletime: .doubleTime
        case .ignored: nil
        }
    }
}
