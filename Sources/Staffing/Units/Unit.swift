/// A department or a cost center of a client: what hours belong to beside their worksite.
package struct Unit: Hashable, Sendable {
    package let id: UnitID
    package let kind: Kind
    /// The client's own short name, unique among its units of that kind; imports match by it.
    package let code: String
    package var name: String
    /// Nothing new is put into it and nobody is given a role there; what belongs to it stays.
    package var isRetired: Bool

    package enum Kind: String, CaseIterable, Sendable {
        case department
        case costCenter = "cost-center"
    }

    package init(id: UnitID, kind: Kind, code: String, name: String, isRetired: Bool = false) {
        self.id = id
        self.kind = kind
        self.code = code
        self.name = name
        self.isRetired = isRetired
    }
}

extension TenantState {
    /// Departments first, then cost centers, each by code.
    package var unitsByCode: [Unit] {
        units.values.sorted { ($0.kind.order, $0.code) < ($1.kind.order, $1.code) }
    }

    /// What an assignment's department and cost center are called.
    package func unitNames(of assignment: Assignment) -> [String] {
        [assignment.department, assignment.costCenter].compactMap { $0.flatMap { units[$0]?.name } }
    }

    package func unit(_ kind: Unit.Kind, code: String) -> Unit? {
        units.values.first { $0.kind == kind && $0.code == code }
    }
}

extension Unit.Kind {
    fileprivate var order: Int {
        switch self {
        case .department: 0
        case .costCenter: 1
        }
    }
}
