import Staffing

/// What the agency's people read of expected hours. Never shown to clients, so it speaks English only.
package protocol ExpectedStaffSentences {
    var ofExpectedStaff: any ExpectedStaffWords { get }
}

package protocol ExpectedStaffWords: Sendable {
    var title: String { get }
    var explanation: String { get }
    var lateTitle: String { get }
    var lateExplanation: String { get }
    var noneLate: String { get }
    var noneLateExplanation: String { get }
    var nobodyExpected: String { get }
    var nobodyExpectedExplanation: String { get }
    var late: String { get }
    var expected: String { get }
    var waiting: String { get }
    var sentBack: String { get }
    var approved: String { get }
    var figures: String { get }
    var figuresHint: String { get }
    var actions: String { get }
    var typeHours: String { get }
    var personalLink: String { get }
    var withoutHours: String { get }
    var reopen: String { get }
    var reopened: String { get }
    var saidBy: String { get }
    var hoursTaken: String { get }
    var noted: String { get }
    var takeHours: String { get }
    var noHours: String { get }
    var noHoursHint: String { get }
    var zeroKind: String { get }
    var notNeededKind: String { get }
    var kind: String { get }
    var kindMissing: String { get }
    var note: String { get }
    var sheetIsThere: String { get }
    var openSheet: String { get }
    var linkExplanation: String { get }
    var noLink: String { get }
    var linkAddress: String { get }
    var linkAddressHint: String { get }
    var linkAddressWrong: String { get }
    var makeLink: String { get }
    var endLink: String { get }
    var linkEnded: String { get }
    var linkShownOnce: String { get }
    var linkNotMade: String { get }
    var linkNotSent: String { get }

    func lateCount(_ count: Int) -> String
    func moreLate(_ count: Int) -> String
    func lateFor(days: Int) -> String
    func expectedCount(_ count: Int) -> String
    func linkStands(by name: String, at moment: String, until day: String, sentTo: String?) -> String
    func linkSent(to address: String) -> String
    func said(_ what: String, by name: String, at moment: String) -> String
}
