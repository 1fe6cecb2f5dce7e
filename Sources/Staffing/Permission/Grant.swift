/// Where a grant holds: at the whole client, at one worksite, in one department or for one cost center.
package enum Node: Hashable, Sendable {
    case tenant
    case worksite(WorksiteID)
    case unit(UnitID)
}

/// A person's role at a node between two dates.
package struct Grant: Hashable, Sendable {
    package let id: GrantID
    package let role: Role
    package let node: Node
    package let days: DayRange
    /// What somebody who decides by it approves alone; nothing where that is everything.
    package let limit: ApprovalLimit?

    package init(id: GrantID, role: Role, node: Node, days: DayRange, limit: ApprovalLimit? = nil) {
        self.id = id
        self.role = role
        self.node = node
        self.days = days
        self.limit = limit
    }
}
