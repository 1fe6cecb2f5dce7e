/// Every delegation of a client that nobody has ended, found by who gave it and by who received it: requests
/// ask for the latter, and must not look through everybody.
package struct DelegationBook: Hashable, Sendable {
    /// In the order in which they were given.
    private(set) var all: [Delegation] = []
    private var given: [ContactID: [Delegation]] = [:]
    private var received: [ContactID: [Delegation]] = [:]

    init() {}

    init(_ all: [Delegation]) {
        for delegation in all { put(delegation) }
    }

    package func given(by contact: ContactID) -> [Delegation] { given[contact] ?? [] }

    package func received(by contact: ContactID) -> [Delegation] { received[contact] ?? [] }

    package subscript(id: DelegationID) -> Delegation? { all.first { $0.id == id } }

    mutating func put(_ delegation: Delegation) {
        all.append(delegation)
        given[delegation.giver, default: []].append(delegation)
        received[delegation.delegate, default: []].append(delegation)
    }

    mutating func end(_ id: DelegationID) {
        guard let delegation = self[id] else { return }
        all.removeAll { $0.id == id }
        given[delegation.giver]?.removeAll { $0.id == id }
        received[delegation.delegate]?.removeAll { $0.id == id }
        if given[delegation.giver]?.isEmpty == true { given[delegation.giver] = nil }
        if received[delegation.delegate]?.isEmpty == true { received[delegation.delegate] = nil }
    }
}

extension TenantState {
    /// Somebody with everything that lets them see and do something here: what they hold, and what others
    /// lend them. Resolved at each request, so what the giver loses the other one loses too.
    package func viewer(_ contact: Contact, under roles: RoleBook) -> Viewer {
        let received = delegations.received(by: contact.id)
        if received.isEmpty { return .contact(contact, under: roles) }
        let lent = received.compactMap { delegation in
            contacts[delegation.giver].map { Viewer.Loan(delegation, from: $0, under: roles) }
        }
        return .contact(contact, under: roles, borrowing: lent)
    }

    /// What somebody gave and is not over, the first to begin first.
    package func lending(by contact: ContactID, on today: Day) -> [Delegation] {
        running(delegations.given(by: contact), on: today) { $0.delegate }
    }

    /// In whose place somebody acts or will act.
    package func borrowing(by contact: ContactID, on today: Day) -> [Delegation] {
        running(delegations.received(by: contact), on: today) { $0.giver }
    }

    /// Whoever was removed neither lends nor stands in; should they come back, it holds again.
    private func running(
        _ all: [Delegation], on today: Day, _ other: (Delegation) -> ContactID
    ) -> [Delegation] {
        all.filter { delegation in
            let isThere = contacts[other(delegation)].map { $0.standing != .removed } ?? false
            return isThere && !delegation.isOver(on: today)
        }
        .sorted { ($0.days.from, $0.id.rawValue) < ($1.days.from, $1.id.rawValue) }
    }
}
