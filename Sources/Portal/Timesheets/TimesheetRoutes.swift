import Staffing

extension Routes {
    static let timesheets = Route<NoKey>("/timesheets")
    static let timesheetsFile = Route<NoKey>("/timesheets/csv")
    static let timesheetApprovals = Route<NoKey>("/timesheets/approvals")
    static let timesheetApprovalsWithdrawal = Route<NoKey>("/timesheets/approvals/withdrawal")
    static let timesheet = Route<TimesheetID>("/timesheets/*")
    static let timesheetApproval = Route<TimesheetID>("/timesheets/*/approval")
    static let timesheetApprovalWithdrawal = Route<TimesheetID>("/timesheets/*/approval/withdrawal")
    static let timesheetRejection = Route<TimesheetID>("/timesheets/*/rejection")
    static let timesheetComments = Route<TimesheetID>("/timesheets/*/comments")
}
