internal import Journal
package import Staffing

extension Tenant {
    /// Says what people of this client have to show beside the password.
    @discardableResult
    package func perform(
        _ demand: SignInDemand, for caller: Caller
    ) throws(Turned<SignInDemandRefusal>) -> [SetupEvent] {
        try decideAndRecord(caller, TenantEvent.setup) { (state, context) throws(SignInDemandRefusal) in
            try SignInDemandRules.decide(demand, state, context)
        }
    }

    /// Gives whoever asks another mail address.
    @discardableResult
    package func move(
        to address: EmailAddress, for caller: Caller
    ) throws(Turned<PeopleRefusal>) -> [PeopleEvent] {
        try decideAndRecord(caller, TenantEvent.people) { (state, context) throws(PeopleRefusal) in
            try OwnDetailsRules.move(to: address, state, context)
        }
    }

    @discardableResult
    package func speak(
        _ language: Language, for caller: Caller
    ) throws(Turned<PeopleRefusal>) -> [PeopleEvent] {
        try decideAndRecord(caller, TenantEvent.people) { (state, context) throws(PeopleRefusal) in
            try OwnDetailsRules.speak(language, state, context)
        }
    }
}

extension Agency {
    @discardableResult
    package func move(
        to address: EmailAddress, for caller: Caller
    ) throws(Turned<AgencyRefusal>) -> [AgencyEvent] {
        let context = context(for: caller)
        let events: [AgencyEvent]
        do throws(AgencyRefusal) {
            events = try OwnDetailsRules.move(to: address, state, context)
        } catch {
            throw .refused(error)
        }
        do throws(StoreFailure) { try record(events, context.moment, caller) } catch {
            throw .notRecorded(error)
        }
        return events
    }
}
