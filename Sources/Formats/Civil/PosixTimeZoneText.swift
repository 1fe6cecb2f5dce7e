extension PosixTimeZone {
    /// `extendsHours` permits changes from -167 to 167 o'clock, as files of version 3 and later may have.
    init(_ text: [UInt8], extendsHours: Bool) throws(TimeZoneRefusal) {
        var parser = PosixTimeZoneParser(scanner: TextScanner(text), extendsHours: extendsHours)
        self = try parser.zone()
    }
}

private struct PosixTimeZoneParser {
    var scanner: TextScanner
    let extendsHours: Bool

    mutating func zone() throws(TimeZoneRefusal) -> PosixTimeZone {
        let name = try name()
        let offset = -(try time(hours: 24))
        let standard = TimeZoneRules.Setting(offset: offset, isDaylight: false, abbreviation: name)
        guard !scanner.isAtEnd else { return PosixTimeZone(standard: standard, daylight: nil) }
        let summerName = try self.name()
        let summerOffset = scanner.peek == UInt8(ascii: ",") ? offset + 3600 : -(try time(hours: 24))
        let summer = TimeZoneRules.Setting(offset: summerOffset, isDaylight: true, abbreviation: summerName)
        let daylight = PosixTimeZone.Daylight(setting: summer, start: try change(), end: try change())
        guard scanner.isAtEnd else { throw .badFooter }
        return PosixTimeZone(standard: standard, daylight: daylight)
    }

    private mutating func name() throws(TimeZoneRefusal) -> String {
        let isQuoted = scanner.take("<")
        let name = scanner.skip { byte in
            ASCII.isLetter(byte)
                || isQuoted
                    && (ASCII.isDigit(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-"))
        }
        guard 3...PosixTimeZone.longestName ~= name.count, !isQuoted || scanner.take(">") else {
            throw .badFooter
        }
        return String(decoding: name, as: UTF8.self)
    }

    /// `[+-]hh[:mm[:ss]]` in seconds.
    private mutating func time(hours limit: Int) throws(TimeZoneRefusal) -> Int {
        let isNegative = scanner.take("-")
        if !isNegative { _ = scanner.take("+") }
        let hours = try number(0...limit)
        let minutes = scanner.take(":") ? try number(0...59) : 0
        let seconds = scanner.take(":") ? try number(0...59) : 0
        let total = hours * 3600 + minutes * 60 + seconds
        return isNegative ? -total : total
    }

    private mutating func change() throws(TimeZoneRefusal) -> PosixChange {
        guard scanner.take(",") else { throw .badFooter }
        let day = try day()
        var seconds = 2 * 3600
        if scanner.take("/") {
            seconds = try time(hours: extendsHours ? 167 : 24)
            guard extendsHours || seconds >= 0 else { throw .badFooter }
        }
        return PosixChange(day: day, seconds: seconds)
    }

    private mutating func day() throws(TimeZoneRefusal) -> PosixChange.Day {
        if scanner.take("J") { return .withoutLeapDay(try number(1...365)) }
        guard scanner.take("M") else { return .sinceNewYear(try number(0...365)) }
        let month = try number(1...12)
        guard scanner.take(".") else { throw .badFooter }
        let week = try number(1...5)
        guard scanner.take(".") else { throw .badFooter }
        return .weekday(month: month, week: week, weekday: try number(0...6))
    }

    private mutating func number(_ range: ClosedRange<Int>) throws(TimeZoneRefusal) -> Int {
        guard let number = scanner.number(digits: 1...3), range ~= number else { throw .badFooter }
        return number
    }
}
