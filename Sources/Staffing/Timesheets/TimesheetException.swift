/// Something in a sheet that an approver should look at. A sheet with none of these is clean.
package enum TimesheetException: Hashable, Sendable {
    case overtime(minutes: Int)
    case doubleTime(minutes: Int)
    case longDay(Day, minutes: Int)
    case outsideAssignment(Day)
    case overSchedule(minutes: Int)
    /// More than forty regular hours: the source did not say which of them are overtime.
    case overtimeUnclassified(minutes: Int)
    /// The source split the hours in another way than the rules of the worksite do.
    case overtimeDiffers(delivered: HoursByType, ruled: HoursByType)
    case missedBreak(MissedBreak)
    case editedAfterSubmission
    case noHours

    package static let longDayMinutes = 12 * 60
    package static let weeklyRegularMinutes = 40 * 60
    /// A week may exceed its schedule by half an hour before anybody is asked to look.
    package static let scheduleMarginMinutes = 30

    package static func found(in timesheet: Timesheet, of assignment: Assignment) -> [TimesheetException] {
        var found: [TimesheetException] = []
        look(at: timesheet.course, from: timesheet.week, of: assignment) { found.append($0) }
        return found
    }

    static func isClean(_ course: SheetCourse, from week: Day, of assignment: Assignment) -> Bool {
        var isClean = true
        look(at: course, from: week, of: assignment) { _ in isClean = false }
        return isClean
    }

    private static func look(
        at course: SheetCourse, from week: Day, of assignment: Assignment,
        _ note: (TimesheetException) -> Void
    ) {
        let hours = course.worked.hours
        if hours.total == 0 { note(.noHours) }
        if hours.doubleTime > 0 { note(.doubleTime(minutes: hours.doubleTime)) }
        if hours.overtime > 0 { note(.overtime(minutes: hours.overtime)) }
        if let ruling = course.worked.ruling {
            let ruled = ruling.hours(of: hours.total)
            if ruled != hours { note(.overtimeDiffers(delivered: hours, ruled: ruled)) }
            for missed in ruling.missedBreaks { note(.missedBreak(missed)) }
        } else if hours.regular > weeklyRegularMinutes {
            note(.overtimeUnclassified(minutes: hours.regular - weeklyRegularMinutes))
        }
        course.worked.forEach(in: week) { worked in
            if worked.hours.total == 0 { return }
            if worked.hours.total > longDayMinutes {
                note(.longDay(worked.day, minutes: worked.hours.total))
            }
            if !assignment.days.contains(worked.day) { note(.outsideAssignment(worked.day)) }
        }
        let scheduled = assignment.schedule.total
        let over = hours.total - scheduled
        if scheduled > 0, over > scheduleMarginMinutes { note(.overSchedule(minutes: over)) }
        if course.edits > 0 { note(.editedAfterSubmission) }
    }
}
