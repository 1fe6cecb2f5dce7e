import Staffing
import TimeRules

/// Has the rule packs of the worksites split what an export brought, before anybody is asked to look at it.
struct OvertimeSplit {
    let state: TenantState
    let week: Day
    let zones: ZoneFinder
    /// The export has columns for overtime, so its own split stays and is compared with the rules.
    let keepsSplit: Bool

    func split(_ sheets: [IntakeSheet]) -> [IntakeSheet] {
        var places: [WorkerID: [Int]] = [:]
        for (place, sheet) in sheets.enumerated() { places[sheet.worker, default: []].append(place) }
        return sheets.enumerated().map { place, sheet in
            let others = (places[sheet.worker] ?? []).filter { $0 != place }
            return split(
                sheet, after: others.filter { $0 < place }.map { sheets[$0] },
                before: others.filter { $0 > place }.map { sheets[$0] })
        }
    }

    private func split(
        _ sheet: IntakeSheet, after earlier: [IntakeSheet], before later: [IntakeSheet]
    ) -> IntakeSheet {
        guard let assignment = state.assignments[sheet.assignment],
            let worksite = state.worksites[assignment.worksite],
            let pack = worksite.overtimeRules.flatMap({ RulePacks.pack($0, on: week) }),
            let zone = zones(worksite.timeZone)
        else { return sheet }
        let known = state.neighbouringTime(
            of: assignment, week: week, except: Set((earlier + later).map(\.assignment)))
        let time = WorkedTime(
            week: week, zone: zone, sheet: sheet.days,
            earlier: known.earlier + earlier.flatMap(\.days), later: later.flatMap(\.days) + known.later)
        let result = Classification(time, by: pack)
        return sheet.ruled(result.ruling, days: keepsSplit ? sheet.days : result.days)
    }
}
