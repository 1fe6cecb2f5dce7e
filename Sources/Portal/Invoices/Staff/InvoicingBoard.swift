import Staffing
import Tenancy

/// What can be invoiced at a client now, what blocks the rest, and what went out before.
struct InvoicingBoard: Sendable {
    /// Issued invoices that the page lists.
    static let listed = 100

    let tenant: TenantID
    let clientName: String
    let today: Day
    let nothing: Money
    /// Weeks with hours that nobody has invoiced, the earliest first.
    let weeks: [Day]
    let through: Day?
    let drafts: [Draft]
    let blocked: [Blocked]
    let ledger: InvoiceLedger
    let worksiteNames: [WorksiteID: String]

    struct Draft: Sendable {
        let draft: InvoiceDraft
        let sheets: Int
        let minutes: Int
    }

    /// A worksite where somebody still has to decide, or the agency to correct.
    struct Blocked: Sendable {
        let worksite: String
        let waiting: Int
        let sentBack: Int
    }

    /// Looks as far as the week `asked` for, or at all of them.
    init(_ tenant: isolated Tenant, for caller: Caller, asked: Day?) {
        let state = tenant.state
        let context = tenant.context(for: caller)
        let open = state.uninvoiced.filter { $0.hours.total > 0 }
        weeks = Set(open.map(\.week)).sorted()
        let last = asked ?? weeks.last
        through = last
        self.tenant = tenant.id
        clientName = state.client.name
        today = tenant.today
        nothing = Money(minorUnits: 0, state.client.currency)
        worksiteNames = state.worksites.mapValues(\.name)
        ledger = InvoiceLedger(state, for: caller.viewer, on: tenant.today)
        drafts = Self.drafts(through: last, state, context)
        blocked = Self.blocked(open.filter { !$0.isApproved && $0.week <= last ?? $0.week }, state)
    }

    /// Each sheet is looked at once, however many worksites there are: this is done on the client's loop.
    private static func blocked(_ undecided: [Timesheet], _ state: TenantState) -> [Blocked] {
        let sheets = Dictionary(grouping: undecided, by: \.worksite)
        return state.worksitesByCode.compactMap { worksite in
            guard let here = sheets[worksite.id] else { return nil }
            let waiting = here.count(where: \.isWaiting)
            return Blocked(worksite: worksite.name, waiting: waiting, sentBack: here.count - waiting)
        }
    }

    /// None for somebody who may look at invoices but not make them.
    private static func drafts(
        through last: Day?, _ state: TenantState, _ context: Context
    ) -> [Draft] {
        guard let last, let drafts = try? InvoiceRules.drafts(through: last, state, context) else {
            return []
        }
        return drafts.map { draft in
            Draft(
                draft: draft, sheets: Set(draft.lines.map(\.timesheet)).count,
                minutes: draft.lines.reduce(0) { $0 + $1.minutes })
        }
    }

    var total: Money { drafts.reduce(nothing) { $0 + $1.draft.total } }

    var waiting: Int { blocked.reduce(0) { $0 + $1.waiting } }

    var openInvoices: [Invoice] { ledger.invoices.filter { $0.status == .open } }

    func name(of worksite: WorksiteID) -> String { worksiteNames[worksite] ?? "" }
}
