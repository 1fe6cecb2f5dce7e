package import Staffing

/// Departments and cost centers, as the assignments name them.
extension TenantFiles {
    struct UnitKey: Hashable {
        let kind: Unit.Kind
        let code: String
    }

    /// The first row that names a department or a cost center makes it; without a name its code is the name.
    mutating func addUnit(
        _ kind: Unit.Kind, _ column: String, _ row: AgencyTable.Row
    ) throws(AgencyFileRefusal) {
        let (code, name) = (row[column], row[column + "_name"])
        guard !code.isEmpty else { return }
        let key = UnitKey(kind: kind, code: code)
        if let known = unitNames[key] {
            guard name.isEmpty || name == known.name else {
                throw row.place.refusal(.contradicts(column + "_name", first: known.line))
            }
            return
        }
        let called = name.isEmpty ? code : name
        unitNames[key] = (called, row.place.line)
        units.append(Located(row.place, .addUnit(kind, code: code, name: called)))
    }

    /// Next: where they stand besides their worksites. What stands somewhere already is left there.
    package func unitPlacements(_ state: TenantState) -> [Located<SetupCommand>] {
        assignments.compactMap { located in
            let row = located.value
            guard let assignment = started(row, state), assignment.department == nil,
                assignment.costCenter == nil, !(row.department + row.costCenter).isEmpty
            else { return nil }
            let command = SetupCommand.placeAssignment(
                assignment.id, department: state.unit(.department, code: row.department)?.id,
                costCenter: state.unit(.costCenter, code: row.costCenter)?.id)
            return Located(located.place, command)
        }
    }
}
