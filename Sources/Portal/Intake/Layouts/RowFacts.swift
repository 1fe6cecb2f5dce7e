import Staffing

/// What a row says, once it is understood: hours by day, and what is remarkable about them.
struct RowFacts {
    var days: [WorkedDay] = []
    var flags: [RowFlag] = []

    var minutes: Int { days.reduce(0) { $0 + $1.hours.total } }
}

enum RowReading {
    case taken(RowFacts)
    case ignored(RowIgnored)
}

/// The minutes that the rows taken so far give to each day of a worker at a worksite.
struct DayTotals {
    private var minutes: [Key: Int] = [:]

    private struct Key: Hashable {
        let worker: WorkerID
        let worksite: WorksiteID
        let day: Day
    }

    /// What the day would come to with so many minutes more; more than a day has is refused.
    func sum(_ matched: MatchedRow, _ day: Day, adding more: Int) throws(RowRefusal) -> Int {
        let sum = minutes[key(matched, day), default: 0] + more
        guard sum <= RowReader.minutesPerDay else {
            throw .impossibleHours(minutes: sum, limit: RowReader.minutesPerDay)
        }
        return sum
    }

    /// Notes the minutes of a row that is taken. Gives the longest day that it carries over the limit.
    mutating func add(_ matched: MatchedRow, _ days: [WorkedDay], limit: Int) -> RowFlag? {
        var longest = 0
        for worked in days {
            let before = minutes[key(matched, worked.day), default: 0]
            let after = before + worked.hours.total
            minutes[key(matched, worked.day)] = after
            if before <= limit, after > limit { longest = max(longest, after) }
        }
        return longest > 0 ? .longDay(minutes: longest, limit: limit) : nil
    }

    private func key(_ matched: MatchedRow, _ day: Day) -> Key {
        Key(worker: matched.worker.id, worksite: matched.worksite.id, day: day)
    }
}
