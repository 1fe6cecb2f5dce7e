/// Whoever looks or acts, with what they hold. Built at each request from the records and from what the roles
/// are at that moment, never from a token.
package struct Viewer: Hashable, Sendable {
    package let person: Person
    package let name: String
    private let authority: Authority

    package enum Person: Hashable, Sendable {
        case contact(ContactID)
        case staff(StaffID)
        /// Somebody who works, by their personal link: about their own time, and nothing else.
        case worker(WorkerID)
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

        func allows(_ permission: Permission, at place: Place, on day: Day) -> Bool {
            grant.days.contains(day) && grant.node.covers(place) && permissions.contains(permission)
        }

        func isHeldAtUnit(_ permission: Permission, on day: Day) -> Bool {
            guard case .unit = grant.node else { return false }
            return grant.days.contains(day) && permissions.contains(permission)
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

        func basis(for permission: Permission, at place: Place, on day: Day) -> Basis? {
            guard Delegation.lends.contains(permission), delegation.days.contains(day),
                delegation.covers(place),
                let held = held.first(where: { $0.allows(permission, at: place, on: day) })
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

    /// No role and no grant: what a worker may do is asked of their own assignments.
    package static func worker(_ worker: Worker) -> Viewer {
        Viewer(person: .worker(worker.id), name: worker.name, authority: .none)
    }

    private init(person: Person, name: String, authority: Authority) {
        self.person = person
        self.name = name
        self.authority = authority
    }

    package var isStaff: Bool { if case .staff = person { true } else { false } }

    /// What makes the answer of `Policy`: the grant that allows it, or nothing.
    func basis(for permission: Permission, at place: Place, on day: Day) -> Basis? {
        switch authority {
        case .none: nil
        case .everything: .system
        case .staff(let held):
            held.first { $0.permissions.contains(permission) }.map { .staffRole($0.role) }
        case .grants(let held, let loans):
            if let own = held.first(where: { $0.allows(permission, at: place, on: day) }) {
                .grant(own.grant)
            } else {
                loans.lazy.compactMap { $0.basis(for: permission, at: place, on: day) }.first
            }
        }
    }

    /// Whether the permission is held in a department or for a cost center, whichever it is.
    func holdsAtUnit(_ permission: Permission, on day: Day) -> Bool {
        guard case .grants(let own, let loans) = authority else { return false }
        return own.contains { $0.isHeldAtUnit(permission, on: day) }
            || loans.contains { loan in
                Delegation.lends.contains(permission) && loan.delegation.days.contains(day)
                    && loan.held.contains { $0.isHeldAtUnit(permission, on: day) }
            }
    }

    /// On what grounds an approval of a sheet of that size would go how far there: one's own first, then
    /// in whose place.
    func approvals(of size: SheetSize, at place: Place, on day: Day) -> [ApprovalGround] {
        guard case .grants(let own, let loans) = authority else {
            let mayDecide = basis(for: .decideTimesheets, at: place, on: day) != nil
            return mayDecide ? [ApprovalGround(reach: .whole, behalf: nil)] : []
        }
        let lent = loans.map { loan in
            let reach =
                loan.delegation.days.contains(day) && loan.delegation.covers(place)
                ? Self.reach(loan.held, size, place, day) : .none
            return ApprovalGround(
                reach: reach, behalf: OnBehalf(loan.delegation.giver, name: loan.name))
        }
        let all = [ApprovalGround(reach: Self.reach(own, size, place, day), behalf: nil)] + lent
        return all.filter { $0.reach != .none }
    }

    private static func reach(_ held: [Held], _ size: SheetSize, _ place: Place, _ day: Day) -> ApprovalReach
    {
        var reach = ApprovalReach.none
        for held in held where held.allows(.decideTimesheets, at: place, on: day) {
            guard let limit = held.grant.limit, !limit.allows(size) else { return .whole }
            if reach == .none { reach = .first(limit) }
        }
        return reach
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
