/// Which departments and cost centers a client has, and which of them an assignment belongs to.
extension SetupRules {
    /// A client has so many departments and cost centers at most: a form about a person shows each.
    package static let mostUnits = 200

    static func addUnit(
        _ kind: Unit.Kind, code: String, name: String, _ state: TenantState, _ context: Context
    ) throws(SetupRefusal) -> [SetupEvent] {
        let (code, name) = (code.trimmed, name.trimmed)
        try check(name: name, others: [code])
        guard !code.isEmpty else { throw .nameMissing }
        guard state.units.count < mostUnits else { throw .tooManyUnits }
        guard state.unit(kind, code: code) == nil else { throw .codeTaken }
        return [.unitAdded(Unit(id: context.draw(Unit.self), kind: kind, code: code, name: name))]
    }

    static func changeUnit(
        _ id: UnitID, name: String, isRetired: Bool, _ state: TenantState
    ) throws(SetupRefusal) -> [SetupEvent] {
        guard let unit = state.units[id] else { throw .unknownUnit }
        let name = name.trimmed
        try check(name: name, others: [])
        guard (name, isRetired) != (unit.name, unit.isRetired) else { return [] }
        return [.unitChanged(id, name: name, isRetired: isRetired)]
    }

    static func place(
        _ id: AssignmentID, _ department: UnitID?, _ costCenter: UnitID?, _ state: TenantState
    ) throws(SetupRefusal) -> [SetupEvent] {
        guard let assignment = state.assignments[id] else { throw .unknownAssignment }
        try check(department, .department, beside: assignment.department, state)
        try check(costCenter, .costCenter, beside: assignment.costCenter, state)
        if (department, costCenter) == (assignment.department, assignment.costCenter) { return [] }
        return [.assignmentPlaced(id, department: department, costCenter: costCenter)]
    }

    /// An assignment stays in a unit that was retired, but none is put there.
    private static func check(
        _ unit: UnitID?, _ kind: Unit.Kind, beside old: UnitID?, _ state: TenantState
    ) throws(SetupRefusal) {
        guard let unit, unit != old else { return }
        guard let known = state.units[unit], known.kind == kind else { throw .unknownUnit }
        guard !known.isRetired else { throw .unitRetired }
    }
}
