import Markup
import Staffing
import TimeRules

/// Which rule made each premium minute of a sheet, for who asks: closed until then.
struct OvertimeExplanation {
    let ruling: OvertimeRuling
    let hours: HoursByType
    let say: any Sentences

    private var words: any OvertimeWords { say.ofOvertime }
    private var pack: RulePack? { RulePacks.pack(ruling.pack, version: ruling.version) }
    private var ruled: HoursByType { ruling.hours(of: hours.total) }

    init?(_ sheet: Timesheet, _ say: any Sentences) {
        guard let ruling = sheet.ruling else { return nil }
        self.ruling = ruling
        hours = sheet.hours
        self.say = say
    }

    var html: Markup {
        let name = pack?.name ?? ruling.pack
        let whose =
            ruled == hours
            ? words.split(by: name, ruling.version) : words.compared(with: name, ruling.version)
        guard !ruling.premiums.isEmpty else { return "<p class=\"small muted\">\(whose)</p>" }
        return """
            <details class="explanation panel"><summary>\(words.why(ruled))</summary>
            <ul>\(ruling.premiums.map(line))</ul>
            <p class="small muted">\(whose)</p></details>
            """
    }

    private func line(_ line: PremiumLine) -> Markup {
        let rule = pack?.rule(line.rule)
        let source = rule.map { "<span class=\"sub muted\">\($0.source)</span>" as Markup }
        return "<li>\(words.line(line, rule))\(source)</li>"
    }
}
