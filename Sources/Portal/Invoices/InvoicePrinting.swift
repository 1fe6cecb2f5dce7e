import Formats
import Staffing

extension HourType {
    /// What the rate is multiplied by, where it is not taken once: `× 1.5`.
    var factor: String? {
        guard percentOfRate != 100 else { return nil }
        let number = DecimalStyle(.englishUS).text(Int64(percentOfRate), scale: 2, trimsZeros: true)
        // A no-break space: the sign never stands at the end of a line alone.
        return "×\u{A0}" + number
    }
}
