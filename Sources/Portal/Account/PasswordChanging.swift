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
            network: visit.exchange.network)
        switch await visit.services.doorkeeper.changePassword(change, at: visit.services.reading()) {
        case .changed:
            let done = AccountPage.Outcome.password.rawValue
            return Response(seeOther: Routes.account.address.with("done", done).headerValue)
        case .wrong: return answer(page, "old", say.oldPasswordWrong)
        case .refused(let refusal): return answer(page, "new", say.explain(refusal))
        case .tooMany(let seconds):
            return answer(
                page, "old", say.tooManyTries(seconds: Int(seconds)), .tooManyRequests, Int(seconds))
        case .unavailable: return answer(page, "old", say.passwordUnavailable, .serviceUnavailable)
        }
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
