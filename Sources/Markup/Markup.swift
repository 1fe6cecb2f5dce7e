/// A piece of HTML in which every byte came from a literal or was escaped on its way in.
///
/// Only a literal can become markup: the literal type is `StaticString`, so no value that was
/// computed, read or received can be taken for tags. A hole `\(…)` in a literal escapes by its type.
package struct Markup: Sendable, Hashable {
    /// UTF-8, ready for the body of a response.
    package private(set) var bytes: [UInt8]

    package init() { bytes = [] }

    package init(capacity: Int) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    package var isEmpty: Bool { bytes.isEmpty }

    package mutating func append(_ other: Markup) {
        bytes.append(contentsOf: other.bytes)
    }

    /// Many pieces at once, for which room is made once.
    package mutating func append(_ parts: [Markup]) {
        bytes.reserveCapacity(parts.reduce(bytes.count) { $0 + $1.bytes.count })
        for part in parts { append(part) }
    }

    /// Takes the literal as it is; a `StaticString` cannot be made of anything a person typed.
    package mutating func append(literal: StaticString) {
        literal.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    /// Writes text so that it means itself in an element and in a quoted attribute alike.
    ///
    /// Nearly all text is clean, so one pass looks, and clean text is then copied at once.
    package mutating func append(text: String) {
        if Escape.isNeeded(in: text) {
            Escape.write(text, into: &bytes)
        } else {
            bytes.append(contentsOf: text.utf8)
        }
    }

    package mutating func append(_ number: Int) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        let magnitude = number.magnitude
        var unit: UInt = 1
        while magnitude / unit >= 10 { unit *= 10 }
        while unit > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(magnitude / unit % 10))
            unit /= 10
        }
    }

    package mutating func append(_ value: some MarkupValue) {
        value.write(into: &self)
    }
}

/// A value that knows how it looks on a page: an amount, an address, a status chip.
///
/// It writes through the same four doors as everyone else, so it cannot bring in unescaped text.
package protocol MarkupValue {
    func write(into page: inout Markup)
}
