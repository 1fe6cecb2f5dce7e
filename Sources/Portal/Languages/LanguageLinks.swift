import HTTP
import Markup
import Staffing

/// The way to the other languages, for somebody who is not signed in.
struct LanguageLinks {
    let visit: Visit
    let address: Address

    var html: Markup {
        let others = Language.spoken.filter { $0 != visit.say.language }
        return "<p class=\"small\">\(others.map(link))</p>"
    }

    private func link(_ language: Language) -> Markup {
        var address = address.with(LanguageChoice.field, language.rawValue)
        // Where somebody wanted to go stays in the address.
        let next = visit.form["next"] ?? visit.query["next"] ?? ""
        if !next.isEmpty { address = address.with("next", next) }
        return """
            <a href="\(address)" lang="\(language.rawValue)" hreflang="\(language.rawValue)">\
            \(language.ownName)</a>
            """
    }
}

extension Visit {
    /// What was chosen by a link is known to the browser from then on.
    func keepingLanguage(_ response: Response) -> Response {
        guard session == nil, let choice = LanguageChoice(request.head), choice.isNew else { return response }
        var response = response
        LanguageChoice.keep(choice.language, in: &response)
        return response
    }
}
