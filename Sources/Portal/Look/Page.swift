import Formats
import HTTP
import Markup

/// A whole page: its own content in the frame that every page has.
struct Page: Sendable {
    let title: String
    let frame: Frame
    /// The entry of the navigation that this page belongs to.
    let place: Address?
    let layout: Layout
    /// The title then begins with the word for an error, so that it is the first thing heard.
    let isError: Bool
    let content: Markup

    /// `narrow` is for forms and texts, `center` for a single question.
    enum Layout: Sendable { case wide, narrow, center }

    init(
        _ title: String, _ frame: Frame, place: Address? = nil, layout: Layout = .wide, isError: Bool = false,
        content: Markup
    ) {
        self.title = title
        self.frame = frame
        self.place = place
        self.layout = layout
        self.isError = isError
        self.content = content
    }

    func response(_ status: Status = .ok, retryAfterSeconds: Int? = nil) -> Response {
        var response = Response(status, .html, body: html.bytes)
        response.headers[.cacheControl] = "no-store"
        response.headers[.contentLanguage] = frame.say.formats.headerValue
        if let viewing = frame.viewing, status == .ok {
            response.headers[.refresh] = HeaderValue(viewing.secondsLeft)
        }
        if let retryAfterSeconds { response.headers[.retryAfter] = HeaderValue(retryAfterSeconds) }
        return response
    }

    var html: Markup {
        """
        <!doctype html>
        <html lang="\(frame.say.formats.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>\(isError ? frame.say.errorTitle(title) : title) · \(frame.agencyName)</title>
        <link rel="icon" href="\(frame.assets.icon)" type="image/svg+xml">
        <link rel="stylesheet" href="\(frame.assets.styles)">
        \(frame.look?.styleLink)
        <script src="\(frame.assets.script)" defer></script>
        </head>
        <body>
        <a class="skip" href="#main">\(frame.say.skipToContent)</a>
        \(frame.viewing.map { $0.html(frame.staffSay) })
        \(header)
        <main id="main" tabindex="-1"\(if: layout == .center, " class=\"center\"")\
        \(if: layout == .narrow, " class=\"narrow\"")>
        \(content)
        </main>
        <footer class="footer"><span>\(frame.say.footer(agency: frame.agencyName))</span>\
        <span><a href="\(Routes.help.address)">\(frame.say.help)</a></span></footer>
        </body>
        </html>
        """
    }

    private var header: Markup {
        """
        <header class="header">
          <div class="header-row">
            <a class="brand" href="\(Routes.home.address)">\(frame.look?.picture ?? mark)\
        <span>\(frame.portalName)</span></a>
            \(frame.navigation.isEmpty ? nil : navigation)
            \(frame.personName.map(menu))
          </div>
        </header>
        """
    }

    private var mark: Markup {
        """
        <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">\
        <rect class="mark-tile" width="32" height="32" rx="7"/>\
        <path class="mark-stroke" d="M6.5 17.5 11 22 20 10M16.5 21.5 17 22 26 10"/></svg>
        """
    }

    private var navigation: Markup {
        """
        <nav class="nav" aria-label="\(frame.say.mainNavigation)">\(frame.navigation.map(entry))</nav>
        """
    }

    private func entry(_ entry: NavigationEntry) -> Markup {
        """
        <a href="\(entry.address)"\(if: entry.address == place, " aria-current=\"page\"")>\(entry.label)\
        \(entry.count.map { " <span class=\"count\">\($0)</span>" as Markup })</a>
        """
    }

    private func menu(_ name: String) -> Markup {
        """
        <details class="person">
          <summary><span>\(name)</span></summary>
          <div class="person-menu">
            <p class="small muted">\(frame.portalName)</p>
            <a href="\(Routes.account.address)">\(frame.say.yourAccount)</a>
            <form method="post" action="\(Routes.signOut.address)">\(frame.csrfField)\
        <button>\(frame.say.signOut)</button></form>
          </div>
        </details>
        """
    }
}

extension Frame {
    /// Whose portal it is, as it wants to be called.
    var portalName: String { look?.name ?? clientName ?? agencyName }

    /// The hidden field that every form carries.
    var csrfField: Markup { "<input type=\"hidden\" name=\"csrf\" value=\"\(csrfToken)\">" }
}
