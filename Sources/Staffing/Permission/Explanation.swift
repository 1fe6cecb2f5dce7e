/// Something that people see or do not see as a whole, and what may be masked or done about it.
package struct Subject: Hashable, Sendable {
    /// What lets somebody see it.
    package let permission: Permission
    /// Seeing it at one of these is enough.
    package let nodes: [Node]
    /// Fields that it has and that a role may mask.
    package let fields: [Permission]
    /// What can be done about it.
    package let deeds: [Permission]

    package static func timesheet(at worksite: WorksiteID) -> Subject {
        Subject(
            permission: .seeTimesheets, nodes: [.worksite(worksite)], fields: [.seeBillRates],
            deeds: [.decideTimesheets])
    }

    package static func invoice(at worksite: WorksiteID) -> Subject {
        Subject(
            permission: .seeInvoices, nodes: [.worksite(worksite)],
            fields: [.seeBillRates, .seeInvoiceFiles], deeds: [.makeInvoices])
    }

    /// A person is seen by whoever sees people at a place where they hold something.
    package static func person(_ contact: Contact) -> Subject {
        let places = contact.grants.map(\.node).filter { $0 != .tenant }
        var nodes: [Node] = [.tenant]
        for node in places where !nodes.contains(node) { nodes.append(node) }
        return Subject(
            permission: .seePeople, nodes: nodes, fields: [.seeContactDetails], deeds: [.managePeople])
    }

    /// Why this viewer may see it, or nothing.
    package func basis(for viewer: Viewer, on day: Day) -> Basis? {
        basis(for: viewer, permission, on: day)
    }

    package func isSeen(by viewer: Viewer, on day: Day) -> Bool { basis(for: viewer, on: day) != nil }

    /// Whether a field of it is open to somebody who sees it.
    package func shows(_ field: Permission, to viewer: Viewer, on day: Day) -> Bool {
        basis(for: viewer, field, on: day) != nil
    }

    fileprivate func basis(for viewer: Viewer, _ permission: Permission, on day: Day) -> Basis? {
        for node in nodes {
            if case .allowed(let basis) = Policy.may(viewer, permission, at: node, on: day) { return basis }
        }
        return nil
    }
}

/// Who sees something and why; and what somebody sees. Every answer is one of `Policy`'s.
package enum Explanation {
    /// Somebody who sees a subject.
    package struct Sight: Hashable, Sendable {
        package let viewer: Viewer
        package let basis: Basis
        /// What they see of its fields, and what they may do about it.
        package let fields: [Permission]
        package let deeds: [Permission]
    }

    package static func whoSees(
        _ subject: Subject, among viewers: some Sequence<Viewer>, on day: Day
    ) -> [Sight] {
        viewers.compactMap { viewer in
            guard let basis = subject.basis(for: viewer, on: day) else { return nil }
            func held(_ permissions: [Permission]) -> [Permission] {
                permissions.filter { subject.basis(for: viewer, $0, on: day) != nil }
            }
            return Sight(
                viewer: viewer, basis: basis, fields: held(subject.fields), deeds: held(subject.deeds))
        }
    }

    /// One thing that somebody may do or see at a place, and what lets them.
    package struct Power: Hashable, Sendable {
        package let permission: Permission
        package let basis: Basis
    }

    /// Everything that a viewer may do or see at a node.
    package static func powers(of viewer: Viewer, at node: Node, on day: Day) -> [Power] {
        Permission.allCases.compactMap { permission in
            guard case .allowed(let basis) = Policy.may(viewer, permission, at: node, on: day) else {
                return nil
            }
            return Power(permission: permission, basis: basis)
        }
    }
}

extension TenantState {
    /// Everybody at the client who may come in, in the order of the alphabet.
    package func viewers(under roles: RoleBook) -> [Viewer] {
        contacts.values.filter { $0.standing != .removed }
            .sorted { ($0.name, $0.id.rawValue) < ($1.name, $1.id.rawValue) }
            .map { viewer($0, under: roles) }
    }
}
