/// The languages, with their regions, in which numbers, money and dates are printed (BCP 47 tags).
package enum FormatLanguage: String, Sendable, CaseIterable {
    case englishUS = "en-US"
    case englishCA = "en-CA"
    case frenchCA = "fr-CA"
    case spanishUS = "es-US"
}
