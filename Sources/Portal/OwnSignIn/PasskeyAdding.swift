import Access
import Crypto
import HTTP
import Markup
import WebAuthn

/// The form by which the script makes a passkey and brings it. It shows itself where there is a script.
struct PasskeyAdding {
    let visit: Visit
    let oneself: Oneself
    let means: SignInMeans
    let errors: FormErrors

    private var say: any Sentences { visit.say }

    var html: Markup {
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
}
