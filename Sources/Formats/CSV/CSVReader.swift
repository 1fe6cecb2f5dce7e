/// Reads the rows of a CSV file: RFC 4180 and what spreadsheets make of it.
///
/// Lines end with CRLF, LF or CR. A quotation mark inside a field that does not start with one is text. Lines
/// with nothing on them are skipped.
package struct CSVReader: Sendable {
    package let delimiter: CSVDelimiter
    private let bytes: [UInt8]
    private let limits: CSVLimits
    private var position: Int
    private var line = 1
    private var rowCount = 0

    /// Checks size and encoding; `delimiter` nil means that it is found out from the first rows.
    package init(
        _ bytes: [UInt8], delimiter: CSVDelimiter? = nil, limits: CSVLimits = CSVLimits()
    ) throws(CSVRefusal) {
        guard bytes.count <= limits.bytes else { throw .tooManyBytes(limit: limits.bytes) }
        try Self.checkEncoding(bytes)
        let chosen = if let delimiter { delimiter } else { try CSVSniffer(bytes, limits).delimiter() }
        self.init(checked: bytes, chosen, limits)
    }

    init(checked bytes: [UInt8], _ delimiter: CSVDelimiter, _ limits: CSVLimits) {
        self.bytes = bytes
        self.delimiter = delimiter
        self.limits = limits
        position = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    }

    /// The next row, or nil at the end of the file.
    package mutating func next() throws(CSVRefusal) -> CSVRow? {
        while position < bytes.count, takeLineEnd() {}
        guard position < bytes.count else { return nil }
        guard rowCount < limits.rows else { throw .tooManyRows(limit: limits.rows) }
        rowCount += 1
        let start = line
        var fields: [String] = []
        repeat {
            guard fields.count < limits.columns else {
                throw .tooManyColumns(line: start, limit: limits.columns)
            }
            fields.append(try takeField())
        } while try takeDelimiter()
        return CSVRow(line: start, fields: fields)
    }

    /// All rows that are left.
    package mutating func rows() throws(CSVRefusal) -> [CSVRow] {
        var rows: [CSVRow] = []
        while let row = try next() { rows.append(row) }
        return rows
    }

    private static func checkEncoding(_ bytes: [UInt8]) throws(CSVRefusal) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw .encodedAsUTF16 }
        if let zero = bytes.firstIndex(of: 0) {
            // Latin text in UTF-16 without a mark has a zero as every other byte.
            if zero < 2, bytes.count % 2 == 0 { throw .encodedAsUTF16 }
            throw .zeroByte(line: lineNumber(at: zero, in: bytes))
        }
        if let offset = firstInvalidUTF8(bytes) {
            throw .invalidUTF8(line: lineNumber(at: offset, in: bytes))
        }
    }

    private mutating func takeField() throws(CSVRefusal) -> String {
        guard position < bytes.count, bytes[position] == ASCII.quote else { return try takePlainField() }
        return try takeQuotedField()
    }

    private mutating func takePlainField() throws(CSVRefusal) -> String {
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == delimiter.rawValue || byte == ASCII.lineFeed || byte == ASCII.carriageReturn { break }
            position += 1
        }
        guard position - start <= limits.fieldBytes else {
            throw .fieldTooLong(line: line, limit: limits.fieldBytes)
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func takeQuotedField() throws(CSVRefusal) -> String {
        let opening = line
        var content: [UInt8] = []
        position += 1
        var start = position
        while position < bytes.count {
            if bytes[position] == ASCII.quote {
                content += bytes[start..<position]
                position += 1
                guard position < bytes.count, bytes[position] == ASCII.quote else {
                    return String(decoding: content, as: UTF8.self)
                }
                // The second of two quotation marks is the first byte of the next stretch of text.
                start = position
            } else if endsLine(position, bytes) {
                line += 1
            }
            position += 1
            guard content.count + position - start <= limits.fieldBytes else {
                throw .fieldTooLong(line: opening, limit: limits.fieldBytes)
            }
        }
        throw .unterminatedQuote(line: opening)
    }

    /// True when another field of the same row follows.
    private mutating func takeDelimiter() throws(CSVRefusal) -> Bool {
        guard position < bytes.count else { return false }
        if bytes[position] == delimiter.rawValue {
            position += 1
            return true
        }
        guard takeLineEnd() else { throw .textAfterQuote(line: line) }
        return false
    }

    private mutating func takeLineEnd() -> Bool {
        switch bytes[position] {
        case ASCII.lineFeed: position += 1
        case ASCII.carriageReturn: position += endsLine(position, bytes) ? 1 : 2
        default: return false
        }
        line += 1
        return true
    }
}
