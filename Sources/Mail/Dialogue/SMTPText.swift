import Crypto

/// The text of a mail as it travels behind DATA.
enum SMTPText {
    /// With every line ended by CRLF, a dot before each dot that begins a line, and the end mark (RFC 5321
    /// section 4.5.2). A stray CR or LF ends a line too, so nothing that is in a text can end the text.
    static func stuffed(_ text: [UInt8]) -> [UInt8] {
        var sent: [UInt8] = []
        sent.reserveCapacity(text.count + 64)
        var isAtLineStart = true
        var previous: UInt8 = 0
        for byte in text {
            defer { previous = byte }
            if byte == lineFeed, previous == carriageReturn { continue }
            if byte == lineFeed || byte == carriageReturn {
                sent += lineEnd
                isAtLineStart = true
            } else {
                if isAtLineStart, byte == dot { sent.append(dot) }
                sent.append(byte)
                isAtLineStart = false
            }
        }
        if !isAtLineStart { sent += lineEnd }
        return sent + [dot] + lineEnd
    }

    /// The same mail with its body in base64, for a server that takes seven bits (RFC 2045 section 6.8).
    static func sevenBit(_ text: [UInt8]) -> [UInt8] {
        let written = String(decoding: text, as: UTF8.self)
        guard let end = written.firstRange(of: "\r\n\r\n") else { return text }
        let head = written[..<end.lowerBound].replacing(
            "Content-Transfer-Encoding: 8bit", with: "Content-Transfer-Encoding: base64")
        var body = Array(written[end.upperBound...].utf8)[...]
        var lines: [String] = []
        while !body.isEmpty {
            lines.append(PaddedBase64.encode(body.prefix(bytesPerLine)))
            body = body.dropFirst(bytesPerLine)
        }
        return Array((head + "\r\n\r\n" + lines.map { $0 + "\r\n" }.joined()).utf8)
    }

    /// They make 76 characters of base64.
    private static let bytesPerLine = 57
    private static let carriageReturn = UInt8(ascii: "\r")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let dot = UInt8(ascii: ".")
    private static let lineEnd = [carriageReturn, lineFeed]
}
