import Formats

/// The moment in a mail's header, in UTC (RFC 5322 section 3.3).
struct MailDate {
    let secondsSince1970: Int64

    private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `Sun, 06 Nov 1994 08:49:37 +0000`
    var text: String {
        let date = CivilDate(localSeconds: secondsSince1970)
        let second = Int(secondsSince1970 - date.localSeconds)
        let weekday = Self.days[((Int(date.days) % 7) + 7) % 7]
        let clock = [second / 3_600, second / 60 % 60, second % 60].map(Self.twoDigits)
        let (year, month, day) = date.components
        return
            "\(weekday), \(Self.twoDigits(day)) \(Self.months[month - 1]) \(year) "
            + clock.joined(separator: ":") + " +0000"
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
