package protocol OwnHoursSentences {
    var ofOwnHours: any OwnHoursWords { get }
}

/// What is said of people of a client who work there, too.
package protocol OwnHoursWords: Sendable {
    /// Beside somebody who may decide about hours, but not about these.
    var barred: String { get }

    func isWorker(_ name: String, _ worker: String, _ number: String) -> String
}

/// The same on the staff side.
package protocol StaffIdentityWords {
    var identityTitle: String { get }
    var identityExplanation: String { get }
    var workerNumber: String { get }
    var workerNumberHint: String { get }

    func namesake(_ name: String, _ number: String) -> String
    func workerUnknown(_ number: String) -> String
}
