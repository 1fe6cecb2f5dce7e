import Access
import HTTP
import Journal
import Staffing

extension Services {
    /// Leaves the record of who saw what, and lets the answer go: at once, or, when it shows what is
    /// guarded, not before that record is on disk. Where it cannot be recorded nothing is shown.
    func answer(_ visit: Visit, _ result: Result<Response, Problem>, _ shows: Endpoint.Shows) -> Answer {
        let response: Response
        switch result {
        case .success(let made): response = made.conditioned(by: visit.request.head)
        case .failure(let problem): response = ProblemPage(problem: problem, frame: visit.frame).response
        }
        guard visit.viewer != .nobody else { return .now(response) }
        let record = record(of: visit, response.status)
        guard case .success = result, shows.isGuarded(for: visit) else {
            trail.inbox.append(record)
            return .now(response)
        }
        trail.inbox.append(record) { recorded in
            switch recorded {
            case .success: visit.exchange.reply(response)
            case .failure(let failure):
                let problem = Problem(.serviceUnavailable, visit.say.notShown(failure))
                visit.exchange.reply(ProblemPage(problem: problem, frame: visit.frame).response)
            }
        }
        return .later
    }

    /// Leaves the record of a page that was kept.
    func note(_ knock: Knock, _ viewer: Viewer, _ realm: Realm, _ status: Status) {
        let record = AccessRecord(
            knock.request.head, knock.exchange, at: knock.reading.moment, realm, viewer, knock.session, status
        )
        trail.inbox.append(record)
    }

    private func record(of visit: Visit, _ status: Status) -> AccessRecord {
        AccessRecord(
            visit.request.head, visit.exchange, at: visit.now, visit.realm, visit.viewer, visit.session,
            status)
    }
}

extension AccessRecord {
    fileprivate init(
        _ head: RequestHead, _ exchange: Exchange, at moment: Moment, _ realm: Realm, _ viewer: Viewer,
        _ session: Session?, _ status: Status
    ) {
        self.init(
            at: moment, request: exchange.id, realm: realm, person: viewer.person, name: viewer.name,
            method: head.method.name, path: Routes.withoutToken(head), status: status.code,
            network: exchange.network, session: session?.id.text)
    }
}

extension Endpoint.Shows {
    fileprivate func isGuarded(for visit: Visit) -> Bool {
        switch self {
        case .ordinary: false
        case .rates: visit.seesRates
        case .documents: true
        }
    }
}

extension Visit {
    /// Whether the viewer may see rates anywhere here.
    fileprivate var seesRates: Bool {
        viewer.holdsAny(of: [.seeBillRates, .seePayRates, .seeMargin], on: today)
    }
}

extension Exchange {
    /// Sends an answer that is there already; any other finds its own way.
    func give(_ answer: Answer) { if case .now(let response) = answer { reply(response) } }
}
