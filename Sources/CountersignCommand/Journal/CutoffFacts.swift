import Portal
import Staffing

extension CutoffEvent {
    /// What the journal's lines say of deadlines and reminders. No hours stand in them.
    var facts: [EventFact] {
        switch self {
        case .set(let worksite, let setting):
            (worksite.map { [.id("worksite", $0)] } ?? []) + setting.facts
        case .digestsChosen(let contact, let areWanted):
            [.id("contact", contact), EventFact("digests", areWanted ? "daily" : "off")]
        case .stepTaken(let step):
            step.occurrence.facts + [EventFact("step", "\(step.rung)")] + step.asked.map { .id("asked", $0) }
        case .reminded(let reminder):
            [
                .id("reminder", reminder.id), .id("contact", reminder.contact),
                EventFact("step", "\(reminder.rung)"),
            ]
        case .missed(let missed): missed.occurrence.facts + [EventFact("waiting", "\(missed.count)")]
        }
    }
}

extension CutoffSetting {
    fileprivate var facts: [EventFact] {
        let time = cutoff.map { "\($0.weekday) \($0.minute / 60):\($0.minute % 60)" }
        return [EventFact("by", time ?? "none")] + (escalation.map { [.id("then", $0)] } ?? [])
            + daysOff.map { .day("off", $0) }
    }
}

extension CutoffOccurrence {
    fileprivate var facts: [EventFact] { [.id("worksite", worksite), .day("by", day)] }
}
