import Crypto
import HTTP
import Journal
import Staffing
import Tenancy

/// Inviting several people from a file: choose it, look at what would happen, confirm it.
enum InviteFileSlice {
    /// The file and the form around it.
    static let uploadBytes = InviteFile.mostBytes + 64 * 1024

    static let client: [Endpoint] = [
        .besideTenant(.get, Routes.inviteFile, needs: .permission(.managePeople), shows: .ordinary) {
            (tenant, visit, _) async throws(Problem) in
            try await form(.client(tenant, visit))
        },
        .besideTenant(
            .post, Routes.inviteFile, needs: .permission(.managePeople), shows: .documents,
            bodyLimit: uploadBytes
        ) { (tenant, visit, _) async throws(Problem) in
            try await upload(.client(tenant, visit))
        },
        .besideTenant(.get, Routes.inviteFileTemplate, needs: .permission(.managePeople), shows: .ordinary) {
            (tenant, visit, _) async throws(Problem) in
            try await template(.client(tenant, visit))
        },
        .besideTenant(.get, Routes.inviteFileCheck, needs: .permission(.managePeople), shows: .documents) {
            (tenant, visit, _) async throws(Problem) in
            try await check(.client(tenant, visit))
        },
        .besideTenant(
            .post, Routes.inviteFileInvitations, needs: .permission(.managePeople), shows: .documents
        ) { (tenant, visit, _) async throws(Problem) in
            try await confirm(.client(tenant, visit))
        },
        .besideTenant(.get, Routes.inviteFileRefused, needs: .permission(.managePeople), shows: .documents) {
            (tenant, visit, _) async throws(Problem) in
            try await refused(.client(tenant, visit))
        },
    ]

    static let staff: [Endpoint] = [
        .apart(.get, Routes.tenantInviteFile, needs: .permission(.managePeople), shows: .ordinary) {
            (visit, id) async throws(Problem) in
            try await form(.staff(id, visit))
        },
        .apart(
            .post, Routes.tenantInviteFile, needs: .permission(.managePeople), shows: .documents,
            bodyLimit: uploadBytes
        ) { (visit, id) async throws(Problem) in
            try await upload(.staff(id, visit))
        },
        .apart(.get, Routes.tenantInviteFileTemplate, needs: .permission(.managePeople), shows: .ordinary) {
            (visit, id) async throws(Problem) in
            try await template(.staff(id, visit))
        },
        .apart(.get, Routes.tenantInviteFileCheck, needs: .permission(.managePeople), shows: .documents) {
            (visit, id) async throws(Problem) in
            try await check(.staff(id, visit))
        },
        .apart(
            .post, Routes.tenantInviteFileInvitations, needs: .permission(.managePeople), shows: .documents
        ) { (visit, id) async throws(Problem) in
            try await confirm(.staff(id, visit))
        },
        .apart(.get, Routes.tenantInviteFileRefused, needs: .permission(.managePeople), shows: .documents) {
            (visit, id) async throws(Problem) in
            try await refused(.staff(id, visit))
        },
    ]
}

extension InviteFileSlice {
    private static func form(_ desk: InviteDesk) async throws(Problem) -> Response {
        InviteFormPage(
            desk: desk, client: await desk.tenant.state.client.name, stepUp: try await StepUp(desk.visit)
        ).response()
    }

    /// Keeps what was sent, so that the look at it and the run read the same bytes.
    private static func upload(_ desk: InviteDesk) async throws(Problem) -> Response {
        var page = InviteFormPage(
            desk: desk, client: await desk.tenant.state.client.name, stepUp: try await StepUp(desk.visit))
        guard page.stepUp.isProved else { return page.response(.unprocessableContent) }
        guard let bytes = try chosen(desk.visit) else {
            page.errors.add("file", desk.words.fileMissing)
            return page.response(.unprocessableContent)
        }
        let order: InviteOrder
        do throws(StoreFailure) {
            order = InviteOrder(file: try await desk.visit.services.write(bytes, to: desk.tenant))
        } catch {
            throw Problem(error, desk.say)
        }
        switch try await order.plan(desk) {
        case .success: return Response(seeOther: order.address(desk.check).headerValue)
        case .failure(let refusal):
            page.errors.add("file", desk.words.explain(refusal))
            return page.response(.unprocessableContent)
        }
    }

    /// Browsers send a part without a name when no file was chosen.
    private static func chosen(_ visit: Visit) throws(Problem) -> [UInt8]? {
        do throws(FormRefusal) {
            guard let part = try visit.request.multipart()["file"], part.fileName?.isEmpty == false else {
                return nil
            }
            return Array(part.body)
        } catch {
            throw Problem(error.status)
        }
    }

    private static func template(_ desk: InviteDesk) async throws(Problem) -> Response {
        let state = await desk.tenant.state
        return Response(
            offering: InviteTemplate(state: state, desk: desk).bytes, as: .csv, named: "people.csv")
    }

    private static func check(_ desk: InviteDesk) async throws(Problem) -> Response {
        let order = try InviteOrder(desk.visit.query)
        var page = try await planPage(order, desk)
        page.done = try InviteRun.Outcome(desk.visit.query)
        return page.response()
    }

    /// Only what was read on the page is done: what the file would do now must be the same.
    private static func confirm(_ desk: InviteDesk) async throws(Problem) -> Response {
        let order = try InviteOrder(desk.visit.form)
        var page = try await planPage(order, desk)
        guard page.stepUp.isProved else { return page.response(.unprocessableContent) }
        guard desk.visit.form["seen"] == page.plan.seen else {
            page.isChangedMeanwhile = true
            return page.response(.conflict)
        }
        let outcome = try await InviteRun(desk).perform(page.plan)
        return Response(seeOther: outcome.address(order.address(desk.check)).headerValue)
    }

    private static func planPage(
        _ order: InviteOrder, _ desk: InviteDesk
    ) async throws(Problem) -> InvitePlanPage {
        InvitePlanPage(
            desk: desk, order: order, plan: try await readPlan(order, desk),
            state: await desk.tenant.state, stepUp: try await StepUp(desk.visit))
    }

    private static func readPlan(
        _ order: InviteOrder, _ desk: InviteDesk
    ) async throws(Problem) -> InvitePlan {
        switch try await order.plan(desk) {
        case .success(let plan): return plan
        case .failure(let refusal):
            throw Problem(.unprocessableContent, desk.words.explain(refusal))
        }
    }

    private static func refused(_ desk: InviteDesk) async throws(Problem) -> Response {
        let plan = try await readPlan(try InviteOrder(desk.visit.query), desk)
        return Response(
            offering: RefusedInvitations(plan: plan, words: desk.words).bytes, as: .csv,
            named: "refused-people.csv")
    }
}
