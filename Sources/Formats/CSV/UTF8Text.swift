/// The offset of the first byte that is not well-formed UTF-8, or nil when all of it is.
func firstInvalidUTF8(_ bytes: [UInt8]) -> Int? {
    do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: bytes.span)
        return nil
    } catch {
        return error.byteOffsets.lowerBound
    }
}

/// The line, counted from 1, on which the byte at `offset` stands; CRLF, LF and CR each end one line.
func lineNumber(at offset: Int, in bytes: [UInt8]) -> Int {
    var line = 1
    for index in 0..<min(offset, bytes.count) where endsLine(index, bytes) { line += 1 }
    return line
}

/// True for LF, and for a CR that no LF follows, so that CRLF counts once.
func endsLine(_ index: Int, _ bytes: [UInt8]) -> Bool {
    switch bytes[index] {
    case ASCII.lineFeed: true
    case ASCII.carriageReturn: index + 1 == bytes.count || bytes[index + 1] != ASCII.lineFeed
    default: false
    }
}

/// The byte order mark of UTF-8, which spreadsheets put in front of their exports.
let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

/// Bytes by the names people give them.
enum ASCII {
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let quote = UInt8(ascii: "\"")
    static let backslash = UInt8(ascii: "\\")
    static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    static let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
    static let smallLetters = UInt8(ascii: "a")...UInt8(ascii: "z")

    static func isLetter(_ byte: UInt8) -> Bool { capitals ~= byte || smallLetters ~= byte }
    static func isDigit(_ byte: UInt8) -> Bool { digits ~= byte }
}
