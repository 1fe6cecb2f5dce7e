import HTTP
import Markup

/// Who somebody is here, what they can do, their password and their sessions.
struct AccountPage {
    let visit: Visit
    let name: String
    let email: String
    let abilities: [String]
    /// Who stands in for whom; nothing for the agency's people, who all work everywhere.
    var standIns: [String]?
    var errors = FormErrors()

    /// What happened on the page before, as far as an address may say it.
    enum Outcome: String { case password }

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
        \(visit.query["done"].flatMap(Outcome.init).map { _ in Notice(.ok, say.passwordChanged).html })
        <div class="page-head"><div><h1>\(name)</h1><p class="muted">\(email)</p></div></div>
        <section class="panel stack"><h2>\(say.yourRoles)</h2>
          \(abilities.isEmpty ? "<p>\(say.noRoles)</p>" : list)</section>
        \(standIns.map(away))
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

    private func away(_ standIns: [String]) -> Markup {
        """
        <section class="panel stack"><h2>\(say.whenAway)</h2>
          \(standIns.isEmpty ? nil : "<ul>\(standIns.map { "<li>\($0)</li>" as Markup })</ul>" as Markup)
          <p><a class="button" href="\(Routes.delegations.address)">\(say.arrangeDelegation)</a></p></section>
        """
    }

    private var list: Markup { "<ul>\(abilities.map { "<li>\($0)</li>" as Markup })</ul>" }
}
