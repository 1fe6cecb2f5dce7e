import Formats
import Foundation
import Testing

@testable import Portal

@Suite("Mappings of exports")
struct HoursMappingTests {
    @Test("all templates can be read as they are", arguments: HoursMapping.Layout.allCases)
    func templates(layout: HoursMapping.Layout) throws {
        #expect(try HoursMapping(Array(English().mappingTemplate(layout).utf8)).layout == layout)
    }

    @Test("the demo's mappings mean what they say")
    func demo() throws {
        let harbor = try DemoFiles.mapping("harbor")
        #expect(harbor.layout == .punches)
        #expect(harbor.delimiter == .semicolon)
        #expect(harbor.shiftGapMinutes == 240)
        #expect(harbor.longestPairMinutes == 960)
        #expect(try DemoFiles.mapping("ambiguous").dates == nil)
    }

    /// What is replaced in the template for days, by what, and how it is refused.
    static let faults: [(String, String, MappingRefusal)] = [
        (
            "layout = days", "layout = months",
            .badValue(line: 2, key: "layout", value: "months", allowed: ["days", "weeks", "punches"])
        ),
        (
            "decimal = point", "",
            .missingKey(line: 12, section: "", key: "decimal", allowed: ["point", "comma"])
        ),
        (
            "long_day_hours = 12", "long_day_hours = 1e3",
            .notInRange(line: 12, key: "long_day_hours", value: "1e3", range: 1...24)
        ),
        (
            "long_day_hours = 12", "shift_gap_minutes = 3",
            .keyOfOtherLayout(line: 12, key: "shift_gap_minutes", layout: "days")
        ),
        (
            "employee = Employee ID", "",
            .missingKey(line: 21, section: "columns", key: "employee", allowed: [])
        ),
        (
            "worksite = Site", "worksite = employee id",
            .headerTwice(line: 18, header: "employee id", first: 16)
        ),
        ("worksite = Site", "worksite =", .columnWithoutHeader(line: 18, key: "worksite")),
        (
            "date = Work Date", "week_ending = Work Date",
            .keyOfOtherLayout(line: 19, key: "week_ending", layout: "days")
        ),
        (
            "OT = overtime", "OT = Overtime",
            .badValue(
                line: 26, key: "OT", value: "Overtime",
                allowed: ["regular", "overtime", "doubletime", "ignored"])
        ),
        ("[pay codes]", "[codes]", .unknownSection(line: 24, name: "codes")),
        ("OT = overtime", "OT overtime", .unreadable(.missingEquals(line: 26))),
        ("REG = regular", "[pay codes]", .unreadable(.repeatedSection(line: 25, name: "pay codes"))),
    ]

    @Test("a fault is named with its line", arguments: faults)
    func names(old: String, new: String, refusal: MappingRefusal) {
        let text = English().mappingTemplate(.days).replacing(old, with: new)
        #expect(throws: refusal) { try HoursMapping(Array(text.utf8)) }
        let sentence = English().explain(refusal)
        #expect(sentence.contains(/[Ll]ine \d+/), "\(sentence)")
    }

    @Test("an unknown key is answered with those that are known")
    func unknownKey() {
        let text = English().mappingTemplate(.days).replacing("decimal =", with: "decimals =")
        #expect {
            try HoursMapping(Array(text.utf8))
        } throws: { error in
            guard case .unknownKey(6, "decimals", let known) = error as? MappingRefusal else { return false }
            return known.contains("decimal")
        }
    }

    @Test("a mapping without pay codes for its column of codes is refused, and so is the reverse")
    func payCodes() {
        let template = English().mappingTemplate(.days)
        let without = template.prefix { $0 != "[" } + template.drop { $0 != "[" }.prefix(200)
        let codes = String(without).components(separatedBy: "# your code")[0]
        #expect(throws: MappingRefusal.self) { try HoursMapping(Array(codes.utf8)) }
        let column = template.replacing("pay_code = Pay Code", with: "")
        #expect(throws: MappingRefusal.missingKey(line: 25, section: "columns", key: "pay_code", allowed: []))
        {
            try HoursMapping(Array(column.utf8))
        }
    }

    @Test(
        "bytes that are no mapping are refused",
        arguments: [[], [0xFF, 0xFE], Array(repeating: 0x5B, count: 9_000)])
    func hostile(bytes: [UInt8]) {
        #expect(throws: MappingRefusal.self) { try HoursMapping(bytes) }
    }
}
