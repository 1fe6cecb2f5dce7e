package import Staffing

/// Hours that come in.
extension Cast {
    /// Eight regular hours on each of the first five days of a week.
    package static let cleanDays = days()

    /// Minutes for each day from the first of the week, as many as are given.
    package static func days(
        _ regular: [Int] = [480, 480, 480, 480, 480], overtime: [Int] = [], doubleTime: [Int] = [],
        from week: Day = week
    ) -> [WorkedDay] {
        (0..<max(regular.count, overtime.count, doubleTime.count)).map { index in
            let hours = HoursByType(
                regular: regular[safely: index], overtime: overtime[safely: index],
                doubleTime: doubleTime[safely: index])
            return WorkedDay(day: week.adding(days: index), hours: hours)
        }
    }

    /// What a form carries of a sheet of `state`.
    package static func seen(_ id: TimesheetID, in state: TenantState) -> UInt64 {
        state.timesheets[id]?.fingerprint.short ?? 0
    }
}

extension TenantState {
    /// Hours come in from the agency, as a sheet with a number that the test can name.
    package mutating func receive(
        _ number: UInt64, _ assignment: Assignment, week: Day = Cast.week, days: [WorkedDay]? = nil,
        at moment: Moment = Cast.now
    ) {
        let command = TimesheetCommand.receive(
            assignment.id, week: week, days: days ?? Cast.days(from: week))
        do throws(TimesheetRefusal) {
            try perform(command, by: .staff(Cast.sam), at: moment, drawing: number)
        } catch {
            preconditionFailure("The cast's hours are refused: \(error)")
        }
    }
}

extension [Int] {
    fileprivate subscript(safely index: Int) -> Int { indices.contains(index) ? self[index] : 0 }
}
