/// Who may let somebody decide in whose place, where, and for how long.
package enum DelegationRules {
    package static let longestDays = 366
    /// Of one giver, that run or have yet to begin.
    package static let mostRunning = 20

    package static func decide(
        _ command: DelegationCommand, _ state: TenantState, _ context: Context
    ) throws(DelegationRefusal) -> [DelegationEvent] {
        switch command {
        case .give(let giver, let delegate, let worksites, let days):
            return try give(giver, delegate, worksites, days, state, context)
        case .end(let id):
            guard let delegation = state.delegations[id] else { throw .unknown }
            // To others than the giver and an admin it is as unknown as one that never was.
            guard mayArrange(for: delegation.giver, context) else { throw .unknown }
            return [.ended(id)]
        }
    }

    private static func give(
        _ giver: ContactID, _ delegate: ContactID, _ worksites: [WorksiteID], _ days: DayRange,
        _ state: TenantState, _ context: Context
    ) throws(DelegationRefusal) -> [DelegationEvent] {
        guard let away = state.contacts[giver], away.standing != .removed else { throw .unknown }
        guard mayArrange(for: giver, context) else { throw .notAllowed }
        guard giver != delegate else { throw .toOneself }
        guard state.contacts[delegate]?.standing == .active else { throw .delegateUnfit }
        try check(days, on: context.today)
        try check(worksites, of: away, days, context)
        let delegation = Delegation(
            id: context.draw(Delegation.self), giver: giver, delegate: delegate,
            worksites: worksites.sorted { $0.rawValue < $1.rawValue }, days: days)
        let running = state.delegations.given(by: giver).filter { !$0.isOver(on: context.today) }
        // A form that is sent again because no answer came gives nothing twice.
        if running.contains(where: { $0.isSame(as: delegation) }) { return [] }
        guard running.count < mostRunning else { throw .tooMany }
        guard !leads(from: delegate, to: giver, in: days, state) else { throw .circle }
        return [.given(delegation)]
    }

    private static func mayArrange(for giver: ContactID, _ context: Context) -> Bool {
        context.viewer.person == .contact(giver)
            || Policy.may(context.viewer, .managePeople, at: .tenant, on: context.today).isAllowed
    }

    private static func check(_ days: DayRange, on today: Day) throws(DelegationRefusal) {
        guard let through = days.through else { throw .endMissing }
        guard !days.isBackward else { throw .datesBackward }
        guard through >= today else { throw .alreadyOver }
        guard days.from.days(until: through) < longestDays else { throw .tooLong }
    }

    /// Only what the giver holds themselves counts, so nobody hands on what they were lent.
    private static func check(
        _ worksites: [WorksiteID], of giver: Contact, _ days: DayRange, _ context: Context
    ) throws(DelegationRefusal) {
        let own = giver.grants.filter {
            context.roles.permissions(of: $0.role, for: .client).contains(.decideTimesheets)
                && $0.days.overlaps(days)
        }
        guard !own.isEmpty else { throw .nothingToLend }
        let wider = worksites.filter { id in !own.contains { $0.node.covers(.worksite(id)) } }
        guard wider.isEmpty else { throw .widerThanOwn(wider) }
    }

    /// Whether whoever stands in for the first one, and so on, is the last one, on days of this range.
    private static func leads(
        from first: ContactID, to last: ContactID, in days: DayRange, _ state: TenantState
    ) -> Bool {
        var (known, next): (Set<ContactID>, [ContactID]) = ([first], [first])
        while let contact = next.popLast() {
            if contact == last { return true }
            for delegation in state.delegations.given(by: contact) where delegation.days.overlaps(days) {
                if known.insert(delegation.delegate).inserted { next.append(delegation.delegate) }
            }
        }
        return false
    }
}

extension Delegation {
    fileprivate func isSame(as other: Delegation) -> Bool {
        giver == other.giver && delegate == other.delegate && worksites == other.worksites
            && days == other.days
    }
}

extension DayRange {
    package func overlaps(_ other: DayRange) -> Bool {
        let beginsInTime = other.through.map { from <= $0 } ?? true
        return beginsInTime && (through.map { other.from <= $0 } ?? true)
    }
}
