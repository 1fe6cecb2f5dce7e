import HTTP
import Markup
import Staffing
import Tenancy

extension Routes {
    static let ownLanguage = Route<NoKey>("/account/language")
}

/// Choosing one's own language. It holds at once, for pages and mails.
enum OwnLanguage {
    static let client: [Endpoint] = [
        .inTenant(.post, Routes.ownLanguage, needs: .session, shows: .ordinary) {
            (tenant, visit, _) throws(Problem) in
            try choose(tenant, visit)
        }
    ]

    private static func choose(_ tenant: isolated Tenant, _ visit: Visit) throws(Problem) -> Response {
        guard let language = visit.form["language"].flatMap(Language.init) else { throw Problem(.badRequest) }
        let caller = try tenant.caller(visit)
        do throws(Turned<PeopleRefusal>) {
            try tenant.speak(language, for: caller)
        } catch {
            throw Problem(error, visit.say) { visit.say.explain($0) }
        }
        var response = Response(
            seeOther: Routes.account.address.with("done", AccountPage.Outcome.language.rawValue).headerValue)
        LanguageChoice.keep(language, in: &response)
        return response
    }
}

/// The form for it, on the account page.
struct OwnLanguageForm {
    let visit: Visit
    let language: Language

    private var say: any Sentences { visit.say }

    var html: Markup {
        """
        <section class="panel stack"><h2>\(say.ownLanguage)</h2>
          <form class="form" method="post" action="\(Routes.ownLanguage.address)">\(visit.frame.csrfField)
            <div class="field"><label for="language">\(say.personLanguage)</label>
              <p class="hint" id="language-hint">\(say.ownLanguageHint)</p>
              <select class="input" id="language" name="language" aria-describedby="language-hint">\
        \(Language.allCases.map(option))</select></div>
            <div class="actions"><button class="button">\(say.changeLanguage)</button></div>
          </form></section>
        """
    }

    private func option(_ choice: Language) -> Markup {
        """
        <option value="\(choice.rawValue)" lang="\(choice.rawValue)"\(if: choice == language, " selected")>\
        \(choice.ownName)</option>
        """
    }
}
