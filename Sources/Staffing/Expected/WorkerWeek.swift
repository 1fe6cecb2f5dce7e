/// One week of a worker's assignment and how its hours stand, for the worker and for who asks them.
package struct WorkerWeek: Hashable, Sendable {
    package let assignment: Assignment
    package let week: Day
    /// The last day on which the hours are on time.
    package let due: Day
    package let standing: Standing

    /// A sheet is named, not held: a look at it is taken where it is shown.
    package enum Standing: Hashable, Sendable {
        case expected, late
        case idle(IdleWeek)
        case submitted(TimesheetID)
        case sentBack(TimesheetID)
        case approved(TimesheetID)
    }

    package var key: WorkedWeek { WorkedWeek(assignment.id, week) }

    package var sheet: TimesheetID? {
        switch standing {
        case .submitted(let id), .sentBack(let id), .approved(let id): id
        case .expected, .late, .idle: nil
        }
    }
}

extension TenantState {
    /// A worker's page shows so many weeks that are settled, besides everything that is still open.
    package static let settledWeeksShown = 8

    /// The newest week first.
    package func weeks(of worker: WorkerID, on today: Day) -> [WorkerWeek] {
        let last = weekUnderWay(today)
        let oldest = last.adding(days: -7 * (Self.settledWeeksShown - 1))
        let weeks = assignments(of: worker).flatMap { assignment -> [WorkerWeek] in
            let expected = ExpectedWeeks(assignment, startingOn: client.workweekStart)
            let begin = expectedIndex.begin ?? last
            var found: [WorkerWeek] = []
            var next = expected.first(from: begin)
            while let week = next, week <= last {
                let one = workerWeek(assignment, week, on: today)
                if week >= oldest || one.standing.isOpen { found.append(one) }
                next = expected.first(from: week.adding(days: 7))
            }
            return found
        }
        return weeks.sorted {
            ($1.week.number, $0.assignment.id.rawValue) < ($0.week.number, $1.assignment.id.rawValue)
        }
    }

    package func workerWeek(of key: WorkedWeek, on today: Day) -> WorkerWeek? {
        expectedSheet(of: key, on: today).map { workerWeek($0.assignment, $0.week, on: today) }
    }

    private func workerWeek(_ assignment: Assignment, _ week: Day, on today: Day) -> WorkerWeek {
        let due = ExpectedSheet.due(ofWeek: week)
        let standing: WorkerWeek.Standing
        if let sheet = timesheet(of: assignment.id, week: week) {
            standing =
                switch sheet.status {
                case .submitted, .begun: .submitted(sheet.id)
                case .rejected: .sentBack(sheet.id)
                case .approved: .approved(sheet.id)
                }
        } else if let idle = expected.idle[WorkedWeek(assignment.id, week)] {
            standing = .idle(idle)
        } else {
            standing = today > due ? .late : .expected
        }
        return WorkerWeek(assignment: assignment, week: week, due: due, standing: standing)
    }
}

extension WorkerWeek.Standing {
    /// Whether somebody should still say something.
    fileprivate var isOpen: Bool {
        switch self {
        case .expected, .late, .sentBack: true
        case .idle, .submitted, .approved: false
        }
    }
}
