/// One thing that some people could do from now on, or no longer do.
package struct RoleShift: Hashable, Sendable {
    package let permission: Permission
    package let isGained: Bool
    /// The names of the worksites where it changes; empty where it changes for all that there is.
    package let worksites: [String]
    /// Names, in the order of the alphabet.
    package let people: [String]

    package init(permission: Permission, isGained: Bool, worksites: [String], people: [String]) {
        self.permission = permission
        self.isGained = isGained
        self.worksites = worksites
        self.people = people
    }
}

/// What a change of one role would do, computed before it is done.
package struct RoleImpact: Hashable, Sendable {
    package private(set) var shifts: [RoleShift] = []
    /// Worksites that have an approver today and would have none.
    package private(set) var uncovered: [String] = []
    /// Who would have to come in with a second factor from now on, and who no longer.
    package private(set) var demanded: [String] = []
    package private(set) var released: [String] = []
    /// The client has somebody who manages its people and would have nobody.
    package private(set) var losesLastAdmin = false

    package var isEmpty: Bool {
        shifts.isEmpty && uncovered.isEmpty && !losesLastAdmin && demanded.isEmpty && released.isEmpty
    }

    /// For the people of one client who hold the role, from this day on.
    package init(of change: RoleChange, at state: TenantState, on day: Day) {
        let sites = state.worksitesByCode
        var people: [Key: [String]] = [:]
        for contact in state.contacts.values where contact.standing != .removed {
            let held = contact.grants.filter { $0.role == change.role }
            // What begins later changes on its first day.
            let days = Set(held.map { max(day, $0.days.from) })
            for permission in change.permissions.listed where !days.isEmpty {
                for isGained in [false, true] {
                    func shifts(_ node: Node) -> Bool {
                        days.contains { change.shifts(contact, permission, isGained, at: node, on: $0) }
                    }
                    let places = sites.filter { shifts(.worksite($0.id)) }
                    // Where another role still gives it at a worksite, the others are named.
                    let isWhole = shifts(.tenant) && (places.isEmpty || places.count == sites.count)
                    guard isWhole || !places.isEmpty else { continue }
                    let names = isWhole ? [] : places.map(\.name)
                    let key = Key(permission: permission, isGained: isGained, sites: names)
                    people[key, default: []].append(contact.name)
                }
            }
        }
        shifts = Self.sorted(people)
        let after = Set(Coverage.uncovered(state, on: day, under: change.after))
        let before = Set(Coverage.uncovered(state, on: day, under: change.before))
        uncovered = sites.filter { after.contains($0.id) && !before.contains($0.id) }.map(\.name)
        compareDemands(
            state.contacts.values.map {
                (Viewer.contact($0, under: change.before), .contact($0, under: change.after))
            }, on: day)
        losesLastAdmin =
            change.hasAdmin(state, change.before, day) && !change.hasAdmin(state, change.after, day)
    }

    /// For the agency's own people.
    package init(of change: RoleChange, among staff: some Collection<StaffMember>, on day: Day) {
        var people: [Key: [String]] = [:]
        for member in staff where member.isActive {
            for permission in change.permissions.listed {
                func may(_ book: RoleBook) -> Bool {
                    Policy.may(.staff(member, under: book), permission, at: .tenant, on: day).isAllowed
                }
                guard may(change.before) != may(change.after) else { continue }
                let key = Key(permission: permission, isGained: may(change.after), sites: [])
                people[key, default: []].append(member.name)
            }
        }
        shifts = Self.sorted(people)
        compareDemands(
            staff.map { (Viewer.staff($0, under: change.before), .staff($0, under: change.after)) }, on: day)
    }

    private mutating func compareDemands(_ people: [(before: Viewer, after: Viewer)], on day: Day) {
        for (before, after) in people {
            switch (before.demandsSecondFactor(on: day), after.demandsSecondFactor(on: day)) {
            case (false, true): demanded.append(after.name)
            case (true, false): released.append(after.name)
            case (true, true), (false, false): break
            }
        }
        demanded.sort()
        released.sort()
    }

    private struct Key: Hashable {
        let permission: Permission
        let isGained: Bool
        let sites: [String]

        var order: (Int, Int, Int, String) {
            let place = Permission.allCases.firstIndex(of: permission) ?? 0
            return (isGained ? 1 : 0, place, sites.count, sites.joined(separator: ", "))
        }
    }

    /// Losses first.
    private static func sorted(_ people: [Key: [String]]) -> [RoleShift] {
        people.sorted { $0.key.order < $1.key.order }.map { key, names in
            RoleShift(
                permission: key.permission, isGained: key.isGained, worksites: key.sites,
                people: names.sorted())
        }
    }
}

/// A role as it is and as it would be.
package struct RoleChange: Hashable, Sendable {
    package let role: Role
    package let before: RoleBook
    package let after: RoleBook

    package init(_ role: Role, from before: RoleBook, to after: RoleBook) {
        self.role = role
        self.before = before
        self.after = after
    }

    /// What it would allow more or less than now.
    package var permissions: PermissionSet {
        let (old, new) = (before[role]?.allowed ?? [], after[role]?.allowed ?? [])
        return PermissionSet(old.subtracting(new).listed + new.subtracting(old).listed)
    }

    fileprivate func shifts(
        _ contact: Contact, _ permission: Permission, _ isGained: Bool, at node: Node, on day: Day
    ) -> Bool {
        func may(_ book: RoleBook) -> Bool {
            Policy.may(.contact(contact, under: book), permission, at: node, on: day).isAllowed
        }
        return isGained ? may(after) && !may(before) : may(before) && !may(after)
    }

    fileprivate func hasAdmin(_ state: TenantState, _ book: RoleBook, _ day: Day) -> Bool {
        state.contacts.values.contains {
            Policy.may(.contact($0, under: book), .managePeople, at: .tenant, on: day).isAllowed
        }
    }
}
