import Formats
import Testing

@Suite("Dates")
struct CivilDateTests {
    @Test("every day of four hundred years follows the one before")
    func algorithms() throws {
        let first = try #require(CivilDate(year: 1800, month: 1, day: 1))
        var (year, month, day) = (1800, 1, 1)
        for offset in 0..<146_097 {
            let date = first.adding(days: offset)
            guard date.components == (year, month, day), CivilDate(year: year, month: month, day: day) == date
            else {
                Issue.record("\(date) is not \(year)-\(month)-\(day)")
                return
            }
            day += 1
            if CivilDate(year: year, month: month, day: day) == nil { (month, day) = (month + 1, 1) }
            if month == 13 { (year, month) = (year + 1, 1) }
        }
        #expect((year, month, day) == (2200, 1, 1))
    }

    @Test("known days have known numbers and weekdays")
    func knownDays() throws {
        #expect(CivilDate(days: 0).iso == "1970-01-01")
        #expect(CivilDate(days: 0).weekday == .thursday)
        let date = try #require(CivilDate(iso: "2026-11-21"))
        #expect(date.weekday == .saturday)
        #expect(date.onOrBefore(.monday).iso == "2026-11-16")
        #expect(date.onOrBefore(.sunday).iso == "2026-11-15")
        #expect(date.onOrBefore(.saturday) == date)
        #expect(CivilDate(days: -1).weekday == .wednesday)
        #expect(CivilDate(localSeconds: -1).iso == "1969-12-31")
        #expect(CivilDate(localSeconds: 86_400).iso == "1970-01-02")
    }

    @Test("days at the ends of what can be represented do not overflow")
    func edges() {
        #expect(CivilDate(days: .max).adding(days: .max) == CivilDate(days: .max))
        #expect(CivilDate(days: .min).adding(days: .min) == CivilDate(days: .min))
        #expect(CivilDate(localSeconds: .max) == CivilDate(days: .max))
        #expect(CivilDate(days: .min).iso.hasPrefix("-"))
        #expect(!CivilDate(days: .max).text(.long, .frenchCA).isEmpty)
    }

    @Test(
        "what is no day is refused",
        arguments: [
            "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "1900-02-29", "0000-01-01", "2026-1-1",
            "",
            "2026-01-01 ", "2026-01-01T00:00", "26-01-01", "2026/01/01", "-026-01-01", "２０２６-01-01",
        ])
    func refuses(text: String) {
        #expect(CivilDate(iso: text) == nil)
    }

    @Test("leap days exist where the Gregorian calendar has them", arguments: ["2024-02-29", "2000-02-29"])
    func leapDays(text: String) {
        #expect(CivilDate(iso: text)?.iso == text)
    }

    @Test(
        "dates are printed in the reader's language",
        arguments: [
            (FormatLanguage.englishUS, "Sat, Nov 21", "Nov 21, 2026", "Saturday, November 21, 2026"),
            (.englishCA, "Sat, Nov 21", "Nov 21, 2026", "Saturday, November 21, 2026"),
            (.frenchCA, "sam. 21 nov.", "21 nov. 2026", "samedi 21 novembre 2026"),
            (.spanishUS, "sáb, 21 nov", "21 nov 2026", "sábado, 21 de noviembre de 2026"),
        ])
    func printing(language: FormatLanguage, weekday: String, short: String, long: String) throws {
        let date = try #require(CivilDate(iso: "2026-11-21"))
        #expect(date.text(.weekday, language) == weekday)
        #expect(date.text(.short, language) == short)
        #expect(date.text(.long, language) == long)
    }

    @Test("each language has seven weekdays and twelve months", arguments: FormatLanguage.allCases)
    func names(language: FormatLanguage) throws {
        #expect(Set(Weekday.allCases.map { $0.name(language) }).count == 7)
        #expect(Set(Weekday.allCases.map { $0.shortName(language) }).count == 7)
        let months = (1...12).compactMap { CivilDate(year: 2026, month: $0, day: 1) }
        #expect(Set(months.map { $0.monthName(language) }).count == 12)
        #expect(Set(months.map { $0.text(.short, language) }).count == 12)
        #expect(try #require(CivilDate(iso: "2026-01-01")).text(.long, .frenchCA) == "jeudi 1er janvier 2026")
    }
}
