/// What can happen to a timesheet.
package enum TimesheetEvent: Hashable, Sendable {
    case received(Received)
    case changed(TimesheetID, days: [WorkedDay], fingerprint: Fingerprint, ruling: OvertimeRuling? = nil)
    case approved(TimesheetID, seen: Fingerprint, for: OnBehalf? = nil)
    /// The first of two approvals, by somebody whose limit the sheet is over.
    case approvedFirst(TimesheetID, seen: Fingerprint, over: ApprovalLimit, for: OnBehalf? = nil)
    case approvalWithdrawn(TimesheetID, for: OnBehalf? = nil)
    case rejected(
        TimesheetID, seen: Fingerprint, reason: RejectionReason, words: String, for: OnBehalf? = nil)
    case commented(TimesheetID, words: String)

    package struct Received: Hashable, Sendable {
        package let id: TimesheetID
        package let assignment: AssignmentID
        package let week: Day
        package let days: [WorkedDay]
        package let fingerprint: Fingerprint
        /// How a rule pack split the hours, where one did.
        package let ruling: OvertimeRuling?

        package init(
            id: TimesheetID, assignment: AssignmentID, week: Day, days: [WorkedDay], fingerprint: Fingerprint,
            ruling: OvertimeRuling? = nil
        ) {
            self.id = id
            self.assignment = assignment
            self.week = week
            self.days = days
            self.fingerprint = fingerprint
            self.ruling = ruling
        }
    }

    package var timesheet: TimesheetID {
        switch self {
        case .received(let received): received.id
        case .changed(let id, _, _, _), .approved(let id, _, _), .approvedFirst(let id, _, _, _),
            .approvalWithdrawn(let id, _), .rejected(let id, _, _, _, _), .commented(let id, _):
            id
        }
    }

    /// In whose place it was decided, if in anybody's.
    package var onBehalf: OnBehalf? {
        switch self {
        case .approved(_, _, let behalf), .approvedFirst(_, _, _, let behalf),
            .approvalWithdrawn(_, let behalf),
            .rejected(_, _, _, _, let behalf):
            behalf
        case .received, .changed, .commented: nil
        }
    }
}

/// What can be asked of a timesheet.
package enum TimesheetCommand: Hashable, Sendable {
    /// Hours from an import or from staff, with what a rule pack says of them. The same hours again change
    /// nothing.
    case receive(AssignmentID, week: Day, days: [WorkedDay], ruling: OvertimeRuling? = nil)
    /// `seen` is the short fingerprint of the content that was on the screen.
    case approve(TimesheetID, seen: UInt64)
    case withdrawApproval(TimesheetID)
    case reject(TimesheetID, seen: UInt64, reason: RejectionReason, words: String)
    case comment(TimesheetID, words: String)
}

package enum TimesheetRefusal: Refusal, Hashable {
    case unknown, unknownAssignment
    case notAllowed
    case changedSinceShown
    case alreadyApproved, alreadyRejected, notApproved, alreadyInvoiced
    case tooLateToWithdraw
    /// Two people approve it: nobody gives both approvals, or takes back the other's.
    case secondPersonNeeded
    /// It waits for a second approval, and theirs does not reach so far.
    case overLimit
    /// They are the worker, or act in the worker's place.
    case ownHours
    case notStartOfWeek, dayOutsideWeek(Day), twoEntriesForDay(Day), impossibleHours(Day, minutes: Int)
    case overlappingPunches(Day)
    case wordsMissing, wordsTooLong
    case tooMany

    package var kind: RefusalKind {
        switch self {
        case .unknown, .unknownAssignment: .missing
        case .notAllowed: .forbidden
        case .changedSinceShown, .alreadyApproved, .alreadyRejected, .notApproved, .alreadyInvoiced,
            .tooLateToWithdraw, .secondPersonNeeded, .overLimit, .ownHours:
            .conflict
        case .notStartOfWeek, .dayOutsideWeek, .twoEntriesForDay, .impossibleHours, .overlappingPunches,
            .wordsMissing, .wordsTooLong:
            .invalid
        case .tooMany: .tooMany
        }
    }
}
