import Access
import HTTP
import Markup

/// One's mail address, the form for another one, and the one for the code that was mailed there.
struct OwnAddressPage {
    let visit: Visit
    let stepUp: StepUp
    /// The address that waits for its code.
    var pending: String?
    var errors = FormErrors()

    private var say: any Sentences { visit.say }

    func response(_ status: Status = .ok, retryAfterSeconds: Int? = nil) -> Response {
        Page(
            say.emailAddress, visit.frame, place: Routes.account.address, layout: .narrow,
            isError: !errors.isEmpty, content: content
        ).response(status, retryAfterSeconds: retryAfterSeconds)
    }

    mutating func refused(_ field: StaticString, _ sentence: String) -> Response {
        errors.add(field, sentence)
        return response(.unprocessableContent)
    }

    mutating func refused(_ field: StaticString, _ refusal: MoveRefusal) -> Response {
        switch refusal {
        case .notProved: return refused("proof", say.explain(.notProved))
        case .wrongCode: return refused(field, say.mailedCodeWrong)
        case .over: return refused(field, say.mailedCodeOver)
        case .tooMany(let seconds):
            errors.add(field, say.tooManyMails(seconds: Int(seconds)))
            return response(.tooManyRequests, retryAfterSeconds: Int(seconds))
        }
    }

    private var content: Markup {
        """
        \(errors.summary(say))
        \(if: visit.query["done"] != nil && errors.isEmpty, Notice(.ok, say.addressChanged).html)
        <div class="page-head"><div><a class="back" href="\(Routes.account.address)">\(say.yourAccount)</a>
          <h1>\(say.emailAddress)</h1><p class="muted">\(stepUp.oneself.email)</p></div></div>
        \(stepUp.isProved ? forms : stepUp.form(next: Routes.ownAddress.address))
        """
    }

    private var forms: Markup {
        """
        \(pending.map(codeForm))
        <section class="panel stack"><h2>\(pending == nil ? say.newAddress : say.otherAddress)</h2>
          <p class="hint">\(say.newAddressHint)</p>
          <form class="form" method="post" action="\(Routes.ownAddress.address)">\(visit.frame.csrfField)
            <div class="field"><label for="email">\(say.newAddress)</label>\(errors.note(for: "email"))
              <input class="input" id="email" name="email" type="email" autocomplete="email" required \
        value="\(visit.form["email"] ?? "")"\(errors.mark("email"))></div>
            <div class="actions"><button class="button\(if: pending == nil, " primary")">\(say.mailCode)\
        </button></div>
          </form></section>
        """
    }

    private func codeForm(_ address: String) -> Markup {
        """
        <section class="panel stack"><h2>\(say.codeFromMail)</h2>
          <p class="hint">\(say.codeWentTo(address))</p>
          <form class="form" method="post" action="\(Routes.ownAddressCode.address)">\(visit.frame.csrfField)
            <div class="field"><label for="code">\(say.code)</label>\(errors.note(for: "code"))
              <input class="input input-code" id="code" name="code" inputmode="numeric" maxlength="12" \
        autocomplete="one-time-code" required\(errors.mark("code"))></div>
            <div class="actions"><button class="button primary">\(say.changeAddress)</button></div>
          </form></section>
        """
    }
}
