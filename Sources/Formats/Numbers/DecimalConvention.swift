/// How a file or a form spells its numbers: declared, never guessed, because `1,234` is two numbers.
package struct DecimalConvention: Sendable, Equatable {
    package enum Mark: Sendable { case point, comma }
    /// `space` is the ordinary, the no-break (U+00A0) and the narrow no-break space (U+202F).
    package enum Grouping: Sendable { case none, comma, point, space, apostrophe }

    package let mark: Mark
    package let grouping: Grouping

    /// Nil when one character would be both decimal mark and grouping.
    package init?(mark: Mark, grouping: Grouping) {
        switch (mark, grouping) {
        case (.point, .point), (.comma, .comma): return nil
        case (_, .none), (_, .space), (_, .apostrophe), (.point, .comma), (.comma, .point):
            self.init(checked: mark, grouping)
        }
    }

    private init(checked mark: Mark, _ grouping: Grouping) {
        self.mark = mark
        self.grouping = grouping
    }

    /// `1234.50`
    package static let point = DecimalConvention(checked: .point, .none)
    /// `1234,50`
    package static let comma = DecimalConvention(checked: .comma, .none)
    /// `1,234.50`
    package static let pointGroupedByComma = DecimalConvention(checked: .point, .comma)
    /// `1.234,50`
    package static let commaGroupedByPoint = DecimalConvention(checked: .comma, .point)
    /// `1 234,50`
    package static let commaGroupedBySpace = DecimalConvention(checked: .comma, .space)

    var decimalMark: Unicode.Scalar {
        switch mark {
        case .point: "."
        case .comma: ","
        }
    }

    func groups(_ scalar: Unicode.Scalar) -> Bool {
        switch grouping {
        case .none: false
        case .comma: scalar == ","
        case .point: scalar == "."
        case .space: scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}"
        case .apostrophe: scalar == "'" || scalar == "\u{2019}"
        }
    }
}

/// Why a text is not a number under the declared convention.
package enum NumberRefusal: Error, Equatable, Sendable {
    case empty
    case tooLong(limit: Int)
    case notANumber
    /// A point or comma that the declared convention has no place for.
    case foreignMark
    case misplacedGrouping
    case tooManyDecimals(limit: Int)
    case outOfRange

    package var explanation: String {
        switch self {
        case .empty: "A number is missing."
        case .tooLong(let limit): "The number is longer than \(limit) characters."
        case .notANumber: "This is not a number."
        case .foreignMark: "The number uses a decimal or thousands mark other than the one that was declared."
        case .misplacedGrouping: "The thousands of the number are not grouped by three digits."
        case .tooManyDecimals(let limit): "The number has more than \(limit) decimals."
        case .outOfRange: "The number is too large."
        }
    }
}
