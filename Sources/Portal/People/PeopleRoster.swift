import Staffing

/// Who can do what, where, as far as one viewer may see it.
struct PeopleRoster: Sendable {
    let people: [Row]
    let worksites: [Worksite]
    /// Whether the viewer may see what holds for the whole company.
    let showsCompany: Bool
    /// Nobody can approve there today.
    let uncovered: [Worksite]

    struct Row: Sendable {
        let contact: Contact
        let showsEmail: Bool
        let company: [Grant]
        /// One list for each worksite of the roster.
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
                places: sites.map { site in contact.grants.filter { $0.node == .worksite(site.id) } },
                standIns: seesCompany ? lines.about(contact.id) : [])
        }
    }
}
