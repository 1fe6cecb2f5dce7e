/// Whoever looks or acts, with what they hold. Built from the records at each request, never from a token.
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
        case grants([Grant])
        case staff(Set<StaffRole>)
        case everything
    }

    package static let nobody = Viewer(person: .nobody, name: "", authority: .none)
    package static let system = Viewer(person: .system, name: "Countersign", authority: .everything)

    package static func contact(_ contact: Contact) -> Viewer {
        let authority: Authority = contact.standing == .removed ? .none : .grants(contact.grants)
        return Viewer(person: .contact(contact.id), name: contact.name, authority: authority)
    }

    package static func staff(_ member: StaffMember) -> Viewer {
        Viewer(
            person: .staff(member.id), name: member.name,
            authority: member.isActive ? .staff(member.roles) : .none)
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
        case .staff(let roles):
            StaffRole.allCases.first { roles.contains($0) && $0.permissions.contains(permission) }
                .map(Basis.staffRole)
        case .grants(let grants):
            grants.first {
                $0.days.contains(day) && $0.node.covers(node) && $0.role.permissions.contains(permission)
            }.map(Basis.grant)
        }
    }

    /// The roles that hold today anywhere, for choosing a home page and its navigation.
    package func roles(on day: Day) -> Set<Role> {
        guard case .grants(let grants) = authority else { return [] }
        return Set(grants.filter { $0.days.contains(day) }.map(\.role))
    }
}

/// Why a person may do something: what "who can see this" prints.
package enum Basis: Hashable, Sendable {
    case grant(Grant)
    case staffRole(StaffRole)
    case system
}
