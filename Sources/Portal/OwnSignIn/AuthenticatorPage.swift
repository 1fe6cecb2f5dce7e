import Access
import Formats
import HTTP
import Markup

/// The secret for the app, as text and as a link that opens it, and the code that shows that it arrived.
struct AuthenticatorPage {
    let visit: Visit
    let oneself: Oneself
    let secret: AuthenticatorSecret
    let errors: FormErrors

    private var say: any Sentences { visit.say }

    func response(_ status: Status) -> Response {
        let content: Markup = """
            \(errors.summary(say))
            <div class="page-head"><div><h1>\(say.setUpApp)</h1></div></div>
            <section class="panel stack">
              <h2>\(say.appFirstStep)</h2>
              <p>\(say.appFirstStepHint)</p>
              \(QRCode(link).map(picture))
              <p><a class="button" href="\(link)">\(say.openApp)</a></p>
              <p>\(say.secretByHand)</p>
              <p><code class="code" id="secret">\(secret.text)</code></p>
              <h2>\(say.appSecondStep)</h2>
              <form class="form" method="post" action="\(Routes.authenticator.address)">\
            \(visit.frame.csrfField)
                <div class="field"><label for="code">\(say.code)</label>\(errors.note(for: "code"))
                  <input class="input input-code" id="code" name="code" inputmode="numeric" maxlength="12" \
            autocomplete="one-time-code" required\(errors.mark("code"))></div>
                <div class="actions"><button class="button primary">\(say.turnOnApp)</button>
                  <a class="button quiet" href="\(Routes.ownSignIn.address)">\(say.leaveForm)</a></div>
              </form>
            </section>
            """
        let page = Page(
            say.setUpApp, visit.frame, place: Routes.account.address, layout: .narrow,
            isError: !errors.isEmpty, content: content)
        return page.response(status)
    }

    /// For the camera of a phone beside this screen: black on white in any theme, as readers want it.
    private func picture(_ code: QRCode) -> Markup {
        let side = code.size + 2 * QRCode.quietZone
        return """
            <p><svg id="qr" viewBox="0 0 \(side) \(side)" width="240" height="240" role="img" \
            shape-rendering="crispEdges"><title>\(say.codeForCamera)</title>\
            <rect width="\(side)" height="\(side)" fill="#fff"></rect>\
            <path fill="#000" d="\(code.path)"></path></svg></p>
            """
    }

    /// As apps agreed on it: who issues the codes, for whom, and the secret.
    private var link: String {
        let issuer = PercentEncoding.encode(visit.frame.clientName ?? visit.frame.agencyName)
        let label = issuer + ":" + PercentEncoding.encode(oneself.email)
        return "otpauth://totp/\(label)?secret=\(secret.compactText)&issuer=\(issuer)"
    }
}

/// Ten codes, each good once, for whoever loses the app.
struct RecoveryCodesPage {
    let visit: Visit
    let codes: [String]

    var response: Response {
        let say = visit.say
        let content: Markup = """
            \(Notice(.ok, say.appIsOn).html)
            <div class="page-head"><div><h1>\(say.recoveryCodes)</h1></div></div>
            <section class="panel stack">
              <p>\(say.recoveryCodesHint)</p>
              <ul class="code" id="recovery-codes">\(codes.map { "<li>\($0)</li>" as Markup })</ul>
              <p><a class="button primary" href="\(Routes.ownSignIn.address)">\(say.codesKept)</a></p>
            </section>
            """
        return Page(
            say.recoveryCodes, visit.frame, place: Routes.account.address, layout: .narrow, content: content
        ).response()
    }
}
