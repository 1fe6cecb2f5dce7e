import Formats
import Staffing

struct EnglishTimesheetRules: TimesheetRuleWords {
    let days = "Days"
    let day = "Day"
    let dayOff = "Off"
    let punches = "Worked"
    let breaks = "Break"
    let total = "Total"
    let overtime = "Overtime"
    let doubleTime = "Double time"
    let purchaseOrder = "Purchase order"
    let amount = "Amount"
    let invoice = "Invoice"
    let history = "History"
    let comment = "Comment"
    let addComment = "Add comment"
    let commented = "Your comment was added."
    let yourDecision = "Your decision"
    let decision = "Decision"
    let whatIsWrong = "What is wrong?"
    let whatShouldChange = "What should change?"
    let reasonMissing = "Choose what is wrong with these hours"
    let takeBack = "Take approval back"
    let approvalTakenBack = "The approval was taken back. The timesheet waits again."
    let approvalStays = "The time for taking the approval back has passed. Ask the agency for a correction."
    let invoicedAlready = "These hours are on an invoice. Ask the agency for a correction."
    let waitsForAgency = "The agency corrects the hours. Then the timesheet waits for you again."
    let lookAgain = "Look at it again"

    func approve(_ minutes: Int) -> String { "Approve \(hours(minutes))" }
    func thingsToCheck(_ count: Int) -> String {
        count == 1 ? "1 thing to check" : "\(count) things to check"
    }
    func minutes(_ count: Int) -> String { "\(count) min" }
    func timesAreShown(at worksite: String, in zone: String) -> String {
        "Times are shown as the clocks at \(worksite) show them (\(zone))."
    }
    func takeBackUntil(_ time: String) -> String {
        "Until \(time), unless an invoice picks the hours up before."
    }
    func nextDay(_ time: String) -> String { "\(time) next day" }
    func wasAndIs(_ before: Int, _ now: Int) -> String {
        "You saw \(hours(before)). Now it has \(hours(now))."
    }

    func did(_ what: TimesheetEntry.What) -> String {
        switch what {
        case .received: "sent the hours"
        case .changed: "changed the hours"
        case .approved: "approved"
        case .approvedFirst(let limit): approvedFirst(limit)
        case .approvalWithdrawn: "took the approval back"
        case .rejected(let reason, _): "sent it back: \(name(reason))"
        case .commented: "commented"
        case .invoiced: "put the hours on an invoice"
        }
    }

    func name(_ reason: RejectionReason) -> String {
        switch reason {
        case .wrongHours: "Hours do not match"
        case .notWorked: "Did not work"
        case .wrongWorksite: "Wrong worksite"
        case .breakMissing: "Break missing"
        case .other: "Something else"
        }
    }

    /// Which part of the limit it was over, is for who may see rates: here it is told of hours alone.
    private func approvedFirst(_ limit: ApprovalLimit) -> String {
        guard let minutes = limit.minutes, limit.amount == nil else {
            return "approved as the first of two: over the approval limit"
        }
        return "approved as the first of two: over \(hours(minutes))"
    }

    private func hours(_ minutes: Int) -> String { EnglishTimesheets().hours(minutes) }
    private func text(_ day: Day) -> String { EnglishTimesheets().day(day) }
}

extension EnglishTimesheetRules {
    func chip(_ exception: TimesheetException) -> String {
        switch exception {
        case .overtime(let minutes): "Overtime \(hours(minutes))"
        case .doubleTime(let minutes): "Double time \(hours(minutes))"
        case .longDay(let day, let minutes): "\(hours(minutes)) on \(text(day))"
        case .outsideAssignment(let day): "Outside dates: \(text(day))"
        case .overSchedule(let minutes): "\(hours(minutes)) over schedule"
        case .overtimeUnclassified(let minutes): "\(hours(minutes)) beyond 40 h"
        case .overtimeDiffers: "Overtime differs"
        case .missedBreak(let missed): EnglishOvertime().chip(missed)
        case .editedAfterSubmission: "Edited after submit"
        case .noHours: "No hours"
        }
    }

    func explain(_ exception: TimesheetException) -> String {
        switch exception {
        case .overtime: "These hours are billed as overtime."
        case .doubleTime: "These hours are billed at double time."
        case .longDay: "More than twelve hours on one day."
        case .outsideAssignment: "The assignment does not cover this day."
        case .overSchedule: "More than the schedule of the week."
        case .overtimeUnclassified:
            "More than forty regular hours, and the source did not say which of them are overtime."
        case .overtimeDiffers(let delivered, let ruled): EnglishOvertime().differs(delivered, ruled)
        case .missedBreak(let missed): EnglishOvertime().explain(missed)
        case .editedAfterSubmission: "The hours were changed after they first came in."
        case .noHours: "The timesheet says that nothing was worked."
        }
    }

    func explain(_ refusal: TimesheetRefusal) -> String {
        switch refusal {
        case .unknown, .unknownAssignment: "There is no such timesheet."
        case .notAllowed: "These hours are not yours to decide."
        case .changedSinceShown: "The hours changed since you opened the page, so nothing was decided."
        case .alreadyApproved: "These hours were approved already."
        case .alreadyRejected: "These hours were sent back already."
        case .notApproved: "These hours are not approved, so there is nothing to take back."
        case .alreadyInvoiced: "The approval stays, because an invoice has picked the hours up."
        case .tooLateToWithdraw:
            "An approval can be taken back for ten minutes. Ask the agency for a correction."
        case .secondPersonNeeded:
            "Two people approve these hours. Each gives one approval, and takes back only their own."
        case .ownHours:
            "Nobody decides about their own hours, nor does anybody in the worker’s place. Somebody else of "
                + "your company does."
        case .overLimit: "These hours wait for a second approval, and they are over your limit."
        case .notStartOfWeek: "The week does not begin on the first day of the workweek."
        case .dayOutsideWeek(let day): "\(text(day)) is outside the week."
        case .twoEntriesForDay(let day): "\(text(day)) stands twice in the week."
        case .impossibleHours(let day, let minutes): "\(text(day)) cannot have \(hours(minutes))."
        case .overlappingPunches(let day): "The times of \(text(day)) overlap or end before they begin."
        case .wordsMissing: "Write a few words."
        case .wordsTooLong: "Use at most \(TimesheetRules.longestWords) characters."
        case .tooMany: "That is more than can be decided at once. Select fewer."
        }
    }
}
