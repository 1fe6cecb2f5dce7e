extension CivilDate {
    /// Two dates as one, with what they share said once: `Nov 16–22, 2026`, `Nov 30–Dec 6, 2026`.
    package func text(through last: CivilDate, _ language: FormatLanguage) -> String {
        let names = CalendarNames.of(language).shortMonths
        let (from, to) = (names[month - 1], names[last.month - 1])
        let isOneMonth = (year, month) == (last.year, last.month)
        guard year == last.year else { return text(.short, language) + "–" + last.text(.short, language) }
        return switch language {
        case .englishUS, .englishCA:
            "\(from) \(day)–\(isOneMonth ? "" : to + " ")\(last.day), \(last.year)"
        case .frenchCA, .spanishUS:
            "\(day)\(isOneMonth ? "" : " " + from)–\(last.day) \(to) \(last.year)"
        }
    }
}
