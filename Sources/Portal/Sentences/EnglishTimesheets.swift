import Formats
import Staffing

extension English {
    package var ofTimesheets: any TimesheetWords { EnglishTimesheets() }
    package var ofTimesheetRules: any TimesheetRuleWords { EnglishTimesheetRules() }
}

struct EnglishTimesheets: TimesheetWords {
    let waiting = "Waiting"
    let done = "Done"
    let search = "Worker"
    let worksite = "Worksite"
    let worker = "Worker"
    let job = "Job"
    let scheduled = "Scheduled"
    let of = "of"
    let worked = "Worked"
    let hours = "Hours"
    let exceptions = "Exceptions"
    let status = "Status"
    let action = "Action"
    let clean = "Clean"
    let late = "Late"
    let approved = "Approved"
    let invoiced = "Invoiced"
    let sentBack = "Sent back"
    let waitingForYou = "Waiting for you"
    let approveSelected = "Approve selected"
    let approveRunning = "Approve {count} · {hours} h"
    let selectSome = "Select timesheets to approve"
    let sendBack = "Send back"
    let undo = "Undo"
    let nothingWaits = "Nothing to approve"
    let nothingDone = "Nothing here yet"
    let nothingDoneYet = "Timesheets appear here once they are approved or sent back."
    let nothingFound = "No timesheet matches"
    let tryOtherName = "Try a part of the worker's name, or another worksite."
    let clearFilter = "Show all"
    let seeDone = "See what was decided"
    let nothingSelected = "Nothing was selected, so nothing was approved."

    func hours(_ minutes: Int) -> String { hoursText(minutes, .englishUS) + " h" }

    func week(_ first: Day) -> String {
        "Week of " + first.civil.text(through: first.adding(days: 6).civil, .englishUS)
    }

    func day(_ day: Day) -> String { day.civil.text(.weekday, .englishUS) }

    func count(_ sheets: Int) -> String { sheets == 1 ? "1 timesheet" : "\(sheets) timesheets" }

    func summary(waiting: Int, unusual: Int, clean: Int) -> String {
        let all = "\(count(waiting)) \(waiting == 1 ? "waits" : "wait") for you."
        if unusual == 0 { return all + " All are clean and already selected." }
        let look = "\(unusual) \(unusual == 1 ? "needs" : "need") a look"
        if clean == 0 { return "\(all) \(look)." }
        return "\(all) \(look); \(clean) \(clean == 1 ? "is" : "are") clean and already selected."
    }

    func select(_ worker: String) -> String { "Select \(worker)" }
    func selectAll(_ count: Int) -> String { "Select all \(count)" }
    func selectAll(at worksite: String) -> String { "Select all at \(worksite)" }
    func approveClean(_ count: Int) -> String {
        count == 1 ? "Approve the clean one" : "Approve all \(count) clean"
    }
    func approveClean(_ count: Int, at worksite: String) -> String { "Approve \(count) clean at \(worksite)" }
    func approved(by name: String) -> String { "Approved by \(name)" }
    func sentBack(_ reason: String) -> String { "Sent back: \(reason)" }

    func thisWeekEnds(_ day: Day) -> String {
        "This week ends on \(self.day(day)). Its hours appear here when they come in."
    }
}

/// What became of something that was just done.
extension EnglishTimesheets {
    func approvedNow(_ sheets: Int, _ minutes: Int) -> String {
        "\(count(sheets)) approved, \(hours(minutes))"
    }

    func undoUntil(_ time: String) -> String {
        "You can undo this until \(time), unless an invoice picks the hours up before."
    }

    func changed(_ sheets: Int) -> String {
        "\(sheets) changed since you opened the page. "
            + "\(sheets == 1 ? "It was" : "They were") not approved: look again below."
    }

    func alreadyDecided(_ sheets: Int) -> String {
        sheets == 1 ? "1 had been decided already." : "\(sheets) had been decided already."
    }

    func notApprovable(_ sheets: Int) -> String {
        "\(sheets) could not be approved: \(sheets == 1 ? "it is" : "they are") not yours to decide."
    }

    func takenBack(_ sheets: Int) -> String {
        sheets == 1 ? "1 approval taken back" : "\(sheets) approvals taken back"
    }

    func keptBecauseInvoiced(_ sheets: Int) -> String {
        "\(count(sheets)) \(sheets == 1 ? "stays" : "stay") approved."
    }

    func sentBackNow(_ sheets: Int) -> String { "\(count(sheets)) sent back to the agency" }
}
