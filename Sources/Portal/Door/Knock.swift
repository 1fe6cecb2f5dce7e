import Access
import HTTP
import Staffing

/// A request at a door, with what can be told before any record is looked at. A class, because it is handed
/// on from the door to the page, and two dozen counted references would go with it each time.
final class Knock: Sendable {
    let request: Request
    let exchange: Exchange
    let endpoint: Endpoint
    let session: Session?
    let form: Form
    let reading: Reading

    enum Refused: Error {
        case problem(Problem)
        case signInFirst
        /// A form, from whoever only looks as somebody.
        case onlyLooking(View, Session)
        /// A page that is the person's own affair.
        case notForOthers(View, Session)
        /// A view that has ended, from a browser in which nobody is signed in.
        case viewOver
    }

    /// Checks method, origin, session and the form's token, in this order.
    init(
        _ request: Request, _ exchange: Exchange, _ router: Router, _ services: Services, realm: Realm
    ) throws(Refused) {
        let head = request.head
        switch router.match(head) {
        case .missing: throw .problem(.missing)
        case .otherMethods: throw .problem(Problem(.methodNotAllowed))
        case .endpoint(let endpoint): self.endpoint = endpoint
        }
        self.request = request
        self.exchange = exchange
        let now = services.reading()
        reading = now
        guard Self.comesFromUs(head, services.setting) else {
            services.report(DoorEvent(.foreignForm, exchange, realm))
            throw .problem(Problem(.forbidden))
        }
        let found = head.cookies[Self.cookieName].flatMap {
            services.doorkeeper.sessions.find($0, at: now)
        }
        let own = found?.account.realm == realm ? found : nil
        // Who looks as somebody sees nothing of what they could do themselves.
        session = realm.client.flatMap { services.view(head, at: $0, now: now) } ?? own
        if endpoint.needs != .nothing, session == nil {
            throw realm.client != nil && head.cookies[Self.viewingCookieName] != nil
                ? .viewOver : .signInFirst
        }
        try Self.check(session, endpoint)
        form = try Self.form(of: request, endpoint)
        if endpoint.method == .post, endpoint.needs != .nothing {
            guard let session, session.accepts(formToken: form["csrf"] ?? "") else {
                services.report(DoorEvent(.formWithoutToken, exchange, realm))
                throw .problem(Problem(.forbidden))
            }
        }
    }

    static let cookieName = "__Host-session"

    private static func comesFromUs(_ head: RequestHead, _ setting: InstallationSetting) -> Bool {
        do throws(OriginRefusal) {
            try OriginCheck.check(
                method: head.method.name, origin: head.headers[.origin],
                fetchSite: head.headers[.secFetchSite], authority: setting.authority(head.host))
            return true
        } catch {
            return false
        }
    }

    /// The fields of either kind of form. Files stay in the request, where the handler reads them.
    private static func form(of request: Request, _ endpoint: Endpoint) throws(Refused) -> Form {
        guard endpoint.method == .post else { return Form() }
        do throws(FormRefusal) {
            let mediaType = request.head.mediaType
            if mediaType == "multipart/form-data" { return try request.multipart().texts }
            if request.body.isEmpty, mediaType == nil { return Form() }
            return try request.form(FormLimits(size: endpoint.bodyLimit, fields: endpoint.formFields))
        } catch {
            throw .problem(Problem(error.status))
        }
    }
}
