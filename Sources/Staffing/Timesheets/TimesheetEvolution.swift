extension Timesheet {
    /// What an event makes of it. Its arrival made it, so that adds nothing but its place in the history.
    mutating func evolve(_ event: TimesheetEvent, _ recorded: Recorded<TenantEvent>) {
        switch event {
        case .received, .commented: break
        case .changed(_, let days, let fingerprint):
            self.days = days
            self.fingerprint = fingerprint
            edits += 1
            status = .submitted
        case .approved: status = .approved(by: recorded.by, at: recorded.at)
        case .approvalWithdrawn: status = .submitted
        case .rejected(_, _, let reason, _): status = .rejected(reason)
        }
        history.append(recorded.entry(event.entry))
    }
}

extension Recorded<TenantEvent> {
    func entry(_ what: TimesheetEntry.What) -> TimesheetEntry {
        TimesheetEntry(what: what, by: by, name: name, at: at)
    }
}

extension TimesheetEvent {
    var entry: TimesheetEntry.What {
        switch self {
        case .received: .received
        case .changed: .changed
        case .approved: .approved
        case .approvalWithdrawn: .approvalWithdrawn
        case .rejected(_, _, let reason, let words): .rejected(reason, words: words)
        case .commented(_, let words): .commented(words)
        }
    }
}
