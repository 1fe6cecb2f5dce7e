/// A JSON document that was read (RFC 8259).
package enum JSONValue: Sendable, Equatable {
    case null
    case bool(Bool)
    case number(JSONNumber)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// The member of an object; nil for a missing member and for everything that is no object.
    package subscript(_ name: String) -> JSONValue? {
        if case .object(let members) = self { members[name] } else { nil }
    }
    package var string: String? { if case .string(let text) = self { text } else { nil } }
    package var bool: Bool? { if case .bool(let flag) = self { flag } else { nil } }
    package var integer: Int64? { if case .number(let number) = self { number.integer } else { nil } }
    package var array: [JSONValue]? { if case .array(let values) = self { values } else { nil } }
}

/// A number as it was spelled, so that amounts never pass through binary fractions.
package struct JSONNumber: Sendable, Hashable {
    package let spelling: String

    package init(_ integer: Int64) { spelling = String(integer) }
    init(spelling: String) { self.spelling = spelling }

    /// The value of a number spelled without fraction and exponent that fits 64 bits.
    package var integer: Int64? { Int64(spelling) }
    package var double: Double? { Double(spelling) }

    /// The value times ten to the power of `scale`, exactly; exponents are refused.
    package func fixed(scale: Int) throws(NumberRefusal) -> Int64 {
        try DecimalConvention.point.parse(spelling, scale: scale)
    }
}

/// The sizes beyond which a JSON document is refused.
package struct JSONLimits: Sendable {
    package var bytes: Int
    package var depth: Int
    /// RFC 8259 permits a repeated name and leaves open what it means; RFC 7493 forbids it, and so do we.
    /// Where a file must be read all the same, the last value wins.
    package var permitsRepeatedNames: Bool

    package init(bytes: Int = 1 << 20, depth: Int = 64, permitsRepeatedNames: Bool = false) {
        self.bytes = bytes
        self.depth = depth
        self.permitsRepeatedNames = permitsRepeatedNames
    }
}

/// Why a JSON document is refused, and the byte offset at which it went wrong.
package struct JSONRefusal: Error, Equatable, Sendable {
    package enum Reason: Sendable, Equatable, CaseIterable {
        case tooManyBytes, tooDeep, invalidUTF8, truncated, unexpectedByte, badNumber, badEscape,
            loneSurrogate
        case controlCharacter, repeatedName, textAfterEnd
    }
    package let reason: Reason
    package let offset: Int

    package init(reason: Reason, offset: Int) {
        self.reason = reason
        self.offset = offset
    }

    package var explanation: String {
        let what =
            switch reason {
            case .tooManyBytes: "The document is too large"
            case .tooDeep: "The document is nested too deeply"
            case .invalidUTF8: "The document is not valid UTF-8"
            case .truncated: "The document ends too early"
            case .unexpectedByte: "A value, name or punctuation mark was expected"
            case .badNumber: "A number is malformed"
            case .badEscape: "An escape sequence is malformed"
            case .loneSurrogate: "An escape sequence is half of a surrogate pair"
            case .controlCharacter: "A control character in a string is not escaped"
            case .repeatedName: "An object has two members of the same name"
            case .textAfterEnd: "Text follows the end of the document"
            }
        return "\(what) (at byte \(offset))."
    }
}
