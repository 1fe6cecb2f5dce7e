import Cast
import Formats
import Foundation
import Staffing

@testable import TimeRules

/// A client whose clock a test turns: what the ladder asks for is done at each moment it names.
struct LadderWeek {
    private(set) var state: TenantState
    private let time = WorksiteTime(zones: LadderWeek.rules)
    private var drawn: UInt64 = 5_000

    init(_ state: TenantState) { self.state = state }

    private var dock: Worksite { state.worksites[Cast.dock4.id] ?? Cast.dock4 }

    static func rules(_ zone: String) -> TimeZoneRules? {
        guard let data = FileManager.default.contents(atPath: "/usr/share/zoneinfo/" + zone) else {
            return nil
        }
        return try? TimeZoneRules(tzif: Array(data))
    }

    mutating func take(_ event: TenantEvent, at moment: Moment = Cast.now) {
        state.take([event], by: .system, at: moment)
    }

    /// Worksites do not move; a test puts another in its place under the same number.
    mutating func move(_ worksite: Worksite, to zone: String) {
        place(worksite, under: worksite.jurisdiction, in: zone)
    }

    mutating func place(_ worksite: Worksite, under jurisdiction: String, in zone: String) {
        take(
            .setup(
                .worksiteAdded(
                    Worksite(
                        id: worksite.id, code: worksite.code, name: worksite.name,
                        address: worksite.address, timeZone: zone, jurisdiction: jurisdiction))))
    }

    mutating func daysOff(_ days: [String], _ setting: CutoffSetting) {
        let off = days.compactMap { CivilDate(iso: $0) }.map { Day(number: $0.days) }
        let setting = CutoffSetting(cutoff: setting.cutoff, escalation: setting.escalation, daysOff: off)
        take(.cutoff(.set(dock.id, setting)), at: Cast.moment(Cast.begin, hour: 0))
    }

    /// What the clocks of the dock show as `2026-11-23T08:00`.
    func moment(_ text: String) -> Moment {
        let parts = text.split(separator: "T")
        let clock = parts[1].split(separator: ":").compactMap { Int64($0) }
        let local = (CivilDate(iso: String(parts[0]))?.localSeconds ?? 0) + clock[0] * 3_600 + clock[1] * 60
        let seconds: Int64 =
            switch Self.rules(dock.timeZone)?.instants(ofLocal: local) ?? .unique(local) {
            case .unique(let instant), .ambiguous(let instant, _), .skipped(let instant): instant
            }
        return Moment(microseconds: 0).adding(seconds: seconds)
    }

    func local(_ moment: Moment) -> String {
        let seconds = Self.rules(dock.timeZone)?.localSeconds(atUTC: moment.seconds) ?? moment.seconds
        let date = CivilDate(localSeconds: seconds)
        let minutes = Int((seconds - date.localSeconds) / 60)
        return date.iso + " " + (ClockTime(minutes: minutes)?.iso ?? "")
    }

    func next(after text: String) -> CutoffOccurrence? {
        time.next(after: moment(text), at: dock, state.cutoffs)
    }

    private func ladder(_ moment: Moment) -> Ladder {
        let seconds = Self.rules("America/Halifax")?.localSeconds(atUTC: moment.seconds) ?? 0
        return Ladder(
            state, under: .templates, time, at: moment,
            on: Day(number: CivilDate(localSeconds: seconds).days))
    }

    func due(at text: String) -> Ladder.Due { ladder(moment(text)).due }

    mutating func take(_ due: Ladder.Due, at text: String) { take(due, at: moment(text)) }

    private mutating func take(_ due: Ladder.Due, at moment: Moment) {
        let reminders = due.letters.map { letter in
            drawn += 1
            return Reminder(
                id: Identifier(drawn), contact: letter.contact, rung: letter.rung, lines: letter.lines,
                token: Fingerprint(drawn, 0, 0, 0), at: moment, expires: moment, on: ladder(moment).today)
        }
        let climb = Climb(steps: due.steps, reminders: reminders, missed: due.missed)
        let events = try? CutoffRules.decide(.climb(climb), state, Cast.context(.system, at: moment))
        for event in events ?? [] { take(.cutoff(event), at: moment) }
    }

    /// Lets time pass and does what is due, each as one line.
    mutating func pass(from begin: String, through end: String) -> [String] {
        var lines: [String] = []
        var now = moment(begin)
        let end = moment(end)
        while now <= end, lines.count < 100 {
            let due = ladder(now).due
            take(due, at: now)
            lines += due.steps.map { step in
                let names = step.asked.map { state.contacts[$0]?.name ?? "" }.sorted()
                return "\(local(now)) \(step.rung) [\(names.joined(separator: ", "))]"
            }
            lines += due.missed.map { "\(local(now)) missed \($0.count)" }
            guard let next = ladder(now).next else { break }
            now = max(next, now.adding(seconds: 1))
        }
        return lines
    }
}
