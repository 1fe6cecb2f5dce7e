/// What stands between two fields of a row.
package enum CSVDelimiter: UInt8, Sendable, CaseIterable {
    case comma = 0x2C
    case semicolon = 0x3B
    case tab = 0x09
    case bar = 0x7C
}

/// The sizes beyond which a CSV file is refused.
package struct CSVLimits: Sendable {
    package var bytes: Int
    package var rows: Int
    package var columns: Int
    package var fieldBytes: Int

    package init(
        bytes: Int = 10 << 20, rows: Int = 100_000, columns: Int = 256, fieldBytes: Int = 32 << 10
    ) {
        self.bytes = bytes
        self.rows = rows
        self.columns = columns
        self.fieldBytes = fieldBytes
    }
}

/// One row of a CSV file, with the line of the file on which it starts, counted from 1.
package struct CSVRow: Sendable, Equatable {
    package let line: Int
    package let fields: [String]
}

/// Why a CSV file is refused. Lines are counted from 1, as an editor shows them.
package enum CSVRefusal: Error, Equatable, Sendable {
    case tooManyBytes(limit: Int)
    case tooManyRows(limit: Int)
    case tooManyColumns(line: Int, limit: Int)
    case fieldTooLong(line: Int, limit: Int)
    case encodedAsUTF16
    case invalidUTF8(line: Int)
    case zeroByte(line: Int)
    case unterminatedQuote(line: Int)
    case textAfterQuote(line: Int)
    case ambiguousDelimiter

    package var explanation: String {
        switch self {
        case .tooManyBytes(let limit): "The file is larger than \(limit) bytes."
        case .tooManyRows(let limit): "The file has more than \(limit) rows."
        case .tooManyColumns(let line, let limit): "The row at line \(line) has more than \(limit) columns."
        case .fieldTooLong(let line, let limit): "A field at line \(line) is longer than \(limit) bytes."
        case .encodedAsUTF16: "The file is encoded as UTF-16. Save it as \"CSV UTF-8\" and try again."
        case .invalidUTF8(let line):
            "Line \(line) is not valid UTF-8. Save the file as \"CSV UTF-8\" and try again."
        case .zeroByte(let line): "Line \(line) contains a zero byte, so this is not a text file."
        case .unterminatedQuote(let line): "The quotation mark opened at line \(line) is never closed."
        case .textAfterQuote(let line):
            "At line \(line) text follows a closing quotation mark. Inside a field they must be doubled."
        case .ambiguousDelimiter:
            "It is not clear which character separates the fields. Choose the separator and try again."
        }
    }
}
