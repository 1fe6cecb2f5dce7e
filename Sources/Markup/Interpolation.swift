extension Markup: ExpressibleByStringInterpolation {
    package init(stringLiteral literal: StaticString) {
        self.init()
        append(literal: literal)
    }

    package init(stringInterpolation: Interpolation) {
        self = stringInterpolation.page
    }

    /// The holes that a literal may have. A type that has none here does not compile into a page.
    ///
    /// A further hole is an overload of `appendInterpolation` that writes through `page`.
    package struct Interpolation: StringInterpolationProtocol {
        package var page: Markup

        /// What a hole is expected to write; too small costs one growth, too large some idle bytes.
        private static let bytesPerHole = 48

        package init(literalCapacity: Int, interpolationCount: Int) {
            page = Markup(capacity: literalCapacity + interpolationCount * Self.bytesPerHole)
        }

        package mutating func appendLiteral(_ literal: StaticString) {
            page.append(literal: literal)
        }
    }
}

extension Markup.Interpolation {
    /// Text is escaped. It belongs between tags or in a quoted attribute; an address belongs to its
    /// route, since escaping cannot make a hostile `href` harmless.
    package mutating func appendInterpolation(_ text: String) {
        page.append(text: text)
    }

    package mutating func appendInterpolation(_ text: String?) {
        if let text { page.append(text: text) }
    }

    package mutating func appendInterpolation(_ literal: StaticString) {
        page.append(literal: literal)
    }

    package mutating func appendInterpolation(_ number: Int) {
        page.append(number)
    }

    package mutating func appendInterpolation(_ markup: Markup) {
        page.append(markup)
    }

    package mutating func appendInterpolation(_ markup: Markup?) {
        if let markup { page.append(markup) }
    }

    package mutating func appendInterpolation(_ parts: [Markup]) {
        page.append(parts)
    }

    package mutating func appendInterpolation(_ value: some MarkupValue) {
        page.append(value)
    }

    package mutating func appendInterpolation(_ values: [some MarkupValue]) {
        for value in values { page.append(value) }
    }

    /// `\(if: isCurrent, " aria-current=\"page\"")`: markup that is there or is not.
    package mutating func appendInterpolation(if condition: Bool, _ markup: @autoclosure () -> Markup) {
        if condition { page.append(markup()) }
    }

    /// `<input\(attribute: "value", draft)>`: a whole attribute with its leading space, or nothing.
    package mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
        guard let value else { return }
        page.append(literal: " ")
        page.append(literal: name)
        page.append(literal: "=\"")
        page.append(text: value)
        page.append(literal: "\"")
    }
}
