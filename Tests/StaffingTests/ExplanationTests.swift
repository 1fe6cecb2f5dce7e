import Cast
import Staffing
import Testing

/// What the pages say about who sees what is what `Policy` answers, for every person and record of clients
/// made by lot.
@Suite("Who can see this, and why")
struct ExplanationTests {
    /// The same numbers in every run (SplitMix64).
    private struct Lot: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
            return mixed ^ (mixed >> 31)
        }
    }

    private struct Scene {
        var state = Cast.harbourWaiting
        var book = RoleBook.templates
        var staff: [StaffMember] = []

        init(seed: UInt64) {
            var lot = Lot(state: seed)
            for role in RoleBook.templates.all { redefine(role, &lot) }
            for number in 0..<12 { addContact(UInt64(number), &lot) }
            for number in 0..<5 { addMember(UInt64(number), &lot) }
        }

        /// Any permissions at all, possible for its side, complete or not: `Policy` decides by what is there.
        private mutating func redefine(_ role: RoleDefinition, _ lot: inout Lot) {
            let some = role.side.possible.listed.filter { _ in Bool.random(using: &lot) }
            book.put(RoleDefinition(role.role, role.side, PermissionSet(some)))
            if Int.random(in: 0..<8, using: &lot) == 0 { book.retire(role.role) }
        }

        private mutating func addContact(_ number: UInt64, _ lot: inout Lot) {
            let nodes = [Node.tenant, .worksite(Cast.dock4.id), .worksite(Cast.plant2.id)]
            let roles = RoleBook.templates.all.map(\.role)
            let grants = (0..<Int.random(in: 0...4, using: &lot)).map { place in
                let from = Cast.today.adding(days: Int.random(in: -3...2, using: &lot))
                let through = Bool.random(using: &lot) ? nil : from.adding(days: 2)
                return Grant(
                    id: Identifier(number * 10 + UInt64(place)),
                    role: roles.randomElement(using: &lot) ?? .viewer,
                    node: nodes.randomElement(using: &lot) ?? .tenant,
                    days: DayRange(from: from, through: through))
            }
            guard let email = EmailAddress("p\(number)@harbour.example") else { return }
            let standings: [Contact.Standing] = [.invited, .active, .removed]
            let contact = Contact(
                id: Identifier(5_000 + number), name: "Person \(number)", email: email, language: .english,
                standing: standings.randomElement(using: &lot) ?? .active, grants: grants)
            state.take([.people(.invited(contact))], by: .system)
        }

        private mutating func addMember(_ number: UInt64, _ lot: inout Lot) {
            guard let email = EmailAddress("s\(number)@agency.example") else { return }
            let roles = RoleBook.templates.all.map(\.role).filter { _ in
                Int.random(in: 0..<5, using: &lot) == 0
            }
            staff.append(
                StaffMember(
                    id: Identifier(6_000 + number), name: "Member \(number)", email: email,
                    roles: Set(roles), isActive: Bool.random(using: &lot)))
        }

        var viewers: [Viewer] {
            state.contacts.values.map { .contact($0, under: book) } + staff.map { .staff($0, under: book) }
        }

        var subjects: [Subject] {
            let sites = [Cast.dock4.id, Cast.plant2.id]
            return sites.map(Subject.timesheet) + sites.map(Subject.invoice)
                + state.contacts.values.map(Subject.person)
        }
    }

    private func may(_ viewer: Viewer, _ permission: Permission, _ nodes: [Node]) -> Bool {
        nodes.contains { Policy.may(viewer, permission, at: $0, on: Cast.today).isAllowed }
    }

    @Test(
        "who sees a record, its fields and its deeds are Policy's answers",
        arguments: 1...40 as ClosedRange<UInt64>)
    func sights(seed: UInt64) {
        let scene = Scene(seed: seed)
        for subject in scene.subjects {
            let sights = Explanation.whoSees(subject, among: scene.viewers, on: Cast.today)
            let expected = scene.viewers.filter { may($0, subject.permission, subject.nodes) }
            #expect(sights.map(\.viewer) == expected)
            for sight in sights {
                #expect(sight.fields == subject.fields.filter { may(sight.viewer, $0, subject.nodes) })
                #expect(sight.deeds == subject.deeds.filter { may(sight.viewer, $0, subject.nodes) })
                #expect(rests(sight.basis, on: subject.permission, scene.book))
            }
        }
    }

    @Test(
        "what a person can see and do is Policy's answer at each place",
        arguments: 1...40 as ClosedRange<UInt64>)
    func powers(seed: UInt64) {
        let scene = Scene(seed: seed)
        for viewer in scene.viewers {
            for node in [Node.tenant, .worksite(Cast.dock4.id), .worksite(Cast.plant2.id)] {
                let powers = Explanation.powers(of: viewer, at: node, on: Cast.today)
                #expect(powers.map(\.permission) == Permission.allCases.filter { may(viewer, $0, [node]) })
                #expect(powers.allSatisfy { rests($0.basis, on: $0.permission, scene.book) })
            }
        }
    }

    @Test("removed people are not among those who come in")
    func removed() {
        for seed in 1...10 as ClosedRange<UInt64> {
            let scene = Scene(seed: seed)
            let known = Set(scene.state.viewers(under: scene.book).map(\.person))
            let standing = scene.state.contacts.values.filter { $0.standing != .removed }
            #expect(known == Set(standing.map { .contact($0.id) }))
        }
    }

    /// The grant or role that is named does allow it, today.
    private func rests(_ basis: Basis, on permission: Permission, _ book: RoleBook) -> Bool {
        switch basis {
        case .system: false
        case .staffRole(let role): book.permissions(of: role, for: .staff).contains(permission)
        case .grant(let grant):
            grant.days.contains(Cast.today)
                && book.permissions(of: grant.role, for: .client).contains(permission)
        case .standIn(let standIn):
            standIn.days.contains(Cast.today) && Delegation.lends.contains(permission)
                && rests(.grant(standIn.grant), on: permission, book)
        }
    }
}
