/// A piece of HTML in which every byte came from a literal or was escaped on its way in.
///
/// Only a literal can become markup: the literal type is `StaticString`, so no value that was
/// computed, read or received can be taken for tags. A hole `\(…)` in a literal escapes by its type.
package struct Markup: Sendable {
    /// What stands before `tail`, each piece in the memory in which it was written: a table of fifty rows
    /// goes through half a dozen literals on its way into the page, and would be copied in each.
    private var pieces: [[UInt8]] = []
    private var tail: [UInt8]

    /// From here on a piece is kept as it is; a smaller one is copied faster.
    private static let largePiece = 2_048

    package init() { tail = [] }

    package init(capacity: Int) {
        tail = []
        tail.reserveCapacity(capacity)
    }

    package var isEmpty: Bool { pieces.isEmpty && tail.isEmpty }

    package var count: Int { pieces.reduce(tail.count) { $0 + $1.count } }

    /// UTF-8, ready for the body of a response.
    package var bytes: [UInt8] {
        if pieces.isEmpty { return tail }
        var whole: [UInt8] = []
        whole.reserveCapacity(count)
        for piece in pieces { whole += piece }
        whole += tail
        return whole
    }

    package mutating func append(_ other: Markup) {
        if other.isSmall { return tail.append(contentsOf: other.tail) }
        if !tail.isEmpty { pieces.append(tail) }
        pieces += other.pieces
        // What follows a large piece begins anew: it would not fit behind it without copying it.
        if other.tail.count < Self.largePiece {
            tail = other.tail
        } else {
            pieces.append(other.tail)
            tail = []
        }
    }

    private var isSmall: Bool { pieces.isEmpty && tail.count < Self.largePiece }

    /// Many pieces at once, for which room is made once.
    package mutating func append(_ parts: [Markup]) {
        tail.reserveCapacity(parts.reduce(tail.count) { $0 + ($1.isSmall ? $1.tail.count : 0) })
        for part in parts { append(part) }
    }

    /// Takes the literal as it is; a `StaticString` cannot be made of anything a person typed.
    package mutating func append(literal: StaticString) {
        literal.withUTF8Buffer { unsafe tail.append(contentsOf: $0) }
    }

    /// Writes text so that it means itself in an element and in a quoted attribute alike.
    ///
    /// Nearly all text is clean, so one pass looks, and clean text is then copied at once.
    package mutating func append(text: String) {
        if Escape.isNeeded(in: text) {
            Escape.write(text, into: &tail)
        } else {
            tail.append(contentsOf: text.utf8)
        }
    }

    package mutating func append(_ number: Int) {
        if number < 0 { tail.append(UInt8(ascii: "-")) }
        let magnitude = number.magnitude
        var unit: UInt = 1
        while magnitude / unit >= 10 { unit *= 10 }
        while unit > 0 {
            tail.append(UInt8(ascii: "0") + UInt8(magnitude / unit % 10))
            unit /= 10
        }
    }

    package mutating func append(_ value: some MarkupValue) {
        value.write(into: &self)
    }
}

/// Two are the same when they read the same, wherever their pieces begin.
extension Markup: Hashable {
    package static func == (left: Markup, right: Markup) -> Bool { left.bytes == right.bytes }
    package func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}

/// A value that knows how it looks on a page: an amount, an address, a status chip.
///
/// It writes through the same four doors as everyone else, so it cannot bring in unescaped text.
package protocol MarkupValue {
    func write(into page: inout Markup)
}
