package import Staffing

/// What clients and workers read of expected hours.
package protocol ExpectedSentences {
    var ofExpected: any ExpectedWords { get }
    var ofHoursForm: any HoursFormWords { get }
    var ofWorkerPage: any WorkerPageWords { get }
}

package protocol ExpectedWords: Sendable {
    var tab: String { get }
    var late: String { get }
    var notDue: String { get }
    var nothingExpected: String { get }
    var nothingExpectedExplanation: String { get }
    var explanation: String { get }
    var due: String { get }
    /// Weeks of which somebody said that nothing was worked or is needed.
    var noHours: String { get }
    var standing: String { get }

    func byPersonalLink(_ name: String) -> String
    func count(late: Int, early: Int) -> String
    func dueBy(_ day: String) -> String
    func lateSince(_ day: String) -> String
    func idle(_ kind: IdleWeek.Kind, _ reason: IdleWeek.Reason) -> String
    func attested(by name: String, on moment: String, restsMissed: [String]) -> String
}

/// The form in which a week's hours are typed.
package protocol HoursFormWords: Sendable {
    var start: String { get }
    var end: String { get }
    var breakStart: String { get }
    var breakEnd: String { get }
    var orHours: String { get }
    var restMissed: String { get }
    var hint: String { get }

    func legend(_ day: String, scheduled: String?) -> String
    func timesAreOf(_ worksite: String) -> String
    func explain(_ refusal: HoursEntryRefusal, on day: String) -> String
    func explain(_ refusal: ExpectedRefusal) -> String
}

/// A worker's own page, and the mail that leads to it.
package protocol WorkerPageWords: Sendable {
    var title: String { get }
    var nothing: String { get }
    var nothingExplanation: String { get }
    var weeks: String { get }
    var week: String { get }
    var state: String { get }
    var total: String { get }
    var fillIn: String { get }
    var correct: String { get }
    var look: String { get }
    var back: String { get }
    var send: String { get }
    var sendAgain: String { get }
    var saveForLater: String { get }
    var saved: String { get }
    var sent: String { get }
    var saidNothingWorked: String { get }
    var draftKept: String { get }
    var attestation: String { get }
    var attestationBreaks: String { get }
    var attestationMissing: String { get }
    var nothingWorked: String { get }
    var nothingWorkedHint: String { get }
    var nothingWorkedAttestation: String { get }
    var reason: String { get }
    var words: String { get }
    var sayNothingWorked: String { get }
    var cannotChange: String { get }
    var linkGone: String { get }
    var linkGoneExplanation: String { get }
    var tooManyTries: String { get }

    func hello(_ name: String, at client: String) -> String
    func job(_ title: String, at worksite: String) -> String
    func state(_ standing: WorkerWeek.Standing, due: String) -> String
    func sentBack(_ reason: String, words: String) -> String
    func reason(_ reason: IdleWeek.Reason) -> String
    func linkMail(name: String, client: String, agency: String, lastDay: String) -> LinkMailWords
}

package struct LinkMailWords: Sendable {
    package let subject: String
    package let greeting: String
    package let reason: String
    package let limits: String
    package let unasked: String
}
