/// A cookie to be set (RFC 6265). Always `__Host-`, `Secure` and for the whole host, so that neither another
/// subdomain nor plain HTTP can plant it; hidden from scripts unless said otherwise.
package struct Cookie: Hashable, Sendable {
    package enum SameSite: String, Sendable {
        /// Comes with links from elsewhere, as a link in a mail needs it, but not with forms from elsewhere.
        case lax = "Lax"
        case strict = "Strict"
    }

    /// With the prefix; this is the name under which it is sent back.
    package let name: String
    package let value: String
    /// Seconds; nil ends the cookie with the browser's session.
    package var maxAgeSeconds: Int?
    package var sameSite = SameSite.lax
    package var isHiddenFromScripts = true

    /// Nil if the value has bytes that a cookie cannot carry; Base64URL and hex always fit.
    package init?(_ name: StaticString, _ value: String, maxAgeSeconds: Int? = nil) {
        let name = name.description
        precondition(
            !name.isEmpty && ByteSet.token.containsAll(name.utf8), "A cookie's name is a token.")
        guard ByteSet.cookieValue.containsAll(value.utf8) else { return nil }
        self.name = Cookie.prefix + name
        self.value = value
        self.maxAgeSeconds = maxAgeSeconds
    }

    /// Takes a cookie back from the browser.
    package init(removing name: StaticString) {
        self.name = Cookie.prefix + name.description
        value = ""
        maxAgeSeconds = 0
    }

    package var headerValue: HeaderValue {
        var text = "\(name)=\(value); Path=/; Secure; SameSite=\(sameSite.rawValue)"
        if isHiddenFromScripts { text += "; HttpOnly" }
        if let maxAgeSeconds { text += "; Max-Age=\(maxAgeSeconds)" }
        return HeaderValue(checked: text)
    }

    private static let prefix = "__Host-"
}
