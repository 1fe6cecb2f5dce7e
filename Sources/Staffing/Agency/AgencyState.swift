/// What the agency keeps for itself: its people, its clients, and what must never reach a client.
package struct AgencyState: Sendable {
    package private(set) var staff: [StaffID: StaffMember] = [:]
    package private(set) var tenants: [TenantID: String] = [:]
    package private(set) var roles = RoleBook.templates
    package private(set) var brandings: [TenantID: Branding] = [:]
    /// What workers are paid, by tenant and assignment. It lives here so that no client path can reach it.
    private var payRates: [PayKey: HourlyRate] = [:]
    /// Of those who have not left.
    private var staffByEmail: [EmailAddress: StaffID] = [:]

    package init() {}

    package mutating func evolve(_ event: AgencyEvent) {
        switch event {
        case .staffJoined(let member):
            staff[member.id] = member
            if member.isActive { staffByEmail[member.email] = member.id }
        case .staffChanged(let id, let name, let roles):
            staff[id]?.name = name
            staff[id]?.roles = roles
        case .staffLeft(let id):
            if let old = staff[id]?.email { staffByEmail[old] = nil }
            staff[id]?.isActive = false
        case .tenantOpened(let id, let name): tenants[id] = name
        case .tenantBranded(let id, let branding): brandings[id] = branding == .none ? nil : branding
        case .roleDefined(let definition), .roleChanged(let definition): roles.put(definition)
        case .roleRetired(let role): roles.retire(role)
        case .secondFactorDemanded(let isDemanded, let role): roles.demandSecondFactor(isDemanded, of: role)
        case .staffMoved(let id, let address):
            if let old = staff[id]?.email { staffByEmail[old] = nil }
            staff[id]?.email = address
            staffByEmail[address] = id
        case .payRateSet(let tenant, let assignment, let rate):
            payRates[PayKey(tenant: tenant, assignment: assignment)] = rate
        }
    }

    package func branding(of tenant: TenantID) -> Branding { brandings[tenant] ?? .none }

    package func staff(email: EmailAddress) -> StaffMember? { staffID(email: email).flatMap { staff[$0] } }

    /// Only the identifier, so that looking for nobody's address takes no less time.
    package func staffID(email: EmailAddress) -> StaffID? { staffByEmail[email] }

    package func payRate(of assignment: AssignmentID, at tenant: TenantID) -> Guarded<HourlyRate>? {
        payRates[PayKey(tenant: tenant, assignment: assignment)].map {
            Guarded($0, opensWith: .seePayRates, at: .client)
        }
    }

    /// The events that would make this state from nothing, in a fixed order: what a snapshot holds.
    package var digest: [AgencyEvent] {
        let people = staff.values.sorted { $0.id.rawValue < $1.id.rawValue }
        let opened = tenants.sorted { $0.key < $1.key }
        let rates = payRates.sorted {
            ($0.key.tenant, $0.key.assignment.rawValue) < ($1.key.tenant, $1.key.assignment.rawValue)
        }
        return people.map(AgencyEvent.staffJoined) + roleDigest
            + opened.map { .tenantOpened($0.key, name: $0.value) }
            + brandings.sorted { $0.key < $1.key }.map { .tenantBranded($0.key, $0.value) }
            + rates.map { .payRateSet($0.key.tenant, $0.key.assignment, $0.value) }
    }

    /// What differs from the templates.
    private var roleDigest: [AgencyEvent] {
        roles.all.flatMap { definition -> [AgencyEvent] in
            var active = definition
            active.isRetired = false
            active.demandsSecondFactor = false
            let template = RoleBook.templates[definition.role]
            let change: [AgencyEvent] =
                template == active
                ? [] : [template == nil ? .roleDefined(active) : .roleChanged(active)]
            let demand: [AgencyEvent] =
                definition.demandsSecondFactor ? [.secondFactorDemanded(true, of: definition.role)] : []
            return change + demand + (definition.isRetired ? [.roleRetired(definition.role)] : [])
        }
    }

    private struct PayKey: Hashable {
        let tenant: TenantID
        let assignment: AssignmentID
    }
}

package enum AgencyEvent: Hashable, Sendable {
    case staffJoined(StaffMember)
    case staffLeft(StaffID)
    case staffChanged(StaffID, name: String, roles: Set<Role>)
    case tenantOpened(TenantID, name: String)
    case payRateSet(TenantID, AssignmentID, HourlyRate)
    case roleDefined(RoleDefinition)
    case roleChanged(RoleDefinition)
    case roleRetired(Role)
    /// Whether holding the role demands a second factor at the sign-in.
    case secondFactorDemanded(Bool, of: Role)
    /// Somebody has another mail address.
    case staffMoved(StaffID, EmailAddress)
    case tenantBranded(TenantID, Branding)
}

package enum AgencyCommand: Hashable, Sendable {
    case addStaff(name: String, email: String, roles: Set<Role>)
    /// What they are called, and the whole of what they hold from now on.
    case changeStaff(StaffID, name: String, roles: Set<Role>)
    case removeStaff(StaffID)
    case openTenant(String, name: String)
    case setPayRate(TenantID, AssignmentID, HourlyRate)
}

package enum AgencyRefusal: Refusal, Hashable {
    case notAllowed, unknown, nameMissing, emailInvalid, emailTaken, rolesMissing, slugInvalid, slugTaken
    case lastOpsAdmin, rateImpossible, roleUnknown

    package var kind: RefusalKind {
        switch self {
        case .notAllowed: .forbidden
        case .unknown: .missing
        case .emailTaken, .slugTaken, .lastOpsAdmin: .conflict
        case .nameMissing, .emailInvalid, .rolesMissing, .slugInvalid, .rateImpossible, .roleUnknown:
            .invalid
        }
    }
}
