import Staffing

/// One line of an export.
struct HoursRow: Sendable {
    /// Counted from 1, as an editor shows it.
    let line: Int
    let fields: [String]
    let plan: ColumnPlan

    /// The cell as it stands, or the empty text where the row ends early or the column is not mapped.
    subscript(field: HoursField) -> String {
        guard let index = plan.indexes[field], index < fields.count else { return "" }
        return fields[index]
    }

    func isMapped(_ field: HoursField) -> Bool { plan.indexes[field] != nil }

    var isBlank: Bool { fields.allSatisfy(\.trimmed.isEmpty) }

    func isTotals(_ mapping: HoursMapping) -> Bool { mapping.totals.contains(self[.employee].asHeader) }

    /// What makes two rows the same; a reason from an earlier import is no part of it.
    var identity: [String] {
        guard let reason = plan.reasonIndex, reason < fields.count else { return fields }
        var cells = fields
        cells.remove(at: reason)
        return cells
    }
}

/// In which column each field stands.
struct ColumnPlan: Sendable {
    let indexes: [HoursField: Int]
    /// Where a file that we gave back says why a row was refused.
    let reasonIndex: Int?

    init(header: [String], _ mapping: HoursMapping) throws(FileRefusal) {
        let names = header.map(\.asHeader)
        var indexes: [HoursField: Int] = [:]
        for field in HoursField.allCases {
            guard let wanted = mapping.columns[field] else { continue }
            let places = names.indices.filter { names[$0] == wanted.asHeader }
            guard let place = places.first else { throw .headerMissing(header: wanted, found: header) }
            guard places.count == 1 else { throw .headerTwice(wanted) }
            indexes[field] = place
        }
        self.indexes = indexes
        reasonIndex = names.firstIndex(of: RefusedFile.reasonHeader.asHeader)
    }
}
