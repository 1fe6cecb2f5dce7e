import HTTP
import Staffing
import Tenancy

/// Who can do what, where: the matrix, bringing people in, changing what they hold, letting them go.
enum PeopleSlice {
    static let client: [Endpoint] = [
        .inTenant(.get, Routes.people, needs: .permission(.seePeople), shows: .ordinary) {
            (tenant, visit, _) throws(Problem) in
            let roster = PeopleRoster(
                tenant.state, for: visit.viewer, on: visit.today, under: visit.roles,
                matching: visit.query["q"] ?? "", saying: DelegationLines(tenant.state, visit))
            let gone = GoneLately(tenant.state, visit)
            return PeoplePage(roster: roster, gone: gone, visit: visit).response
        },
        .besideTenant(.get, Routes.peopleFile, needs: .permission(.seePeople), shows: .ordinary) {
            (tenant, visit, _) async throws(Problem) in
            try await ListFile.response(tenant, visit, named: "people") { PeopleFile.rows($0, visit) }
        },
        .inTenant(.get, Routes.inviting, needs: .permission(.managePeople), shows: .ordinary) {
            (tenant, visit, _) throws(Problem) in
            try checkManager(visit)
            let draft = PersonDraft(beginning: visit.today, language: tenant.state.client.language, visit.say)
            let places = PersonPlaces(tenant.state, visit)
            return PersonPage(visit: visit, draft: draft, places: places).response()
        },
        .besideTenant(
            .post, Routes.people, needs: .permission(.managePeople), shows: .ordinary, PeopleInviting.invite),
        .besideTenant(
            .post, Routes.personInvitation, needs: .permission(.managePeople), shows: .ordinary,
            PeopleInviting.inviteAgain),
        .besideTenant(
            .get, Routes.person, needs: .permission(.managePeople), shows: .ordinary, PeopleEditing.page),
        .besideTenant(
            .post, Routes.person, needs: .permission(.managePeople), shows: .ordinary, PeopleEditing.save),
        .besideTenant(
            .get, Routes.personRemoval, needs: .permission(.managePeople), shows: .ordinary,
            PeopleRemoval.page),
        .besideTenant(
            .post, Routes.personRemoval, needs: .permission(.managePeople), shows: .ordinary,
            PeopleRemoval.remove),
        .besideTenant(
            .post, Routes.personReturn, needs: .permission(.managePeople), shows: .ordinary,
            PeopleReturn.takeBack),
    ]

    /// The door lets in whoever manages people anywhere; these forms change what holds for the whole company.
    static func checkManager(_ visit: Visit) throws(Problem) {
        guard visit.may(.managePeople, at: .tenant) else { throw .missing }
    }
}

/// How far a step inside the tenant got: it was done, or the person has to look at a page first.
enum PeopleStep<Value: Sendable>: Sendable {
    case done(Value)
    case page(Response)
}

extension Tenant {
    /// Somebody of this client who has not been removed.
    func known(_ id: ContactID) throws(Problem) -> Contact {
        guard let contact = state.contacts[id], contact.standing != .removed else { throw .missing }
        return contact
    }

    /// Whoever asks, with what they hold at this very step: a task may come back long after the door let it
    /// in.
    func caller(_ visit: Visit) throws(Problem) -> Caller {
        guard case .contact(let id) = visit.viewer.person else { throw .missing }
        return Caller(
            viewer: state.viewer(try known(id), under: world.roles.book), request: visit.exchange.id)
    }
}
