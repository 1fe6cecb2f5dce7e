package import Staffing

/// Who is who. Numbers of records: 1xx people, 2xx workers, 4xx worksites, 5xx assignments, 7xx sheets.
extension Cast {
    /// Approves at Dock 4 only.
    package static let ana = contact(101, "Ana Ribeiro", "ana", .approver, .worksite(dock4.id))
    /// Approves everywhere.
    package static let ben = contact(102, "Ben Okafor", "ben", .approver, .tenant)
    package static let carol = contact(103, "Carol Singh", "carol", .clientAdmin, .tenant)
    package static let dora = contact(104, "Dora Meyer", "dora", .billingContact, .tenant)
    package static let eve = contact(105, "Eve Laurent", "eve", .viewer, .worksite(plant2.id))
    package static let rex = contact(106, "Rex Tanaka", "rex", .requester, .worksite(dock4.id))

    package static let everybody = [ana, ben, carol, dora, eve, rex]

    package static let sam = staff(301, "Sam Novak", "sam", .coordinator)
    package static let bill = staff(302, "Bill Ortiz", "bill", .billing)
    package static let olga = staff(303, "Olga Petrova", "olga", .opsAdmin)

    /// The same number as Ana, at the other client.
    package static let zoe = contact(101, "Zoe Adler", "zoe", .approver, .tenant, domain: "cedar.example")

    private static func contact(
        _ number: UInt64, _ name: String, _ mailbox: String, _ role: Role, _ node: Node,
        domain: String = "harbour.example"
    ) -> Contact {
        let grant = Grant(
            id: Identifier(number + 1_000), role: role, node: node, days: DayRange(from: begin))
        return Contact(
            id: Identifier(number), name: name, email: email(mailbox + "@" + domain), language: .english,
            standing: .active, grants: [grant])
    }

    private static func staff(
        _ number: UInt64, _ name: String, _ mailbox: String, _ role: Role
    ) -> StaffMember {
        StaffMember(
            id: Identifier(number), name: name, email: email(mailbox + "@agency.example"), roles: [role])
    }

    private static func email(_ text: String) -> EmailAddress {
        guard let address = EmailAddress(text) else { preconditionFailure("The cast has good addresses.") }
        return address
    }
}
