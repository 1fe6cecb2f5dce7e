import Staffing

struct EnglishWorkerPage: WorkerPageWords {
    let title = "My hours"
    let nothing = "Nothing to fill in"
    let nothingExplanation = "Weeks appear here when they begin."
    let weeks = "Weeks"
    let week = "Week"
    let state = "State"
    let total = "Hours"
    let fillIn = "Fill in"
    let correct = "Correct"
    let look = "Look"
    let back = "All weeks"
    let send = "Send the hours"
    let sendAgain = "Send again"
    let saveForLater = "Save for later"
    let saved = "Saved. Nothing was sent yet."
    let sent = "Sent. You see here when the hours are approved."
    let saidNothingWorked = "Noted: nothing was worked that week."
    let draftKept = "This is what you saved. It has not been sent."
    let attestation = "These are the hours that I worked."
    let attestationBreaks = """
        These are the hours that I worked. I could take my meal breaks as the times show, and my paid rests \
        except where I marked one as missed.
        """
    let attestationMissing = "Tick the box to say that the hours are right"
    let nothingWorked = "Nothing was worked this week"
    let nothingWorkedHint = "Then nobody waits for your hours."
    let nothingWorkedAttestation = "I did not work here in this week."
    let reason = "Why?"
    let words = "In a few words"
    let sayNothingWorked = "Say that nothing was worked"
    let cannotChange =
        "The hours are approved, so they cannot be changed here. Ask the agency if they are wrong."
    let linkGone = "This link does not work"
    let linkGoneExplanation =
        "It may have ended, or a newer one took its place. Ask the agency for a new link."
    let tooManyTries = "Too many links that do not work came from your network. Wait a little and try again."

    func hello(_ name: String, at client: String) -> String { "\(name), your weeks at \(client)" }
    func job(_ title: String, at worksite: String) -> String { "\(title), \(worksite)" }

    func state(_ standing: WorkerWeek.Standing, due: String) -> String {
        switch standing {
        case .expected: "Due by \(due)"
        case .late: "Late, was due by \(due)"
        case .idle(let idle): EnglishExpected().idle(idle.kind, idle.reason)
        case .submitted: "Sent, waits for approval"
        case .sentBack: "Sent back to you"
        case .approved: "Approved"
        }
    }

    func sentBack(_ reason: String, words: String) -> String {
        words.isEmpty ? "Sent back: \(reason)" : "Sent back: \(reason). “\(words)”"
    }

    func reason(_ reason: IdleWeek.Reason) -> String {
        switch reason {
        case .noWork: "No work was offered"
        case .away: "Away or ill"
        case .holiday: "Holiday"
        case .ended: "The assignment has ended"
        case .other: "Another reason"
        }
    }

    func linkMail(name: String, client: String, agency: String, lastDay: String) -> LinkMailWords {
        LinkMailWords(
            subject: "Your hours at \(client)",
            greeting: "Hello \(name),",
            reason: """
                this is your personal link for your hours at \(client). It shows the weeks that are open and \
                lets you send them. \(agency) sent it:
                """,
            limits: """
                The link works until \(lastDay), and only the newest one does. It is yours: whoever has \
                it can send hours in your name, so do not pass it on.
                """,
            unasked: "If you do not work there, tell \(agency), and do not open the link.")
    }
}

extension EnglishWorkerPage {
    static let helpTopic = HelpTopic(
        question: "I work here. How do I send my hours?",
        answer: """
            Ask the agency for your personal link. It opens your weeks, without an account: type the times, \
            or the hours of each day, tick the box that says that they are right, and send them. Save for \
            later keeps what you typed. Hours that come back say why; correct them and send them again. The \
            link is yours alone: whoever has it can send hours in your name.
            """)
}
