import Access
import HTTP
import Staffing
import Tenancy

/// Letting somebody go: what they hold, then their sessions, password and links, all before anybody is told.
enum PeopleRemoval {
    static func page(_ tenant: Tenant, _ visit: Visit, _ id: ContactID) async throws(Problem) -> Response {
        try PeopleSlice.checkManager(visit)
        let keys = await visit.keys(of: id, of: tenant.id)
        return try await tenant.run { (tenant: isolated Tenant) throws(Problem) in
            let contact = try tenant.known(id)
            let belongings = Belongings(of: contact, keys, try tenant.caller(visit), tenant, visit)
            return RemovalPage(visit: visit, contact: contact, belongings: belongings).response
        }
    }

    static func remove(_ tenant: Tenant, _ visit: Visit, _ id: ContactID) async throws(Problem) -> Response {
        try PeopleSlice.checkManager(visit)
        let keys = await visit.keys(of: id, of: tenant.id)
        let step = try await tenant.run { (tenant: isolated Tenant) throws(Problem) in
            try remove(id, keys, tenant, visit)
        }
        if case .page(let page) = step { return page }
        try await tenant.settle(visit)
        let account = Account(realm: .tenant(tenant.id), person: .contact(id))
        guard await visit.services.doorkeeper.close(account, at: visit.services.reading()) else {
            throw Problem(.serviceUnavailable, visit.say.keysRemain)
        }
        await visit.stopMail(to: id, of: tenant.id)
        let done = PeoplePage.Outcome.removed.rawValue
        return Response(seeOther: Routes.people.address.with("done", done).headerValue)
    }

    /// Whoever is removed already is done: a second press makes up for keys that could not be ended the first
    /// time.
    private static func remove(
        _ id: ContactID, _ keys: KeyCount, _ tenant: isolated Tenant, _ visit: Visit
    ) throws(Problem) -> PeopleStep<Void> {
        let caller = try tenant.caller(visit)
        guard let contact = tenant.state.contacts[id] else { throw .missing }
        if contact.standing == .removed { return .done(()) }
        let belongings = Belongings(of: contact, keys, caller, tenant, visit)
        if let obstacle = belongings.obstacle { throw Problem(obstacle.kind, visit.say.explain(obstacle)) }
        let handovers = belongings.handovers(visit.form)
        let named = Set(handovers.map(\.worksite))
        var concerns = Concerns()
        if caller.viewer.person == .contact(id) { concerns.ownLoss = visit.say.removingYourself }
        concerns.worksites = belongings.sites.map(\.worksite).filter { !named.contains($0.id) }
        guard concerns.leaving(visit.form).isEmpty else {
            var page = RemovalPage(
                visit: visit, contact: contact, belongings: belongings, concerns: concerns)
            if !concerns.worksites.isEmpty { page.errors.add("receiver", visit.say.chooseReceiver) }
            return .page(page.response)
        }
        do throws(Turned<PeopleRefusal>) {
            try tenant.perform(
                .remove(id, handingOver: handovers, leavingUncovered: !concerns.worksites.isEmpty),
                for: caller)
            return .done(())
        } catch {
            throw Problem(error, visit.say) { visit.say.explain($0) }
        }
    }
}
