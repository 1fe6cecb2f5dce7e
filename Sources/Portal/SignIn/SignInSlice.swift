import Access
import HTTP
import Staffing
import Tenancy

/// The way in and the way out, for people of a client and of the agency alike.
enum SignInSlice {
    static let client: [Endpoint] =
        [
            .inTenant(.get, Routes.signIn, needs: .nothing, shows: .ordinary) {
                (_, visit, _) throws(Problem) in
                SignInPage(visit: visit).response
            },
            .besideTenant(.post, Routes.signIn, needs: .nothing, shows: .ordinary, signInToClient),
            .besideTenant(.post, Routes.signOut, needs: .session, shows: .ordinary) {
                (_, visit, _) async throws(Problem) in
                try await signOut(visit)
            },
        ] + PasskeySignIn.endpoints + SecondStep.endpoints + ForgottenPassword.client
    static let staff: [Endpoint] =
        [
            .apart(.get, Routes.signIn, needs: .nothing, shows: .ordinary) { (visit, _) throws(Problem) in
                SignInPage(visit: visit).response
            },
            .apart(.post, Routes.signIn, needs: .nothing, shows: .ordinary, signInToStaffSide),
            .apart(.post, Routes.signOut, needs: .session, shows: .ordinary) {
                (visit, _) async throws(Problem) in
                try await signOut(visit)
            },
        ] + PasskeySignIn.endpoints + SecondStep.endpoints + ForgottenPassword.staff

    /// Sends somebody who has no session to the door, and remembers where they wanted to go.
    static func signInFirst(_ request: Request) -> Response {
        var address = Routes.signIn.address
        if request.head.method == .get, request.head.path != Routes.home.address.path,
            let wanted = Address(local: request.head.path)
        {
            address = address.with("next", wanted.path)
        } else if request.head.method == .post {
            address = address.with("ended", "1")
        }
        var response = Response(seeOther: address.headerValue)
        if request.cookies[Knock.cookieName] != nil { response.set(Cookie(removing: "session")) }
        return response
    }

    private static func signInToClient(
        _ tenant: Tenant, _ visit: Visit, _ key: NoKey
    ) async throws(Problem) -> Response {
        let email = visit.form["email"] ?? ""
        let contact = await tenant.run { tenant in
            EmailAddress(email.trimmed).flatMap { tenant.state.contactID(email: $0) }
        }
        return await signIn(contact.map { .contact($0) } ?? .nobody, email, visit) {
            await tenant.run { tenant in contact.map { tenant.demand(of: $0) } ?? .password }
        }
    }

    private static func signInToStaffSide(_ visit: Visit, _ key: NoKey) async throws(Problem) -> Response {
        let email = visit.form["email"] ?? ""
        let member = await visit.services.agency.run { agency in
            EmailAddress(email.trimmed).flatMap { agency.state.staffID(email: $0) }
        }
        return await signIn(member.map { .staff($0) } ?? .nobody, email, visit) {
            await visit.services.agency.run { agency in member.map { agency.demand(of: $0) } ?? .password }
        }
    }

    /// The same words, the same work and the same time, whether or not there is such an account.
    private static func signIn(
        _ person: Viewer.Person, _ email: String, _ visit: Visit,
        demanding demand: @escaping @Sendable () async -> SignInDemand
    ) async -> Response {
        let account = Account(realm: visit.realm, person: person)
        let attempt = SignInAttempt(
            account: account, password: visit.form["password"] ?? "", place: visit.place,
            identity: visit.realm.name + " " + email.trimmed.lowercased(), former: visit.session,
            browser: BrowserKey.held(visit), demand: demand)
        let outcome = await visit.services.doorkeeper.signIn(attempt, at: visit.services.reading())
        report(outcome, account, visit)
        switch outcome {
        case .signedIn(let token): return await welcome(token, account, visit)
        case .halfOpen(let token): return SecondStep.begin(token, visit)
        case .codeNeeded(let token, let code):
            return await SecondStep.begin(token, mailing: code, account, visit)
        case .wrong: return SignInPage(visit: visit, sentence: visit.say.wrongPassword).response
        case .tooMany(let seconds):
            var page = SignInPage(visit: visit, sentence: visit.say.tooManyTries(seconds: Int(seconds)))
            page.status = .tooManyRequests
            page.retryAfterSeconds = Int(seconds)
            return page.response
        case .unavailable:
            var page = SignInPage(visit: visit, sentence: visit.say.signInUnavailable)
            page.status = .serviceUnavailable
            return page.response
        }
    }

    private static func report(_ outcome: SignInOutcome, _ account: Account, _ visit: Visit) {
        switch outcome {
        case .signedIn: visit.report(.signedIn(account))
        case .halfOpen, .codeNeeded: visit.report(.askedForCode(account))
        case .wrong: visit.report(.wrongPassword, about: account)
        case .tooMany: visit.report(.tooManyTries)
        case .unavailable: visit.report(.notRecorded)
        }
    }

    /// Opens the session in the browser and goes where the person wanted to go. They hear of it by mail when
    /// the browser is a new one, unless they hear of more than that.
    static func welcome(
        _ token: AccessToken, _ account: Account, _ visit: Visit, instead notice: SafetyNotice? = nil
    ) async -> Response {
        let wanted = (visit.form["next"] ?? "").isEmpty ? nil : Address(local: visit.form["next"] ?? "")
        var response = Response(seeOther: (wanted ?? Routes.home.address).headerValue)
        if let cookie = Cookie("session", token.text) { response.set(cookie) }
        let isNews = await BrowserKey.note(account, visit, in: &response)
        if let notice = notice ?? (isNews ? .newBrowser : nil) { await visit.tell(account, notice) }
        return response
    }

    private static func signOut(_ visit: Visit) async throws(Problem) -> Response {
        guard let session = visit.session else { throw .missing }
        guard await visit.services.doorkeeper.signOut(session, at: visit.services.reading()) else {
            throw Problem(.serviceUnavailable, visit.say.signOutUnavailable)
        }
        var response = Response(seeOther: Routes.signIn.address.with("out", "1").headerValue)
        response.set(Cookie(removing: "session"))
        return response
    }
}

extension Tenant {
    /// What somebody of this client has to show beside the password, by the client's rule and by their roles.
    fileprivate func demand(of id: ContactID) -> SignInDemand {
        guard let contact = contact(id),
            Viewer.contact(contact, under: world.roles.book).demandsSecondFactor(on: today)
        else { return state.signIn.inForce }
        return .secondFactor
    }
}

extension Agency {
    fileprivate func demand(of id: StaffID) -> SignInDemand {
        guard let member = state.staff[id] else { return .password }
        let today = world.day(world.now(), "UTC")
        return Viewer.staff(member, under: state.roles).demandsSecondFactor(on: today)
            ? .secondFactor : .password
    }
}
