import Markup
import Staffing

/// Where a timesheet is on its way, with the name of whoever brought it there.
enum TimesheetStanding: Hashable, Sendable {
    case waiting
    /// Approved by the first of two. `over` says what it is over, as far as the viewer may know.
    case begun(by: String, over: String, waitsFor: [String])
    case approved(by: String)
    case sentBack(RejectionReason)
    case invoiced

    init(_ timesheet: Timesheet, of assignment: Assignment, _ state: TenantState, _ visit: Visit) {
        func author(_ isIt: (TimesheetEntry.What) -> Bool) -> String {
            let entry = timesheet.history.last { isIt($0.what) }
            return entry?.author(agency: visit.frame.agencyName, visit.say) ?? ""
        }
        switch timesheet.status {
        case .submitted: self = .waiting
        case .rejected(let reason): self = .sentBack(reason)
        case .begun(_, _, _, let limit):
            let size = SheetSize(timesheet.hours, of: assignment, in: state.client.currency)
            self = .begun(
                by: author { if case .approvedFirst = $0 { true } else { false } },
                over: limit.exceeded(by: size, visit, state.client.currency),
                waitsFor: state.secondApprovers(of: timesheet, on: visit.today, under: visit.roles))
        case .approved:
            self = timesheet.invoice != nil ? .invoiced : .approved(by: author { $0 == .approved })
        }
    }

    var isBegun: Bool { if case .begun = self { true } else { false } }

    /// The state as words and a shape, for a row. Names of others stand below it, where there is room.
    func shape(_ say: any Sentences) -> Markup {
        let short = isBegun ? say.ofLimits.waitsForSecond : words(say)
        let rest: Markup? = isBegun ? "<span class=\"sub\">\(words(say))</span>" : nil
        return "<span class=\"shape \(tone)\">\(short)</span>\(rest)"
    }

    /// The same tinted, beside a title.
    func chip(_ say: any Sentences) -> Markup {
        "<span class=\"chip \(tone)\">\(isBegun ? say.ofLimits.waitsForSecond : words(say))</span>"
    }

    func words(_ say: any Sentences) -> String {
        switch self {
        case .waiting: say.ofTimesheets.waiting
        case .begun(let name, let over, let others):
            say.ofLimits.begun(by: name, over: over, waitsFor: others)
        case .approved(let name): say.ofTimesheets.approved(by: name)
        case .sentBack(let reason): say.ofTimesheets.sentBack(say.ofTimesheetRules.name(reason))
        case .invoiced: say.ofTimesheets.invoiced
        }
    }

    private var tone: StaticString {
        switch self {
        case .waiting, .begun: "info waiting"
        case .approved: "ok"
        case .sentBack: "warn"
        case .invoiced: "info"
        }
    }
}

extension TimesheetEntry {
    /// Clients know their own people by name; whoever acts for the agency is the agency.
    func author(agency: String) -> String {
        switch by {
        case .contact, .worker: name
        case .staff, .system, .nobody: agency
        }
    }
    /// The same with the one in whose place it was done.
    func author(agency: String, _ say: any Sentences) -> String {
        switch by {
        case .contact: signed(say)
        case .worker: signed(say)
        case .staff, .system, .nobody: agency
        }
    }

    /// Whoever did it, and in whose place.
    func signed(_ say: any Sentences) -> String {
        if case .worker = by { return say.ofExpected.byPersonalLink(name) }
        return onBehalf.map { say.signed(name, inPlaceOf: $0.name) } ?? name
    }
}
