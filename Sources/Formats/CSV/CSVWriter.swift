/// One field of a row that is written: text that someone typed, or a number that the program computed.
package enum CSVCell: Sendable, Equatable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    /// Guarded: a spreadsheet will not take it for a formula.
    case text(String)
    case integer(Int64)
    /// A fixed-point number printed with a decimal point, so `decimal(-1250, scale: 2)` is -12.50.
    case decimal(Int64, scale: Int)

    package init(stringLiteral value: String) { self = .text(value) }
    package init(integerLiteral value: Int64) { self = .integer(value) }
}

/// Writes CSV as RFC 4180 has it, with CRLF, in UTF-8.
///
/// Text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection).
package struct CSVWriter: Sendable {
    package private(set) var bytes: [UInt8] = []
    private let delimiter: CSVDelimiter

    /// `marksEncoding` puts the byte order mark in front, without which Excel takes UTF-8 for Windows-1252.
    package init(delimiter: CSVDelimiter = .comma, marksEncoding: Bool = false) {
        self.delimiter = delimiter
        if marksEncoding { bytes = byteOrderMark }
    }

    package mutating func row(_ cells: [CSVCell]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(delimiter.rawValue) }
            write(cell)
        }
        // A single empty field would be an empty line, which readers skip.
        if cells == [.text("")] { bytes += [ASCII.quote, ASCII.quote] }
        bytes += [ASCII.carriageReturn, ASCII.lineFeed]
    }

    package mutating func row(_ fields: [String]) { row(fields.map(CSVCell.text)) }

    private mutating func write(_ cell: CSVCell) {
        switch cell {
        case .text(let text): writeText(text)
        case .integer(let number): bytes += String(number).utf8
        case .decimal(let units, let scale):
            bytes += DecimalStyle(mark: ".", group: "").text(units, scale: scale).utf8
        }
    }

    private mutating func writeText(_ text: String) {
        let isGuarded = Self.startsFormula(text)
        // At the start of a file a mark without quotes would be taken for that of the encoding.
        let isMarked = text.utf8.starts(with: byteOrderMark)
        guard isGuarded || isMarked || text.utf8.contains(where: Self.needsQuotes) else {
            bytes += text.utf8
            return
        }
        bytes.append(ASCII.quote)
        if isGuarded { bytes.append(UInt8(ascii: "'")) }
        for byte in text.utf8 {
            if byte == ASCII.quote { bytes.append(ASCII.quote) }
            bytes.append(byte)
        }
        bytes.append(ASCII.quote)
    }

    /// Every delimiter is quoted, not only ours: a file opened with another setting must not grow new cells.
    private static func needsQuotes(_ byte: UInt8) -> Bool {
        CSVDelimiter(rawValue: byte) != nil || byte == ASCII.quote || byte == ASCII.lineFeed
            || byte == ASCII.carriageReturn
    }

    private static func startsFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        return switch first {
        case "=", "+", "-", "@", "\t", "\r", "\n": true
        case "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
        default: false
        }
    }
}
