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
        case grants([Held])
        case staff([HeldByStaff])
        case everything
    }

    /// A grant with what its role allows.
    private struct Held: Hashable, Sendable {
        let grant: Grant
        let permissions: PermissionSet
        let demandsSecondFactor: Bool
    }

    private struct HeldByStaff: Hashable, Sendable {
        let role: Role
        let permissions: PermissionSet
        let demandsSecondFactor: Bool
    }

    package static let nobody = Viewer(person: .nobody, name: "", authority: .none)
    package static let system = Viewer(person: .system, name: "Countersign", authority: .everything)

    package static func contact(_ contact: Contact, under roles: RoleBook) -> Viewer {
        let authority: Authority =
            contact.standing == .removed
            ? .none
            : .grants(
                contact.grants.map {
                    Held(
                        grant: $0, permissions: roles.permissions(of: $0.role, for: .client),
                        demandsSecondFactor: roles.demandsSecondFactor($0.role, for: .client))
                })
        return Viewer(person: .contact(contact.id), name: contact.name, authority: authority)
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
        case .grants(let held):
            held.first {
                $0.grant.days.contains(day) && $0.grant.node.covers(node)
                    && $0.permissions.contains(permission)
            }.map { .grant($0.grant) }
        }
    }

    /// Whether a role that is held on that day asks for a second factor.
    package func demandsSecondFactor(on day: Day) -> Bool {
        switch authority {
        case .none, .everything: false
        case .staff(let held): held.contains(where: \.demandsSecondFactor)
        case .grants(let held): held.contains { $0.demandsSecondFactor && $0.grant.days.contains(day) }
        }
    }

    /// Whether any of these is held on that day, wherever it may be.
    package func holdsAny(of permissions: PermissionSet, on day: Day) -> Bool {
        switch authority {
        case .none: false
        case .everything: true
        case .staff(let held): held.contains { !$0.permissions.isDisjoint(with: permissions) }
        case .grants(let held):
            held.contains {
                $0.grant.days.contains(day) && !$0.permissions.isDisjoint(with: permissions)
            }
        }
    }
}

/// Why a person may do something: what "who can see this" prints.
package enum Basis: Hashable, Sendable {
    case grant(Grant)
    case staffRole(Role)
    case system
}
