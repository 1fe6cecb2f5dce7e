import Staffing

/// Who can do what, where, as far as one viewer may see it.
struct PeopleRoster: Sendable {
    let people: [Row]
    let worksites: [Worksite]
    /// The worksites, then departments and cost centers where somebody holds something.
    let columns: [Column]
    let currency: Currency
    /// Whether the viewer may see what holds for the whole company.
    let showsCompany: Bool
    /// Nobody can approve there today.
    let uncovered: [Worksite]
    /// Somebody can, but nobody without a limit.
    let limited: [Worksite]

    struct Column: Sendable {
        let node: Node
        let name: String
        let code: String
    }

    struct Row: Sendable {
        let contact: Contact
        let showsEmail: Bool
        let company: [Grant]
        /// One list for each column of the roster.
        let places: [[Grant]]
        /// Who stands in for whom today; nothing where others may be named whom the viewer does not see.
        let standIns: [String]
    }

    /// `wanted` is what name or email must contain; empty for everybody.
    init(
        _ state: TenantState, for viewer: Viewer, on today: Day, under roles: RoleBook,
        matching wanted: String, saying lines: DelegationLines
    ) {
        func maySee(_ node: Node) -> Bool {
            Policy.may(viewer, .seePeople, at: node, on: today).isAllowed
        }
        let seesCompany = maySee(.tenant)
        let sites = state.worksitesByCode.filter { maySee(.worksite($0.id)) }
        let missing = Set(Coverage.uncovered(state, on: today, under: roles))
        let key = wanted.trimmed.lowercased()
        showsCompany = seesCompany
        worksites = sites
        let held = Set(state.contacts.values.flatMap { $0.grants.map(\.node) })
        let units = state.unitsByCode.filter { held.contains(.unit($0.id)) && maySee(.unit($0.id)) }
        let columns =
            sites.map { Column(node: .worksite($0.id), name: $0.name, code: $0.code) }
            + units.map { Column(node: .unit($0.id), name: $0.name, code: $0.code) }
        self.columns = columns
        currency = state.client.currency
        let short = Set(Coverage.limited(state, on: today, under: roles))
        limited = sites.filter { short.contains($0.id) }
        uncovered = sites.filter { missing.contains($0.id) }
        people = state.contacts.values.filter { contact in
            let subject = Subject.person(contact)
            let isWanted =
                key.isEmpty || contact.name.lowercased().contains(key)
                || contact.email.text.contains(key)
                    && subject.shows(.seeContactDetails, to: viewer, on: today)
            return contact.standing != .removed && subject.isSeen(by: viewer, on: today) && isWanted
        }
        .sorted { ($0.name.lowercased(), $0.email.text) < ($1.name.lowercased(), $1.email.text) }
        .map { contact in
            Row(
                contact: contact,
                showsEmail: Subject.person(contact).shows(.seeContactDetails, to: viewer, on: today),
                company: contact.grants.filter { $0.node == .tenant && seesCompany },
                places: columns.map { column in contact.grants.filter { $0.node == column.node } },
                standIns: seesCompany ? lines.about(contact.id) : [])
        }
    }
}
