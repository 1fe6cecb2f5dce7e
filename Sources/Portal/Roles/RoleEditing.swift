import Access
import HTTP
import Staffing
import Tenancy

/// Changing roles: the rules first, then whom it would affect, then the change itself.
enum RoleEditing {
    /// Nobody holds a new role, so nobody is affected.
    static func define(_ visit: Visit, _ key: NoKey) async throws(Problem) -> Response {
        let side = try RoleSlice.side(visit.form["side"])
        var page = RolePage(new: side, visit)
        page.draft = try RoleDraft(visit.form)
        if let refusal = try await perform(.define(side, page.draft), visit) {
            page.errors = try FormErrors(refusal, visit.words)
            return page.response
        }
        return done
    }

    static func change(_ visit: Visit, _ role: Role) async throws(Problem) -> Response {
        guard let known = visit.roles[role] else { throw .missing }
        var page = RolePage(known, visit)
        page.draft = try RoleDraft(visit.form)
        guard visit.form["edition"] == known.edition(visit.services.world.fingerprint) else {
            page.isChangedMeanwhile = true
            return page.response
        }
        return try await settle(.change(role, page.draft), of: known, page, visit)
    }

    static func retire(_ visit: Visit, _ role: Role) async throws(Problem) -> Response {
        guard let known = visit.roles[role] else { throw .missing }
        return try await settle(.retire(role), of: known, RolePage(known, visit), visit)
    }

    /// Applies it once somebody has seen whom it affects, and they are still the same.
    private static func settle(
        _ command: RoleCommand, of known: RoleDefinition, _ form: RolePage, _ visit: Visit
    ) async throws(Problem) -> Response {
        var page = form
        switch try await foresee(command, visit) {
        case .success(let book):
            let change = RoleChange(known.role, from: visit.roles, to: book)
            let confirmation = RoleImpactPage(
                visit: visit, known: known, command: command, change: change,
                reach: try await RoleReach.of(change, visit))
            guard visit.form["seen"] == confirmation.seen else { return confirmation.response }
            guard let refusal = try await perform(command, visit) else {
                visit.noteRoleChange(at: confirmation.reach)
                return done
            }
            page.errors = try FormErrors(refusal, visit.words)
        case .failure(let refusal): page.errors = try FormErrors(refusal, visit.words)
        }
        return page.response
    }

    /// The roles as they would be.
    private static func foresee(
        _ command: RoleCommand, _ visit: Visit
    ) async throws(Problem) -> Result<RoleBook, RoleRefusal> {
        try await visit.inAgency { agency in
            Result { () throws(RoleRefusal) in
                var after = agency.state
                let context = agency.context(for: agency.caller(visit))
                for event in try RoleRules.decide(command, after, context) { after.evolve(event) }
                return after.roles
            }
        }
    }

    /// Returns when the change is on disk and in force, or with why it was refused.
    private static func perform(
        _ command: RoleCommand, _ visit: Visit
    ) async throws(Problem) -> RoleRefusal? {
        let outcome: Result<RoleRefusal?, Problem> = try await visit.inAgency { agency in
            do throws(Turned<RoleRefusal>) {
                try agency.perform(command, for: agency.caller(visit))
                return .success(nil)
            } catch .refused(let refusal) {
                return .success(refusal)
            } catch {
                return .failure(Problem(error, visit.staffSay) { visit.words.explain($0) })
            }
        }
        return try outcome.get()
    }

    private static var done: Response {
        Response(seeOther: Routes.roles.address.with("done", "saved").headerValue)
    }
}

extension Visit {
    /// Each client that it touches reads of it in its own log.
    fileprivate func noteRoleChange(at reach: RoleReach) {
        for client in reach.clients {
            services.trail.inbox.append(
                AccessRecord(
                    at: now, request: exchange.id, realm: .tenant(client.id), person: viewer.person,
                    name: viewer.name, method: request.head.method.name, path: request.head.path,
                    status: Status.seeOther.code, network: exchange.network, session: session?.id.text))
        }
    }
}

extension Agency {
    /// Whoever asks, with what they hold at this very step.
    func caller(_ visit: Visit) -> Caller {
        guard case .staff(let id) = visit.viewer.person, let member = state.staff[id] else {
            return Caller(viewer: .nobody, request: visit.exchange.id)
        }
        return Caller(viewer: .staff(member, under: state.roles), request: visit.exchange.id)
    }
}

extension FormErrors {
    /// At the field that a rule of the domain turned down.
    init(_ refusal: RoleRefusal, _ words: any StaffWords) throws(Problem) {
        switch refusal {
        case .notAllowed, .unknown: throw .missing
        case .titleMissing, .titleTooLong, .titleTaken: self.init("title", words.explain(refusal))
        case .tooManyRoles, .alreadyRetired, .impossible, .incomplete, .lastEditor:
            self.init("permissions", words.explain(refusal))
        }
    }
}
