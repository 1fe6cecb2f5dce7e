import Formats
import Staffing

/// Why something was refused, is unusual, or was sent back.
extension EnglishStaff {
    func opening(_ refusal: AgencyRefusal) -> String {
        switch refusal {
        case .slugInvalid:
            "Use 2 to 40 small letters, digits and hyphens inside. Some names, such as staff, are taken by us."
        case .slugTaken: "Another client has this short name already."
        case .nameMissing: "Enter the company’s name."
        case .notAllowed, .unknown, .emailInvalid, .emailTaken, .rolesMissing, .lastOpsAdmin, .rateImpossible:
            "The client was not opened."
        }
    }

    func setup(_ refusal: SetupRefusal) -> String {
        switch refusal {
        case .notAllowed: "You may not change this client."
        case .alreadyOpen: "This client is open already."
        case .notOpen: "Finish opening this client first."
        case .nameMissing: "Enter a name."
        case .tooLong: "Use \(SetupRules.longestName) characters at most in each field."
        case .codeTaken: "Another worksite of this client has this code."
        case .numberTaken: "Another worker has this number."
        case .prefixInvalid: "Use 1 to 8 capital letters, such as NW."
        case .termsInvalid: "Enter a number of days from 0 to 180."
        case .unknownWorker: "There is no such worker."
        case .unknownWorksite: "There is no such worksite."
        case .datesBackward: "The last day is before the first."
        case .rateImpossible: "The rate is not possible."
        case .scheduleImpossible: "The schedule is not possible."
        case .duplicateAssignment: "This worker has an assignment there from that day already."
        }
    }

    func remark(_ remark: TimesheetException) -> String {
        switch remark {
        case .overtime(let minutes): "Overtime \(text(minutes))"
        case .doubleTime(let minutes): "Double time \(text(minutes))"
        case .longDay(let day, let minutes): "\(text(minutes)) on \(text(day))"
        case .outsideAssignment(let day): "\(text(day)) is outside the assignment"
        case .overSchedule(let minutes): "\(text(minutes)) above schedule"
        case .overtimeUnclassified(let minutes): "\(text(minutes)) above forty regular hours"
        case .editedAfterSubmission: "Changed after it came in"
        case .noHours: "No hours"
        }
    }

    func sheetEvent(_ what: TimesheetEntry.What) -> String {
        switch what {
        case .received: "sent the hours"
        case .changed: "changed the hours"
        case .approved: "approved"
        case .approvalWithdrawn: "took the approval back"
        case .rejected(let reason, _): "sent back: \(rejection(reason))"
        case .commented: "commented"
        case .invoiced: "put the hours on an invoice"
        }
    }

    func rejection(_ reason: RejectionReason) -> String {
        switch reason {
        case .wrongHours: "the hours do not match"
        case .notWorked: "not worked"
        case .wrongWorksite: "another worksite"
        case .breakMissing: "a break is missing"
        case .other: "another reason"
        }
    }

    private func text(_ minutes: Int) -> String { hoursText(minutes, .englishUS) + " h" }

    private func text(_ day: Day) -> String { day.civil.text(.weekday, .englishUS) }
}
