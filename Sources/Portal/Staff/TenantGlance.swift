import HTTP
import Journal
import Staffing
import Tenancy

/// What is stuck at one client: sheets that wait or came back, and places that nobody approves for.
struct TenantGlance: Sendable {
    let waiting: Int
    let oldestWaiting: Day?
    let approved: Int
    let sentBack: Int
    /// Weeks that are due and that nobody has answered.
    let late: Int
    /// Names of the worksites that have no approver today.
    let uncovered: [String]
    /// Names of those where nobody approves without a limit.
    let limited: [String]

    init(_ state: TenantState, on today: Day, under roles: RoleBook) {
        uncovered = Coverage.uncovered(state, on: today, under: roles)
            .compactMap { state.worksites[$0]?.name }
        limited = Coverage.limited(state, on: today, under: roles).compactMap { state.worksites[$0]?.name }
        let tally = state.tally
        (waiting, oldestWaiting) = (tally.waiting, tally.oldestWaiting)
        late = state.expectedTally(on: today).late
        (approved, sentBack) = (tally.toInvoice, tally.sentBack)
    }
}

/// Whether a client's records can be looked at, and what they say at a glance.
enum TenantStanding: Sendable {
    case open(TenantGlance)
    /// The agency knows the client, but its own records were never begun.
    case beingOpened
    case unreadable(StoreFailure)
    /// A write failed while the records were in use. Nobody sees or changes them until they are read again.
    case halted(TenantTrouble)
}

/// Where a sheet stands on its way to the invoice, as the agency sorts them.
package enum TenantSheetState: String, CaseIterable, Sendable {
    case waiting
    case sentBack = "sent-back"
    case approved, invoiced

    init(of sheet: Timesheet) {
        self =
            switch sheet.status {
            case .submitted, .begun: .waiting
            case .rejected: .sentBack
            case .approved: sheet.invoice == nil ? .approved : .invoiced
            }
    }
}

extension Visit {
    /// How one client stands. What is wrong with its records is told here and harms nobody else.
    func standing(of id: TenantID) async -> TenantStanding {
        do throws(StoreFailure) {
            let tenant = try await services.tenants.tenant(id)
            if let trouble = services.tenants.halt(of: id) { return .halted(trouble) }
            let standing = await tenant.run { tenant in
                tenant.state.client == .unopened
                    ? TenantStanding.beingOpened
                    : .open(TenantGlance(tenant.state, on: tenant.today, under: roles))
            }
            try await tenant.untilDurable()
            return standing
        } catch {
            return .unreadable(error)
        }
    }

    /// The same for the clients of one page, all at once; nobody else is woken.
    func standings(of ids: [TenantID]) async -> [TenantID: TenantStanding] {
        await withTaskGroup(of: (TenantID, TenantStanding).self) { group in
            for id in ids { group.addTask { (id, await self.standing(of: id)) } }
            var standings: [TenantID: TenantStanding] = [:]
            for await (id, standing) in group { standings[id] = standing }
            return standings
        }
    }

    /// One step inside the agency's records, whose outcome is on disk when this returns.
    func inAgency<Value: Sendable>(
        _ body: @Sendable (isolated Agency) -> Value
    ) async throws(Problem) -> Value {
        let value = await services.agency.run(body)
        do throws(StoreFailure) { try await services.agency.untilDurable() } catch {
            throw Problem(error, say)
        }
        return value
    }

    /// The name under which the agency knows a client; missing where it knows none.
    func tenantName(_ id: TenantID) async throws(Problem) -> String {
        guard services.tenants.isRegistered(id), let name = try await inAgency({ $0.state.tenants[id] })
        else { throw .missing }
        return name
    }

    var words: any StaffWords { staffSay.ofStaff }

}
