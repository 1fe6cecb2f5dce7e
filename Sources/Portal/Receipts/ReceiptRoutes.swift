import Staffing

extension Routes {
    static let receipt = Route<TimesheetID>("/timesheets/*/receipt")
    static let receiptPaper = Route<TimesheetID>("/timesheets/*/receipt/pdf")
    static let receiptFile = Route<TimesheetID>("/timesheets/*/receipt/json")
    /// The key that receipts are checked with; there is nothing secret about it.
    static let receiptKey = Route<NoKey>("/receipt-key.pem")
}
