/// A person of the agency. Their roles hold at every client.
package struct StaffMember: Hashable, Sendable {
    package let id: StaffID
    package var name: String
    package var email: EmailAddress
    package var roles: Set<Role>
    package var isActive: Bool

    package init(
        id: StaffID, name: String, email: EmailAddress, roles: Set<Role>, isActive: Bool = true
    ) {
        self.id = id
        self.name = name
        self.email = email
        self.roles = roles
        self.isActive = isActive
    }
}
