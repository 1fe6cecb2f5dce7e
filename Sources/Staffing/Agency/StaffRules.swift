/// Who may say who works for the agency. Whoever changes roles could give themselves everything anyway, so it
/// is they, and nobody who merely opens clients.
enum StaffRules {
    static func add(
        _ name: String, _ email: String, _ roles: Set<Role>, _ state: AgencyState, _ context: Context
    ) throws(AgencyRefusal) -> [AgencyEvent] {
        try checkEditor(context)
        let name = try checked(name)
        guard let address = EmailAddress(email.trimmed) else { throw .emailInvalid }
        guard state.staff(email: address) == nil else { throw .emailTaken }
        try check(roles, beside: [], state)
        let id = context.draw(StaffMember.self)
        return [.staffJoined(StaffMember(id: id, name: name, email: address, roles: roles))]
    }

    static func change(
        _ id: StaffID, _ name: String, _ roles: Set<Role>, _ state: AgencyState, _ context: Context
    ) throws(AgencyRefusal) -> [AgencyEvent] {
        try checkEditor(context)
        guard let member = state.staff[id], member.isActive else { throw .unknown }
        let name = try checked(name)
        try check(roles, beside: member.roles, state)
        guard (name, roles) != (member.name, member.roles) else { return [] }
        let event = AgencyEvent.staffChanged(id, name: name, roles: roles)
        try keepEditor(after: event, state)
        return [event]
    }

    static func remove(
        _ id: StaffID, _ state: AgencyState, _ context: Context
    ) throws(AgencyRefusal) -> [AgencyEvent] {
        try checkEditor(context)
        guard state.staff[id]?.isActive == true else { throw .unknown }
        try keepEditor(after: .staffLeft(id), state)
        return [.staffLeft(id)]
    }

    private static func checkEditor(_ context: Context) throws(AgencyRefusal) {
        guard Policy.may(context.viewer, .manageRoles, at: .tenant, on: context.today).isAllowed else {
            throw .notAllowed
        }
    }

    private static func checked(_ name: String) throws(AgencyRefusal) -> String {
        let name = name.trimmed
        guard !name.isEmpty, name.count <= PeopleRules.longestName else { throw .nameMissing }
        return name
    }

    /// What somebody holds already stays as it is, though it could not be given any more.
    private static func check(
        _ roles: Set<Role>, beside held: Set<Role>, _ state: AgencyState
    ) throws(AgencyRefusal) {
        guard !roles.isEmpty else { throw .rolesMissing }
        let areKnown = roles.subtracting(held).allSatisfy {
            state.roles[$0]?.side == .staff && state.roles[$0]?.isRetired == false
        }
        guard areKnown else { throw .roleUnknown }
    }

    /// The agency keeps somebody who can change roles, or nobody could ever mend anything again.
    private static func keepEditor(
        after event: AgencyEvent, _ state: AgencyState
    ) throws(AgencyRefusal) {
        var after = state
        after.evolve(event)
        guard state.roleEditors.isEmpty || !after.roleEditors.isEmpty else { throw .lastOpsAdmin }
    }
}
