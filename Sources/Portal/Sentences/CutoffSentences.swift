package import Staffing

package protocol CutoffSentences {
    var ofCutoffs: any CutoffWords { get }
}

package protocol CutoffStaffSentences {
    var ofCutoffsForStaff: any CutoffStaffWords { get }
}

/// What people of a client read about deadlines and reminders, on pages and in mails.
package protocol CutoffWords: Sendable {
    /// `moment` with the zone of the worksite; `own` is the same at the client, where it differs.
    func dueBy(_ moment: String, at worksites: [String], own: String?) -> String
    func nothingWaits(until moment: String, at worksites: [String]) -> String

    var willBeMissed: String { get }
    var coverageHint: String { get }
    var chooseApprover: String { get }
    var letApprove: String { get }
    var nobodyToChoose: String { get }
    var covered: String { get }
    func gap(at worksite: String, by moment: String) -> String
    func absence(_ name: String, _ why: CoverageGap.Why, _ day: (Day) -> String) -> String

    var digests: String { get }
    var digestsHint: String { get }
    var digestsDaily: String { get }
    var digestsOff: String { get }
    var save: String { get }
    var digestsSaved: String { get }
    func digestMail(_ digest: DigestWords) -> DigestMailWords
    func digestLine(_ worksite: String, count: Int, hours: String, clean: Int, unusual: Int) -> String
    func due(_ moment: String) -> String
    var digestTitle: String { get }
    var digestNote: String { get }
    var digestIsOver: String { get }
    var digestIsOverHint: String { get }
    var nothingLeft: String { get }
    var openTimesheets: String { get }
}

/// What a digest says, as texts that a mail can carry.
package struct DigestWords: Sendable {
    package let name: String
    package let company: String
    package let rung: Rung
    /// The first deadline.
    package let moment: String
    package let lines: [String]
    package let link: String
}

package struct DigestMailWords: Sendable {
    package let subject: String
    package let paragraphs: [String]
}

/// The agency's pages about deadlines.
package protocol CutoffStaffWords: Sendable {
    var title: String { get }
    var explanation: String { get }
    var weekday: String { get }
    var none: String { get }
    var asClient: String { get }
    var time: String { get }
    var timeHint: String { get }
    var timeUnclear: String { get }
    var escalation: String { get }
    var toldLast: String { get }
    var nobody: String { get }
    var daysOff: String { get }
    var daysOffHint: String { get }
    var dayUnclear: String { get }
    var save: String { get }
    var saved: String { get }
    var wholeClient: String { get }
    var worksite: String { get }
    var next: String { get }
    var change: String { get }
    var freeDays: String { get }
    func explain(_ refusal: CutoffRefusal) -> String

    var exceptions: String { get }
    var exceptionsHint: String { get }
    var noExceptions: String { get }
    var noExceptionsHint: String { get }
    var client: String { get }
    var what: String { get }
    var deadline: String { get }
    func lookedAt(_ done: Int, of all: Int) -> String
    func missed(_ count: Int) -> String
    var uncovered: String { get }
    func undelivered(_ name: String) -> String
    var reminders: String { get }
    var noReminders: String { get }
    func asked(_ names: [String]) -> String
    func name(_ rung: Rung) -> String
}
