import HTTP
import Journal
import Staffing
import Tenancy

/// Approvals of many sheets at once, and taking them back at once.
enum TimesheetApprovals {
    /// One step at one moment. Each sheet is approved as it was on the page, or not at all.
    static func approve(
        _ tenant: isolated Tenant, _ visit: Visit, _ key: NoKey
    ) throws(Problem) -> Response {
        let filter = TimesheetFilter(visit.query)
        guard let form = ApprovalForm(visit.form) else { throw Problem(.unprocessableContent) }
        let choice = form.choice(tenant.state, visit)
        guard choice.isEmpty == false else {
            return Response(seeOther: filter.address().with("chosen", "0").headerValue)
        }
        let commands = choice.sheets.map { TimesheetCommand.approve($0.id, seen: $0.fingerprint) }
        let batch = try perform(commands, tenant, visit)
        if !batch.events.isEmpty { visit.noteApproved(batch.events.count) }
        let report = ApprovalReport(batch, choice.sheets, tenant.state, visit, changed: choice.changed)
        return Response(seeOther: report.address(filter.address()).headerValue)
    }

    /// Takes back all that this person approved at one moment and no invoice has picked up.
    static func withdraw(
        _ tenant: isolated Tenant, _ visit: Visit, _ key: NoKey
    ) throws(Problem) -> Response {
        let approved = ApprovedBatch(visit.form["batch"], tenant.state, visit)
        guard let approved, !approved.sheets.isEmpty else {
            throw Problem(.conflict, visit.say.ofTimesheetRules.explain(.notApproved))
        }
        let batch = try perform(
            approved.sheets.map { TimesheetCommand.withdrawApproval($0.id) }, tenant, visit)
        let taken = batch.events.count
        guard taken > 0 || batch.refusals.isEmpty else {
            throw Problem(.conflict, visit.say.ofTimesheetRules.explain(batch.refusals[0]))
        }
        let address = TimesheetFilter(visit.query).address().with("withdrawn", taken)
        let kept = batch.refusals.count
        return Response(
            seeOther: (kept == 0 ? address : address.with("kept", kept)).headerValue)
    }

    private static func perform(
        _ commands: [TimesheetCommand], _ tenant: isolated Tenant, _ visit: Visit
    ) throws(Problem) -> TimesheetBatch {
        do throws(StoreFailure) {
            return try tenant.perform(commands, for: visit.caller)
        } catch {
            throw Problem(error, visit.say)
        }
    }
}

/// What became of a batch, as numbers that an address can carry.
struct ApprovalReport: Sendable {
    private let approved: Int
    /// First approvals of two.
    private let begun: Int
    /// Wait for a second approval that is not this person's to give.
    private let held: Int
    private let changed: Int
    private let decided: Int
    private let refused: Int
    private let moment: Moment

    /// Approvals of the same person for the same form count again: an answer that was lost is given once
    /// more.
    init(
        _ batch: TimesheetBatch, _ asked: [SeenSheet], _ state: TenantState, _ visit: Visit,
        changed already: Int = 0
    ) {
        var (changed, decided, refused, held) = (already, 0, 0, 0)
        for refusal in batch.refusals {
            switch refusal {
            case .changedSinceShown: changed += 1
            case .alreadyApproved, .alreadyRejected: decided += 1
            case .secondPersonNeeded, .overLimit: held += 1
            case .ownHours, .unknown, .unknownAssignment, .notAllowed, .notApproved, .alreadyInvoiced,
                .tooLateToWithdraw, .notStartOfWeek, .dayOutsideWeek, .twoEntriesForDay, .impossibleHours,
                .overlappingPunches, .wordsMissing, .wordsTooLong, .tooMany:
                refused += 1
            }
        }
        let done = batch.events.count
        let earlier =
            done > 0
            ? []
            : asked.compactMap {
                state.timesheets[$0.id]?.approved(by: visit.viewer.person, as: $0.fingerprint)
            }
        let isRepeated = Set(earlier).count == 1
        moment = isRepeated ? earlier[0] : batch.moment
        let first =
            isRepeated
            ? asked.count {
                state.timesheets[$0.id]?.isBegun(by: visit.viewer.person, at: earlier[0]) == true
            }
            : batch.events.count { if case .approvedFirst = $0 { true } else { false } }
        begun = first
        approved = (isRepeated ? earlier.count : done) - first
        if isRepeated {
            decided -= approved
            held -= first
        }
        (self.changed, self.decided, self.refused, self.held) = (changed, decided, refused, held)
    }

    /// Whether anything is approved by it, if only as the first of two.
    var isDone: Bool { approved + begun > 0 }

    func address(_ list: Address) -> Address {
        var address = list.with("approved", approved)
        if changed > 0 { address = address.with("changed", changed) }
        if decided > 0 { address = address.with("decided", decided) }
        if refused > 0 { address = address.with("refused", refused) }
        if held > 0 { address = address.with("held", held) }
        return !isDone ? address : address.with("batch", moment.microseconds)
    }
}

/// The sheets that the viewer approved at one moment and whose approval still stands.
struct ApprovedBatch: Sendable {
    let moment: Moment
    let sheets: [Timesheet]

    /// `text` is the moment in microseconds, as a form or an address carries it.
    init?(_ text: String?, _ state: TenantState, _ visit: Visit) {
        guard let text, let number = Int64(text), String(number) == text, number > 0 else { return nil }
        let moment = Moment(microseconds: number)
        self.moment = moment
        sheets = state.approved(by: visit.viewer.person, at: moment).filter {
            visit.may(.decideTimesheets, at: $0.place)
        }
    }

    var end: Moment { moment.adding(seconds: TimesheetRules.withdrawalSeconds) }

    func mayBeWithdrawn(at now: Moment) -> Bool { now <= end && sheets.contains { $0.invoice == nil } }
}
