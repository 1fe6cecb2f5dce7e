import HTTP
import Mail
import Staffing

/// What became of the portal's mails, for those who run the agency's side.
enum MailSlice {
    static let staff: [Endpoint] = [
        .apart(.get, Routes.mail, needs: .permission(.manageTenants), shows: .ordinary, show),
        .apart(.post, Routes.mailAttempt, needs: .permission(.manageTenants), shows: .ordinary) {
            (visit, key) async throws(Problem) in
            try await change(visit) { queue, now in queue.hurry(key.id, at: now) }
        },
        .apart(.post, Routes.mailWithdrawal, needs: .permission(.manageTenants), shows: .ordinary) {
            (visit, key) async throws(Problem) in
            try await change(visit) { queue, now in queue.giveUp(key.id, at: now) }
        },
    ]

    private static func show(_ visit: Visit, _ key: NoKey) async throws(Problem) -> Response {
        let wanted = SearchWords(visit.query["q"])
        let state = visit.query["state"].flatMap(MailState.init)
        let all = visit.services.outbox.queue?.all ?? []
        let found = all.filter { entry in
            (state == nil || MailState(entry) == state)
                && wanted.matches(entry.recipient, entry.addressee?.realm ?? "")
        }
        let page = try ListPage(visit.query["page"], total: found.count)
        let content = MailPage(
            visit: visit, hasServer: visit.services.outbox.queue != nil, wanted: wanted, state: state,
            counts: Dictionary(grouping: all, by: { MailState($0) }).mapValues(\.count), page: page,
            entries: Array(page.rows(of: found)))
        return Page(
            visit.words.mailTitle, visit.frame, place: Routes.mail.address, content: content.html
        ).response()
    }

    /// What the page says behind a button.
    enum Done: String { case changed, settled, onItsWay }

    private static func change(
        _ visit: Visit, _ edit: @escaping @Sendable (MailQueue, Int64) -> MailQueue.Change
    ) async throws(Problem) -> Response {
        guard let queue = visit.services.outbox.queue else { throw .missing }
        let now = visit.now.seconds
        let done: Done
        switch await blocking(visit.services.runBlocking, { edit(queue, now) }) {
        case .done: done = .changed
        case .settledAlready: done = .settled
        case .onItsWay: done = .onItsWay
        case .unknown: throw .missing
        case .notRecorded: throw Problem(.serviceUnavailable, visit.words.mailNotRecorded)
        }
        return Response(seeOther: Routes.mail.address.with("done", done.rawValue).headerValue)
    }
}

/// How a mail stands, as far as somebody chooses among them.
package enum MailState: String, CaseIterable, Sendable {
    case waiting, failed, sent, ended

    init(_ entry: MailEntry) {
        self =
            switch entry.standing {
            case .waiting: .waiting
            case .sent: .sent
            case .ended(_, .refused), .ended(_, .expired): .failed
            case .ended(_, .givenUp), .ended(_, .replaced), .ended(_, .withdrawn): .ended
            }
    }
}
