import Formats
import Markup
import Staffing

/// How values of the domain look on a page, in the formats of the language that the page speaks.
extension Day {
    var civil: CivilDate { CivilDate(days: number) }

    var iso: String { civil.iso }

    init?(iso text: String) {
        guard let date = CivilDate(iso: text) else { return nil }
        self.init(number: date.days)
    }
}

extension Money {
    func text(_ language: FormatLanguage) -> String {
        MoneyStyle(language).text(minorUnits: minorUnits, currency: currency.rawValue)
    }
}

extension HourlyRate {
    func text(_ currency: Currency, _ language: FormatLanguage) -> String {
        Money(minorUnits: minorUnits, currency).text(language)
    }
}

/// `37.5`, with the decimals that it needs and one at least.
func hoursText(_ minutes: Int, _ language: FormatLanguage) -> String {
    let text = HoursStyle.hundredths.text(minutes: Int64(minutes), language: language)
    // A digit is a byte: found as such, where looking for a whole character takes longer than all the rest.
    guard text.utf8.last == UInt8(ascii: "0") else { return text }
    return String(text[..<text.utf8.index(before: text.endIndex)])
}
