/// The words of the calendar in one language, from Monday and from January (CLDR, format widths).
struct CalendarNames: Sendable {
    let weekdays: [String]
    let shortWeekdays: [String]
    let months: [String]
    let shortMonths: [String]

    static func of(_ language: FormatLanguage) -> CalendarNames {
        switch language {
        case .englishUS, .englishCA: english
        case .frenchCA: french
        case .spanishUS: spanish
        }
    }

    private init(_ weekdays: String, _ shortWeekdays: String, _ months: String, _ shortMonths: String) {
        self.weekdays = weekdays.split(separator: " ").map(String.init)
        self.shortWeekdays = shortWeekdays.split(separator: " ").map(String.init)
        self.months = months.split(separator: " ").map(String.init)
        self.shortMonths = shortMonths.split(separator: " ").map(String.init)
    }

    private static let english = CalendarNames(
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
        "Mon Tue Wed Thu Fri Sat Sun",
        "January February March April May June July August September October November December",
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")
    private static let french = CalendarNames(
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "lun. mar. mer. jeu. ven. sam. dim.",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "janv. févr. mars avr. mai juin juill. août sept. oct. nov. déc.")
    private static let spanish = CalendarNames(
        "lunes martes miércoles jueves viernes sábado domingo",
        "lun mar mié jue vie sáb dom",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "ene feb mar abr may jun jul ago sep oct nov dic")
}

extension Weekday {
    package func name(_ language: FormatLanguage) -> String {
        CalendarNames.of(language).weekdays[rawValue - 1]
    }
    package func shortName(_ language: FormatLanguage) -> String {
        CalendarNames.of(language).shortWeekdays[rawValue - 1]
    }
}

/// How much of a date is printed. The month is a word in each style, so no reader can take it for a day.
package enum DateStyle: Sendable, CaseIterable {
    /// `Sat, Nov 21`, for a week's columns
    case weekday
    /// `Nov 21, 2026`
    case short
    /// `Saturday, November 21, 2026`
    case long
}

extension CivilDate {
    package func monthName(_ language: FormatLanguage) -> String {
        CalendarNames.of(language).months[month - 1]
    }

    package func text(_ style: DateStyle, _ language: FormatLanguage) -> String {
        let names = CalendarNames.of(language)
        let (year, month, day) = components
        let (monthName, shortMonth) = (names.months[month - 1], names.shortMonths[month - 1])
        let (dayName, shortDay) = (weekday.name(language), weekday.shortName(language))
        // French counts the first of a month with an ordinal.
        let french = day == 1 ? "1er" : String(day)
        return switch (language, style) {
        case (.englishUS, .weekday), (.englishCA, .weekday): "\(shortDay), \(shortMonth) \(day)"
        case (.englishUS, .short), (.englishCA, .short): "\(shortMonth) \(day), \(year)"
        case (.englishUS, .long), (.englishCA, .long): "\(dayName), \(monthName) \(day), \(year)"
        case (.frenchCA, .weekday): "\(shortDay) \(french) \(shortMonth)"
        case (.frenchCA, .short): "\(french) \(shortMonth) \(year)"
        case (.frenchCA, .long): "\(dayName) \(french) \(monthName) \(year)"
        case (.spanishUS, .weekday): "\(shortDay), \(day) \(shortMonth)"
        case (.spanishUS, .short): "\(day) \(shortMonth) \(year)"
        case (.spanishUS, .long): "\(dayName), \(day) de \(monthName) de \(year)"
        }
    }
}
