import Formats
import Staffing
import TimeRules

extension TenantState {
    /// Has the worksite's rule pack split hours that somebody typed; without a pack they stay as they are.
    func ruled(
        _ days: [WorkedDay], of key: WorkedWeek, restsMissed: [Day], _ zone: TimeZoneRules
    ) -> (days: [WorkedDay], ruling: OvertimeRuling?) {
        guard let assignment = assignments[key.assignment], let pack = rulePack(of: key) else {
            return (days, nil)
        }
        let known = neighbouringTime(of: assignment, week: key.week, except: [])
        var rests: [Day: Int] = [:]
        for worked in days where restsMissed.contains(worked.day) {
            let due = pack.rest?.dueFrom.count { $0 <= worked.hours.total } ?? 0
            rests[worked.day] = max(0, due - 1)
        }
        let time = WorkedTime(
            week: key.week, zone: zone, sheet: days, earlier: known.earlier, later: known.later, rests: rests)
        let result = Classification(time, by: pack)
        return (result.days, result.ruling)
    }

    /// The rules that hold at the worksite of an assignment in a week.
    func rulePack(of key: WorkedWeek) -> RulePack? {
        assignments[key.assignment].flatMap { worksites[$0.worksite]?.overtimeRules }
            .flatMap { RulePacks.pack($0, on: key.week) }
    }
}
