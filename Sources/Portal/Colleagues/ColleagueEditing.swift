import Access
import HTTP
import Staffing
import Tenancy

/// Changing what somebody of the agency is called and holds. It holds at once, also in open sessions.
enum ColleagueEditing {
    static func page(_ visit: Visit, _ id: StaffID) async throws(Problem) -> Response {
        try await form(visit, id).response()
    }

    private static func form(_ visit: Visit, _ id: StaffID) async throws(Problem) -> ColleaguePage {
        let member = try await visit.colleague(id)
        let account = visit.account(id)
        let entrances = await visit.services.doorkeeper.entrances(
            of: [account], at: visit.services.reading())
        return ColleaguePage(
            visit: visit, stepUp: try await StepUp(visit),
            draft: ColleagueDraft(member, visit.services.world.fingerprint), member: member,
            entrance: entrances[account])
    }

    static func save(_ visit: Visit, _ id: StaffID) async throws(Problem) -> Response {
        var page = try await form(visit, id)
        guard page.stepUp.isProved else { return page.response(.unprocessableContent) }
        let edition = page.draft.edition
        page.draft = ColleagueDraft(visit.form)
        guard page.draft.edition == edition else {
            page.draft.edition = edition
            page.isChangedMeanwhile = true
            return page.response(.conflict)
        }
        guard !isOwnLoss(page.draft, visit, id) || visit.form["own-loss"] == "yes" else {
            page.isOwnLoss = true
            return page.response(.conflict)
        }
        switch try await visit.perform(
            .changeStaff(id, name: page.draft.name, roles: page.draft.roles))
        {
        case .success: return Response(seeOther: Routes.colleagues.address.with("done", "saved").headerValue)
        case .failure(let refusal):
            page.errors = try FormErrors(colleague: refusal, visit.words)
            return page.response(.unprocessableContent)
        }
    }

    /// Whether whoever saves could not come back to this page.
    private static func isOwnLoss(_ draft: ColleagueDraft, _ visit: Visit, _ id: StaffID) -> Bool {
        guard visit.viewer.person == .staff(id) else { return false }
        return !draft.roles.contains {
            visit.roles.permissions(of: $0, for: .staff).contains(.manageRoles)
        }
    }
}
