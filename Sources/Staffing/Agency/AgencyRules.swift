/// Who may run the agency's own records.
package enum AgencyRules {
    package static func decide(
        _ command: AgencyCommand, _ state: AgencyState, _ context: Context
    ) throws(AgencyRefusal) -> [AgencyEvent] {
        switch command {
        case .addStaff(let name, let email, let roles):
            return try StaffRules.add(name, email, roles, state, context)
        case .changeStaff(let id, let name, let roles):
            return try StaffRules.change(id, name, roles, state, context)
        case .removeStaff(let id): return try StaffRules.remove(id, state, context)
        case .openTenant(let slug, let name): return try openTenant(slug, name.trimmed, state, context)
        case .setPayRate(let tenant, let assignment, let rate):
            try checkManager(context)
            guard state.tenants[tenant] != nil else { throw .unknown }
            guard (1...HourlyRate.highest).contains(rate.minorUnits) else { throw .rateImpossible }
            return [.payRateSet(tenant, assignment, rate)]
        }
    }

    private static func openTenant(
        _ slug: String, _ name: String, _ state: AgencyState, _ context: Context
    ) throws(AgencyRefusal) -> [AgencyEvent] {
        try checkManager(context)
        guard let id = TenantID(slug) else { throw .slugInvalid }
        guard state.tenants[id] == nil else { throw .slugTaken }
        guard !name.isEmpty else { throw .nameMissing }
        return [.tenantOpened(id, name: name)]
    }

    private static func checkManager(_ context: Context) throws(AgencyRefusal) {
        let isAllowed = Policy.may(context.viewer, .manageTenants, at: .tenant, on: context.today).isAllowed
        guard isAllowed else { throw .notAllowed }
    }
}
