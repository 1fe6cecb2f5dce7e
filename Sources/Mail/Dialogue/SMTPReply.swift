/// What a mail server answers: three digits and some words (RFC 5321 section 4.2).
package struct SMTPReply: Hashable, Sendable {
    package let code: Int
    package let lines: [String]

    package var text: String { lines.joined(separator: " ") }
    package var isPositive: Bool { code / 100 == 2 }

    /// The server closes the connection, which it may say at any time.
    static let closing = 421
}

/// Reads replies out of bytes, strictly: lines end with CRLF, and all lines of a reply carry its code.
struct SMTPReplyReader: Sendable {
    /// Octets of one line. RFC 5321 allows 512; servers with long explanations exceed it.
    static let longestLine = 2_000
    static let mostLines = 100

    private var line: [UInt8] = []
    private var code: Int?
    private var lines: [String] = []

    /// What was said is not a reply.
    struct Unreadable: Error {}

    /// A whole reply, once its last byte is there.
    mutating func take(_ byte: UInt8) throws(Unreadable) -> SMTPReply? {
        guard byte == UInt8(ascii: "\n") else {
            // Nothing but a line feed may follow a carriage return.
            guard line.last != UInt8(ascii: "\r"), byte != 0, line.count < Self.longestLine else {
                throw Unreadable()
            }
            line.append(byte)
            return nil
        }
        guard line.popLast() == UInt8(ascii: "\r") else { throw Unreadable() }
        defer { line.removeAll(keepingCapacity: true) }
        return try takeLine()
    }

    private mutating func takeLine() throws(Unreadable) -> SMTPReply? {
        let digits = line.prefix(3)
        guard digits.count == 3, (0x32...0x35).contains(line[0]), (0x30...0x35).contains(line[1]),
            (0x30...0x39).contains(line[2]), let number = Int(String(decoding: digits, as: UTF8.self)),
            code == nil || code == number, lines.count < Self.mostLines
        else { throw Unreadable() }
        let mark = line.count > 3 ? line[3] : UInt8(ascii: " ")
        guard mark == UInt8(ascii: " ") || mark == UInt8(ascii: "-") else { throw Unreadable() }
        code = number
        lines.append(String(decoding: line.dropFirst(4), as: UTF8.self))
        guard mark == UInt8(ascii: " ") else { return nil }
        defer { (code, lines) = (nil, []) }
        return SMTPReply(code: number, lines: lines)
    }
}
