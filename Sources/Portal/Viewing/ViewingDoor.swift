import Access
import HTTP
import Staffing
import Tenancy

extension Services {
    /// The view that a request belongs to. It ends at once with the session of the staff member, with their
    /// leaving, and with the permission: all three are looked at each time.
    func view(_ head: RequestHead, at tenant: TenantID, now: Reading) -> Session? {
        guard let text = head.cookies[Knock.viewingCookieName],
            let session = doorkeeper.viewings.find(text, at: tenant, now: now), let view = session.view
        else { return nil }
        if mayView(view.viewing.staff, on: world.day(now.moment, "UTC")) { return session }
        doorkeeper.viewings.close(session, at: now)
        return nil
    }

    /// Writes down the views that ended by themselves, so that each beginning in a client's log has its end.
    package func noteEndedViews() {
        for ended in doorkeeper.viewings.takeEnded(at: reading()) {
            let viewing = ended.viewing
            trail.inbox.append(
                AccessRecord(
                    at: ended.at, request: 0, realm: .tenant(viewing.tenant),
                    person: .staff(viewing.staff), name: viewing.staffName, method: Method.get.name,
                    path: Routes.home.address.path, status: Status.ok.code, network: "", session: nil,
                    occasion: .viewEnded(as: Occasion.Seen(viewing))))
        }
    }

    func mayView(_ staff: StaffID, on day: Day) -> Bool {
        guard let member = world.staff[staff], member.isActive else { return false }
        return Policy.may(.staff(member, under: world.roles.book), .viewAs, at: .tenant, on: day).isAllowed
    }
}

extension Knock {
    static let viewingCookie: StaticString = "viewing"
    static let viewingCookieName = "__Host-viewing"

    /// Whoever looks reads, and does not read what is somebody's own.
    static func check(_ session: Session?, _ endpoint: Endpoint) throws(Refused) {
        guard let session, let view = session.view, !endpoint.isAboutViewing else { return }
        if endpoint.method != .get { throw .onlyLooking(view, session) }
        if endpoint.isPersonal { throw .notForOthers(view, session) }
    }
}

extension ClientDoor {
    /// The page that says why nothing was changed or shown, with the banner of the view.
    func refusal(
        _ sentence: String, _ view: View, _ session: Session, _ request: Request, _ exchange: Exchange
    ) -> Response {
        let now = services.reading().moment
        services.note(refused: request.head, exchange, view, session, at: now)
        var frame = services.bareFrame(exchange, English())
        frame.viewing = ViewingBanner(view, session, services)
        return OnlyLookingPage(sentence: sentence, frame: frame).response
    }

    /// The same band stands above what the door itself says no to.
    func refusal(
        _ problem: Problem, _ id: TenantID, _ request: Request, _ exchange: Exchange
    ) -> Response {
        var frame = services.bareFrame(exchange, Language(ofStranger: request.head).sentences)
        if let session = services.view(request.head, at: id, now: services.reading()),
            let view = session.view
        {
            frame.viewing = ViewingBanner(view, session, services)
        }
        return ProblemPage(problem: problem, frame: frame).response
    }

    /// The browser brings a view that has ended, and nobody's session.
    func viewOver(_ id: TenantID, _ exchange: Exchange) -> Response {
        var response = ViewOverPage(
            tenant: id, frame: services.bareFrame(exchange, English()),
            staffOrigin: services.setting.staffOrigin
        ).response(.forbidden)
        response.set(Cookie(removing: Knock.viewingCookie))
        return response
    }
}

extension Occasion.Seen {
    init(_ viewing: Viewing) { self.init(contact: viewing.contact, name: viewing.contactName) }
}
