import HTTP
import Markup
import Staffing

/// Who somebody is here, what they can do, their password and their sessions.
struct AccountPage {
    let visit: Visit
    let name: String
    let email: String
    let abilities: [String]
    /// Who stands in for whom; nothing for the agency's people, who all work everywhere.
    var standIns: [String]?
    /// Whether they want a mail a day; nothing for the agency's people, who get none.
    var wantsDigests: Bool?
    /// Which they chose; nothing for the agency's people, who all read English.
    var language: Language?
    var errors = FormErrors()

    /// What happened on the page before, as far as an address may say it.
    enum Outcome: String { case password, digests, language }

    private var say: any Sentences { visit.say }

    func response(_ status: Status = .ok, retryAfterSeconds: Int? = nil) -> Response {
        let page = Page(
            say.yourAccount, visit.frame, place: Routes.account.address, layout: .narrow,
            isError: !errors.isEmpty, content: content)
        return page.response(status, retryAfterSeconds: retryAfterSeconds)
    }

    private var content: Markup {
        """
        \(errors.summary(say))
        \(visit.query["done"].flatMap(Outcome.init).map { Notice(.ok, words($0)).html })
        <div class="page-head"><div><h1>\(name)</h1><p class="muted">\(email)</p></div></div>
        <section class="panel stack"><h2>\(say.yourRoles)</h2>
          \(abilities.isEmpty ? "<p>\(say.noRoles)</p>" : list)</section>
        \(standIns.map(away))
        \(wantsDigests.map(digests))
        \(language.map { OwnLanguageForm(visit: visit, language: $0).html })
        <section class="panel stack"><h2>\(say.ownSignIn)</h2>
          <p class="hint">\(say.ownSignInHint)</p>
          <p><a class="button" href="\(Routes.ownSignIn.address)">\(say.ownSignIn)</a></p></section>
        <section class="panel stack"><h2>\(say.emailAddress)</h2>
          <p>\(email)</p>
          <p><a class="button" href="\(Routes.ownAddress.address)">\(say.changeAddress)</a></p></section>
        <section class="panel stack"><h2>\(say.changePassword)</h2>
          <form class="form" method="post" action="\(Routes.password.address)">\(visit.frame.csrfField)
            <input type="hidden" name="email" autocomplete="username" value="\(email)">
            <div class="field"><label for="old">\(say.oldPassword)</label>\(errors.note(for: "old"))
              <input class="input" id="old" name="old" type="password" autocomplete="current-password" \
        required\(errors.mark("old"))></div>
            \(PasswordFields(say: say, errors: errors).html)
            <div class="actions"><button class="button primary">\(say.changePassword)</button></div>
          </form></section>
        <section class="panel stack"><h2>\(say.signOutEverywhere)</h2>
          <p class="hint">\(say.signOutEverywhereHint)</p>
          <form method="post" action="\(Routes.signOutEverywhere.address)">\(visit.frame.csrfField)
            <button class="button">\(say.signOutEverywhere)</button></form></section>
        """
    }

    private func words(_ outcome: Outcome) -> String {
        switch outcome {
        case .password: say.passwordChanged
        case .digests: say.ofCutoffs.digestsSaved
        case .language: say.languageChanged
        }
    }

    private func digests(_ areWanted: Bool) -> Markup {
        let words = say.ofCutoffs
        return """
            <section class="panel stack"><h2>\(words.digests)</h2>
              <p class="hint">\(words.digestsHint)</p>
              <form class="form" method="post" action="\(Routes.digestChoice.address)">
                \(visit.frame.csrfField)
                <fieldset class="choices"><legend class="hidden-visually">\(words.digests)</legend>
                  <label class="choice"><input type="radio" name="digests" value="daily"\
            \(if: areWanted, " checked")> \(words.digestsDaily)</label>
                  <label class="choice"><input type="radio" name="digests" value="off"\
            \(if: !areWanted, " checked")> \(words.digestsOff)</label></fieldset>
                <div class="actions"><button class="button">\(words.save)</button></div>
              </form></section>
            """
    }

    private func away(_ standIns: [String]) -> Markup {
        """
        <section class="panel stack"><h2>\(say.whenAway)</h2>
          \(standIns.isEmpty ? nil : "<ul>\(standIns.map { "<li>\($0)</li>" as Markup })</ul>" as Markup)
          <p><a class="button" href="\(Routes.delegations.address)">\(say.arrangeDelegation)</a></p></section>
        """
    }

    private var list: Markup { "<ul>\(abilities.map { "<li>\($0)</li>" as Markup })</ul>" }
}
