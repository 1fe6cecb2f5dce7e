/// Giving somebody more than they hold.
package enum GivingRules {
    /// A role that somebody holds there on a part of these days has dates or a limit which somebody chose, so
    /// it is changed on their page and not by something given beside it.
    static func give(
        _ id: ContactID, _ asks: [GrantAsk], _ state: TenantState, _ context: Context
    ) throws(PeopleRefusal) -> [PeopleEvent] {
        guard let contact = state.contacts[id] else { throw .unknown }
        guard contact.standing != .removed else { throw .alreadyRemoved }
        let news = asks.filter { ask in !contact.grants.contains { $0.ask.covers(ask) } }
        guard !news.isEmpty else { return [] }
        for ask in news where contact.grants.contains(where: { $0.ask.meets(ask) }) { throw .heldOtherwise }
        try PeopleRules.check(news, beside: contact.grants, state, context)
        guard contact.grants.count + news.count <= PeopleRules.mostGrants else { throw .tooManyGrants }
        return news.map { .grantGiven(id, Grant($0, id: context.draw(Grant.self))) }
    }
}

extension GrantAsk {
    /// Whether whoever holds this has the other one too.
    package func covers(_ other: GrantAsk) -> Bool {
        (role, node) == (other.role, other.node) && days.covers(other.days)
    }

    /// Whether both are the same role at the same place on some day.
    package func meets(_ other: GrantAsk) -> Bool {
        (role, node) == (other.role, other.node) && days.meets(other.days)
    }
}

extension DayRange {
    package func covers(_ other: DayRange) -> Bool {
        guard from <= other.from else { return false }
        guard let through else { return true }
        return other.through.map { $0 <= through } ?? false
    }

    package func meets(_ other: DayRange) -> Bool {
        let beginsInTime = other.through.map { from <= $0 } ?? true
        return beginsInTime && (through.map { other.from <= $0 } ?? true)
    }
}
