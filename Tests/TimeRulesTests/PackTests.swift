import Staffing
import Testing

@testable import TimeRules

@Suite("Rule packs")
struct PackTests {
    @Test("a version of a pack says what it always said")
    func frozen() {
        let digests = RulePacks.all.map { "\($0.id) \($0.version): \(Self.digest($0))" }
        #expect(digests == Self.published)
    }

    @Test("no two packs are one version, and a rule has one name and one meaning", arguments: RulePacks.all)
    func names(pack: RulePack) {
        #expect(RulePacks.all.count { $0.id == pack.id && $0.version == pack.version } == 1)
        #expect(!pack.checkedAgainst.isEmpty)
        for rule in pack.overtime.joined() {
            #expect(!rule.source.isEmpty && rule.type != .regular)
            #expect(pack.rule(rule.id) == rule, "\(pack.id): \(rule.id) stands for two things")
        }
    }

    @Test("a week has the version that held when it began, or none")
    func versions() {
        #expect(RulePacks.pack("US-CA", on: RulePacks.firstDay)?.version == "2026.1")
        #expect(RulePacks.pack("US-CA", on: RulePacks.firstDay.adding(days: -1)) == nil)
        #expect(RulePacks.pack("US-XX", on: RulePacks.firstDay) == nil)
        #expect(RulePacks.current.map(\.id) == RulePacks.current.map(\.id).sorted())
    }

    /// FNV-1a over everything that decides minutes and over what stands beside them.
    private static func digest(_ pack: RulePack) -> String {
        var parts = ["\(pack.from.number)", "\(pack.workday)", "\(String(describing: pack.meal))"]
        parts += ["\(String(describing: pack.rest))"]
        for rules in pack.overtime {
            parts.append("calculation")
            parts += rules.map { "\($0.id) \($0.type) \($0.condition) \($0.source)" }
        }
        let hash = parts.joined(separator: "\n").utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01b3
        }
        return String(hash, radix: 16)
    }

    /// A sheet names the pack and the version that split it. Whoever changes what a version says changes what
    /// those sheets were approved for: make a new version instead.
    private static let published = [
        "US 2026.1: 2e961e6c98ab7ea1",
        "US-AK 2026.1: b120d83b8532d8cd",
        "US-CA 2026.1: f124f3db24cfc405",
        "US-CO 2026.1: 74dfdb4b25ad6598",
        "US-KY 2026.1: d403091c8aa5674b",
        "US-NV 2026.1: d9eb98f8ac21587b",
        "US-NV-40 2026.1: 4c8d1d47eb06995b",
        "US-PR 2026.1: cf08bd686f1eaf4c",
        "CA-AB 2026.1: 9509745b837f8e87",
        "CA-BC 2026.1: 10bc317d507fb20c",
        "CA-ON 2026.1: 5ac932b3e8367496",
        "CA-QC 2026.1: 2180facb40183c62",
    ]
}
