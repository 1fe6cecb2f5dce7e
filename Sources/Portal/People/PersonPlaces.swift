import Staffing

/// Where somebody of a client can hold a role, and who approves there without a limit.
struct PersonPlaces: Sendable {
    let worksites: [Worksite]
    /// Departments and cost centers in use, and those where this person holds something.
    let units: [Unit]
    let names: NodeNames
    let currency: Currency
    /// The names of others who approve something without a limit today.
    let unlimited: [String]
    /// Where somebody approves, but nobody without a limit.
    let limited: [String]

    init(_ state: TenantState, about contact: Contact? = nil, _ visit: Visit) {
        let held = Set(contact?.grants.map(\.node) ?? [])
        worksites = state.worksitesByCode
        units = state.unitsByCode.filter { !$0.isRetired || held.contains(.unit($0.id)) }
        names = NodeNames(state)
        currency = state.client.currency
        unlimited = state.contacts.values.filter { other in
            other.id != contact?.id
                && other.grants.contains { grant in
                    grant.limit == nil && grant.days.contains(visit.today)
                        && visit.roles.permissions(of: grant.role, for: .client).contains(.decideTimesheets)
                }
        }.map(\.name).sorted()
        limited = Coverage.limited(state, on: visit.today, under: visit.roles)
            .compactMap { state.worksites[$0]?.name }
    }

    /// Every place of the form with what it is called, the whole company first.
    var nodes: [(node: Node, name: String?)] {
        [(Node.tenant, nil)] + worksites.map { (.worksite($0.id), $0.name) }
            + units.map { (.unit($0.id), $0.name) }
    }
}
