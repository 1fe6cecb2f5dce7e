/// A moment to the second, as HTTP writes it: `Sun, 06 Nov 1994 08:49:37 GMT` (IMF-fixdate, RFC 9110 section
/// 5.6.7). The two obsolete forms are not read; a condition in them is ignored, which only costs bytes.
package struct HTTPDate: Hashable, Comparable, Sendable {
    /// Since 1970-01-01T00:00:00Z; between the years 1 and 9999.
    package let secondsSince1970: Int64

    package init(secondsSince1970: Int64) {
        self.secondsSince1970 = min(max(secondsSince1970, HTTPDate.earliest), HTTPDate.latest)
    }

    package static func < (left: HTTPDate, right: HTTPDate) -> Bool {
        left.secondsSince1970 < right.secondsSince1970
    }

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Always 29 bytes.
    package var bytes: [UInt8] {
        let days = Int(secondsSince1970.flooredQuotient(86_400))
        let second = Int(secondsSince1970) - days * 86_400
        let date = CivilDate(daysSince1970: days)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(29)
        bytes += HTTPDate.weekdays[((days + 4) % 7 + 7) % 7].utf8
        bytes += ", ".utf8
        bytes.appendPadded(date.day, digits: 2)
        bytes.append(Ascii.space)
        bytes += HTTPDate.months[date.month - 1].utf8
        bytes.append(Ascii.space)
        bytes.appendPadded(date.year, digits: 4)
        bytes.append(Ascii.space)
        bytes.appendPadded(second / 3_600, digits: 2)
        bytes.append(Ascii.colon)
        bytes.appendPadded(second / 60 % 60, digits: 2)
        bytes.append(Ascii.colon)
        bytes.appendPadded(second % 60, digits: 2)
        bytes += " GMT".utf8
        return bytes
    }

    /// Nil unless the text is exactly what `bytes` would write, weekday included.
    package init?(_ text: String) {
        let bytes = [UInt8](text.utf8)
        guard bytes.count == 29,
            let day = HTTPDate.number(bytes[5..<7]), let year = HTTPDate.number(bytes[12..<16]),
            let month = HTTPDate.months.firstIndex(where: { $0.utf8.elementsEqual(bytes[8..<11]) }),
            let hour = HTTPDate.number(bytes[17..<19]), let minute = HTTPDate.number(bytes[20..<22]),
            let second = HTTPDate.number(bytes[23..<25])
        else { return nil }
        let date = CivilDate(year: year, month: month + 1, day: day)
        self.init(
            secondsSince1970: Int64(date.daysSince1970) * 86_400
                + Int64(hour * 3_600 + minute * 60 + second))
        guard self.bytes == bytes else { return nil }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.allSatisfy(Ascii.isDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    private static let earliest: Int64 = -62_135_596_800
    private static let latest: Int64 = 253_402_300_799
}

/// A day of the Gregorian calendar, by Howard Hinnant's `days_from_civil` and `civil_from_days`.
private struct CivilDate {
    let year: Int
    let month: Int
    let day: Int

    init(year: Int, month: Int, day: Int) {
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Years are counted from March, so that the leap day is the last of its year.
    init(daysSince1970: Int) {
        let shifted = daysSince1970 + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    var daysSince1970: Int {
        let marchYear = month <= 2 ? year - 1 : year
        let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}

extension Int64 {
    fileprivate func flooredQuotient(_ divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}

extension [UInt8] {
    fileprivate mutating func appendPadded(_ number: Int, digits: Int) {
        let text = String(number)
        for _ in text.utf8.count..<Swift.max(digits, text.utf8.count) { append(UInt8(ascii: "0")) }
        self += text.utf8
    }
}
