/// One line while it is written (RFC 8259).
struct LogLine {
    private var bytes: [UInt8] = []

    init(time: Int64, level: LogLevel, message: StaticString) {
        bytes.reserveCapacity(256)
        bytes += "{\"time\":\"".utf8
        bytes += UTCTime(microseconds: time).text.utf8
        bytes += "\",\"level\":\"".utf8
        bytes += level.rawValue.utf8
        bytes += "\",\"message\":".utf8
        quote(message.description)
    }

    mutating func append(_ name: StaticString, _ value: LogValue) {
        bytes.append(UInt8(ascii: ","))
        quote(name.description)
        bytes.append(UInt8(ascii: ":"))
        switch value {
        case .text(let text): quote(text)
        case .number(let number): bytes += String(number).utf8
        case .flag(let flag): bytes += (flag ? "true" : "false").utf8
        }
    }

    consuming func finished() -> [UInt8] {
        bytes += "}\n".utf8
        return bytes
    }

    /// Everything that could end a line, leave the string or move a terminal's cursor is written as an
    /// escape.
    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var written = 0
        for scalar in text.unicodeScalars {
            if written >= Log.textLimit {
                bytes += "…".utf8
                break
            }
            let start = bytes.count
            append(scalar)
            written += bytes.count - start
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": bytes += "\\\"".utf8
        case "\\": bytes += "\\\\".utf8
        case "\n": bytes += "\\n".utf8
        case "\r": bytes += "\\r".utf8
        case "\t": bytes += "\\t".utf8
        case "\u{0}"..."\u{1f}", "\u{7f}"..."\u{9f}", "\u{2028}"..."\u{202e}", "\u{2066}"..."\u{2069}":
            let digits = String(scalar.value, radix: 16)
            bytes += "\\u".utf8
            for _ in digits.utf8.count..<4 { bytes.append(UInt8(ascii: "0")) }
            bytes += digits.utf8
        default: bytes += UTF8.encode(scalar).map(Array.init) ?? []
        }
    }
}

/// A moment as RFC 3339 writes it, in UTC and to the microsecond.
struct UTCTime {
    let microseconds: Int64

    var text: String {
        let second = Int(microseconds.floored(by: 1_000_000))
        let fraction = Int(microseconds) - second * 1_000_000
        let day = Int(Int64(second).floored(by: 86_400))
        let clock = second - day * 86_400
        let date = Self.date(day)
        return Self.padded(date.year, 4) + "-" + Self.padded(date.month, 2) + "-" + Self.padded(date.day, 2)
            + "T" + Self.padded(clock / 3_600, 2) + ":" + Self.padded(clock / 60 % 60, 2)
            + ":" + Self.padded(clock % 60, 2) + "." + Self.padded(fraction, 6) + "Z"
    }

    /// Howard Hinnant's `civil_from_days`: years begin in March, so that the leap day is their last.
    private static func date(_ daysSince1970: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = Int64(daysSince1970 + 719_468)
        let era = Int(shifted.floored(by: 146_097))
        let dayOfEra = Int(shifted) - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1
        )
    }

    private static func padded(_ number: Int, _ digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
}

extension Int64 {
    fileprivate func floored(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
