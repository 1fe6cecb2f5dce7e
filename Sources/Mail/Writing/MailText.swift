/// What somebody typed, fit to stand in a mail: it cannot begin a line or a header of its own.
package struct MailText: Hashable, Sendable {
    package let text: String

    /// More than any name or sentence of ours.
    private static let longestScalars = 240
    /// RFC 2047 section 2 allows 75; the frame of a word takes 12 of them.
    private static let encodedWordRoom = 63

    package init(_ typed: String) {
        var scalars = String.UnicodeScalarView()
        for scalar in typed.unicodeScalars.prefix(Self.longestScalars) {
            let isSpace = scalar.properties.isWhitespace || Self.breaksLines(scalar)
            if !isSpace, !scalar.properties.isBidiControl {
                scalars.append(scalar)
            } else if isSpace, let last = scalars.last, last != " " {
                scalars.append(" ")
            }
        }
        if scalars.last == " " { scalars.removeLast() }
        text = String(scalars)
    }

    private static func breaksLines(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    /// As a display name or a subject: plain when it is harmless, else encoded words (RFC 2047, Q), folded.
    var header: String {
        let isPlain = text.utf8.count <= Self.encodedWordRoom && text.utf8.allSatisfy(Self.isPlain)
        return isPlain ? text : encodedWords.joined(separator: "\r\n ")
    }

    private var encodedWords: [String] {
        var words: [String] = []
        var room = ""
        for scalar in text.unicodeScalars {
            let piece = Self.encoded(scalar)
            if room.utf8.count + piece.utf8.count > Self.encodedWordRoom {
                words.append(room)
                room = ""
            }
            room += piece
        }
        if !room.isEmpty || words.isEmpty { words.append(room) }
        return words.map { "=?UTF-8?Q?\($0)?=" }
    }

    private static func encoded(_ scalar: Unicode.Scalar) -> String {
        if scalar == " " { return "_" }
        return String(scalar).utf8.map { byte in
            if isPlain(byte) { return String(UnicodeScalar(byte)) }
            let hex = String(byte, radix: 16, uppercase: true)
            return byte < 0x10 ? "=0" + hex : "=" + hex
        }.joined()
    }

    /// Letters, digits, space and hyphen: atoms of any header, and characters of any encoded word.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x20, 0x2d: true
        default: false
        }
    }
}
