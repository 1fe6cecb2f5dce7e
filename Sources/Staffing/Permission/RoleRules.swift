/// What somebody wants a role to be.
package struct RoleDraft: Hashable, Sendable {
    /// Empty for a template that keeps its own name.
    package var title: String
    package var permissions: PermissionSet
    package var isGivenByClients: Bool
    package var demandsSecondFactor: Bool

    package init(
        title: String, permissions: PermissionSet, isGivenByClients: Bool, demandsSecondFactor: Bool = false
    ) {
        self.title = title
        self.permissions = permissions
        self.isGivenByClients = isGivenByClients
        self.demandsSecondFactor = demandsSecondFactor
    }
}

package enum RoleCommand: Hashable, Sendable {
    case define(RoleDefinition.Side, RoleDraft)
    /// A role that was retired is one again by it.
    case change(Role, RoleDraft)
    case retire(Role)
}

package enum RoleRefusal: Refusal, Hashable {
    case notAllowed, unknown
    case titleMissing, titleTooLong, titleTaken, tooManyRoles, alreadyRetired
    /// Permissions that this side can never hold.
    case impossible([Permission])
    /// What is missing beside something that was chosen.
    case incomplete([Permission])
    /// Nobody could change roles any more.
    case lastEditor

    package var kind: RefusalKind {
        switch self {
        case .notAllowed: .forbidden
        case .unknown: .missing
        case .titleTaken, .tooManyRoles, .alreadyRetired, .lastEditor: .conflict
        case .titleMissing, .titleTooLong, .impossible, .incomplete: .invalid
        }
    }
}

/// Who may say what a role is, and what no role may become.
package enum RoleRules {
    package static let longestTitle = 60

    package static func decide(
        _ command: RoleCommand, _ state: AgencyState, _ context: Context
    ) throws(RoleRefusal) -> [AgencyEvent] {
        let isAllowed = Policy.may(context.viewer, .manageRoles, at: .tenant, on: context.today).isAllowed
        guard isAllowed else { throw .notAllowed }
        let events: [AgencyEvent]
        switch command {
        case .define(let side, let draft):
            let made = try define(side, draft, state.roles)
            events = [.roleDefined(made)] + demand(draft, of: made.role, false)
        case .change(let role, let draft): events = try change(role, draft, state.roles)
        case .retire(let role): events = [.roleRetired(try retired(role, state.roles))]
        }
        try keepEditor(events, state)
        return events
    }

    private static func define(
        _ side: RoleDefinition.Side, _ draft: RoleDraft, _ book: RoleBook
    ) throws(RoleRefusal) -> RoleDefinition {
        guard book.all.count < RoleBook.mostRoles else { throw .tooManyRoles }
        let title = try checked(draft.title, for: nil, book)
        guard let title, let role = Role(titled: title) else { throw .titleMissing }
        guard book[role] == nil else { throw .titleTaken }
        return try checked(
            RoleDefinition(
                role, side, title: title, draft.permissions,
                isGivenByClients: side == .client && draft.isGivenByClients))
    }

    private static func change(
        _ role: Role, _ draft: RoleDraft, _ book: RoleBook
    ) throws(RoleRefusal) -> [AgencyEvent] {
        guard let old = book[role] else { throw .unknown }
        let title = try checked(draft.title, for: role, book)
        guard title != nil || RoleBook.templates[role] != nil else { throw .titleMissing }
        let new = try checked(
            RoleDefinition(
                role, old.side, title: title, draft.permissions,
                isGivenByClients: old.side == .client && draft.isGivenByClients))
        var known = old
        known.demandsSecondFactor = false
        return (new == known ? [] : [.roleChanged(new)]) + demand(draft, of: role, old.demandsSecondFactor)
    }

    private static func demand(_ draft: RoleDraft, of role: Role, _ isDemanded: Bool) -> [AgencyEvent] {
        draft.demandsSecondFactor == isDemanded
            ? [] : [.secondFactorDemanded(draft.demandsSecondFactor, of: role)]
    }

    private static func retired(_ role: Role, _ book: RoleBook) throws(RoleRefusal) -> Role {
        guard let definition = book[role] else { throw .unknown }
        guard !definition.isRetired else { throw .alreadyRetired }
        return role
    }

    private static func checked(
        _ title: String, for role: Role?, _ book: RoleBook
    ) throws(RoleRefusal) -> String? {
        let title = title.trimmed
        guard title.count <= longestTitle else { throw .titleTooLong }
        let isTaken = book.all.contains { $0.role != role && $0.title?.lowercased() == title.lowercased() }
        guard !isTaken else { throw .titleTaken }
        return title.isEmpty ? nil : title
    }

    private static func checked(_ definition: RoleDefinition) throws(RoleRefusal) -> RoleDefinition {
        let impossible = definition.permissions.subtracting(definition.side.possible)
        guard impossible.isEmpty else { throw .impossible(impossible.listed) }
        guard definition.missing.isEmpty else { throw .incomplete(definition.missing.listed) }
        return definition
    }

    /// The agency must keep somebody who can put roles right again.
    private static func keepEditor(_ events: [AgencyEvent], _ state: AgencyState) throws(RoleRefusal) {
        var after = state
        for event in events { after.evolve(event) }
        guard state.roleEditors.isEmpty || !after.roleEditors.isEmpty else { throw .lastEditor }
    }
}

extension AgencyState {
    /// Whoever of the staff may change roles.
    var roleEditors: Set<StaffID> {
        Set(
            staff.values.filter { member in
                member.isActive
                    && member.roles.contains { roles.permissions(of: $0, for: .staff).contains(.manageRoles) }
            }.map(\.id))
    }
}
