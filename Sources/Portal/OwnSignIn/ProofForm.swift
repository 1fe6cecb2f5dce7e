import Access
import HTTP
import Markup

/// Asks somebody who is signed in to show once more who they are: by the password, or by a passkey.
struct ProofForm {
    let visit: Visit
    let email: String
    let means: SignInMeans
    let errors: FormErrors
    /// Where they go on then; nothing for the page of their own sign-in.
    var next: Address?

    private var say: any Sentences { visit.say }

    /// What a form of this kind said about where to go on.
    static func next(_ visit: Visit) -> Address? {
        let wanted = visit.form["next"] ?? ""
        return wanted.isEmpty ? nil : Address(local: wanted)
    }

    var html: Markup {
        """
        <section class="panel stack" id="proof"><h2>\(say.confirmItIsYou)</h2>
          <p class="hint">\(say.confirmItIsYouHint)</p>
          <form class="form" method="post" action="\(Routes.ownProof.address)">\(visit.frame.csrfField)
            <input type="hidden" name="next" value="\(wanted)">
            <input type="hidden" name="email" autocomplete="username" value="\(email)">
            <div class="field"><label for="password">\(say.password)</label>\(errors.note(for: "password"))
              <input class="input" id="password" name="password" type="password" \
        autocomplete="current-password" required\(errors.mark("password"))></div>
            <div class="actions"><button class="button primary">\(say.confirm)</button></div>
          </form>
          \(means.passkeys.isEmpty ? nil : passkey)
        </section>
        """
    }

    private var wanted: String { next?.path ?? Self.next(visit)?.path ?? "" }

    private var passkey: Markup {
        PasskeyForm(
            visit: visit, action: Routes.ownProof.address, label: say.confirmByPasskey, next: wanted
        ).html
    }
}
