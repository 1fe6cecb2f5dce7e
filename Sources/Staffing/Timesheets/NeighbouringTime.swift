/// What other sheets of the same worker say of the days around a workweek, as far as limits may count it.
package struct NeighbouringTime: Sendable {
    /// On sheets that came in before the one that is looked at.
    package fileprivate(set) var earlier: [WorkedDay] = []
    /// On sheets that came in after it.
    package fileprivate(set) var later: [WorkedDay] = []
}

extension TenantState {
    /// - Parameters:
    ///   - assignment: Whose sheet is looked at; where it is not there yet, it comes after all others.
    ///   - week: The first day of its workweek.
    ///   - others: Assignments whose sheets of that week somebody else counts.
    /// - Returns: The time of the week itself and of the weeks beside it, from which nights reach over.
    package func neighbouringTime(
        of assignment: Assignment, week: Day, except others: Set<AssignmentID>
    ) -> NeighbouringTime {
        let own = place(of: assignment.id, week) ?? .max
        var time = NeighbouringTime()
        for other in assignments(of: assignment.worker) {
            for offset in [-7, 0, 7] {
                let first = week.adding(days: offset)
                if offset == 0, other.id == assignment.id || others.contains(other.id) { continue }
                guard let place = place(of: other.id, first) else { continue }
                let days = timesheets[place: place].days
                if place < own { time.earlier += days } else { time.later += days }
            }
        }
        return time
    }

    private func place(of assignment: AssignmentID, _ week: Day) -> Int? {
        guard let sheet = timesheet(of: assignment, week: week) else { return nil }
        return sheets.place(of: sheet.id)
    }
}
