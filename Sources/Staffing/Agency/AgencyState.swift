/// What the agency keeps for itself: its people, its clients, and what must never reach a client.
package struct AgencyState: Sendable {
    package private(set) var staff: [StaffID: StaffMember] = [:]
    package private(set) var tenants: [TenantID: String] = [:]
    /// What workers are paid, by tenant and assignment. It lives here so that no client path can reach it.
    private var payRates: [PayKey: HourlyRate] = [:]

    package init() {}

    package mutating func evolve(_ recorded: Recorded<AgencyEvent>) {
        switch recorded.event {
        case .staffJoined(let member): staff[member.id] = member
        case .staffLeft(let id): staff[id]?.isActive = false
        case .tenantOpened(let id, let name): tenants[id] = name
        case .payRateSet(let tenant, let assignment, let rate):
            payRates[PayKey(tenant: tenant, assignment: assignment)] = rate
        }
    }

    package func staff(email: EmailAddress) -> StaffMember? {
        staff.values.first { $0.email == email && $0.isActive }
    }

    package func payRate(of assignment: AssignmentID, at tenant: TenantID) -> Guarded<HourlyRate>? {
        payRates[PayKey(tenant: tenant, assignment: assignment)].map {
            Guarded($0, opensWith: .seePayRates, at: .tenant)
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
    case tenantOpened(TenantID, name: String)
    case payRateSet(TenantID, AssignmentID, HourlyRate)
}

package enum AgencyCommand: Hashable, Sendable {
    case addStaff(name: String, email: String, roles: Set<StaffRole>)
    case removeStaff(StaffID)
    case openTenant(String, name: String)
    case setPayRate(TenantID, AssignmentID, HourlyRate)
}

package enum AgencyRefusal: Refusal, Hashable {
    case notAllowed, unknown, nameMissing, emailInvalid, emailTaken, rolesMissing, slugInvalid, slugTaken
    case lastOpsAdmin, rateImpossible

    package var kind: RefusalKind {
        switch self {
        case .notAllowed: .forbidden
        case .unknown: .missing
        case .emailTaken, .slugTaken, .lastOpsAdmin: .conflict
        case .nameMissing, .emailInvalid, .rolesMissing, .slugInvalid, .rateImpossible: .invalid
        }
    }
}
