/// Something in a sheet that an approver should look at. A sheet with none of these is clean.
package enum TimesheetException: Hashable, Sendable {
    case overtime(minutes: Int)
    case doubleTime(minutes: Int)
    case longDay(Day, minutes: Int)
    case outsideAssignment(Day)
    case overSchedule(minutes: Int)
    /// More than forty regular hours: the source did not say which of them are overtime.
    case overtimeUnclassified(minutes: Int)
    case editedAfterSubmission
    case noHours

    package static let longDayMinutes = 12 * 60
    package static let weeklyRegularMinutes = 40 * 60
    /// A week may exceed its schedule by half an hour before anybody is asked to look.
    package static let scheduleMarginMinutes = 30

    package static func found(in timesheet: Timesheet, of assignment: Assignment) -> [TimesheetException] {
        let hours = timesheet.hours
        var found: [TimesheetException] = []
        if hours.total == 0 { found.append(.noHours) }
        if hours.doubleTime > 0 { found.append(.doubleTime(minutes: hours.doubleTime)) }
        if hours.overtime > 0 { found.append(.overtime(minutes: hours.overtime)) }
        if hours.regular > weeklyRegularMinutes {
            found.append(.overtimeUnclassified(minutes: hours.regular - weeklyRegularMinutes))
        }
        for worked in timesheet.days where worked.hours.total > 0 {
            if worked.hours.total > longDayMinutes {
                found.append(.longDay(worked.day, minutes: worked.hours.total))
            }
            if !assignment.days.contains(worked.day) { found.append(.outsideAssignment(worked.day)) }
        }
        let over = hours.total - assignment.schedule.total
        if assignment.schedule.total > 0, over > scheduleMarginMinutes {
            found.append(.overSchedule(minutes: over))
        }
        if timesheet.edits > 0 { found.append(.editedAfterSubmission) }
        return found
    }
}
