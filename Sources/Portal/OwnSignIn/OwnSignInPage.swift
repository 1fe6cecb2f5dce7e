import Access
import HTTP
import Markup
import WebAuthn

/// What happened on the page before, as far as an address may say it.
package enum OwnSignInOutcome: String, Sendable {
    case passkeyAdded = "passkey-added"
    case passkeyRenamed = "passkey-renamed"
    case passkeyRemoved = "passkey-removed"
    case authenticatorRemoved = "app-removed"
    case session
}

/// What opens the door for oneself, and where one is signed in. Without a fresh proof of who it is the page
/// shows all of it and changes nothing.
struct OwnSignInPage {
    let visit: Visit
    let oneself: Oneself
    let means: SignInMeans
    let errors: FormErrors

    var say: any Sentences { visit.say }

    func response(_ status: Status = .ok, retryAfterSeconds: Int? = nil) -> Response {
        let page = Page(
            say.ownSignIn, visit.frame, place: Routes.account.address, layout: .narrow,
            isError: !errors.isEmpty, content: content)
        return page.response(status, retryAfterSeconds: retryAfterSeconds)
    }

    private var content: Markup {
        """
        \(errors.summary(say))
        \(outcome.map { Notice(.ok, say.done($0)).html })
        <div class="page-head" id="own-sign-in"><div><h1>\(say.ownSignIn)</h1>
          <p class="muted">\(oneself.email)</p></div></div>
        \(means.isProved ? nil : proof)
        \(passkeys)
        \(app)
        \(OwnSessionList(page: self).html)
        <p><a href="\(Routes.account.address)">\(say.yourAccount)</a></p>
        """
    }

    private var outcome: OwnSignInOutcome? {
        errors.isEmpty ? visit.query["done"].flatMap(OwnSignInOutcome.init) : nil
    }

    private var proof: Markup {
        ProofForm(visit: visit, email: oneself.email, means: means, errors: errors).html
    }

    private var passkeys: Markup {
        """
        <section class="panel stack" id="passkeys"><h2>\(say.passkeys)</h2>
          <p class="hint">\(say.passkeysHint)</p>\(errors.note(for: "passkeys"))
          \(means.passkeys.isEmpty ? "<p>\(say.noPasskeys)</p>" : passkeyList)
          \(means.isProved ? passkeyAdding : nil)
        </section>
        """
    }

    private var passkeyList: Markup {
        "<ul class=\"plain-list stack\">\(means.passkeys.map(line))</ul>"
    }

    private func line(_ passkey: Passkey) -> Markup {
        """
        <li class="stack"><div><strong>\(passkey.name)</strong>
          <span class="sub">\(use(of: passkey))</span></div>
        \(means.isProved ? changes(passkey) : nil)</li>
        """
    }

    private func use(of passkey: Passkey) -> String {
        say.passkeyUse(added: stamp(passkey.added), used: passkey.used.map(stamp))
    }

    private func changes(_ passkey: Passkey) -> Markup {
        """
        <div class="actions"><details><summary>\(say.rename)</summary>
          <form class="form" method="post" action="\(Routes.passkeyName(passkey.id))">\(visit.frame.csrfField)
            <div class="field"><label for="name-\(passkey.id.pathText)">\(say.passkeyName)</label>
              <input class="input" id="name-\(passkey.id.pathText)" name="name" value="\(passkey.name)" \
        maxlength="60" required></div>
            <div class="actions"><button class="button small-button">\(say.saveName)</button></div>
          </form></details>
        <form method="post" action="\(Routes.passkeyRemoval(passkey.id))">\(visit.frame.csrfField)\
        <button class="button danger small-button" aria-label="\(say.remove) \(passkey.name)">\(say.remove)\
        </button></form></div>
        """
    }

    private var passkeyAdding: Markup {
        PasskeyAdding(visit: visit, oneself: oneself, means: means, errors: errors).html
    }

    private var app: Markup {
        """
        <section class="panel stack" id="app"><h2>\(say.authenticatorApp)</h2>
          <p class="hint">\(say.authenticatorAppHint)</p>
          \(means.authenticatorSince.map { appIsOn(since: stamp($0)) } ?? appIsOff)
        </section>
        """
    }

    private var appIsOff: Markup {
        """
        <p>\(say.appIsOff)</p>
        \(means.isProved ? setUp : nil)
        """
    }

    private var setUp: Markup {
        "<p><a class=\"button\" href=\"\(Routes.authenticator.address)\">\(say.setUpApp)</a></p>"
    }

    private func appIsOn(since moment: String) -> Markup {
        """
        <p>\(say.appIsOn(since: moment, codesLeft: means.recoveryCodesLeft))</p>
        \(means.isProved ? appChanges : nil)
        """
    }

    private var appChanges: Markup {
        """
        <div class="actions">
        <form method="post" action="\(Routes.recoveryCodes.address)">\(visit.frame.csrfField)\
        <button class="button">\(say.newRecoveryCodes)</button></form>
        <form method="post" action="\(Routes.authenticatorRemoval.address)">\(visit.frame.csrfField)\
        <button class="button danger">\(say.removeApp)</button></form></div>
        """
    }
}
