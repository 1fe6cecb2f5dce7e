/// Who may bring people in, change what they hold, and let them go.
package enum PeopleRules {
    package static let longestName = 120
    package static let mostGrants = 100

    package static func decide(
        _ command: PeopleCommand, _ state: TenantState, _ context: Context
    ) throws(PeopleRefusal) -> [PeopleEvent] {
        if case .join(let id) = command { return try join(id, state, context) }
        let isAllowed = Policy.may(context.viewer, .managePeople, at: .tenant, on: context.today).isAllowed
        guard isAllowed else { throw .notAllowed }
        return switch command {
        case .join: []
        case .invite(let name, let email, let language, let asks):
            try invite(name, email, language, asks, state, context)
        case .edit(let id, let name, let email, let language, let asks):
            try edit(id, name, email, language, asks, state, context)
        case .give(let id, let asks): try GivingRules.give(id, asks, state, context)
        case .remove(let id, let handovers, let leavingUncovered):
            try LeavingRules.remove(
                id, handingOver: handovers, leavingUncovered: leavingUncovered, state, context)
        case .identify(let id, let worker): try OwnHours.identify(id, worker, state, context)
        case .takeBack(let id): try LeavingRules.takeBack(id, state, context)
        }
    }

    /// People join by themselves, through the link of their invitation.
    private static func join(
        _ id: ContactID, _ state: TenantState, _ context: Context
    ) throws(PeopleRefusal) -> [PeopleEvent] {
        guard context.viewer.person == .contact(id) || context.viewer.person == .system else {
            throw .notAllowed
        }
        guard let contact = state.contacts[id] else { throw .unknown }
        return switch contact.standing {
        case .invited: [.joined(id)]
        case .active: []
        case .removed: throw .alreadyRemoved
        }
    }

    private static func invite(
        _ name: String, _ email: String, _ language: Language, _ asks: [GrantAsk], _ state: TenantState,
        _ context: Context
    ) throws(PeopleRefusal) -> [PeopleEvent] {
        let name = try checked(name: name)
        let address = try checked(email: email, for: nil, state)
        try check(asks, beside: [], state, context)
        let grants = asks.map { Grant($0, id: context.draw(Grant.self)) }
        let contact = Contact(
            id: context.draw(Contact.self), name: name, email: address, language: language, grants: grants)
        return [.invited(contact)]
    }

    private static func edit(
        _ id: ContactID, _ name: String, _ email: String, _ language: Language, _ asks: [GrantAsk],
        _ state: TenantState, _ context: Context
    ) throws(PeopleRefusal) -> [PeopleEvent] {
        guard let contact = state.contacts[id] else { throw .unknown }
        guard contact.standing != .removed else { throw .alreadyRemoved }
        let name = try checked(name: name)
        let address = try checked(email: email, for: id, state)
        try check(asks, beside: contact.grants, state, context)
        var events: [PeopleEvent] = []
        if (name, address, language) != (contact.name, contact.email, contact.language) {
            events.append(.edited(id, name: name, email: address, language: language))
        }
        for grant in contact.grants where !asks.contains(grant.ask) {
            events.append(.grantWithdrawn(id, grant.id))
        }
        let held = Set(contact.grants.map(\.ask))
        for ask in asks where !held.contains(ask) {
            events.append(.grantGiven(id, Grant(ask, id: context.draw(Grant.self))))
        }
        try keepAdmin(without: id, holding: asks, state, context)
        return events
    }

    /// A client must keep one admin who can still sign in, or nobody there could ever let anybody in again.
    static func keepAdmin(
        without id: ContactID, holding asks: [GrantAsk], _ state: TenantState, _ context: Context
    ) throws(PeopleRefusal) {
        func isAdmin(_ contact: Contact) -> Bool {
            contact.standing != .removed
                && Policy.may(
                    .contact(contact, under: context.roles), .managePeople, at: .tenant, on: context.today
                ).isAllowed
        }
        guard let contact = state.contacts[id], isAdmin(contact) else { return }
        let stays = asks.contains {
            context.roles.permissions(of: $0.role, for: .client).contains(.managePeople)
                && $0.node == .tenant && $0.days.contains(context.today)
        }
        guard stays || state.contacts.values.contains(where: { $0.id != id && isAdmin($0) }) else {
            throw .lastAdmin
        }
    }
}

extension PeopleRules {
    private static func checked(name: String) throws(PeopleRefusal) -> String {
        let name = name.trimmed
        guard !name.isEmpty else { throw .nameMissing }
        guard name.count <= longestName else { throw .nameTooLong }
        return name
    }

    private static func checked(
        email: String, for id: ContactID?, _ state: TenantState
    ) throws(PeopleRefusal) -> EmailAddress {
        guard let address = EmailAddress(email.trimmed) else { throw .emailInvalid }
        if let holder = state.contact(email: address), holder.id != id { throw .emailTaken }
        return address
    }

    /// What somebody holds already stays as it is, though it could not be given any more.
    static func check(
        _ asks: [GrantAsk], beside held: [Grant], _ state: TenantState, _ context: Context
    ) throws(PeopleRefusal) {
        guard !asks.isEmpty else { throw .grantsMissing }
        guard asks.count <= mostGrants else { throw .tooManyGrants }
        for ask in asks {
            guard !ask.days.isBackward else { throw .datesBackward }
            guard ask.limit?.isPossible ?? true else { throw .limitImpossible }
            if case .worksite(let id) = ask.node, state.worksites[id] == nil { throw .unknownWorksite }
            let isKept = held.contains { $0.role == ask.role && $0.node == ask.node }
            if case .unit(let id) = ask.node, state.units[id].map({ $0.isRetired && !isKept }) ?? true {
                throw .unknownUnit
            }
            let isNew = !held.contains { $0.ask.isAlike(ask) }
            guard !isNew || mayGive(ask.role, context) else { throw .roleNotGiven }
        }
    }
}

extension PeopleRules {
    /// Clients give the roles that the agency has marked as theirs to give.
    private static func mayGive(_ role: Role, _ context: Context) -> Bool {
        guard let definition = context.roles[role], definition.side == .client, !definition.isRetired
        else { return false }
        return switch context.viewer.person {
        case .contact, .worker, .nobody: definition.isGivenByClients
        case .staff, .system: true
        }
    }
}

extension Grant {
    package var ask: GrantAsk { GrantAsk(role: role, node: node, days: days, limit: limit) }

    init(_ ask: GrantAsk, id: GrantID) {
        self.init(id: id, role: ask.role, node: ask.node, days: ask.days, limit: ask.limit)
    }
}

extension GrantAsk {
    /// But for the limit, which every manager of people may change.
    fileprivate func isAlike(_ other: GrantAsk) -> Bool {
        (role, node, days) == (other.role, other.node, other.days)
    }
}
