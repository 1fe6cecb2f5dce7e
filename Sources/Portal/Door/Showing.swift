import Access
import HTTP
import Journal
import Staffing

extension Services {
    func answer(_ visit: Visit, _ result: Result<Response, Problem>, _ shows: Endpoint.Shows) -> Answer {
        answer(visit, draft(visit, result, shows))
    }

    /// An answer whose bytes are all there. It is made where the handler ran, whose records it shows.
    struct Draft: Sendable {
        let response: Response
        let isGuarded: Bool
    }

    func draft(_ visit: Visit, _ result: Result<Response, Problem>, _ shows: Endpoint.Shows) -> Draft {
        switch result {
        case .success(let made):
            Draft(
                response: made.conditioned(by: visit.request.head),
                isGuarded: visit.session?.view != nil || shows.isGuarded(made, for: visit))
        case .failure(let problem):
            Draft(
                response: ProblemPage(problem: problem, frame: visit.frame).response,
                isGuarded: visit.session?.view != nil)
        }
    }

    /// Leaves the record of who saw what, and lets the answer go: at once, or, when it shows what is
    /// guarded, not before that record is on disk. Where it cannot be recorded nothing is shown.
    func answer(_ visit: Visit, _ draft: Draft) -> Answer {
        guard visit.viewer.person != .nobody else { return .now(draft.response) }
        let isSensitive = draft.isGuarded || visit.isAboutPeople
        let record = record(of: visit, draft.response.status, isSensitive ? .sensitive : .page)
        guard draft.isGuarded else {
            trail.inbox.append(record)
            return .now(draft.response)
        }
        trail.inbox.append(record) { recorded in
            switch recorded {
            case .success: visit.exchange.reply(draft.response)
            case .failure(let failure):
                let problem = Problem(.serviceUnavailable, visit.say.notShown(failure))
                visit.exchange.reply(self.bareProblem(problem, visit.exchange, visit.say))
            }
        }
        return .later
    }

    /// Leaves the record of a page that was kept.
    func note(_ knock: Knock, _ viewer: Viewer, _ realm: Realm, _ status: Status) {
        let record = AccessRecord(
            knock.request.head, knock.exchange, at: knock.reading.moment, realm, viewer, knock.session,
            status, .page)
        trail.inbox.append(record)
    }

    /// Leaves the record of what somebody tried who only looks.
    func note(
        refused head: RequestHead, _ exchange: Exchange, _ view: View, _ session: Session, at now: Moment
    ) {
        let realm = Realm.tenant(view.viewing.tenant)
        trail.inbox.append(
            AccessRecord(head, exchange, at: now, realm, .nobody, session, .forbidden, .page))
    }

    private func record(of visit: Visit, _ status: Status, _ occasion: Occasion) -> AccessRecord {
        AccessRecord(
            visit.request.head, visit.exchange, at: visit.now, visit.realm, visit.viewer, visit.session,
            status, occasion)
    }
}

extension AccessRecord {
    fileprivate init(
        _ head: RequestHead, _ exchange: Exchange, at moment: Moment, _ realm: Realm, _ viewer: Viewer,
        _ session: Session?, _ status: Status, _ occasion: Occasion
    ) {
        // Who looked is who sat there, whosever eyes they had.
        let viewing = session?.view?.viewing
        self.init(
            at: moment, request: exchange.id, realm: realm,
            person: viewing.map { .staff($0.staff) } ?? viewer.person,
            name: viewing?.staffName ?? viewer.name, method: head.method.name,
            path: Routes.withoutToken(head), status: status.code, network: exchange.network,
            session: session?.id.text,
            occasion: viewing.map { .viewed(as: Occasion.Seen($0)) } ?? occasion)
    }
}

extension Endpoint.Shows {
    fileprivate func isGuarded(_ response: Response, for visit: Visit) -> Bool {
        switch self {
        case .ordinary: false
        // Who is only sent elsewhere, as after every decision, sees no rate yet.
        case .rates: response.length > 0 && visit.seesRates
        case .documents: true
        }
    }
}

extension Visit {
    /// Who may come in, and what they may do, is nobody's ordinary page.
    fileprivate var isAboutPeople: Bool {
        let segments = request.head.segments
        return segments.contains(Routes.people.segments[0])
            || segments.last == Routes.timesheetSight.segments[2]
            || segments.first == Routes.accessLog.segments[0]
    }

    /// The form's own address does not say who was invited.
    func noteInvited(_ contact: Contact) {
        services.trail.inbox.append(
            AccessRecord(
                at: now, request: exchange.id, realm: realm, person: viewer.person, name: viewer.name,
                method: request.head.method.name, path: Routes.person(contact.id).path,
                status: Status.ok.code, network: exchange.network, session: session?.id.text,
                occasion: .invited))
    }

    /// Nor does it say how many sheets were approved together.
    func noteApproved(_ count: Int) {
        services.trail.inbox.append(
            AccessRecord(
                at: now, request: exchange.id, realm: realm, person: viewer.person, name: viewer.name,
                method: request.head.method.name, path: Routes.timesheetApprovals.address.path,
                status: Status.ok.code, network: exchange.network, session: session?.id.text,
                occasion: .approvedTogether(count)))
    }

    /// Whether the viewer may see rates anywhere here.
    fileprivate var seesRates: Bool {
        viewer.holdsAny(of: [.seeBillRates, .seePayRates, .seeMargin], on: today)
    }
}

extension Exchange {
    /// Sends an answer that is there already; any other finds its own way.
    func give(_ answer: Answer) { if case .now(let response) = answer { reply(response) } }
}
