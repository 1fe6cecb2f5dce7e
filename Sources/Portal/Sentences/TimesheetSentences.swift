package import Staffing

package protocol TimesheetSentences {
    var ofTimesheets: any TimesheetWords { get }
    var ofTimesheetRules: any TimesheetRuleWords { get }
}

/// What the list of timesheets and a timesheet's own page say.
package protocol TimesheetWords: Sendable {
    var waiting: String { get }
    var done: String { get }
    var search: String { get }
    var worksite: String { get }
    var worker: String { get }
    var job: String { get }
    var scheduled: String { get }
    /// Before the scheduled hours on a card: 46.5 h, of 40.0 h.
    var of: String { get }
    var worked: String { get }
    var hours: String { get }
    var exceptions: String { get }
    var status: String { get }
    var action: String { get }
    var clean: String { get }
    var late: String { get }
    var approved: String { get }
    var invoiced: String { get }
    var sentBack: String { get }
    var waitingForYou: String { get }
    var approveSelected: String { get }
    /// With `{count}` and `{hours}`, which the page's script fills in.
    var approveRunning: String { get }
    var selectSome: String { get }
    var sendBack: String { get }
    var undo: String { get }
    var nothingWaits: String { get }
    var nothingDone: String { get }
    var nothingDoneYet: String { get }
    var nothingFound: String { get }
    var tryOtherName: String { get }
    var clearFilter: String { get }
    var seeDone: String { get }
    var nothingSelected: String { get }

    func hours(_ minutes: Int) -> String
    func week(_ first: Day) -> String
    func day(_ day: Day) -> String
    func count(_ sheets: Int) -> String
    func summary(waiting: Int, unusual: Int, clean: Int) -> String
    func select(_ worker: String) -> String
    func selectAll(_ count: Int) -> String
    func selectAll(at worksite: String) -> String
    func approveClean(_ count: Int) -> String
    func approveClean(_ count: Int, at worksite: String) -> String
    func approved(by name: String) -> String
    func sentBack(_ reason: String) -> String
    func thisWeekEnds(_ day: Day) -> String

    func approvedNow(_ sheets: Int, _ minutes: Int) -> String
    func undoUntil(_ time: String) -> String
    func changed(_ sheets: Int) -> String
    func alreadyDecided(_ sheets: Int) -> String
    func notApprovable(_ sheets: Int) -> String
    func takenBack(_ sheets: Int) -> String
    func keptBecauseInvoiced(_ sheets: Int) -> String
    func sentBackNow(_ sheets: Int) -> String
}

/// What a timesheet's own page says, and what the rules answer.
package protocol TimesheetRuleWords: Sendable {
    var days: String { get }
    var day: String { get }
    var dayOff: String { get }
    var punches: String { get }
    var breaks: String { get }
    var total: String { get }
    var overtime: String { get }
    var doubleTime: String { get }
    var purchaseOrder: String { get }
    var amount: String { get }
    var invoice: String { get }
    var history: String { get }
    var comment: String { get }
    var addComment: String { get }
    var commented: String { get }
    var yourDecision: String { get }
    var decision: String { get }
    var whatIsWrong: String { get }
    var whatShouldChange: String { get }
    var reasonMissing: String { get }
    var takeBack: String { get }
    var approvalTakenBack: String { get }
    var approvalStays: String { get }
    var invoicedAlready: String { get }
    var waitsForAgency: String { get }
    var lookAgain: String { get }

    func approve(_ minutes: Int) -> String
    func thingsToCheck(_ count: Int) -> String
    func minutes(_ count: Int) -> String
    func timesAreShown(at worksite: String, in zone: String) -> String
    func takeBackUntil(_ time: String) -> String
    func nextDay(_ time: String) -> String
    func wasAndIs(_ before: Int, _ now: Int) -> String
    func did(_ what: TimesheetEntry.What) -> String
    func chip(_ exception: TimesheetException) -> String
    func explain(_ exception: TimesheetException) -> String
    func name(_ reason: RejectionReason) -> String
    func explain(_ refusal: TimesheetRefusal) -> String
}
