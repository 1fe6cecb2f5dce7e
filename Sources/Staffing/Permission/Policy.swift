/// The one authorization function. Lists, counts, search, export, documents and pages all ask here.
package enum Policy {
    package enum Verdict: Hashable, Sendable {
        case allowed(because: Basis)
        case denied

        package var isAllowed: Bool { if case .allowed = self { true } else { false } }
    }

    package static func may(
        _ viewer: Viewer, _ permission: Permission, at place: Place, on day: Day
    ) -> Verdict {
        viewer.basis(for: permission, at: place, on: day).map { .allowed(because: $0) } ?? .denied
    }

    package static func may(
        _ viewer: Viewer, _ permission: Permission, at node: Node, on day: Day
    ) -> Verdict {
        may(viewer, permission, at: node.place, on: day)
    }

    /// True when the viewer holds the permission at the client, at one worksite or in one unit at least.
    package static func mayAnywhere(
        _ viewer: Viewer, _ permission: Permission, among worksites: some Sequence<WorksiteID>, on day: Day
    ) -> Bool {
        may(viewer, permission, at: .tenant, on: day).isAllowed
            || worksites.contains { may(viewer, permission, at: .worksite($0), on: day).isAllowed }
            || viewer.holdsAtUnit(permission, on: day)
    }
}

/// A value that opens only for a viewer who holds its permission: rates cannot reach a page by accident.
package struct Guarded<Value: Hashable & Sendable>: Hashable, Sendable {
    private let value: Value
    private let permission: Permission
    private let place: Place

    package init(_ value: Value, opensWith permission: Permission, at place: Place) {
        self.value = value
        self.permission = permission
        self.place = place
    }

    package func opened(for viewer: Viewer, on day: Day) -> Value? {
        Policy.may(viewer, permission, at: place, on: day).isAllowed ? value : nil
    }

    /// For rules and storage inside the domain, which show nothing to anybody.
    package func forRecords() -> Value { value }
}
