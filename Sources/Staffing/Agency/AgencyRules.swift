/// Who may run the agency's own records.
package enum AgencyRules {
    package static func decide(
        _ command: AgencyCommand, _ state: AgencyState, _ context: Context
    ) throws(AgencyRefusal) -> [AgencyEvent] {
        let isAllowed = Policy.may(context.viewer, .manageTenants, at: .tenant, on: context.today).isAllowed
        guard isAllowed else { throw .notAllowed }
        switch command {
        case .addStaff(let name, let email, let roles):
            return try addStaff(name.trimmed, email, roles, state, context)
        case .removeStaff(let id): return try removeStaff(id, state)
        case .openTenant(let slug, let name):
            guard let id = TenantID(slug) else { throw .slugInvalid }
            guard state.tenants[id] == nil else { throw .slugTaken }
            guard !name.trimmed.isEmpty else { throw .nameMissing }
            return [.tenantOpened(id, name: name.trimmed)]
        case .setPayRate(let tenant, let assignment, let rate):
            guard state.tenants[tenant] != nil else { throw .unknown }
            guard (1...HourlyRate.highest).contains(rate.minorUnits) else { throw .rateImpossible }
            return [.payRateSet(tenant, assignment, rate)]
        }
    }

    private static func addStaff(
        _ name: String, _ email: String, _ roles: Set<Role>, _ state: AgencyState, _ context: Context
    ) throws(AgencyRefusal) -> [AgencyEvent] {
        guard !name.isEmpty, name.count <= PeopleRules.longestName else { throw .nameMissing }
        guard let address = EmailAddress(email.trimmed) else { throw .emailInvalid }
        guard state.staff(email: address) == nil else { throw .emailTaken }
        guard !roles.isEmpty else { throw .rolesMissing }
        let areKnown = roles.allSatisfy {
            state.roles[$0]?.side == .staff && state.roles[$0]?.isRetired == false
        }
        guard areKnown else { throw .roleUnknown }
        let id = context.draw(StaffMember.self)
        return [.staffJoined(StaffMember(id: id, name: name, email: address, roles: roles))]
    }

    private static func removeStaff(
        _ id: StaffID, _ state: AgencyState
    ) throws(AgencyRefusal) -> [AgencyEvent] {
        guard state.staff[id]?.isActive == true else { throw .unknown }
        let editors = state.roleEditors
        guard editors.isEmpty || !editors.subtracting([id]).isEmpty else { throw .lastOpsAdmin }
        return [.staffLeft(id)]
    }
}
