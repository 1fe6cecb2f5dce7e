import Staffing

extension Routes {
    static let timesheets = Route<NoKey>("/timesheets")
    static let timesheet = Route<TimesheetID>("/timesheets/*")
}
