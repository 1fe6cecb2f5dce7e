import Access
import Crypto
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
        """
        <section class="panel stack"><h2>\(say.confirmItIsYou)</h2>
          <p class="hint">\(say.confirmItIsYouHint)</p>
          <form class="form" method="post" action="\(Routes.ownProof.address)">\(visit.frame.csrfField)
            <input type="hidden" name="email" autocomplete="username" value="\(oneself.email)">
            <div class="field"><label for="password">\(say.password)</label>\(errors.note(for: "password"))
              <input class="input" id="password" name="password" type="password" \
        autocomplete="current-password" required\(errors.mark("password"))></div>
            <div class="actions"><button class="button primary">\(say.confirm)</button></div>
          </form>
          \(means.passkeys.isEmpty ? nil : passkeyProof)
        </section>
        """
    }

    private var passkeyProof: Markup {
        PasskeyForm(visit: visit, action: Routes.ownProof.address, label: say.confirmByPasskey).html
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
        let known = means.passkeys.map { Base64URL.encode($0.credentialID) }.joined(separator: " ")
        return """
            <form class="form" method="post" action="\(Routes.passkeys.address)" data-passkey="create" \
            data-challenge="\(Routes.challenge.address)" data-host="\(visit.party.id)" \
            data-site="\(visit.frame.clientName ?? visit.frame.agencyName)" data-person="\(oneself.name)" \
            data-account="\(oneself.email)" data-handle="\(handle)" data-known="\(known)" hidden>\
            \(visit.frame.csrfField)
              <input type="hidden" name="challenge"><input type="hidden" name="client">\
            <input type="hidden" name="attestation">
              <div class="field"><label for="passkey-name">\(say.newPasskeyName)</label>\
            \(errors.note(for: "passkey-name"))
                <input class="input" id="passkey-name" name="name" maxlength="60" required \
            value="\(visit.form["name"] ?? say.newPasskeyDefault)"\(errors.mark("passkey-name"))></div>
              <p class="error" role="alert" data-passkey-failed hidden>\(say.passkeyNotAdded)</p>
              <div class="actions"><button class="button primary">\(say.addPasskey)</button></div>
            </form>
            <noscript><p class="hint">\(say.passkeysNeedScript)</p></noscript>
            """
    }

    private var handle: String { Base64URL.encode(Doorkeeper.handle(of: oneself.session.account)) }

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
