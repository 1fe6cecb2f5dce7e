import Access
import HTTP
import Staffing

/// What opens the door for oneself: passkeys, an authenticator app, recovery codes; and where one is signed
/// in. Whatever changes it asks first who it is, unless that was shown in the last ten minutes.
enum OwnSignInSlice {
    static let endpoints: [Endpoint] =
        [
            .apart(.get, Routes.ownSignIn, needs: .session, shows: .ordinary) {
                (visit, _) async throws(Problem) in
                try await page(visit)
            },
            .apart(.post, Routes.ownProof, needs: .password, shows: .ordinary) {
                (visit, _) async throws(Problem) in
                try await prove(visit)
            },
            .apart(.post, Routes.sessionEnd, needs: .session, shows: .ordinary) {
                (visit, id) async throws(Problem) in
                let oneself = try await Oneself(visit)
                let outcome = await visit.services.doorkeeper.end(
                    id, by: oneself.session, at: visit.services.reading())
                return try await answer(outcome, .session, visit)
            },
        ] + OwnPasskeys.endpoints + OwnAuthenticator.endpoints + OwedFactor.endpoints

    static func page(
        _ visit: Visit, _ errors: FormErrors = FormErrors(), _ status: Status = .ok,
        retryAfterSeconds: Int? = nil
    ) async throws(Problem) -> Response {
        let oneself = try await Oneself(visit)
        let means = await visit.services.doorkeeper.means(
            of: oneself.session, at: visit.services.reading())
        if visit.owesSecondFactor {
            let owed = OwedFactorPage(visit: visit, oneself: oneself, means: means, errors: errors)
            return owed.response(status, retryAfterSeconds: retryAfterSeconds)
        }
        let page = OwnSignInPage(visit: visit, oneself: oneself, means: means, errors: errors)
        return page.response(status, retryAfterSeconds: retryAfterSeconds)
    }

    /// By the password, or by a passkey where the script brought its answer.
    private static func prove(_ visit: Visit) async throws(Problem) -> Response {
        let oneself = try await Oneself(visit)
        let (door, reading) = (visit.services.doorkeeper, visit.services.reading())
        let isPasskey = visit.form["credential"] != nil
        let outcome: ProofOutcome
        if isPasskey {
            guard let answer = visit.passkeyAnswer else { return try await unproved(visit, "passkey") }
            outcome = await door.prove(oneself.session, by: answer, at: reading)
        } else {
            outcome = await door.prove(
                oneself.session, password: visit.form["password"] ?? "", network: visit.exchange.network,
                at: reading)
        }
        switch outcome {
        case .proved:
            let next = ProofForm.next(visit) ?? Routes.ownSignIn.address
            return Response(seeOther: next.headerValue)
        case .wrong:
            visit.report(isPasskey ? .wrongPasskey : .wrongPassword)
            return try await unproved(visit, isPasskey ? "passkey" : "password")
        case .tooMany(let seconds):
            visit.report(.tooManyTries)
            let errors = FormErrors("password", visit.say.tooManyTries(seconds: Int(seconds)))
            return try await page(visit, errors, .tooManyRequests, retryAfterSeconds: Int(seconds))
        }
    }

    private static func unproved(_ visit: Visit, _ field: StaticString) async throws(Problem) -> Response {
        let isPasskey = field.description == "passkey"
        let sentence = isPasskey ? visit.say.passkeyRefused : visit.say.oldPasswordWrong
        return try await page(visit, FormErrors(field, sentence), .unprocessableContent)
    }

    /// Back to the page, which says what was done, as does a mail where it matters; or the page at once,
    /// which says why not.
    static func answer(
        _ outcome: Result<Void, FactorRefusal>, _ done: OwnSignInOutcome, _ visit: Visit,
        at field: StaticString = "own-sign-in", telling notice: SafetyNotice? = nil
    ) async throws(Problem) -> Response {
        switch outcome {
        case .success:
            if let notice, let account = visit.session?.account { await visit.tell(account, notice) }
            return Response(seeOther: Routes.ownSignIn.address.with("done", done.rawValue).headerValue)
        case .failure(let refusal): return try await refused(refusal, visit, at: field)
        }
    }

    static func refused(
        _ refusal: FactorRefusal, _ visit: Visit, at field: StaticString = "own-sign-in"
    ) async throws(Problem) -> Response {
        if refusal == .missing { throw .missing }
        let field: StaticString = refusal == .notProved ? "password" : field
        let status: Status = refusal == .unavailable ? .serviceUnavailable : .unprocessableContent
        return try await page(visit, FormErrors(field, visit.say.explain(refusal)), status)
    }
}
