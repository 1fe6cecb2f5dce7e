/// The name of a header, in lower case. Only literals can be names, so no input ever becomes one.
package struct HeaderName: Hashable, Sendable, ExpressibleByStringLiteral {
    package let text: String

    package init(stringLiteral name: StaticString) {
        text = name.description
        precondition(
            !text.isEmpty && ByteSet.token.containsAll(text.utf8) && text == Ascii.lowered(text.utf8),
            "A header name is a lower-case token.")
    }
}

extension HeaderName {
    package static let accept: HeaderName = "accept"
    package static let acceptEncoding: HeaderName = "accept-encoding"
    package static let acceptLanguage: HeaderName = "accept-language"
    package static let acceptRanges: HeaderName = "accept-ranges"
    package static let allow: HeaderName = "allow"
    package static let authorization: HeaderName = "authorization"
    package static let cacheControl: HeaderName = "cache-control"
    package static let contentDisposition: HeaderName = "content-disposition"
    package static let contentEncoding: HeaderName = "content-encoding"
    package static let contentLanguage: HeaderName = "content-language"
    package static let contentRange: HeaderName = "content-range"
    package static let contentType: HeaderName = "content-type"
    package static let cookie: HeaderName = "cookie"
    package static let idempotencyKey: HeaderName = "idempotency-key"
    package static let ifMatch: HeaderName = "if-match"
    package static let ifModifiedSince: HeaderName = "if-modified-since"
    package static let ifNoneMatch: HeaderName = "if-none-match"
    package static let ifRange: HeaderName = "if-range"
    package static let ifUnmodifiedSince: HeaderName = "if-unmodified-since"
    package static let lastEventID: HeaderName = "last-event-id"
    package static let location: HeaderName = "location"
    package static let origin: HeaderName = "origin"
    package static let range: HeaderName = "range"
    package static let refresh: HeaderName = "refresh"
    package static let retryAfter: HeaderName = "retry-after"
    package static let secFetchSite: HeaderName = "sec-fetch-site"
    package static let setCookie: HeaderName = "set-cookie"
    package static let traceParent: HeaderName = "traceparent"
    package static let userAgent: HeaderName = "user-agent"
    package static let vary: HeaderName = "vary"
    package static let wwwAuthenticate: HeaderName = "www-authenticate"
}
