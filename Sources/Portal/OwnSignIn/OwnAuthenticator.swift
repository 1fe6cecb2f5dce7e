import Access
import HTTP
import Staffing

/// Setting up and removing one's authenticator app, and the recovery codes that go with it.
enum OwnAuthenticator {
    static let endpoints: [Endpoint] = [
        .apart(.get, Routes.authenticator, needs: .password, shows: .ordinary) {
            (visit, _) async throws(Problem) in
            try await prepare(visit)
        },
        .apart(.post, Routes.authenticator, needs: .password, shows: .ordinary) {
            (visit, _) async throws(Problem) in
            try await set(visit)
        },
        .apart(.post, Routes.authenticatorRemoval, needs: .session, shows: .ordinary) {
            (visit, _) async throws(Problem) in
            let oneself = try await Oneself(visit)
            let outcome = await visit.services.doorkeeper.removeAuthenticator(
                by: oneself.session, at: visit.services.reading())
            return try await OwnSignInSlice.answer(
                outcome, .authenticatorRemoved, visit, telling: .appTurnedOff)
        },
        .apart(.post, Routes.recoveryCodes, needs: .session, shows: .ordinary) {
            (visit, _) async throws(Problem) in
            let oneself = try await Oneself(visit)
            let outcome = await visit.services.doorkeeper.renewRecoveryCodes(
                by: oneself.session, at: visit.services.reading())
            return try await codes(outcome, visit, telling: .recoveryCodesRenewed)
        },
    ]

    private static func prepare(
        _ visit: Visit, _ errors: FormErrors = FormErrors(), _ status: Status = .ok
    ) async throws(Problem) -> Response {
        let oneself = try await Oneself(visit)
        let outcome = await visit.services.doorkeeper.prepareAuthenticator(
            by: oneself.session, isOwed: visit.owesSecondFactor, at: visit.services.reading())
        switch outcome {
        case .success(let secret):
            let page = AuthenticatorPage(visit: visit, oneself: oneself, secret: secret, errors: errors)
            return page.response(status)
        case .failure(let refusal): return try await OwnSignInSlice.refused(refusal, visit)
        }
    }

    private static func set(_ visit: Visit) async throws(Problem) -> Response {
        let oneself = try await Oneself(visit)
        let outcome = await visit.services.doorkeeper.setAuthenticator(
            code: visit.form["code"] ?? "", by: oneself.session, isOwed: visit.owesSecondFactor,
            at: visit.services.reading())
        switch outcome {
        case .failure(.wrongCode):
            let errors = FormErrors("code", visit.say.explain(.wrongCode))
            return try await prepare(visit, errors, .unprocessableContent)
        // It took too long: there is another secret to set up.
        case .failure(.missing): return Response(seeOther: Routes.authenticator.address.headerValue)
        case .success, .failure: return try await codes(outcome, visit, telling: .appTurnedOn)
        }
    }

    /// The codes are shown in this answer and never again.
    private static func codes(
        _ outcome: Result<[String], FactorRefusal>, _ visit: Visit, telling notice: SafetyNotice
    ) async throws(Problem) -> Response {
        switch outcome {
        case .success(let codes):
            if let account = visit.session?.account { await visit.tell(account, notice) }
            return RecoveryCodesPage(visit: visit, codes: codes).response
        case .failure(let refusal): return try await OwnSignInSlice.refused(refusal, visit)
        }
    }
}
