import Formats
import Testing

@Suite("Time zone files")
struct TimeZoneRulesTests {
    private func refusal(_ change: (inout TZifSample) -> Void) -> TimeZoneRefusal? {
        var sample = TZifSample()
        change(&sample)
        do throws(TimeZoneRefusal) {
            _ = try TimeZoneRules(tzif: sample.bytes)
            return nil
        } catch {
            return error
        }
    }

    @Test("offsets come from the list, and then from the rule", arguments: [0, 0x32, 0x33, 0x34] as [UInt8])
    func offsets(version: UInt8) throws {
        var sample = TZifSample()
        sample.version = version
        let rules = try TimeZoneRules(tzif: sample.bytes)
        #expect(rules.offset(atUTC: 0) == 3600)
        #expect(rules.offset(atUTC: 999_999) == 3600)
        #expect(rules.offset(atUTC: 1_000_000) == 7200)
        #expect(rules.offset(atUTC: 28_000_000) == 3600)
        // 2026-07-01: version 1 has no rule, so its last setting stays.
        #expect(rules.offset(atUTC: 1_782_864_000) == (version == 0 ? 3600 : 7200))
        #expect(rules.setting(atUTC: 1_000_000).abbreviation == "CEST")
    }

    @Test("local times are unique, ambiguous or skipped")
    func locals() throws {
        let rules = try TimeZoneRules(tzif: TZifSample().bytes)
        #expect(rules.instants(ofLocal: 3600) == .unique(0))
        #expect(rules.instants(ofLocal: 1_003_599) == .unique(999_999))
        #expect(rules.instants(ofLocal: 1_003_600) == .skipped(until: 1_000_000))
        #expect(rules.instants(ofLocal: 1_007_199) == .skipped(until: 1_000_000))
        #expect(rules.instants(ofLocal: 1_007_200) == .unique(1_000_000))
        #expect(rules.instants(ofLocal: 28_003_600) == .ambiguous(earlier: 27_996_400, later: 28_000_000))
        #expect(rules.instants(ofLocal: 28_007_200) == .unique(28_003_600))
    }

    @Test("daylight time can last all year, and a rule can have no daylight time")
    func permanent() throws {
        var sample = TZifSample()
        (sample.instants, sample.indices, sample.version) = ([], [], UInt8(ascii: "3"))
        sample.footer = "\nEST5EDT,0/0,J365/25\n"
        let summer = try TimeZoneRules(tzif: sample.bytes)
        for instant in stride(from: Int64(1_700_000_000), to: 1_900_000_000, by: 3600 * 7) {
            #expect(summer.offset(atUTC: instant) == -4 * 3600)
        }
        sample.footer = "\n<-07>7\n"
        #expect(try TimeZoneRules(tzif: sample.bytes).setting(atUTC: 0).abbreviation == "-07")
        sample.footer = "\n\n"
        #expect(try TimeZoneRules(tzif: sample.bytes).offset(atUTC: .max) == 3600)
    }

    @Test(
        "malformed rules for the future are refused",
        arguments: [
            "", "CET-1", "\nCET-1", "\nCE-1\n", "\nCET\n", "\nCET-25\n", "\nCET-1CEST\n",
            "\nCET-1CEST,M3.5.0\n",
            "\nCET-1CEST,M13.5.0,M10.5.0\n", "\nCET-1CEST,M3.6.0,M10.5.0\n", "\nCET-1CEST,M3.5.7,M10.5.0\n",
            "\nCET-1CEST,J0,J365\n", "\nCET-1CEST,0,366\n", "\nCET-1CEST,M3.5.0,M10.5.0/25\n",
            "\nCET-1CEST,M3.5.0,M10.5.0/-1\n", "\nCET-1CEST,M3.5.0,M10.5.0\nx", "\nCET-1:60\n", "\n<CET-1\n",
            "\nEST5EDT,M3.2.0,M11.1.0\n", "\n" + String(repeating: "A", count: 200) + "\n",
        ])
    func footers(footer: String) {
        let refusal = refusal { $0.footer = footer }
        #expect(refusal == .badFooter || refusal == .truncated)
    }

    @Test("contradictions in the file are refused")
    func contradictions() {
        #expect(refusal { $0.version = UInt8(ascii: "5") } == .unknownVersion)
        #expect(refusal { $0.instants = [5, 5] } == .badTransition)
        #expect(refusal { $0.instants = [6, 5] } == .badTransition)
        #expect(refusal { $0.indices = [1, 2] } == .badTransition)
        #expect(refusal { $0.flags = [0, 2] } == .badSetting)
        #expect(refusal { $0.offsets = [3600, .min] } == .badSetting)
        #expect(refusal { $0.offsets = [3600, 26 * 3600] } == .badSetting)
        #expect(refusal { $0.names = [0, 9] } == .badDesignation)
        #expect(refusal { $0.characters = Array("CET\0CEST".utf8) } == .badDesignation)
        #expect(refusal { $0.characters = Array("C T\0CEST\0".utf8) } == .badDesignation)
        #expect(refusal { $0.characters = [] } == .badCounts)
        #expect(refusal { ($0.offsets, $0.indices, $0.instants) = ([], [], []) } == .badCounts)
        #expect(refusal { $0.standard = [1] } == .badCounts)
        #expect(refusal { $0.standard = [1, 2] } == .badIndicator)
        #expect(refusal { $0.universal = [1, 1] } == .badIndicator)
        #expect(refusal { $0.leapSeconds = 1 } == .leapSeconds)
        #expect(refusal { $0.leapSeconds = .max } == .badCounts)
        for refusal in TimeZoneRefusal.allCases { #expect(refusal.explanation.hasSuffix(".")) }
    }

    @Test("a file that is cut anywhere is refused")
    func cuts() {
        let whole = TZifSample().bytes
        for length in 0..<whole.count {
            #expect(throws: TimeZoneRefusal.self) { try TimeZoneRules(tzif: Array(whole.prefix(length))) }
        }
        #expect(throws: TimeZoneRefusal.tooManyBytes) {
            try TimeZoneRules(tzif: Array(repeating: 0, count: 262_145))
        }
        #expect(throws: TimeZoneRefusal.notTZif) { try TimeZoneRules(tzif: Array("Twig2".utf8)) }
    }
}
