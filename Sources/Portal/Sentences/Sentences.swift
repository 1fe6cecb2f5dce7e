package import HTTP
package import Journal

/// Every sentence that a person reads, in one language. A sentence without words does not compile.
package protocol Sentences: Sendable, CommonSentences, SignInSentences, TimesheetSentences,
    AssignmentSentences, PeopleSentences, RoleSentences, SightSentences, InvitationSentences,
    AccountSentences, OwnSignInSentences, InvoiceSentences, StaffSentences, IntakeSentences, HelpSentences,
    MailSentences, ReceiptSentences, LeavingSentences, DelegationSentences, ViewingSentences, LogSentences,
    BrandingSentences, SafetySentences, OvertimeSentences, LimitSentences, UnitSentences,
    ListFileSentences,
    ExpectedSentences, ExpectedStaffSentences
{}

/// English as it is read in the United States and Canada.
package struct English: Sentences {
    package init() {}
}

package protocol CommonSentences {
    /// BCP 47.
    var languageTag: String { get }
    var skipToContent: String { get }
    var mainNavigation: String { get }
    var yourAccount: String { get }
    var signOut: String { get }
    var help: String { get }
    var toHome: String { get }
    var somethingIsWrong: String { get }
    var timesheets: String { get }
    var invoices: String { get }
    var assignments: String { get }
    var people: String { get }
    var clients: String { get }
    var accessLog: String { get }
    var pages: String { get }
    var previousPage: String { get }
    var nextPage: String { get }
    var filter: String { get }
    var worksite: String { get }
    var allWorksites: String { get }

    func errorTitle(_ title: String) -> String
    func footer(agency: String) -> String
    func requestNumber(_ number: String) -> String
    func range(_ first: Int, _ last: Int, of count: Int) -> String
    func problem(_ status: Status) -> ProblemWords
    func notRecorded(_ failure: StoreFailure) -> String
    func notReadable(_ failure: StoreFailure) -> String
    func notShown(_ failure: StoreFailure) -> String
}

/// What happened, why, and what to do next.
package struct ProblemWords: Sendable {
    package let title: String
    package let explanation: String
    package let next: String
}
