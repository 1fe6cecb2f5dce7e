/// Strings and integers as JSON bytes.
enum JSONText {
    private static let hexDigits = Array("0123456789abcdef".utf8)

    /// Escapes what JSON demands, and beyond it `<`, U+2028 and U+2029, so that the text may also stand in a
    /// script element of a page.
    static func write(_ text: String, into json: inout [UInt8]) {
        json.append(ASCII.quote)
        if text.utf8.contains(where: mayNeedEscape) {
            for scalar in text.unicodeScalars { write(scalar, into: &json) }
        } else {
            json += text.utf8
        }
        json.append(ASCII.quote)
    }

    static func write(_ number: Int64, into json: inout [UInt8]) {
        if number < 0 { json.append(UInt8(ascii: "-")) }
        let start = json.count
        var rest = number.magnitude
        repeat {
            json.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        json[start...].reverse()
    }

    /// 0xE2 leads the three bytes of U+2028 and U+2029, and of a few dashes and quotation marks.
    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == ASCII.quote || byte == ASCII.backslash || byte == UInt8(ascii: "<")
            || byte == 0xE2
            || byte == 0x7F
    }

    private static func write(_ scalar: Unicode.Scalar, into json: inout [UInt8]) {
        switch scalar {
        case "\"": json += #"\""#.utf8
        case "\\": json += #"\\"#.utf8
        case "\n": json += #"\n"#.utf8
        case "\r": json += #"\r"#.utf8
        case "\t": json += #"\t"#.utf8
        case "\0"..<" ", "<", "\u{7F}", "\u{2028}", "\u{2029}":
            json += #"\u"#.utf8
            for shift in [12, 8, 4, 0] as [UInt32] { json.append(hexDigits[Int(scalar.value >> shift & 15)]) }
        default: json += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        }
    }
}
