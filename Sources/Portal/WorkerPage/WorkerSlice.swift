import Access
import HTTP
import Staffing
import Tenancy

/// What a worker does by their personal link. Looking changes nothing, for mail programs follow links too;
/// and a program that presses every button sends nothing: no hours are typed in for anybody, and a box has to
/// be ticked first.
enum WorkerSlice {
    static let client: [Endpoint] = [
        .besideTenant(.get, Routes.ownHours, needs: .nothing, shows: .ordinary) {
            (tenant, visit, key) async throws(Problem) in
            try await open(key, tenant, visit) { (tenant, worker) throws(Problem) in
                try show(tenant, worker, key, visit)
            }
        },
        .besideTenant(.post, Routes.ownHours, needs: .nothing, shows: .ordinary) {
            (tenant, visit, key) async throws(Problem) in
            try await open(key, tenant, visit) { (tenant, worker) throws(Problem) in
                try send(tenant, worker, key, visit)
            }
        },
        .besideTenant(.post, Routes.ownHoursDraft, needs: .nothing, shows: .ordinary) {
            (tenant, visit, key) async throws(Problem) in
            try await open(key, tenant, visit) { (tenant, worker) throws(Problem) in
                try keepDraft(tenant, worker, key, visit)
            }
        },
        .besideTenant(.post, Routes.ownHoursNone, needs: .nothing, shows: .ordinary) {
            (tenant, visit, key) async throws(Problem) in
            try await open(key, tenant, visit) { (tenant, worker) throws(Problem) in
                try sayNothingWorked(tenant, worker, key, visit)
            }
        },
    ]

    /// Whoever has the link is the worker, and stands in the trail as such.
    private static func open(
        _ key: TokenKey, _ tenant: Tenant, _ visit: Visit,
        _ body: @Sendable (isolated Tenant, Worker) throws(Problem) -> Response
    ) async throws(Problem) -> Response {
        let outcome = await visit.services.doorkeeper.personalLink(
            key.pathText, at: visit.realm, from: visit.exchange.network, now: visit.services.reading())
        switch outcome {
        case .tooMany(let seconds):
            visit.report(.tooManyTries)
            return WorkerGonePage(visit: visit, retryAfterSeconds: Int(seconds)).response
        case .nothing:
            visit.report(.deadInvitation)
            return WorkerGonePage(visit: visit, retryAfterSeconds: nil).response
        case .opens(let id):
            return try await tenant.run { (tenant: isolated Tenant) throws(Problem) in
                guard let worker = tenant.state.workers[id] else { throw .missing }
                let response = try body(tenant, worker)
                visit.note(worker, response.status)
                return response
            }
        }
    }

    private static func show(
        _ tenant: isolated Tenant, _ worker: Worker, _ key: TokenKey, _ visit: Visit
    ) throws(Problem) -> Response {
        guard visit.query["assignment"] != nil else {
            return WorkerHomePage(worker: worker, key: key, tenant, visit).response
        }
        let desk = try desk(WorkedWeek(visit.query), tenant, worker, visit)
        return WorkerWeekPage(visit: visit, key: key, desk: desk, entry: desk.entry).response()
    }

    private static func send(
        _ tenant: isolated Tenant, _ worker: Worker, _ key: TokenKey, _ visit: Visit
    ) throws(Problem) -> Response {
        let week = try WorkedWeek(visit.form)
        let desk = try desk(week, tenant, worker, visit)
        let entry = HoursEntry(visit.form, week: week.week)
        let submission = HoursSubmission(
            key: week, entry: entry, isAttested: visit.form["attested"] == "yes",
            caller: visit.caller(worker))
        let errors = try submission.submit(tenant, visit)
        guard errors.isEmpty else {
            return WorkerWeekPage(visit: visit, key: key, desk: desk, entry: entry, errors: errors).response()
        }
        return Response(seeOther: Routes.ownHours(key).with("done", "sent").headerValue)
    }

    private static func keepDraft(
        _ tenant: isolated Tenant, _ worker: Worker, _ key: TokenKey, _ visit: Visit
    ) throws(Problem) -> Response {
        let week = try WorkedWeek(visit.form)
        let desk = try desk(week, tenant, worker, visit)
        let entry = HoursEntry(visit.form, week: week.week)
        let errors = try tenant.errors(
            of: .keepDraft(week, entry.draft), week.week, for: visit.caller(worker), visit.say)
        guard errors.isEmpty else {
            return WorkerWeekPage(visit: visit, key: key, desk: desk, entry: entry, errors: errors).response()
        }
        return Response(seeOther: week.address(Routes.ownHours(key)).with("done", "saved").headerValue)
    }

    private static func sayNothingWorked(
        _ tenant: isolated Tenant, _ worker: Worker, _ key: TokenKey, _ visit: Visit
    ) throws(Problem) -> Response {
        let week = try WorkedWeek(visit.form)
        let desk = try desk(week, tenant, worker, visit)
        var errors = FormErrors()
        if visit.form["nothing"] != "yes" { errors.add("nothing", visit.say.ofWorkerPage.attestationMissing) }
        if errors.isEmpty {
            let command = ExpectedCommand.sayIdle(
                week, .zeroAttested, visit.form["reason"].flatMap(IdleWeek.Reason.init),
                words: visit.form["words"] ?? "")
            errors = try tenant.errors(of: command, week.week, for: visit.caller(worker), visit.say)
        }
        guard errors.isEmpty else {
            return WorkerWeekPage(visit: visit, key: key, desk: desk, entry: desk.entry, errors: errors)
                .response()
        }
        return Response(seeOther: Routes.ownHours(key).with("done", "none").headerValue)
    }

    /// Somebody else's week is as absent as one that does not exist.
    private static func desk(
        _ week: WorkedWeek, _ tenant: isolated Tenant, _ worker: Worker, _ visit: Visit
    ) throws(Problem) -> HoursDesk {
        let desk = try HoursDesk(week, tenant, visit)
        guard desk.worker.id == worker.id else { throw .missing }
        return desk
    }
}

extension Visit {
    fileprivate func caller(_ worker: Worker) -> Caller {
        Caller(viewer: .worker(worker), request: exchange.id)
    }

    fileprivate func note(_ worker: Worker, _ status: Status) {
        services.trail.inbox.append(
            AccessRecord(
                at: now, request: exchange.id, realm: realm, person: .worker(worker.id), name: worker.name,
                method: request.head.method.name, path: Routes.withoutToken(request.head),
                status: status.code, network: exchange.network, session: nil))
    }
}
