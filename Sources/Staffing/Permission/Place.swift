/// Where a record stands: at a worksite, and perhaps in a department and a cost center. What is allowed is
/// asked of a place, and a grant at any part of it counts.
package struct Place: Hashable, Sendable {
    package let worksite: WorksiteID?
    package let department: UnitID?
    package let costCenter: UnitID?

    package init(worksite: WorksiteID?, department: UnitID? = nil, costCenter: UnitID? = nil) {
        self.worksite = worksite
        self.department = department
        self.costCenter = costCenter
    }

    /// The whole client: only a grant for all of it counts.
    package static let client = Place(worksite: nil)
}

extension Node {
    /// The place that is this node and no more.
    package var place: Place {
        switch self {
        case .tenant: .client
        case .worksite(let worksite): Place(worksite: worksite)
        // Which kind of unit it is makes no difference to what covers it.
        case .unit(let unit): Place(worksite: nil, department: unit)
        }
    }

    func covers(_ place: Place) -> Bool {
        switch self {
        case .tenant: true
        case .worksite(let worksite): place.worksite == worksite
        case .unit(let unit): place.department == unit || place.costCenter == unit
        }
    }
}

/// Which of a client's placed records one permission opens to one viewer, worked out once for a page.
package struct OpenPlaces: Sendable {
    private let whole: Set<WorksiteID>
    /// Of worksites that are not open as a whole, the places that are.
    private let parts: [WorksiteID: Set<Place>]

    init(_ permission: Permission, to viewer: Viewer, _ state: TenantState, on day: Day) {
        let whole = Set(
            state.worksites.keys.filter {
                Policy.may(viewer, permission, at: .worksite($0), on: day).isAllowed
            })
        self.whole = whole
        // Most people hold what they hold at worksites, and then no assignment is looked at.
        guard whole.count < state.worksites.count, viewer.holdsAtUnit(permission, on: day) else {
            parts = [:]
            return
        }
        var parts: [WorksiteID: Set<Place>] = [:]
        for assignment in state.assignments.values where !whole.contains(assignment.worksite) {
            guard Policy.may(viewer, permission, at: assignment.place, on: day).isAllowed else { continue }
            parts[assignment.worksite, default: []].insert(assignment.place)
        }
        self.parts = parts
    }

    package func isWhole(_ worksite: WorksiteID) -> Bool { whole.contains(worksite) }

    /// Whether anything there is open.
    package func reaches(_ worksite: WorksiteID) -> Bool {
        whole.contains(worksite) || parts[worksite] != nil
    }

    package func opens(_ assignment: Assignment) -> Bool {
        whole.contains(assignment.worksite)
            || parts[assignment.worksite]?.contains(assignment.place) ?? false
    }
}

extension TenantState {
    package func open(_ permission: Permission, to viewer: Viewer, on day: Day) -> OpenPlaces {
        OpenPlaces(permission, to: viewer, self, on: day)
    }
}
