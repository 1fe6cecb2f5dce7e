/// Prints a length of time that is kept in minutes.
package enum HoursStyle: Sendable, CaseIterable {
    /// `37.5`
    case shortest
    /// `37.50`
    case hundredths
    /// `37:30`, the only one that loses nothing
    case clock

    /// Hundredths are rounded half away from zero; 20 minutes print as 0.33.
    package func text(minutes: Int64, language: FormatLanguage) -> String {
        switch self {
        case .shortest: Self.decimal(minutes, language, trimsZeros: true)
        case .hundredths: Self.decimal(minutes, language, trimsZeros: false)
        case .clock: Self.clockText(minutes)
        }
    }

    private static func decimal(_ minutes: Int64, _ language: FormatLanguage, trimsZeros: Bool) -> String {
        // Hours and minutes apart, because a hundredfold of the whole might not fit.
        let (hours, rest) = minutes.magnitude.quotientAndRemainder(dividingBy: 60)
        let digits = String(hours) + twoDigits(Int((rest * 100 + 30) / 60))
        return DecimalStyle(language).text(
            digits, isNegative: minutes < 0, scale: 2, trimsZeros: trimsZeros)
    }

    private static func clockText(_ minutes: Int64) -> String {
        let (hours, rest) = minutes.magnitude.quotientAndRemainder(dividingBy: 60)
        return (minutes < 0 ? "-" : "") + "\(hours):" + twoDigits(Int(rest))
    }
}

/// 7 as 07.
func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
