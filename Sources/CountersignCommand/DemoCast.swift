import Access
import Crypto
import Portal
import Staffing
import Tenancy

/// Chooses who of the demonstration's people can sign in, and gives each a password of their own.
struct DemoCast {
    let installation: Installation

    private static let atOnce = 8

    func letIn() async throws(Complaint) -> DemoPeople {
        var entries = await staff()
        for id in installation.services.tenants.all { entries += try await contacts(of: id) }
        var people: [DemoPeople.Person] = []
        for start in stride(from: 0, to: entries.count, by: Self.atOnce) {
            let some = entries[start..<min(start + Self.atOnce, entries.count)]
            people += try await give(passwordsTo: Array(some))
        }
        return DemoPeople(people: people)
    }

    private struct Entry: Sendable {
        let account: Account
        let person: DemoPeople.Person
    }

    private func staff() async -> [Entry] {
        let members = await installation.services.agency.state.staff.values.sorted {
            $0.email.text < $1.email.text
        }
        return members.flatMap { member in
            RoleBook.templates.sorted(member.roles).prefix(1).map { role in
                Entry(
                    account: Account(realm: .agency, person: .staff(member.id)),
                    person: person(member.name, member.email, role.rawValue, tenant: "", []))
            }
        }
    }

    /// The first person of each role, and an approver for each worksite.
    private func contacts(of id: TenantID) async throws(Complaint) -> [Entry] {
        let tenant = try await installation.tenant(id.slug)
        return await tenant.run { tenant in
            let today = DemoCast.lastDay
            let contacts = tenant.state.contacts.values.sorted { $0.email.text < $1.email.text }
            var entries: [Entry] = []
            var chosen: Set<ContactID> = []
            for (role, node) in DemoCast.wanted(tenant.state) {
                let fitting = contacts.first { contact in
                    !chosen.contains(contact.id)
                        && contact.grants.contains {
                            $0.role == role && $0.days.contains(today) && (node == nil || $0.node == node)
                        }
                }
                guard let contact = fitting else { continue }
                chosen.insert(contact.id)
                _ = try? tenant.perform(.join(contact.id), for: .system)
                let codes = contact.grants.filter { $0.role == role }.compactMap { grant in
                    if case .worksite(let site) = grant.node { tenant.state.code(of: site) } else { nil }
                }
                entries.append(
                    Entry(
                        account: Account(realm: .tenant(id), person: .contact(contact.id)),
                        person: person(contact.name, contact.email, role.rawValue, tenant: id.slug, codes)))
            }
            return entries
        }
    }

    /// A day on which the demonstration is looked at, by which grants are chosen.
    private static let lastDay = Day(number: 20_776)

    private static func wanted(_ state: TenantState) -> [(Role, Node?)] {
        let approvers = state.worksitesByCode.map { (Role.approver, Node.worksite($0.id) as Node?) }
        return approvers + [(.approver, .tenant)] + RoleBook.templates.all(of: .client).map { ($0.role, nil) }
    }

    private func person(
        _ name: String, _ email: EmailAddress, _ role: String, tenant: String, _ worksites: [String]
    ) -> DemoPeople.Person {
        DemoPeople.Person(
            name: name, email: email.text, password: Self.drawPassword(), role: role, tenant: tenant,
            worksites: worksites)
    }

    /// Four groups of four characters: 80 bits, and readable from a screen.
    private static func drawPassword() -> String {
        let text = (Base32Crockford.encode(randomIdentifier()) + Base32Crockford.encode(randomIdentifier()))
            .lowercased()
        let tail = text.dropFirst(1).prefix(8) + text.dropFirst(14).prefix(8)
        let letters = Array(tail)
        return stride(from: 0, to: 16, by: 4).map { String(letters[$0..<$0 + 4]) }.joined(separator: "-")
    }

    private func give(passwordsTo entries: [Entry]) async throws(Complaint) -> [DemoPeople.Person] {
        let services = installation.services
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for entry in entries {
                group.addTask {
                    await services.doorkeeper.setPassword(
                        entry.account, to: entry.person.password, words: [], at: services.reading())
                        == .changed
                }
            }
            return await group.reduce(into: [Bool]()) { $0.append($1) }
        }
        guard outcomes.allSatisfy(\.self) else {
            throw Complaint("Not all of the demonstration's people got a password.")
        }
        return entries.map(\.person)
    }
}
