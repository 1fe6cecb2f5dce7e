import Formats
import Foundation
import Staffing
import Testing

@testable import TimeRules

/// `golden/holidays.csv` was made with the package `holidays` (PyPI, version in its first line), which knows
/// nothing of this program, and read against the laws that `Holidays` names.
@Suite("Holidays")
struct HolidayTests {
    private static let table: [(place: String, days: [String])] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "golden")
        guard let text = try? String(contentsOf: folder.appending(path: "holidays.csv"), encoding: .utf8)
        else { return [] }
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let fields = line.split(separator: ",").map(String.init)
            return (fields[0], Array(fields.dropFirst()))
        }
    }()

    @Test("each place rests on the days that its law names, 2026 to 2028")
    func golden() {
        #expect(Self.table.count == 15)
        for (place, days) in Self.table {
            let parts = place.split(separator: " ")
            guard parts.count == 2, let year = Int(parts[1]) else { continue }
            #expect(Holidays.days(in: String(parts[0]), year: year).map(\.iso) == days, "\(place)")
        }
    }

    @Test("a place whose law is not known here has none, and every state has the federal ones")
    func unknown() {
        #expect(Holidays.days(in: "CA-NS", year: 2026).isEmpty)
        #expect(Holidays.days(in: "US-WA", year: 2027) == Holidays.days(in: "US-PR", year: 2027))
    }

    @Test("New Year's Day of 2028 is observed on the last day of 2027, which is looked up in its own year")
    func acrossYears() throws {
        let day = try #require(CivilDate(iso: "2027-12-31"))
        #expect(Holidays.isHoliday(Day(number: day.days), in: "US-IL"))
        #expect(!Holidays.isHoliday(Day(number: day.days), in: "CA-ON"))
    }

    @Test("Easter, as tables have it")
    func easter() {
        for (year, day) in [
            (1961, "1961-04-02"), (2000, "2000-04-23"), (2026, "2026-04-05"), (2027, "2027-03-28"),
            (2028, "2028-04-16"), (2038, "2038-04-25"), (2285, "2285-03-22"),
        ] { #expect(Holidays.easter(year).iso == day) }
    }
}
