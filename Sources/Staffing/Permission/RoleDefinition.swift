/// What a role is now: whose people may hold it, what it allows, and which fields it shows.
package struct RoleDefinition: Hashable, Sendable {
    package let role: Role
    package let side: Side
    /// As the agency calls it; nothing for a template that keeps the name which each language has for it.
    package var title: String?
    package var permissions: PermissionSet
    /// Whether a client's own admins may give it to their people.
    package var isGivenByClients: Bool
    /// Nobody can be given it any more, and who holds it may do nothing by it.
    package var isRetired: Bool
    /// Whether whoever holds it must come in with an authenticator app or a passkey.
    package var demandsSecondFactor: Bool

    /// Roles of a client hold at its nodes, roles of the staff at every client.
    package enum Side: String, CaseIterable, Sendable {
        case client, staff

        /// What a role of this side can be given at all. Pay and margin have no way to a client; hours and
        /// orders are decided by clients alone, and each client has an access log of its own.
        package var possible: PermissionSet {
            switch self {
            case .client:
                [
                    .seeTimesheets, .decideTimesheets, .seeAssignments, .seeBillRates, .seePeople,
                    .managePeople, .seeContactDetails, .seeInvoices, .seeInvoiceFiles, .orderPeople,
                    .seeAccessLog, .manageBranding,
                ]
            case .staff:
                PermissionSet(Permission.allCases)
                    .subtracting([.decideTimesheets, .orderPeople, .seeAccessLog])
            }
        }
    }

    package init(
        _ role: Role, _ side: Side, title: String? = nil, _ permissions: PermissionSet,
        isGivenByClients: Bool = false, isRetired: Bool = false, demandsSecondFactor: Bool = false
    ) {
        self.role = role
        self.side = side
        self.title = title
        self.permissions = permissions
        self.isGivenByClients = isGivenByClients
        self.isRetired = isRetired
        self.demandsSecondFactor = demandsSecondFactor
    }

    /// What holding it allows now.
    package var allowed: PermissionSet { isRetired ? [] : permissions }

    /// The permissions that something chosen cannot do without and that were not chosen.
    package var missing: PermissionSet {
        PermissionSet(permissions.listed.flatMap { $0.requires.subtracting(permissions).listed })
    }
}
