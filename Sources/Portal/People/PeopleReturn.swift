import Access
import HTTP
import Staffing
import Tenancy

/// Undoing a removal. What somebody held comes back; what opened the door for them does not: they get a new
/// link instead, by mail, like somebody whose password is lost.
enum PeopleReturn {
    static func takeBack(_ tenant: Tenant, _ visit: Visit, _ id: ContactID) async throws(Problem) -> Response
    {
        try PeopleSlice.checkManager(visit)
        try await tenant.run { (tenant: isolated Tenant) throws(Problem) in try check(id, tenant, visit) }
        // Once more before they are back: where the removal was cut short by a crash, their old sessions and
        // passkeys are still there.
        let account = Account(realm: .tenant(tenant.id), person: .contact(id))
        guard await visit.services.doorkeeper.close(account, at: visit.services.reading()) else {
            throw Problem(.serviceUnavailable, visit.say.returnNotRecorded)
        }
        let contact = try await tenant.run { (tenant: isolated Tenant) throws(Problem) in
            try takeBack(id, tenant, visit)
        }
        return try await PeopleInviting.send(to: contact, isBack: true, tenant, visit)
    }

    /// Asks the rule before anything is ended.
    private static func check(
        _ id: ContactID, _ tenant: isolated Tenant, _ visit: Visit
    ) throws(Problem) {
        let caller = try tenant.caller(visit)
        do throws(PeopleRefusal) {
            _ = try PeopleRules.decide(.takeBack(id), tenant.state, tenant.context(for: caller))
        } catch {
            throw Problem(error.kind, visit.say.explain(error))
        }
    }

    private static func takeBack(
        _ id: ContactID, _ tenant: isolated Tenant, _ visit: Visit
    ) throws(Problem) -> Contact {
        let caller = try tenant.caller(visit)
        do throws(Turned<PeopleRefusal>) {
            try tenant.perform(.takeBack(id), for: caller)
        } catch .refused(.hasNotLeft) {
            // Of two presses at once the later one finds it done; it ended the link of the first, and sends
            // another.
        } catch {
            throw Problem(error, visit.say) { visit.say.explain($0) }
        }
        return try tenant.known(id)
    }
}
