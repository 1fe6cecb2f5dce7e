import Access
import Staffing

/// One line of a client's access log, with the names that its records have.
struct LogLine: Sendable {
    let at: Moment
    let deed: LogDeed
    let person: Viewer.Person
    let name: String
    let isAgency: Bool
    /// The record that it is about, by its name.
    let subject: String?
    let reason: String?
    /// The page that was asked for by whoever looked as somebody.
    let page: String?
    private let occasion: Occasion
    /// Whence the client's own people came. The agency's own networks are not theirs to see.
    let network: String?

    /// Nothing for what a client's log does not tell.
    init?(_ record: AccessRecord, _ state: TenantState) {
        guard let deed = LogDeed(record) else { return nil }
        self.deed = deed
        at = record.at
        person = record.person
        switch record.person {
        case .contact(let id):
            name = record.name.isEmpty ? state.contacts[id]?.name ?? "" : record.name
            isAgency = false
        case .staff:
            name = record.name
            isAgency = true
        case .worker:
            name = record.name
            isAgency = false
        case .nobody:
            name = ""
            isAgency = false
        case .system: return nil
        }
        network = isAgency ? nil : record.network
        occasion = record.occasion
        page = deed == .viewed ? record.path : nil
        subject = deed.kind == .views ? nil : Self.subject(record.path, state)
        reason = if case .viewBegan(_, let reason) = record.occasion { reason } else { nil }
    }

    /// A look of the agency's is told with the person as whom, and with its reason.
    func words(_ say: any Sentences) -> String { say.log(occasion) ?? say.log(deed) }

    private static func subject(_ path: String, _ state: TenantState) -> String? {
        let segments = path.split(separator: "/").map(String.init)
        guard segments.count > 1 else { return nil }
        switch segments[0] {
        case Routes.people.segments[0]:
            return ContactID(pathText: segments[1]).flatMap { state.contacts[$0]?.name }
        case Routes.invoices.segments[0]:
            return InvoiceID(pathText: segments[1]).flatMap { state.invoices[$0]?.number }
        case Routes.timesheets.segments[0]:
            guard let id = TimesheetID(pathText: segments[1]), let sheet = state.timesheets[id] else {
                return nil
            }
            return state.workers[sheet.worker].map { $0.name + ", " + sheet.week.iso }
        case Routes.roles.segments[0]: return segments[1]
        default: return nil
        }
    }
}
