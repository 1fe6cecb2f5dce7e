import Markup
import Staffing

/// Where a timesheet is on its way, with the name of whoever brought it there.
enum TimesheetStanding: Hashable, Sendable {
    case waiting
    case approved(by: String)
    case sentBack(RejectionReason)
    case invoiced

    init(_ timesheet: Timesheet, agency: String, _ say: any Sentences) {
        switch timesheet.status {
        case .submitted: self = .waiting
        case .rejected(let reason): self = .sentBack(reason)
        case .approved:
            let entry = timesheet.history.last { $0.what == .approved }
            self =
                timesheet.invoice != nil ? .invoiced : .approved(by: entry?.author(agency: agency, say) ?? "")
        }
    }

    /// The state as words and a shape, for a row.
    func shape(_ say: any Sentences) -> Markup {
        "<span class=\"shape \(tone)\">\(words(say))</span>"
    }

    /// The same tinted, beside a title.
    func chip(_ say: any Sentences) -> Markup {
        "<span class=\"chip \(tone)\">\(words(say))</span>"
    }

    private func words(_ say: any Sentences) -> String {
        switch self {
        case .waiting: say.ofTimesheets.waiting
        case .approved(let name): say.ofTimesheets.approved(by: name)
        case .sentBack(let reason): say.ofTimesheets.sentBack(say.ofTimesheetRules.name(reason))
        case .invoiced: say.ofTimesheets.invoiced
        }
    }

    private var tone: StaticString {
        switch self {
        case .waiting: "info waiting"
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
        case .contact: name
        case .staff, .system, .nobody: agency
        }
    }
    /// The same with the one in whose place it was done.
    func author(agency: String, _ say: any Sentences) -> String {
        switch by {
        case .contact: signed(say)
        case .staff, .system, .nobody: agency
        }
    }

    /// Whoever did it, and in whose place.
    func signed(_ say: any Sentences) -> String {
        onBehalf.map { say.signed(name, inPlaceOf: $0.name) } ?? name
    }
}
