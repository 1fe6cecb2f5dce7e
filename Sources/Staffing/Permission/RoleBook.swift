/// Every role that there is, as the agency has defined it. `Policy` decides by it.
package struct RoleBook: Hashable, Sendable {
    private var definitions: [Role: RoleDefinition]
    /// In the order of their making, the templates first.
    private var order: [Role]
    /// How often it has changed: a page that was made by another book may not be sent again.
    package private(set) var revision: UInt64 = 0

    /// An agency has so many roles at most.
    package static let mostRoles = 100

    init(_ all: [RoleDefinition]) {
        definitions = Dictionary(all.map { ($0.role, $0) }) { first, _ in first }
        order = all.map(\.role)
    }

    package subscript(role: Role) -> RoleDefinition? { definitions[role] }

    package var all: [RoleDefinition] { order.compactMap { definitions[$0] } }

    package func all(of side: RoleDefinition.Side) -> [RoleDefinition] { all.filter { $0.side == side } }

    /// What the role allows somebody of that side; nothing for a role that is unknown or the other side's.
    package func permissions(of role: Role, for side: RoleDefinition.Side) -> PermissionSet {
        guard let definition = definitions[role], definition.side == side else { return [] }
        return definition.allowed
    }

    /// Whether holding the role demands a second factor: for a role that allows nothing there is nothing to
    /// protect.
    package func demandsSecondFactor(_ role: Role, for side: RoleDefinition.Side) -> Bool {
        guard let definition = definitions[role], definition.side == side else { return false }
        return definition.demandsSecondFactor && !definition.isRetired
    }

    /// What the role demands stays as it is: that is said apart.
    package mutating func put(_ definition: RoleDefinition) {
        var definition = definition
        definition.demandsSecondFactor = definitions[definition.role]?.demandsSecondFactor ?? false
        if definitions.updateValue(definition, forKey: definition.role) == nil {
            order.append(definition.role)
        }
        revision += 1
    }

    package mutating func retire(_ role: Role) {
        definitions[role]?.isRetired = true
        revision += 1
    }

    package mutating func demandSecondFactor(_ isDemanded: Bool, of role: Role) {
        definitions[role]?.demandsSecondFactor = isDemanded
        revision += 1
    }

    /// Roles in the order of the book.
    package func sorted(_ roles: some Collection<Role>) -> [Role] { order.filter(roles.contains) }
}

extension RoleBook {
    /// What every agency begins with.
    package static let templates = RoleBook(clientTemplates + staffTemplates)

    private static let clientTemplates: [RoleDefinition] = [
        .ofClient(
            .clientAdmin,
            [
                .seePeople, .managePeople, .seeContactDetails, .seeTimesheets, .seeAssignments,
                .seeAccessLog, .manageBranding,
            ]),
        .ofClient(.approver, [.seeTimesheets, .decideTimesheets, .seeAssignments]),
        .ofClient(.billingContact, [.seeInvoices, .seeInvoiceFiles, .seeBillRates, .seeTimesheets]),
        .ofClient(.requester, [.orderPeople, .seeAssignments]),
        .ofClient(.hiringManager, [.orderPeople, .seeAssignments, .seeTimesheets]),
        .ofClient(.humanResources, [.seeAssignments, .seePeople]),
        .ofClient(.viewer, [.seeAssignments, .seeTimesheets]),
        // Until there are interviews an interviewer has nothing to see, so clients are not offered the role.
        RoleDefinition(.interviewer, .client, []),
    ]

    private static let staffTemplates: [RoleDefinition] = [
        RoleDefinition(.recruiter, .staff, [.seeTenants, .seeAssignments, .seePeople, .seeContactDetails]),
        RoleDefinition(
            .coordinator, .staff,
            [
                .seeTenants, .seePeople, .seeContactDetails, .seeTimesheets, .seeAssignments, .seeBillRates,
                .importTimesheets, .viewAs,
            ]),
        RoleDefinition(
            .billing, .staff,
            [
                .seeTenants, .seeTimesheets, .seeAssignments, .seeBillRates, .seePayRates, .seeMargin,
                .seeInvoices, .seeInvoiceFiles, .makeInvoices,
            ]),
        RoleDefinition(
            .finance, .staff,
            [
                .seeTenants, .seeAssignments, .seeBillRates, .seePayRates, .seeMargin, .seeInvoices,
                .seeInvoiceFiles,
            ]),
        RoleDefinition(.leader, .staff, [.seeTenants]),
        RoleDefinition(.opsAdmin, .staff, RoleDefinition.Side.staff.possible),
        RoleDefinition(
            .auditor, .staff,
            [
                .seeTenants, .seePeople, .seeTimesheets, .seeAssignments, .seeBillRates, .seeInvoices,
                .seeInvoiceFiles, .readAccessLog,
            ]),
    ]
}

extension RoleDefinition {
    fileprivate static func ofClient(_ role: Role, _ permissions: PermissionSet) -> RoleDefinition {
        RoleDefinition(role, .client, permissions, isGivenByClients: true)
    }
}
