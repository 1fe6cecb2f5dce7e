package import Formats
package import HTTP
package import Journal
package import Staffing

/// Every sentence that a person of a client reads, or somebody who signs in: on pages, in mails, on invoices
/// and receipts. A sentence without words in one of the languages does not compile.
package protocol Sentences: Sendable, CommonSentences, SignInSentences, TimesheetSentences,
    AssignmentSentences, PeopleSentences, RoleSentences, SightSentences, InvitationSentences,
    AccountSentences, OwnSignInSentences, InvoiceSentences, HelpSentences, MailSentences, ReceiptSentences,
    LeavingSentences, DelegationSentences, LogSentences, BrandingSentences, SafetySentences,
    OvertimeSentences, LimitSentences, InviteFileSentences, OwnHoursSentences, ListFileSentences,
    CutoffSentences, ExpectedSentences
{}

/// What only the agency's own people read, beside all that they share with their clients. It is written in
/// English alone.
package protocol AgencySentences: Sentences, StaffSentences, BillingSentences, IntakeSentences,
    UnitSentences, ViewingSentences, RoleDemandSentences, CutoffStaffSentences, ExpectedStaffSentences
{}

/// English as it is read in the United States and Canada.
package struct English: AgencySentences {
    package init() {}
}

package protocol CommonSentences {
    var language: Language { get }
    /// How numbers, money, dates and times are printed; its name is the language's tag (BCP 47).
    var formats: FormatLanguage { get }
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
