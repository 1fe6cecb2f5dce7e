import Access
import HTTP
import Staffing
import Tenancy

/// Letting somebody go: what they hold, then their sessions, password and links, all before anybody is told.
enum PeopleRemoval {
    static func remove(_ tenant: Tenant, _ visit: Visit, _ id: ContactID) async throws(Problem) -> Response {
        try PeopleSlice.checkManager(visit)
        let step = try await tenant.run { (tenant: isolated Tenant) throws(Problem) in
            try remove(id, tenant, visit)
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
        _ id: ContactID, _ tenant: isolated Tenant, _ visit: Visit
    ) throws(Problem) -> PeopleStep<Void> {
        let caller = try tenant.caller(visit)
        guard let contact = tenant.state.contacts[id] else { throw .missing }
        if contact.standing == .removed { return .done(()) }
        var concerns = Concerns()
        if caller.viewer.person == .contact(id) { concerns.ownLoss = visit.say.removingYourself }
        do throws(Turned<PeopleRefusal>) {
            let lost = try lost(without: contact, caller, tenant)
            concerns.worksites = tenant.state.worksitesByCode.filter { lost.contains($0.id) }
            let mayHandOver = concerns.ownLoss == nil || visit.form["own-loss"] == "yes"
            if visit.form["handover"] != nil, mayHandOver, !lost.isEmpty {
                guard try handOver(lost, from: id, caller, tenant, visit) else {
                    return .page(asking(contact, concerns, tenant, visit, .needsReceiver))
                }
                concerns.worksites = []
            }
            guard concerns.leaving(visit.form).isEmpty else {
                return .page(asking(contact, concerns, tenant, visit))
            }
            try tenant.perform(.remove(id, leavingUncovered: !concerns.worksites.isEmpty), for: caller)
            return .done(())
        } catch {
            throw Problem(error, visit.say) { visit.say.explain($0) }
        }
    }

    /// The worksites that this person alone approves for; asks the rule itself.
    private static func lost(
        without contact: Contact, _ caller: Caller, _ tenant: isolated Tenant
    ) throws(Turned<PeopleRefusal>) -> [WorksiteID] {
        do throws(PeopleRefusal) {
            _ = try PeopleRules.decide(
                .remove(contact.id, leavingUncovered: false), tenant.state, tenant.context(for: caller))
            return []
        } catch {
            if case .leavesUncovered(let lost) = error { return lost }
            throw .refused(error)
        }
    }

    /// Makes the chosen person approver at the worksites from today on. False when nobody fit was chosen.
    private static func handOver(
        _ worksites: [WorksiteID], from id: ContactID, _ caller: Caller, _ tenant: isolated Tenant,
        _ visit: Visit
    ) throws(Turned<PeopleRefusal>) -> Bool {
        guard let chosen = ContactID(pathText: visit.form["receiver"] ?? ""), chosen != id,
            let receiver = tenant.state.contacts[chosen], receiver.standing != .removed
        else { return false }
        let asks = worksites.map {
            GrantAsk(
                role: .approver, node: .worksite($0), days: DayRange(from: visit.today),
                limit: receiver.commonLimit)
        }
        let edit = PeopleCommand.edit(
            chosen, name: receiver.name, email: receiver.email.text, language: receiver.language,
            grants: receiver.grants.map(\.ask) + asks)
        try tenant.perform(edit, for: caller)
        return true
    }

    private enum Want { case nothing, needsReceiver }

    private static func asking(
        _ contact: Contact, _ concerns: Concerns, _ tenant: isolated Tenant, _ visit: Visit,
        _ want: Want = .nothing
    ) -> Response {
        let others = tenant.state.contacts.values.filter { $0.id != contact.id && $0.standing != .removed }
        var page = RemovalPage(
            visit: visit, contact: contact, concerns: concerns,
            receivers: others.sorted { ($0.name, $0.email.text) < ($1.name, $1.email.text) })
        if want == .needsReceiver { page.errors.add("receiver", visit.say.chooseReceiver) }
        return page.response
    }
}
