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
        let address = kept.reduce(address.with(LanguageChoice.field, language.rawValue)) {
            $0.with($1.name, $1.value)
        }
        return """
            <a href="\(address)" lang="\(language.rawValue)" hreflang="\(language.rawValue)">\
            \(language.ownName)</a>
            """
    }

    /// Where somebody wanted to go stays in the address.
    private var kept: [(name: StaticString, value: String)] {
        let next = visit.form["next"] ?? visit.query["next"] ?? ""
        return next.isEmpty ? [] : [("next", next)]
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
