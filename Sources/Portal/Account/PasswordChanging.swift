import Access
import HTTP

/// Changing a password by somebody who knows the old one. Every other session of theirs ends with it.
enum PasswordChanging {
    static func change(
        _ page: AccountPage, _ chooser: Chooser, _ visit: Visit
    ) async throws(Problem) -> Response {
        guard let session = visit.session else { throw .missing }
        let say = visit.say
        let new: String
        switch visit.form.newPassword(say) {
        case .success(let typed): new = typed
        case .failure(let mistake): return answer(page, mistake.field, mistake.sentence)
        }
        let change = PasswordChange(
            session: session, old: visit.form["old"] ?? "", new: new, words: chooser.words,
            place: visit.place)
        switch await visit.services.doorkeeper.changePassword(change, at: visit.services.reading()) {
        case .success(let token):
            await visit.tell(session.account, .passwordChanged)
            return done(token)
        case .failure(.wrong): return answer(page, "old", say.oldPasswordWrong)
        case .failure(.refused(let refusal)): return answer(page, "new", say.explain(refusal))
        case .failure(.tooMany(let seconds)):
            return answer(
                page, "old", say.tooManyTries(seconds: Int(seconds)), .tooManyRequests, Int(seconds))
        case .failure(.unavailable), .failure(.changed):
            return answer(page, "old", say.passwordUnavailable, .serviceUnavailable)
        }
    }

    /// The browser goes on under a new token.
    private static func done(_ token: AccessToken) -> Response {
        let done = AccountPage.Outcome.password.rawValue
        var response = Response(seeOther: Routes.account.address.with("done", done).headerValue)
        if let cookie = Cookie("session", token.text) { response.set(cookie) }
        return response
    }

    private static func answer(
        _ page: AccountPage, _ field: StaticString, _ sentence: String,
        _ status: Status = .unprocessableContent, _ retryAfterSeconds: Int? = nil
    ) -> Response {
        var page = page
        page.errors.add(field, sentence)
        return page.response(status, retryAfterSeconds: retryAfterSeconds)
    }
}
