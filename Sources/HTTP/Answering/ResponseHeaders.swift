/// A header value that cannot end its line: it holds visible ASCII, spaces and tabs only.
package struct HeaderValue: Hashable, Sendable, ExpressibleByStringLiteral {
    package let text: String

    package init(stringLiteral value: StaticString) {
        text = value.description
        precondition(HeaderValue.isAllowed(text), "A header value is one line of ASCII.")
    }

    /// Nil if the text has control bytes or bytes outside ASCII: encode it first (`PercentEncoding`).
    package init?(_ text: String) {
        guard HeaderValue.isAllowed(text) else { return nil }
        self.text = text
    }

    package init(_ number: Int) {
        text = String(number)
    }

    /// For text that was put together from checked parts.
    init(checked text: String) {
        precondition(HeaderValue.isAllowed(text), "A header value is one line of ASCII.")
        self.text = text
    }

    private static func isAllowed(_ text: String) -> Bool {
        text.utf8.span.all { $0 < 0x80 && Ascii.isFieldContent($0) }
    }
}

/// The headers of an answer, in the order in which they were set.
package struct ResponseHeaders: Hashable, Sendable {
    package struct Field: Hashable, Sendable {
        package let name: HeaderName
        package let value: HeaderValue
    }

    package private(set) var fields: [Field] = []

    package init() {}

    /// Reads the first value of a name; sets it as the only one, or removes all with nil.
    package subscript(name: HeaderName) -> HeaderValue? {
        get { fields.first { $0.name == name }?.value }
        set {
            fields.removeAll { $0.name == name }
            if let newValue { fields.append(Field(name: name, value: newValue)) }
        }
    }

    /// Adds a value beside those that are there, as `Set-Cookie` needs it.
    package mutating func add(_ name: HeaderName, _ value: HeaderValue) {
        fields.append(Field(name: name, value: value))
    }

    func keeping(_ names: Set<HeaderName>) -> ResponseHeaders {
        var kept = ResponseHeaders()
        kept.fields = fields.filter { names.contains($0.name) }
        return kept
    }
}
