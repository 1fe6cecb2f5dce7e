/// In which workweeks the hours of an assignment are expected: those that have a scheduled day within its
/// dates. Where the schedule is empty nobody said which days they are, so each week that the dates touch
/// counts.
struct ExpectedWeeks {
    let days: DayRange
    let schedule: WeekSchedule
    let start: Weekday

    init(_ assignment: Assignment, startingOn start: Weekday) {
        days = assignment.days
        schedule = assignment.schedule
        self.start = start
    }

    func contain(_ week: Day) -> Bool {
        let isScheduled = schedule.total > 0
        return (0..<7).contains { offset in
            let day = week.adding(days: offset)
            return days.contains(day) && (!isScheduled || schedule[day] > 0)
        }
    }

    /// The first of them that does not begin before `week`, which begins one; nothing behind the last.
    func first(from week: Day) -> Day? {
        var next = max(week, days.from.startOfWeek(startingOn: start))
        while days.through.map({ next <= $0 }) ?? true {
            if contain(next) { return next }
            next = next.adding(days: 7)
        }
        return nil
    }
}

/// One week of one assignment.
package struct WorkedWeek: Hashable, Sendable {
    package let assignment: AssignmentID
    /// The first day of the workweek.
    package let week: Day

    package init(_ assignment: AssignmentID, _ week: Day) {
        self.assignment = assignment
        self.week = week
    }
}

/// Hours that somebody should have said something about: no sheet is there, and nobody said that there is
/// none. It is derived from the assignment each time, never kept.
package struct ExpectedSheet: Hashable, Sendable {
    package let assignment: Assignment
    package let week: Day
    /// The last day on which it is on time.
    package let due: Day

    package func isLate(on today: Day) -> Bool { today > due }

    package var key: WorkedWeek { WorkedWeek(assignment.id, week) }
}

extension ExpectedSheet {
    /// Until a payroll cut-off is known, hours are due on the day after their week.
    package static let graceDays = 1

    /// The one place that says when the hours of a week are due.
    package static func due(ofWeek week: Day) -> Day { week.adding(days: 6 + graceDays) }
}
