import HTTP
import Markup

/// Somebody who has a link chooses a password.
struct InvitationPage {
    let visit: Visit
    let key: TokenKey
    let chooser: Chooser
    var errors = FormErrors()

    private var say: any Sentences { visit.say }

    func response(_ status: Status = .ok, retryAfterSeconds: Int? = nil) -> Response {
        let agency = visit.frame.agencyName
        let content: Markup = """
            \(errors.summary(say))
            <section class="panel stack">
              <h1>\(say.choosePassword)</h1>
              <p class="muted">\(say.choosePasswordFor(chooser.name, at: chooser.company, agency: agency))</p>
              <form class="form" method="post" action="\(Routes.invitation(key))">
                <div class="field"><label for="email">\(say.email)</label>
                  <input class="input" id="email" name="email" type="email" autocomplete="username" readonly \
            value="\(chooser.email)"></div>
                \(PasswordFields(say: say, errors: errors).html)
                <div class="actions"><button class="button primary wide">\(say.chooseAndSignIn)</button></div>
              </form>
            </section>
            """
        let page = Page(
            say.choosePassword, visit.frame, layout: .center, isError: !errors.isEmpty, content: content)
        return page.response(status, retryAfterSeconds: retryAfterSeconds)
    }
}

/// A link that was never made, was used, has ended, or belongs elsewhere: all look the same.
struct InvitationGonePage {
    let visit: Visit

    var response: Response {
        let say = visit.say
        let content: Markup = """
            <section class="panel stack">
              <h1>\(say.linkGoneTitle)</h1>
              <p>\(say.linkGone)</p>
              <p>\(say.linkGoneNext)</p>
              <p><a class="button primary" href="\(Routes.signIn.address)">\(say.signIn)</a></p>
            </section>
            """
        return Page(say.linkGoneTitle, visit.frame, layout: .center, isError: true, content: content)
            .response(.notFound)
    }
}
