/// How somebody goes, and how they come back when that was a mistake.
enum LeavingRules {
    static func remove(
        _ id: ContactID, handingOver handovers: [Handover], leavingUncovered: Bool, _ state: TenantState,
        _ context: Context
    ) throws(PeopleRefusal) -> [PeopleEvent] {
        guard let contact = state.contacts[id] else { throw .unknown }
        guard contact.standing != .removed else { throw .alreadyRemoved }
        try PeopleRules.keepAdmin(without: id, holding: [], state, context)
        var events: [PeopleEvent] = [.removed(id)]
        for handover in handovers { events.append(try handOver(handover, from: id, state, context)) }
        if !leavingUncovered {
            let lost = Coverage.lost(by: events, state, on: context.today, under: context.roles)
            guard lost.isEmpty else { throw .leavesUncovered(lost) }
        }
        return events
    }

    /// The one who takes over becomes approver at the worksite, from today on.
    private static func handOver(
        _ handover: Handover, from id: ContactID, _ state: TenantState, _ context: Context
    ) throws(PeopleRefusal) -> PeopleEvent {
        guard let receiver = state.contacts[handover.receiver], receiver.id != id,
            receiver.standing != .removed
        else { throw .receiverUnfit }
        let ask = GrantAsk(
            role: .approver, node: .worksite(handover.worksite), days: DayRange(from: context.today))
        try PeopleRules.check(receiver.grants.map(\.ask) + [ask], beside: receiver.grants, state, context)
        let grant = Grant(id: context.draw(Grant.self), role: ask.role, node: ask.node, days: ask.days)
        return .handedOver(id, to: receiver.id, grant)
    }

    /// Everything is as before the removal, but for what opened the door: that has ended for good.
    static func takeBack(
        _ id: ContactID, _ state: TenantState, _ context: Context
    ) throws(PeopleRefusal) -> [PeopleEvent] {
        guard let contact = state.contacts[id] else { throw .unknown }
        guard contact.standing == .removed else { throw .hasNotLeft }
        guard let departure = state.departure(of: id), context.moment <= departure.end else {
            throw .tooLateToReturn
        }
        guard state.contact(email: contact.email) == nil else { throw .emailTaken }
        let withdrawn = departure.handedOver.filter { handed in
            state.contacts[handed.receiver]?.grants.contains { $0.id == handed.grant } == true
        }
        return withdrawn.map { .grantWithdrawn($0.receiver, $0.grant) }
            + [.returned(id, departure.standing, departure.grants)]
    }
}
