import Cast
import Foundation
import Staffing
import Testing
import TimeRules

@testable import CountersignCommand

@Suite("Rule packs on the command line")
struct RulesCommandTests {
    @Test("people read every rule with its law, and against what the pack was checked")
    func lines() {
        for pack in RulePacks.current {
            let text = PackText.lines(pack).joined(separator: "\n")
            for rule in pack.overtime.joined() {
                #expect(text.contains(rule.id + ": ") && text.contains(rule.source))
            }
            #expect(text.contains(pack.version) && text.contains(pack.checkedAgainst))
        }
    }

    @Test("programs read the same as JSON")
    func json() throws {
        for pack in RulePacks.current {
            let value = try JSONSerialization.jsonObject(with: Data(PackText.json(pack).utf8))
            let object = try #require(value as? [String: Any])
            #expect(object["id"] as? String == pack.id && object["version"] as? String == pack.version)
            let rules = try #require(object["overtime"] as? [[String: Any]])
            #expect(rules.compactMap { $0["rule"] as? String } == pack.overtime.joined().map(\.id))
        }
    }

    @Test("a preview names the sheets that nobody approved and that the rules would split otherwise")
    func preview() throws {
        var state = Cast.harbour
        state.receive(701, Cast.tomaszAtDock, days: Cast.days([480, 600]))
        let worksite = try #require(state.worksites[Cast.dock4.id])
        let zone = try #require(Zones().rules(of: worksite.timeZone))
        let found = RulesPreview(try RulesCommand.pack("US-CA"), at: worksite, in: zone, state)
        #expect(
            found.lines.count == 1 && found.lines[0].hasSuffix("18.0 h/0.0 h/0.0 h -> 16.0 h/2.0 h/0.0 h"))
        #expect(found.summary.hasPrefix("1 of 1 sheets"))
        #expect(RulesPreview(try RulesCommand.pack("US"), at: worksite, in: zone, state).lines.isEmpty)
        try state.perform(
            .approve(Identifier(701), seen: Cast.seen(Identifier(701), in: state)), by: .contact(Cast.ana))
        let after = RulesPreview(try RulesCommand.pack("US-CA"), at: worksite, in: zone, state)
        #expect(after.lines.isEmpty && after.summary.hasPrefix("0 of 0"))
    }

    @Test("rules that there are not are refused by name")
    func unknown() {
        #expect(throws: Complaint.self) { try RulesCommand.pack("US-XX") }
    }
}
