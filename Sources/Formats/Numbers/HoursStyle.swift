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
        let hundredths = twoDigits(Int((rest * 100 + 30) / 60))
        return DecimalStyle(language).text(
            String(hours)[...], hundredths[...], isNegative: minutes < 0, trimsZeros: trimsZeros)
    }

    private static func clockText(_ minutes: Int64) -> String {
        let (hours, rest) = minutes.magnitude.quotientAndRemainder(dividingBy: 60)
        return (minutes < 0 ? "-" : "") + "\(hours):" + twoDigits(Int(rest))
    }
}

extension DecimalConvention {
    /// The minutes of a length of time spelled in hours, `37.5` or `37,50`, or in hours and minutes, `37:30`.
    ///
    /// Hundredths of an hour mean the nearest minute, so every number of minutes that was printed in
    /// hundredths is read back as it was.
    package func parseMinutes(_ text: String) throws(NumberRefusal) -> Int64 {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return try minutes(hundredths: parse(text, scale: 2)) }
        let rest = parts[1].utf8
        guard rest.count == 2, rest.allSatisfy(ASCII.isDigit), let minutes = Int64(parts[1]), minutes < 60,
            parts[0].utf8.first.map(ASCII.isDigit) ?? false
        else { throw .notANumber }
        let (whole, overflow) = try parse(String(parts[0]), scale: 0).multipliedReportingOverflow(by: 60)
        let (sum, carry) = whole.addingReportingOverflow(minutes)
        guard !overflow, !carry else { throw .outOfRange }
        return sum
    }

    private func minutes(hundredths: Int64) throws(NumberRefusal) -> Int64 {
        let (tripled, overflow) = hundredths.multipliedReportingOverflow(by: 3)
        let (rounded, carry) = tripled.addingReportingOverflow(tripled < 0 ? -2 : 2)
        guard !overflow, !carry else { throw .outOfRange }
        return rounded / 5
    }
}

/// 7 as 07.
func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
