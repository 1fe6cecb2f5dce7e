/// Where a grant holds: at the whole client or at one worksite.
package enum Node: Hashable, Sendable {
    case tenant
    case worksite(WorksiteID)

    func covers(_ other: Node) -> Bool { self == .tenant || self == other }
}

/// A person's role at a node between two dates.
package struct Grant: Hashable, Sendable {
    package let id: GrantID
    package let role: Role
    package let node: Node
    package let days: DayRange

    package init(id: GrantID, role: Role, node: Node, days: DayRange) {
        self.id = id
        self.role = role
        self.node = node
        self.days = days
    }
}
