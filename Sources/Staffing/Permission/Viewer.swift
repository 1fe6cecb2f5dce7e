/// Whoever looks or acts, with what they hold. Built at each request from the records and from what the roles
/// are at that moment, never from a token.
package struct Viewer: Hashable, Sendable {
    package let person: Person
    package let name: String
    private let authority: Authority

    package enum Person: Hashable, Sendable {
        case contact(ContactID)
        case staff(StaffID)
        /// The program itself: seeding, imports from the command line.
        case system
        case nobody
    }

    private enum Authority: Hashable, Sendable {
        case none
        case grants([Held], [Loan])
        case staff([HeldByStaff])
        case everything
    }

    /// A grant with what its role allows.
    fileprivate struct Held: Hashable, Sendable {
        let grant: Grant
        let permissions: PermissionSet
        let demandsSecondFactor: Bool

        func allows(_ permission: Permission, at node: Node, on day: Day) -> Bool {
            grant.days.contains(day) && grant.node.covers(node) && permissions.contains(permission)
        }

        func demands(on day: Day) -> Bool { demandsSecondFactor && grant.days.contains(day) }

        func holdsAny(of wanted: PermissionSet, on day: Day) -> Bool {
            grant.days.contains(day) && !permissions.isDisjoint(with: wanted)
        }
    }

    /// What somebody may do in another's place, with who that is and what they hold.
    package struct Loan: Hashable, Sendable {
        let delegation: Delegation
        let name: String
        fileprivate let held: [Held]

        package init(_ delegation: Delegation, from giver: Contact, under roles: RoleBook) {
            self.delegation = delegation
            name = giver.name
            held = giver.standing == .removed ? [] : Viewer.held(by: giver, under: roles)
        }

        func basis(for permission: Permission, at node: Node, on day: Day) -> Basis? {
            guard Delegation.lends.contains(permission), delegation.days.contains(day),
                delegation.covers(node),
                let held = held.first(where: { $0.allows(permission, at: node, on: day) })
            else { return nil }
            return .standIn(
                StandIn(giver: delegation.giver, name: name, grant: held.grant, days: delegation.days))
        }

        /// Who stands in for somebody owes what their role demands.
        func demands(on day: Day) -> Bool {
            delegation.days.contains(day) && held.contains { $0.demands(on: day) }
        }

        func holdsAny(of wanted: PermissionSet, on day: Day) -> Bool {
            delegation.days.contains(day) && !Delegation.lends.isDisjoint(with: wanted)
                && held.contains { $0.holdsAny(of: wanted, on: day) }
        }
    }

    private struct HeldByStaff: Hashable, Sendable {
        let role: Role
        let permissions: PermissionSet
        let demandsSecondFactor: Bool
    }

    package static let nobody = Viewer(person: .nobody, name: "", authority: .none)
    package static let system = Viewer(person: .system, name: "Countersign", authority: .everything)

    /// `loans` is what others lend them; `TenantState.viewer` knows it.
    package static func contact(
        _ contact: Contact, under roles: RoleBook, borrowing loans: [Loan] = []
    ) -> Viewer {
        let authority: Authority =
            contact.standing == .removed
            ? .none
            : .grants(held(by: contact, under: roles), loans)
        return Viewer(person: .contact(contact.id), name: contact.name, authority: authority)
    }

    fileprivate static func held(by contact: Contact, under roles: RoleBook) -> [Held] {
        contact.grants.map {
            Held(
                grant: $0, permissions: roles.permissions(of: $0.role, for: .client),
                demandsSecondFactor: roles.demandsSecondFactor($0.role, for: .client))
        }
    }

    package static func staff(_ member: StaffMember, under roles: RoleBook) -> Viewer {
        let held = roles.sorted(member.roles).map {
            HeldByStaff(
                role: $0, permissions: roles.permissions(of: $0, for: .staff),
                demandsSecondFactor: roles.demandsSecondFactor($0, for: .staff))
        }
        return Viewer(
            person: .staff(member.id), name: member.name, authority: member.isActive ? .staff(held) : .none)
    }

    private init(person: Person, name: String, authority: Authority) {
        self.person = person
        self.name = name
        self.authority = authority
    }

    package var isStaff: Bool { if case .staff = person { true } else { false } }

    /// What makes the answer of `Policy`: the grant that allows it, or nothing.
    func basis(for permission: Permission, at node: Node, on day: Day) -> Basis? {
        switch authority {
        case .none: nil
        case .everything: .system
        case .staff(let held):
            held.first { $0.permissions.contains(permission) }.map { .staffRole($0.role) }
        case .grants(let held, let loans):
            if let own = held.first(where: { $0.allows(permission, at: node, on: day) }) {
                .grant(own.grant)
            } else {
                loans.lazy.compactMap { $0.basis(for: permission, at: node, on: day) }.first
            }
        }
    }

    /// Whether a role that is held on that day asks for a second factor.
    package func demandsSecondFactor(on day: Day) -> Bool {
        switch authority {
        case .none, .everything: false
        case .staff(let held): held.contains(where: \.demandsSecondFactor)
        case .grants(let held, let loans):
            held.contains { $0.demands(on: day) } || loans.contains { $0.demands(on: day) }
        }
    }

    /// Whether any of these is held on that day, wherever it may be.
    package func holdsAny(of permissions: PermissionSet, on day: Day) -> Bool {
        switch authority {
        case .none: false
        case .everything: true
        case .staff(let held): held.contains { !$0.permissions.isDisjoint(with: permissions) }
        case .grants(let held, let loans):
            held.contains { $0.holdsAny(of: permissions, on: day) }
                || loans.contains { $0.holdsAny(of: permissions, on: day) }
        }
    }
}

/// Why a person may do something: what "who can see this" prints.
package enum Basis: Hashable, Sendable {
    case grant(Grant)
    case standIn(StandIn)
    case staffRole(Role)
    case system
}
