import Formats
import HTTP
import Staffing

/// Which language somebody reads. Who is signed in has chosen it. Everybody else reads what they chose in
/// this browser; else French at a client that is spoken to in French, whatever the browser asks for, because
/// in Québec a request for English is the person's own to make; else what the browser prefers.
extension Language {
    /// In which the portal speaks so far, best known first. Spanish can be asked for and reads English.
    static let spoken: [Language] = [.english, .french]

    var sentences: any Sentences {
        switch self {
        case .english, .spanish: English()
        case .french: French()
        }
    }

    /// As whoever speaks it finds it in a list.
    var ownName: String {
        switch self {
        case .english: "English"
        case .french: "Français"
        case .spanish: "Español"
        }
    }

    /// For somebody who is not known. `client` is the language of the client at whose door they are.
    init(ofStranger head: RequestHead, at client: Language? = nil) {
        if let chosen = LanguageChoice(head)?.language {
            self = chosen
        } else if client == .french {
            self = .french
        } else {
            // The browser's own order decides (RFC 9110, section 12.5.4), by language without region.
            let wanted = head.headers[.acceptLanguage].map(AcceptLanguage.init)
            let tag = wanted?.choose(from: Language.spoken.map(\.rawValue))
            self = tag.flatMap(Language.init) ?? .english
        }
    }
}

/// A language that somebody chose before signing in. The browser keeps it, so that the next page and the next
/// sign-in speak it, too.
struct LanguageChoice {
    let language: Language
    /// Whether this very request asks for it, so that the browser does not have it yet.
    let isNew: Bool

    static let field = "lang"
    private static let cookie: StaticString = "language"
    private static let cookieName = "__Host-language"
    private static let seconds = 365 * 86_400

    init?(_ head: RequestHead) {
        if let asked = head.query[Self.field].flatMap(Language.init), Language.spoken.contains(asked) {
            self.init(language: asked, isNew: true)
        } else if let kept = head.cookies[Self.cookieName].flatMap(Language.init) {
            self.init(language: kept, isNew: false)
        } else {
            return nil
        }
    }

    private init(language: Language, isNew: Bool) {
        self.language = language
        self.isNew = isNew
    }

    static func keep(_ language: Language, in response: inout Response) {
        let kept = Cookie(cookie, language.rawValue, maxAgeSeconds: seconds)
        if let kept { response.set(kept) }
    }
}

extension FormatLanguage {
    /// As `Content-Language` names it.
    var headerValue: HeaderValue {
        switch self {
        case .englishUS: "en-US"
        case .englishCA: "en-CA"
        case .frenchCA: "fr-CA"
        case .spanishUS: "es-US"
        }
    }
}
