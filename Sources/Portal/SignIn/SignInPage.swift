import HTTP
import Markup

/// Mail address and password, or a passkey. What was typed stays when something was wrong, except the
/// password.
struct SignInPage {
    let visit: Visit
    var sentence: String?
    /// What the sentence is about.
    var field: StaticString = "email"
    var status = Status.unprocessableContent
    var retryAfterSeconds: Int?

    init(visit: Visit, sentence: String? = nil) {
        self.visit = visit
        self.sentence = sentence
    }

    private var say: any Sentences { visit.say }

    var response: Response {
        var errors = FormErrors()
        if let sentence { errors.add(field, sentence) }
        let page = Page(
            say.signIn, visit.frame, layout: .center, isError: !errors.isEmpty, content: content(errors))
        return visit.keepingLanguage(
            page.response(errors.isEmpty ? .ok : status, retryAfterSeconds: retryAfterSeconds))
    }

    private func content(_ errors: FormErrors) -> Markup {
        """
        \(errors.summary(say))
        \(hint.map { Notice(.info, $0).html })
        <section class="panel stack">
          <h1>\(say.signIn)</h1>
          <p class="muted">\(say.signInTo(visit.frame.portalName))</p>
          <form class="form" method="post" action="\(Routes.signIn.address)">
            <input type="hidden" name="next" value="\(next)">
            <div class="field"><label for="email">\(say.email)</label>\(errors.note(for: "email"))
              <input class="input" id="email" name="email" type="email" autocomplete="username" required \
        value="\(visit.form["email"] ?? "")"\(errors.mark("email"))></div>
            <div class="field"><label for="password">\(say.password)</label>
              <input class="input" id="password" name="password" type="password" \
        autocomplete="current-password" required></div>
            <div class="actions"><button class="button primary wide">\(say.signIn)</button></div>
          </form>
          \(passkeyForm)
          <p class="small"><a href="\(Routes.forgottenPassword.address)">\(say.forgottenLink)</a></p>
          \(LanguageLinks(visit: visit, address: Routes.signIn.address).html)
        </section>
        """
    }

    private var next: String { visit.form["next"] ?? visit.query["next"] ?? "" }

    private var passkeyForm: Markup {
        PasskeyForm(
            visit: visit, action: Routes.passkeySignIn.address, label: say.signInByPasskey, next: next
        ).html
    }

    /// Why somebody is here who did not ask to be.
    private var hint: String? {
        if visit.query["out"] != nil { return say.signedOut }
        if visit.query["ended"] != nil { return say.sessionEnded }
        if visit.query["late"] != nil { return say.codeTooLate }
        return nil
    }
}
