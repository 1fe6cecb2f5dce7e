import Formats
import Testing

@Suite("Numbers")
struct NumberTests {
    @Test(
        "numbers are read under the declared convention",
        arguments: [
            ("37.5", DecimalConvention.point, 3750), ("37,5", .comma, 3750), ("-0.05", .point, -5),
            (".5", .point, 50), (" 7 ", .point, 700), ("007.10", .point, 710), ("37.500", .point, 3750),
            ("1,234.50", .pointGroupedByComma, 123_450), ("1234.50", .pointGroupedByComma, 123_450),
            ("1.234,50", .commaGroupedByPoint, 123_450), ("1.234", .commaGroupedByPoint, 123_400),
            ("1\u{A0}234,50", .commaGroupedBySpace, 123_450), ("1\u{202F}234", .commaGroupedBySpace, 123_400),
            ("12 345 678,9", .commaGroupedBySpace, 1_234_567_890), ("-0", .point, 0),
            ("92233720368547758.07", .point, .max), ("-92233720368547758.08", .point, .min),
        ] as [(String, DecimalConvention, Int64)])
    func reads(text: String, convention: DecimalConvention, value: Int64) throws {
        #expect(try convention.parse(text, scale: 2) == value)
    }

    @Test(
        "everything else is refused",
        arguments: [
            ("", DecimalConvention.point, NumberRefusal.empty), ("  ", .point, .empty),
            ("1,234.5", .point, .foreignMark), ("37,5", .point, .foreignMark), ("37.5", .comma, .foreignMark),
            ("1.2.3", .point, .foreignMark), ("1,23", .pointGroupedByComma, .misplacedGrouping),
            ("1234,567", .pointGroupedByComma, .misplacedGrouping),
            (",123", .pointGroupedByComma, .misplacedGrouping),
            ("1,,234", .pointGroupedByComma, .misplacedGrouping),
            ("1.234.5", .commaGroupedByPoint, .misplacedGrouping),
            ("1.234,56,7", .commaGroupedByPoint, .foreignMark), ("1.005", .point, .tooManyDecimals(limit: 2)),
            ("5.", .point, .notANumber), (".", .point, .notANumber), ("-", .point, .notANumber),
            ("--1", .point, .notANumber), ("+1", .point, .notANumber), ("1e3", .point, .notANumber),
            ("0x10", .point, .notANumber), ("NaN", .point, .notANumber), ("١٢", .point, .notANumber),
            ("1 2", .point, .notANumber), ("$5", .point, .notANumber), ("5\u{301}", .point, .notANumber),
            ("92233720368547758.08", .point, .outOfRange), ("100000000000000000000", .point, .outOfRange),
            (String(repeating: "0", count: 41), .point, .tooLong(limit: 40)),
        ])
    func refuses(text: String, convention: DecimalConvention, refusal: NumberRefusal) {
        #expect(throws: refusal) { try convention.parse(text, scale: 2) }
        #expect(refusal.explanation.hasSuffix("."))
    }

    @Test("a convention whose mark and grouping are the same does not exist")
    func conventions() {
        #expect(DecimalConvention(mark: .point, grouping: .point) == nil)
        #expect(DecimalConvention(mark: .comma, grouping: .comma) == nil)
        #expect(DecimalConvention(mark: .comma, grouping: .space) == .commaGroupedBySpace)
    }

    @Test(
        "money is printed as the language writes it",
        arguments: [
            (FormatLanguage.englishUS, 123_450, "USD", "$1,234.50"), (.englishUS, 5, "CAD", "CA$0.05"),
            (.englishCA, -123_450, "CAD", "-$1,234.50"), (.englishCA, 100, "USD", "US$1.00"),
            (.frenchCA, 123_450, "CAD", "1\u{A0}234,50\u{A0}$"),
            (.frenchCA, -99, "USD", "-0,99\u{A0}$\u{A0}US"),
            (.spanishUS, 100_000_000, "USD", "$1,000,000.00"),
            (.englishUS, 1234, "JPY", "JPY\u{A0}1,234"), (.frenchCA, 1234, "EUR", "12,34\u{A0}EUR"),
            (.englishUS, .min, "USD", "-$92,233,720,368,547,758.08"),
        ] as [(FormatLanguage, Int64, String, String)])
    func money(language: FormatLanguage, units: Int64, currency: String, text: String) {
        #expect(MoneyStyle(language).text(minorUnits: units, currency: currency) == text)
    }

    @Test("an amount can carry the currency's code or nothing")
    func moneySigns() {
        #expect(
            MoneyStyle(.englishUS, sign: .code).text(minorUnits: -150, currency: "USD") == "-USD\u{A0}1.50")
        #expect(MoneyStyle(.frenchCA, sign: .code).text(minorUnits: 150, currency: "CAD") == "1,50\u{A0}CAD")
        #expect(MoneyStyle(.frenchCA, sign: .none).text(minorUnits: 150, currency: "CAD") == "1,50")
    }

    @Test(
        "hours are printed from minutes",
        arguments: [
            (2250, "37.5", "37.50", "37:30"), (2400, "40", "40.00", "40:00"), (20, "0.33", "0.33", "0:20"),
            (-450, "-7.5", "-7.50", "-7:30"), (0, "0", "0.00", "0:00"), (59, "0.98", "0.98", "0:59"),
            (60_000, "1,000", "1,000.00", "1000:00"), (-1, "-0.02", "-0.02", "-0:01"),
        ] as [(Int64, String, String, String)])
    func hours(minutes: Int64, shortest: String, hundredths: String, clock: String) {
        #expect(HoursStyle.shortest.text(minutes: minutes, language: .englishUS) == shortest)
        #expect(HoursStyle.hundredths.text(minutes: minutes, language: .englishUS) == hundredths)
        #expect(HoursStyle.clock.text(minutes: minutes, language: .englishUS) == clock)
    }

    @Test(
        "hours that were printed are read back to the minute",
        arguments: [FormatLanguage.englishUS, .frenchCA])
    func hoursRoundTrip(language: FormatLanguage) throws {
        let convention: DecimalConvention =
            switch language {
            case .englishUS, .englishCA, .spanishUS: .pointGroupedByComma
            case .frenchCA: .commaGroupedBySpace
            }
        for minutes in Int64(0)...10_080 {
            for style in HoursStyle.allCases {
                let text = style.text(minutes: minutes, language: language)
                #expect(try convention.parseMinutes(text) == minutes)
            }
        }
        #expect(try convention.parseMinutes("-1") == -60)
    }

    @Test(
        "other lengths of time are refused",
        arguments: [
            ("37:60", NumberRefusal.notANumber), ("37:5", .notANumber), (":30", .notANumber),
            ("-1:30", .notANumber),
            ("1.5:30", .tooManyDecimals(limit: 0)), ("1:30:00", .notANumber), ("1:+5", .notANumber),
            ("", .empty),
            ("7.333", .tooManyDecimals(limit: 2)),
            ("999999999999999999", .outOfRange), ("999999999999999999:00", .outOfRange),
        ])
    func refusesHours(text: String, refusal: NumberRefusal) {
        #expect(throws: refusal) { try DecimalConvention.point.parseMinutes(text) }
    }

    @Test("French hours have a comma, and no number of minutes is too large")
    func hoursAtTheEdges() {
        #expect(HoursStyle.shortest.text(minutes: 2250, language: .frenchCA) == "37,5")
        for style in HoursStyle.allCases {
            #expect(style.text(minutes: .min, language: .englishUS).hasPrefix("-"))
            #expect(!style.text(minutes: .max, language: .frenchCA).isEmpty)
        }
    }
}
