/// Whether somebody asks for what they did already. A form that is sent again, because its answer was lost
/// with the line or with the server, must find the same answer and do nothing twice.
extension Timesheet {
    /// When this person approved it as it was on that form, if that approval still stands.
    package func approved(by person: Viewer.Person, as seen: UInt64) -> Moment? {
        guard fingerprint.short == seen else { return nil }
        switch status {
        case .approved(person, let moment), .begun(person, _, let moment, _): return moment
        case .submitted, .begun, .approved, .rejected: return nil
        }
    }

    /// Whether this person gave the first of two approvals then.
    package func isBegun(by person: Viewer.Person, at moment: Moment) -> Bool {
        isBegun && isApproved(by: person, at: moment)
    }

    func isApproved(by person: Viewer.Person, at moment: Moment) -> Bool {
        approved(by: person, as: fingerprint.short) == moment
    }

    /// Whether this person sent it back with these words, and nobody decided anything since.
    package func wasSentBack(by person: Viewer.Person, _ reason: RejectionReason, _ words: String) -> Bool {
        lastDecision?.by == person && lastDecision?.what == .rejected(reason, words: words.trimmed)
    }

    /// Whether this person took the approval back, and nobody decided anything since.
    package func wasWithdrawn(by person: Viewer.Person) -> Bool {
        lastDecision?.by == person && lastDecision?.what == .approvalWithdrawn
    }

    func heard(_ words: String, from person: Viewer.Person, since moment: Moment) -> Bool {
        history.contains { $0.what == .commented(words) && $0.by == person && $0.at >= moment }
    }

    private var lastDecision: TimesheetEntry? {
        history.last { entry in
            switch entry.what {
            case .commented: false
            case .received, .changed, .approved, .approvedFirst, .approvalWithdrawn, .rejected, .invoiced:
                true
            }
        }
    }
}
