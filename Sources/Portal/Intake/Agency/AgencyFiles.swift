package import Staffing

/// The agency and its clients as five CSV files describe them. Pure: asks for commands and performs none.
package struct AgencyFiles: Sendable {
    package let staff: [Located<AgencyCommand>]
    package let tenants: [TenantFiles]

    /// The five files' names, in the order in which they depend on each other.
    package static let names = [
        "staff.csv", "tenants.csv", "worksites.csv", "assignments.csv", "contacts.csv",
    ]

    /// `read`: gives the bytes of a file by its name.
    package init(_ read: (String) throws -> [UInt8]) throws {
        let bytes = try Self.names.map(read)
        try self.init(
            staff: bytes[0], tenants: bytes[1], worksites: bytes[2], assignments: bytes[3],
            contacts: bytes[4])
    }

    package init(
        staff: [UInt8], tenants: [UInt8], worksites: [UInt8], assignments: [UInt8], contacts: [UInt8]
    ) throws(AgencyFileRefusal) {
        self.staff = try Self.staff(staff)
        var files = try TenantFiles.list(tenants)
        try TenantFiles.addWorksites(worksites, to: &files)
        try TenantFiles.addAssignments(assignments, to: &files)
        try TenantFiles.addContacts(contacts, to: &files)
        self.tenants = files
    }

    /// A person with several roles has several rows.
    private static func staff(_ bytes: [UInt8]) throws(AgencyFileRefusal) -> [Located<AgencyCommand>] {
        let table = try AgencyTable("staff.csv", bytes, columns: ["name", "email", "role"])
        var people: [(place: FilePlace, name: String, email: String, roles: Set<Role>)] = []
        for row in table.rows {
            let (name, email) = (try row.text("name"), try row.text("email"))
            guard EmailAddress(email) != nil else { throw row.bad("email", "a mail address") }
            let role = try row.choice(
                "role", RoleBook.templates.all(of: .staff).map { ($0.role.rawValue, $0.role) })
            if let index = people.firstIndex(where: { $0.email == email }) {
                guard people[index].name == name else {
                    throw row.place.refusal(.contradicts("name", first: people[index].place.line))
                }
                people[index].roles.insert(role)
            } else {
                people.append((row.place, name, email, [role]))
            }
        }
        return people.map {
            Located($0.place, .addStaff(name: $0.name, email: $0.email, roles: $0.roles))
        }
    }
}

/// A value with the line that asked for it.
package struct Located<Value: Sendable>: Sendable {
    package let place: FilePlace
    package let value: Value

    init(_ place: FilePlace, _ value: Value) {
        self.place = place
        self.value = value
    }
}
