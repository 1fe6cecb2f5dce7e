/// A time on the clock on the wall, to the minute, without day and place.
package struct ClockTime: Hashable, Comparable, Sendable {
    /// Minutes since midnight, 0 to 1439.
    package let minutes: Int

    package init?(minutes: Int) {
        guard 0..<1440 ~= minutes else { return nil }
        self.minutes = minutes
    }
    package init?(hour: Int, minute: Int) {
        guard 0..<24 ~= hour, 0..<60 ~= minute else { return nil }
        minutes = hour * 60 + minute
    }

    package var hour: Int { minutes / 60 }
    package var minute: Int { minutes % 60 }

    package static func < (left: ClockTime, right: ClockTime) -> Bool { left.minutes < right.minutes }

    /// `07:30`, the form of HTML's time fields.
    package var iso: String { twoDigits(hour) + ":" + twoDigits(minute) }

    /// `7:30 PM`, `7:30 p.m.`, `19 h 30`, `7:30 p. m.`; spaces are no-break spaces.
    package func text(_ language: FormatLanguage) -> String {
        let isMorning = hour < 12
        let twelve = "\(hour % 12 == 0 ? 12 : hour % 12):" + twoDigits(minute) + "\u{A0}"
        return switch language {
        case .englishUS: twelve + (isMorning ? "AM" : "PM")
        case .englishCA: twelve + (isMorning ? "a.m." : "p.m.")
        case .spanishUS: twelve + (isMorning ? "a.\u{A0}m." : "p.\u{A0}m.")
        case .frenchCA: "\(hour)\u{A0}h" + (minute == 0 ? "" : "\u{A0}" + twoDigits(minute))
        }
    }
}

/// Why a text is not a time of day.
package enum ClockRefusal: Error, Equatable, Sendable {
    case empty
    case notATime
    case impossible
    /// Seconds other than 00 would be lost.
    case hasSeconds

    package var explanation: String {
        switch self {
        case .empty: "A time is missing."
        case .notATime: "This is not a time such as 07:30, 7:30 AM or 19h30."
        case .impossible: "The clock has no such time."
        case .hasSeconds: "Times are kept to the minute; seconds must be 00."
        }
    }
}

extension ClockTime {
    /// No spelling of a time is longer.
    private static let longestText = 24

    /// Reads `07:30`, `7:30`, `07:30:00`, `7:30 AM`, `7 p.m.`, `19h30`, `19 h`. Bare digits are refused:
    /// `730` could be many things.
    package init(_ text: String) throws(ClockRefusal) {
        guard text.utf8.count <= Self.longestText else { throw .notATime }
        // Spaces of all kinds and the points of "p. m." carry no meaning.
        let dense = text.unicodeScalars.filter { ![" ", "\u{A0}", "\u{202F}", "."].contains($0) }
        guard !dense.isEmpty else { throw .empty }
        var scanner = TextScanner(String(String.UnicodeScalarView(dense)).lowercased().utf8)
        guard let hour = scanner.number(digits: 1...2) else { throw .notATime }
        let isFrench = scanner.take("h")
        let minute = try Self.minute(&scanner, isFrench: isFrench)
        let suffix = isFrench ? [] : scanner.skip(while: ASCII.isLetter)
        guard scanner.isAtEnd else { throw .notATime }
        self = try Self.assemble(hour, minute, isFrench: isFrench, String(decoding: suffix, as: UTF8.self))
    }

    private static func minute(
        _ scanner: inout TextScanner, isFrench: Bool
    ) throws(ClockRefusal) -> Int? {
        if isFrench {
            guard !scanner.isAtEnd else { return 0 }
        } else {
            guard scanner.take(":") else { return nil }
        }
        guard let minute = scanner.number(digits: 2...2) else { throw .notATime }
        if !isFrench, scanner.take(":") {
            guard let seconds = scanner.number(digits: 2...2) else { throw .notATime }
            guard seconds < 60 else { throw .impossible }
            guard seconds == 0 else { throw .hasSeconds }
        }
        return minute
    }

    private static func assemble(
        _ hour: Int, _ minute: Int?, isFrench: Bool, _ suffix: String
    ) throws(ClockRefusal) -> ClockTime {
        var hour = hour
        switch suffix {
        case "":
            guard minute != nil else { throw .notATime }
        case "am", "pm":
            guard 1...12 ~= hour else { throw .impossible }
            hour = hour % 12 + (suffix == "pm" ? 12 : 0)
        default: throw .notATime
        }
        guard let time = ClockTime(hour: hour, minute: minute ?? 0) else { throw .impossible }
        return time
    }
}
