/// Who may do what to a timesheet, and when.
package enum TimesheetRules {
    package static let minutesPerDay = 24 * 60
    package static let longestWords = 2_000
    /// An approval can be taken back for ten minutes, unless an invoice has picked it up.
    package static let withdrawalSeconds: Int64 = 600
    /// The same words by the same person within this time are one comment.
    package static let sameWordsSeconds: Int64 = 600

    package static func decide(
        _ command: TimesheetCommand, _ state: TenantState, _ context: Context
    ) throws(TimesheetRefusal) -> [TimesheetEvent] {
        switch command {
        case .receive(let assignment, let week, let days, let ruling):
            try receive(assignment, week, days, ruling, state, context)
        case .approve(let id, let seen): try approve(id, seen, state, context)
        case .withdrawApproval(let id): try withdraw(id, state, context)
        case .reject(let id, let seen, let reason, let words):
            try reject(id, seen, reason, words, state, context)
        case .comment(let id, let words): try comment(id, words, state, context)
        }
    }

    private static func approve(
        _ id: TimesheetID, _ seen: UInt64, _ state: TenantState, _ context: Context
    ) throws(TimesheetRefusal) -> [TimesheetEvent] {
        let (content, _) = try decidable(id, seen, state, context)
        guard let timesheet = state.timesheets[id] else { throw .unknown }
        let approval = state.approval(of: timesheet, by: context.viewer, on: context.today)
        return switch approval.step {
        case .none: throw .notAllowed
        case .first(let limit): [.approvedFirst(id, seen: content, over: limit, for: approval.behalf)]
        case .whole: [.approved(id, seen: content, for: approval.behalf)]
        case .secondPersonNeeded: throw .secondPersonNeeded
        case .overLimit: throw .overLimit
        case .ownHours: throw .ownHours
        }
    }

    private static func reject(
        _ id: TimesheetID, _ seen: UInt64, _ reason: RejectionReason, _ words: String, _ state: TenantState,
        _ context: Context
    ) throws(TimesheetRefusal) -> [TimesheetEvent] {
        let (content, behalf) = try decidable(id, seen, state, context)
        let words = words.trimmed
        guard words.count <= longestWords else { throw .wordsTooLong }
        guard reason != .other || !words.isEmpty else { throw .wordsMissing }
        return [.rejected(id, seen: content, reason: reason, words: words, for: behalf)]
    }

    /// The content of the sheet, where that is what they saw, it waits, and this viewer may decide about it;
    /// and in whose place they do. The content is taken from the hours themselves: the sheet keeps no more of
    /// it than a form carries.
    private static func decidable(
        _ id: TimesheetID, _ seen: UInt64, _ state: TenantState, _ context: Context
    ) throws(TimesheetRefusal) -> (content: Fingerprint, behalf: OnBehalf?) {
        let timesheet = try visible(id, state, context)
        let behalf = try state.behalf(deciding: timesheet, context)
        guard let assignment = state.assignments[timesheet.assignment] else { throw .notAllowed }
        switch timesheet.status {
        case .approved: throw .alreadyApproved
        case .rejected: throw .alreadyRejected
        case .submitted, .begun: break
        }
        let content = context.fingerprint(
            content(assignment, timesheet.week, timesheet.days, timesheet.ruling))
        guard timesheet.fingerprint.short == seen, content.short == seen else { throw .changedSinceShown }
        return (content, behalf)
    }

    private static func withdraw(
        _ id: TimesheetID, _ state: TenantState, _ context: Context
    ) throws(TimesheetRefusal) -> [TimesheetEvent] {
        let timesheet = try visible(id, state, context)
        let behalf = try state.behalf(deciding: timesheet, context)
        // Until a second person has approved it too, nothing has come of the first approval.
        if case .begun(let first, _, _, _) = timesheet.status {
            guard first == context.viewer.person else { throw .secondPersonNeeded }
            return [.approvalWithdrawn(id, for: behalf)]
        }
        guard case .approved(_, let moment) = timesheet.status else { throw .notApproved }
        guard timesheet.invoice == nil else { throw .alreadyInvoiced }
        guard context.moment <= moment.adding(seconds: withdrawalSeconds) else { throw .tooLateToWithdraw }
        return [.approvalWithdrawn(id, for: behalf)]
    }

    private static func comment(
        _ id: TimesheetID, _ words: String, _ state: TenantState, _ context: Context
    ) throws(TimesheetRefusal) -> [TimesheetEvent] {
        let timesheet = try visible(id, state, context)
        let words = words.trimmed
        guard !words.isEmpty else { throw .wordsMissing }
        guard words.count <= longestWords else { throw .wordsTooLong }
        // A form that is sent again because no answer came says nothing new.
        let recently = context.moment.adding(seconds: -sameWordsSeconds)
        if timesheet.heard(words, from: context.viewer.person, since: recently) { return [] }
        return [.commented(id, words: words)]
    }

    /// A sheet that the viewer may not see is as unknown as one that does not exist.
    private static func visible(
        _ id: TimesheetID, _ state: TenantState, _ context: Context
    ) throws(TimesheetRefusal) -> Timesheet {
        guard let timesheet = state.timesheets[id] else { throw .unknown }
        let place = timesheet.place
        guard Policy.may(context.viewer, .seeTimesheets, at: place, on: context.today).isAllowed else {
            throw .unknown
        }
        return timesheet
    }
}

extension Context {
    func basis(forDeciding timesheet: Timesheet) -> Basis? {
        let place = timesheet.place
        guard case .allowed(let basis) = Policy.may(viewer, .decideTimesheets, at: place, on: today) else {
            return nil
        }
        return basis
    }
}

extension Basis {
    /// In whose place somebody acts on this ground.
    var onBehalf: OnBehalf? {
        if case .standIn(let standIn) = self { OnBehalf(standIn.giver, name: standIn.name) } else { nil }
    }
}

extension String {
    /// Without white space at both ends.
    package var trimmed: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
