import Staffing
import Testing

@Suite("Days, weeks and moments")
struct CalendarTests {
    @Test("Monday is the first day, and the days before 1970 count on")
    func weekdays() {
        #expect(Day(number: 0).weekday == 3)
        #expect(Day(number: 4).weekday == 0)
        #expect(Day(number: -3).weekday == 0 && Day(number: -4).weekday == 6)
        for number in Int32(-20)...20 {
            #expect((Day(number: number).weekday + 1) % 7 == Day(number: number + 1).weekday)
        }
    }

    @Test("a week starts on its own weekday and holds seven days", arguments: Weekday.allCases)
    func weeks(first: Weekday) {
        for number in Int32(-30)...30 {
            let day = Day(number: number)
            let start = day.startOfWeek(startingOn: first)
            #expect(start.weekday == first.rawValue)
            #expect((0..<7).contains(start.days(until: day)))
            #expect(start.startOfWeek(startingOn: first) == start)
        }
    }

    @Test("adding and counting days are each other's opposite, also at the calendar's end")
    func arithmetic() {
        let day = Day(number: 20_773)
        #expect(day.days(until: day.adding(days: 400)) == 400)
        #expect(day.adding(days: -1) < day)
        #expect(Day(number: .max).days(until: Day(number: .min)) == -(1 << 32) + 1)
    }

    @Test("both ends of a range belong to it; one without an end never ends")
    func ranges() {
        let range = DayRange(from: Day(number: 10), through: Day(number: 12))
        #expect((9...13).map { range.contains(Day(number: $0)) } == [false, true, true, true, false])
        #expect(DayRange(from: Day(number: 10)).contains(Day(number: .max)))
        #expect(DayRange(from: Day(number: 10), through: Day(number: 9)).isBackward)
        #expect(!DayRange(from: Day(number: 10), through: Day(number: 10)).isBackward)
    }

    @Test(
        "seconds are rounded towards the past, also before 1970",
        arguments: [(0, 0), (999_999, 0), (1_000_000, 1), (-1, -1), (-1_000_000, -1), (-1_000_001, -2)])
    func seconds(microseconds: Int64, seconds: Int64) {
        #expect(Moment(microseconds: microseconds).seconds == seconds)
    }
}

@Suite("Money")
struct MoneyTests {
    @Test(
        "a price is rounded half up, once, at the end",
        arguments: [
            (3_150, 60, 100, 3_150), (3_150, 60, 150, 4_725), (3_150, 60, 200, 6_300),
            (3_333, 20, 100, 1_111), (3_335, 30, 100, 1_668), (1, 29, 100, 0), (1, 30, 100, 1),
            (2_999, 1, 150, 75), (1_000_000, 10_080, 200, 336_000_000), (3_150, 0, 100, 0),
        ])
    func prices(rate: Int64, minutes: Int, percent: Int, cents: Int64) {
        let price = HourlyRate(minorUnits: rate).price(minutes: minutes, percent: percent, in: .usd)
        #expect(price == Money(minorUnits: cents, .usd))
    }

    @Test("amounts of one currency add up")
    func sums() {
        let sum = Money(minorUnits: 12, .cad) + Money(minorUnits: -2, .cad)
        #expect(sum == Money(minorUnits: 10, .cad))
    }
}

@Suite("Mail addresses")
struct EmailAddressTests {
    @Test("an address is kept in small letters", arguments: ["ana@harbour.example", "Ana+x@HARBOUR.Example"])
    func accepts(text: String) {
        #expect(EmailAddress(text)?.text == text.lowercased())
    }

    @Test(
        "what mail cannot be sent to, or what could split a header, is no address",
        arguments: [
            "", "ana", "@harbour.example", "ana@", "ana@harbour", "ana@@harbour.example",
            "ana@harbour..example", "ana@.example", "ana@harbour.", "a na@harbour.example",
            "ana@harbour.example\r\nbcc: x@y.example", "ana@harbour.example,b@c.example",
            "<ana@harbour.example>", "\"ana\"@harbour.example", "ana:b@harbour.example",
            "ana@harbour.example\u{0}", "ana\u{7f}@harbour.example",
        ])
    func refuses(text: String) {
        #expect(EmailAddress(text) == nil)
    }

    @Test("the longest address that mail allows is allowed, and no longer one")
    func length() {
        let domain = "@harbour.example"
        let longest = String(repeating: "a", count: EmailAddress.longest - domain.utf8.count) + domain
        #expect(EmailAddress(longest) != nil)
        #expect(EmailAddress("a" + longest) == nil)
    }
}

@Suite("A client's short name")
struct TenantIDTests {
    @Test(
        "is a label of a host name",
        arguments: ["ab", "a1", "harbour-foods", String(repeating: "a", count: 40)])
    func accepts(slug: String) { #expect(TenantID(slug)?.slug == slug) }

    @Test(
        "and nothing else",
        arguments: [
            "", "a", String(repeating: "a", count: 41), "Harbour", "har bour", "-ab", "ab-", "a/b", "a.b",
            "..", "staff", "www", "localhost", "agency", "access", "hårbour",
        ])
    func refuses(slug: String) { #expect(TenantID(slug) == nil) }
}
