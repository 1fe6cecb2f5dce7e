/// How a file spells its dates: `yyyy`, `yy`, `MM`, `M`, `dd`, `d` and marks between them.
///
/// `MM` and `dd` are exactly two digits, `M` and `d` are one or two. `yy` means 2000 to 2099.
package struct DatePattern: Sendable, Equatable {
    enum Part: Sendable, Equatable {
        case fullYear, shortYear
        case month(padded: Bool)
        case day(padded: Bool)
        case mark(UInt8)
    }

    package let spelling: String
    private let parts: [Part]

    /// `yyyy-MM-dd`
    package static let iso = DatePattern(
        spelling: "yyyy-MM-dd",
        parts: [.fullYear, .mark(0x2D), .month(padded: true), .mark(0x2D), .day(padded: true)])

    /// Nil unless year, month and day each occur once, with marks around those that have no fixed width.
    package init?(_ spelling: String) {
        guard spelling.utf8.count <= 16, let parts = Self.parts(of: spelling) else { return nil }
        self.init(spelling: spelling, parts: parts)
    }

    private init(spelling: String, parts: [Part]) {
        self.spelling = spelling
        self.parts = parts
    }

    package func parse(_ text: String) throws(DateRefusal) -> CivilDate {
        var scanner = TextScanner(text.utf8.prefix(32))
        var (year, month, day) = (0, 0, 0)
        guard !scanner.isAtEnd else { throw .empty }
        for part in parts {
            switch part {
            case .fullYear: year = try take(4...4, &scanner)
            case .shortYear: year = 2000 + (try take(2...2, &scanner))
            case .month(let padded): month = try take(padded ? 2...2 : 1...2, &scanner)
            case .day(let padded): day = try take(padded ? 2...2 : 1...2, &scanner)
            case .mark(let byte):
                guard scanner.take(Unicode.Scalar(byte)) else { throw .differentSpelling }
            }
        }
        guard scanner.isAtEnd else { throw .differentSpelling }
        guard let date = CivilDate(year: year, month: month, day: day) else { throw .noSuchDay }
        return date
    }

    package func text(_ date: CivilDate) -> String {
        let (year, month, day) = date.components
        var text = ""
        for part in parts {
            switch part {
            case .fullYear: text += date.iso.dropLast(6)
            case .shortYear: text += twoDigits(Int((year % 100).magnitude))
            case .month(let padded): text += padded ? twoDigits(month) : String(month)
            case .day(let padded): text += padded ? twoDigits(day) : String(day)
            case .mark(let byte): text.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return text
    }

    private func take(_ counts: ClosedRange<Int>, _ scanner: inout TextScanner) throws(DateRefusal) -> Int {
        guard let number = scanner.number(digits: counts) else { throw .differentSpelling }
        return number
    }

    private static func parts(of spelling: String) -> [Part]? {
        var scanner = TextScanner(spelling.utf8)
        var parts: [Part] = []
        while let byte = scanner.peek {
            let run = String(decoding: scanner.skip { $0 == byte }, as: UTF8.self)
            switch run {
            case "yyyy": parts.append(.fullYear)
            case "yy": parts.append(.shortYear)
            case "MM", "M": parts.append(.month(padded: run == "MM"))
            case "dd", "d": parts.append(.day(padded: run == "dd"))
            case "-", "/", ".", " ": parts.append(.mark(byte))
            default: return nil
            }
        }
        return isComplete(parts) ? parts : nil
    }

    private static func isComplete(_ parts: [Part]) -> Bool {
        let years = parts.count { $0 == .fullYear || $0 == .shortYear }
        let months = parts.count { $0 == .month(padded: true) || $0 == .month(padded: false) }
        let days = parts.count { $0 == .day(padded: true) || $0 == .day(padded: false) }
        let loose: [Part] = [.month(padded: false), .day(padded: false)]
        let hasMarks = zip(parts, parts.dropFirst()).allSatisfy { left, right in
            guard loose.contains(left) || loose.contains(right) else { return true }
            if case .mark = left { return true }
            if case .mark = right { return true }
            return false
        }
        return years == 1 && months == 1 && days == 1 && hasMarks
    }
}

/// Why a text is not a date under a pattern.
package enum DateRefusal: Error, Equatable, Sendable {
    case empty
    case differentSpelling
    case noSuchDay

    package var explanation: String {
        switch self {
        case .empty: "A date is missing."
        case .differentSpelling: "The date is not spelled the way that was declared for this file."
        case .noSuchDay: "The calendar has no such day."
        }
    }
}
