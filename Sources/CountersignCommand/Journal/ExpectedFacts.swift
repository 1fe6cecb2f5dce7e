import Formats
import Portal
import Staffing

extension ExpectedEvent {
    /// Of a draft nobody needs to read more than that there was one.
    var facts: [EventFact] {
        switch self {
        case .idle(let key, let kind, let reason, let words):
            key.facts + [EventFact("says", kind.rawValue), EventFact("reason", reason.rawValue)]
                + (words.isEmpty ? [] : [.words("words", words)])
        case .reopened(let key): key.facts
        case .drafted(let key, let draft): key.facts + [EventFact("fields", "\(draft.fields.count)")]
        case .attested(let sheet, let version, let missed):
            [.id("timesheet", sheet), EventFact("text", "\(version)")]
                + missed.map { .day("rest-missed", $0) }
        case .linkMade(let worker, let address, _):
            [.id("worker", worker), EventFact("handed-over", address == nil ? "shown" : "mailed")]
        case .linkEnded(let worker): [.id("worker", worker)]
        }
    }
}

extension WorkedWeek {
    fileprivate var facts: [EventFact] { [.id("assignment", assignment), .day("week", week)] }
}
