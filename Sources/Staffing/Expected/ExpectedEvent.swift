/// What can happen around the sheets that are expected.
package enum ExpectedEvent: Hashable, Sendable {
    case idle(WorkedWeek, IdleWeek.Kind, IdleWeek.Reason, words: String)
    /// What was said of a week without hours does not hold any more.
    case reopened(WorkedWeek)
    /// What a worker typed and has not sent; nothing in it throws away what there was.
    case drafted(WorkedWeek, HoursDraft)
    /// Said together with the hours that it is about.
    case attested(TimesheetID, version: Int, restsMissed: [Day])
    case linkMade(WorkerID, sentTo: EmailAddress?, expires: Moment)
    case linkEnded(WorkerID)

    /// The week about which something was said that decides whether a sheet is expected.
    var answered: WorkedWeek? {
        switch self {
        case .idle(let key, _, _, _), .reopened(let key): key
        case .drafted, .attested, .linkMade, .linkEnded: nil
        }
    }
}

/// What can be asked about sheets that are expected.
package enum ExpectedCommand: Hashable, Sendable {
    /// Hours from whoever worked them, or typed in by staff; a worker attests them.
    case submit(WorkedWeek, days: [WorkedDay], ruling: OvertimeRuling? = nil, restsMissed: [Day]? = nil)
    case sayIdle(WorkedWeek, IdleWeek.Kind, IdleWeek.Reason?, words: String)
    case reopen(WorkedWeek)
    case keepDraft(WorkedWeek, HoursDraft)
    case makeLink(WorkerID, sentTo: EmailAddress?, expires: Moment)
    case endLink(WorkerID)
}

package enum ExpectedRefusal: Refusal, Hashable {
    /// The rules for hours say no.
    case hours(TimesheetRefusal)
    /// Nobody works in that week by this assignment, or it has not begun.
    case notExpected
    case notAllowed, unknownWorker
    /// A sheet is there: it is decided, or taken back, and not talked away.
    case hasSheet
    case notIdle
    case noHours
    /// Somebody cannot be at two places: another sheet of theirs has work at that time.
    case overlapsOtherSheet(Day)
    case reasonMissing, wordsMissing, wordsTooLong, tooMuchTyped
    case attestationMissing

    package var kind: RefusalKind {
        switch self {
        case .hours(let refusal): refusal.kind
        case .notExpected, .unknownWorker: .missing
        case .notAllowed: .forbidden
        case .hasSheet, .notIdle: .conflict
        case .noHours, .overlapsOtherSheet, .reasonMissing, .wordsMissing, .wordsTooLong, .tooMuchTyped,
            .attestationMissing:
            .invalid
        }
    }
}
