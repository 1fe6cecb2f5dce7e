import Access
import HTTP
import Markup

extension Routes {
    static let secondStep = Route<NoKey>("/sign-in/code")
}

/// The code after the password, of an authenticator app or from a mail. What the browser holds meanwhile
/// opens nothing else and ends after five minutes, or ten for a mail.
enum SecondStep {
    static let endpoints: [Endpoint] = [
        .apart(.get, Routes.secondStep, needs: .nothing, shows: .ordinary) {
            (visit, _) async throws(Problem) in
            await isHalfOpen(visit) ? await page(visit).response() : over(visit)
        },
        .apart(.post, Routes.secondStep, needs: .nothing, shows: .ordinary) {
            (visit, _) async throws(Problem) in
            await finish(visit)
        },
    ]

    private static let cookie: StaticString = "second-step"
    private static let cookieName = "__Host-second-step"
    /// A code by mail takes longer than one of an app.
    private static let cookieSeconds = 600

    /// The browser goes on to the page for the code, and keeps in mind where the person wanted to go.
    static func begin(_ token: AccessToken, _ visit: Visit) -> Response {
        let next = visit.form["next"] ?? ""
        let page = Routes.secondStep.address
        var response = Response(seeOther: (next.isEmpty ? page : page.with("next", next)).headerValue)
        if var half = Cookie(cookie, token.text, maxAgeSeconds: cookieSeconds) {
            half.sameSite = .strict
            response.set(half)
        }
        return response
    }

    /// The same with a code that goes out by mail now. Where none can be written nobody waits for it.
    static func begin(
        _ token: AccessToken, mailing code: String, _ account: Account, _ visit: Visit
    ) async -> Response {
        var isMailed = false
        if let recipient = await visit.correspondent(account) {
            let mail = CodeMail(recipient: recipient, email: recipient.email, code: code, purpose: .signIn)
            isMailed = await mail.send(visit)
        }
        guard isMailed else {
            var page = SignInPage(visit: visit, sentence: visit.say.codeNotMailed)
            page.status = .serviceUnavailable
            return page.response
        }
        return begin(token, visit)
    }

    private static func page(_ visit: Visit, _ sentence: String? = nil) async -> SecondStepPage {
        let isMailed = await visit.services.doorkeeper.awaitsMailedCode(
            visit.request.cookies[cookieName] ?? "", in: visit.realm, at: visit.services.reading())
        return SecondStepPage(visit: visit, sentence: sentence, isMailed: isMailed)
    }

    private static func isHalfOpen(_ visit: Visit) async -> Bool {
        await visit.services.doorkeeper.isHalfOpen(
            visit.request.cookies[cookieName] ?? "", in: visit.realm, at: visit.services.reading())
    }

    private static func finish(_ visit: Visit) async -> Response {
        let outcome = await visit.services.doorkeeper.finishSignIn(
            visit.request.cookies[cookieName] ?? "", code: visit.form["code"] ?? "", in: visit.realm,
            at: visit.services.reading())
        let say = visit.say
        switch outcome {
        case .signedIn(let token, let account, let codesLeft):
            visit.report(.signedIn(account))
            var response = await SignInSlice.welcome(
                token, account, visit, instead: codesLeft.map { .recoveryCodeUsed(left: $0) })
            response.set(Cookie(removing: cookie))
            return response
        case .wrong:
            visit.report(.wrongCode)
            var page = await page(visit, say.wrongCode)
            if page.isMailed { page.sentence = say.mailedCodeWrong }
            return page.response(.unprocessableContent)
        case .tooMany(let seconds):
            visit.report(.tooManyTries)
            let page = await page(visit, say.tooManyTries(seconds: Int(seconds)))
            return page.response(.tooManyRequests, retryAfterSeconds: Int(seconds))
        case .over: return over(visit)
        case .unavailable:
            visit.report(.notRecorded)
            let page = await page(visit, say.signInUnavailable)
            return page.response(.serviceUnavailable)
        }
    }

    /// Whoever took too long begins with the password again.
    private static func over(_ visit: Visit) -> Response {
        var response = Response(seeOther: Routes.signIn.address.with("late", "1").headerValue)
        if visit.request.cookies[cookieName] != nil { response.set(Cookie(removing: cookie)) }
        return response
    }
}

/// Asks for the code of the app, or for a recovery code.
struct SecondStepPage {
    let visit: Visit
    var sentence: String?
    /// Whether the code is one that went out by mail.
    var isMailed = false

    private var say: any Sentences { visit.say }

    private var title: String { isMailed ? say.mailedCodeTitle : say.codeTitle }

    func response(_ status: Status = .ok, retryAfterSeconds: Int? = nil) -> Response {
        var errors = FormErrors()
        if let sentence { errors.add("code", sentence) }
        let page = Page(
            title, visit.frame, layout: .center, isError: !errors.isEmpty, content: content(errors))
        return page.response(status, retryAfterSeconds: retryAfterSeconds)
    }

    private func content(_ errors: FormErrors) -> Markup {
        """
        \(errors.summary(say))
        <section class="panel stack">
          <h1>\(title)</h1>
          <form class="form" method="post" action="\(Routes.secondStep.address)">
            <input type="hidden" name="next" value="\(visit.form["next"] ?? visit.query["next"] ?? "")">
            <div class="field"><label for="code">\(say.code)</label>\(errors.note(for: "code"))
              <p class="hint">\(isMailed ? say.mailedCodeHint : say.codeHint)</p>
              <input class="input input-code" id="code" name="code" autocomplete="one-time-code" \
        autocapitalize="characters" spellcheck="false" maxlength="40" required\
        \(errors.mark("code"))\(if: errors.isEmpty, " autofocus")></div>
            <div class="actions"><button class="button primary wide">\(say.signIn)</button></div>
          </form>
          <p class="small muted">\(isMailed ? say.mailedCodeLost : say.codeLost)</p>
          <p class="small"><a href="\(Routes.signIn.address)">\(say.codeBack)</a></p>
        </section>
        """
    }
}
