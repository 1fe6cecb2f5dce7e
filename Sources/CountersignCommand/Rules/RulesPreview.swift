import Formats
import Portal
import Staffing
import TimeRules

/// What a pack would make of a worksite's sheets that nobody has approved yet: those that it would change.
struct RulesPreview {
    let lines: [String]
    let summary: String

    init(_ pack: RulePack, at worksite: Worksite, in zone: TimeZoneRules, _ state: TenantState) {
        var lines: [String] = []
        var looked = 0
        for sheet in state.timesheets.values where sheet.worksite == worksite.id && !sheet.isApproved {
            guard let version = RulePacks.pack(pack.id, on: sheet.week),
                let assignment = state.assignments[sheet.assignment]
            else { continue }
            looked += 1
            let beside = state.neighbouringTime(of: assignment, week: sheet.week, except: [])
            let time = WorkedTime(
                week: sheet.week, zone: zone, sheet: sheet.days, earlier: beside.earlier, later: beside.later)
            let result = Classification(time, by: version)
            let hours = result.ruling.hours(of: sheet.hours.total)
            if hours == sheet.hours, result.ruling.missedBreaks == sheet.ruling?.missedBreaks ?? [] {
                continue
            }
            let number = state.workers[sheet.worker]?.number ?? ""
            lines.append(
                "\(PackText.day(sheet.week))\t\(number)\t\(sheet.id.pathText)\t"
                    + "\(Self.text(sheet.hours)) -> \(Self.text(hours))"
                    + (result.ruling.missedBreaks.isEmpty
                        ? "" : ", breaks missed: \(result.ruling.missedBreaks.count)"))
        }
        self.lines = lines
        summary =
            "\(lines.count) of \(looked) sheets of \(worksite.code) that nobody has approved would change. "
            + "They change when their file is imported again."
    }

    /// Hours at one, one and a half, and two.
    private static func text(_ hours: HoursByType) -> String {
        HourType.allCases.map { English().ofTimesheets.hours(hours[$0]) }.joined(separator: "/")
    }
}
