package import Formats
package import HTTP
package import Journal
package import Staffing

extension English {
    package var language: Language { .english }
    package var formats: FormatLanguage { .englishUS }
    package var skipToContent: String { "Skip to content" }
    package var mainNavigation: String { "Main" }
    package var yourAccount: String { "Your account" }
    package var signOut: String { "Sign out" }
    package var help: String { "Help" }
    package var toHome: String { "Go to your start page" }
    package var somethingIsWrong: String { "Please check what you entered" }
    package var timesheets: String { "Timesheets" }
    package var invoices: String { "Invoices" }
    package var assignments: String { "Assignments" }
    package var people: String { "People" }
    package var clients: String { "Clients" }
    package var accessLog: String { "Access log" }
    package var pages: String { "Pages" }
    package var previousPage: String { "Previous" }
    package var nextPage: String { "Next" }
    package var filter: String { "Filter" }
    package var worksite: String { "Worksite" }
    package var allWorksites: String { "All worksites" }

    package func errorTitle(_ title: String) -> String { "Error: \(title)" }
    package func footer(agency: String) -> String { "\(agency) · client portal" }
    package func range(_ first: Int, _ last: Int, of count: Int) -> String { "\(first)–\(last) of \(count)" }
    package func requestNumber(_ number: String) -> String { "Request \(number)" }

    package func problem(_ status: Status) -> ProblemWords {
        switch status {
        case .notFound:
            ProblemWords(
                title: "Not found", explanation: "There is nothing here, or nothing that you may see.",
                next: "Check the address, or start again from your start page.")
        case .forbidden:
            ProblemWords(
                title: "This form is out of date",
                explanation: "It was opened in another session or on another site, so nothing was changed.",
                next: "Go back, reload the page, and send it again.")
        case .conflict:
            ProblemWords(
                title: "Something changed meanwhile", explanation: "Nothing was changed by you.",
                next: "Go back, reload the page, and decide again.")
        case .tooManyRequests:
            ProblemWords(
                title: "Too many tries", explanation: "For safety we pause for a moment.",
                next: "Wait a minute, then try again.")
        case .contentTooLarge:
            ProblemWords(
                title: "That is too much at once",
                explanation: "What you sent is larger than this page takes.",
                next: "Send a smaller file, or fewer entries at a time.")
        case .methodNotAllowed:
            ProblemWords(
                title: "That does not work here", explanation: "This address is not used in that way.",
                next: "Start again from your start page.")
        case .serviceUnavailable:
            ProblemWords(
                title: "Not available at the moment", explanation: "Nothing you were told is lost.",
                next: "Try again in a minute. If it stays, tell the agency the number below.")
        default:
            ProblemWords(
                title: "That did not work", explanation: "The request could not be understood.",
                next: "Go back, reload the page, and try again.")
        }
    }

    package func notRecorded(_ failure: StoreFailure) -> String {
        switch failure {
        case .full, .busy:
            "Your change was not recorded: the server has no room to write at the moment. Nothing is lost."
        case .outcomeUnknown:
            "The server could not confirm your change. Look at the record before you try again."
        default: "Your change was not recorded: this company's records are closed for writing at the moment."
        }
    }

    package func notShown(_ failure: StoreFailure) -> String {
        let rule = "Invoices, rates and files are shown only when it is on record who saw them."
        return switch failure {
        case .full, .busy: "\(rule) The server has no room to write that record at the moment."
        default: "\(rule) That record cannot be written at the moment: the agency has to look at its server."
        }
    }

    package func notReadable(_ failure: StoreFailure) -> String {
        switch failure {
        case .stopped, .outcomeUnknown:
            "The server could not write to its disk, so it stopped this company’s records. Everything that "
                + "was confirmed to you is kept. The agency sees this and has to open the records again."
        default:
            "This company’s records cannot be opened at the moment. The agency has to look at its server."
        }
    }
}
