import Access
import HTTP
import Markup

/// The second factor that is demanded of somebody: whoever has none sets one up, whoever has one shows it.
enum OwedFactor {
    static let endpoints: [Endpoint] = [
        .apart(.get, Routes.secondFactor, needs: .password, shows: .ordinary) {
            (visit, _) async throws(Problem) in
            guard visit.owesSecondFactor else { return Response(seeOther: Routes.home.address.headerValue) }
            return try await OwnSignInSlice.page(visit)
        },
        .apart(.post, Routes.secondFactor, needs: .password, shows: .ordinary) {
            (visit, _) async throws(Problem) in
            try await confirm(visit)
        },
    ]

    /// By a code of the app, or by a recovery code.
    private static func confirm(_ visit: Visit) async throws(Problem) -> Response {
        let home = Response(seeOther: Routes.home.address.headerValue)
        guard visit.owesSecondFactor, let session = visit.session else { return home }
        let outcome = await visit.services.doorkeeper.confirm(
            session, code: visit.form["code"] ?? "", network: visit.exchange.network,
            at: visit.services.reading())
        switch outcome {
        case .proved: return home
        case .wrong:
            visit.report(.wrongCode)
            let errors = FormErrors("code", visit.say.wrongCode)
            return try await OwnSignInSlice.page(visit, errors, .unprocessableContent)
        case .tooMany(let seconds):
            visit.report(.tooManyTries)
            let errors = FormErrors("code", visit.say.tooManyTries(seconds: Int(seconds)))
            return try await OwnSignInSlice.page(
                visit, errors, .tooManyRequests, retryAfterSeconds: Int(seconds))
        }
    }
}

/// All that somebody sees who owes a second factor.
struct OwedFactorPage {
    let visit: Visit
    let oneself: Oneself
    let means: SignInMeans
    let errors: FormErrors

    private var say: any Sentences { visit.say }
    private var hasApp: Bool { means.authenticatorSince != nil }
    private var hasNone: Bool { means.passkeys.isEmpty && !hasApp }

    func response(_ status: Status = .ok, retryAfterSeconds: Int? = nil) -> Response {
        let title = hasNone ? say.factorOwed : say.factorToShow
        let page = Page(
            title, visit.frame, place: Routes.account.address, layout: .narrow, isError: !errors.isEmpty,
            content: content(title))
        return page.response(status, retryAfterSeconds: retryAfterSeconds)
    }

    private func content(_ title: String) -> Markup {
        """
        \(errors.summary(say))
        <div class="page-head" id="own-sign-in"><div><h1>\(title)</h1>
          <p class="muted">\(hasNone ? say.factorOwedHint : say.factorToShowHint)</p></div></div>
        \(hasNone ? settingUp : showing)
        <form method="post" action="\(Routes.signOut.address)">\(visit.frame.csrfField)\
        <button class="button quiet">\(say.signOut)</button></form>
        """
    }

    private var settingUp: Markup {
        if !means.isProved {
            let next = Routes.secondFactor.address
            return ProofForm(
                visit: visit, email: oneself.email, means: means, errors: errors, next: next
            ).html
        }
        return """
            <section class="panel stack" id="passkeys"><h2>\(say.passkeys)</h2>
              <p class="hint">\(say.passkeysHint)</p>
              \(PasskeyAdding(visit: visit, oneself: oneself, means: means, errors: errors).html)</section>
            <section class="panel stack" id="app"><h2>\(say.authenticatorApp)</h2>
              <p class="hint">\(say.authenticatorAppHint)</p>
              <p><a class="button" href="\(Routes.authenticator.address)">\(say.setUpApp)</a></p></section>
            """
    }

    private var showing: Markup {
        """
        \(means.passkeys.isEmpty ? nil : passkey)
        \(hasApp ? code : nil)
        <p class="small muted">\(say.factorLost)</p>
        """
    }

    private var passkey: Markup {
        let home = Routes.home.address.path
        let form = PasskeyForm(
            visit: visit, action: Routes.ownProof.address, label: say.confirmByPasskey, next: home)
        return """
            <section class="panel stack" id="passkeys"><h2>\(say.passkeys)</h2>\(errors.note(for: "passkey"))
              \(form.html)
              <noscript><p class="hint">\(say.passkeyConfirmNeedsScript)</p></noscript></section>
            """
    }

    private var code: Markup {
        """
        <section class="panel stack" id="app"><h2>\(say.authenticatorApp)</h2>
          <form class="form" method="post" action="\(Routes.secondFactor.address)">\(visit.frame.csrfField)
            <div class="field"><label for="code">\(say.code)</label>\(errors.note(for: "code"))
              <p class="hint">\(say.codeHint)</p>
              <input class="input input-code" id="code" name="code" autocomplete="one-time-code" \
        autocapitalize="characters" spellcheck="false" maxlength="40" required\(errors.mark("code"))></div>
            <div class="actions"><button class="button primary">\(say.confirm)</button></div>
          </form></section>
        """
    }
}
