import Staffing

extension English {
    package var ofExpectedStaff: any ExpectedStaffWords { EnglishExpectedStaff() }
}

struct EnglishExpectedStaff: ExpectedStaffWords {
    let title = "Expected hours"
    let explanation =
        "Who is scheduled and has not brought hours. A week is late from the second day after its end."
    let lateTitle = "Late hours"
    let lateExplanation =
        "Weeks that are over, of people who were scheduled, without hours and without a reason."
    let noneLate = "Nobody is late"
    let noneLateExplanation = "All hours of weeks that are due came in, or somebody said why not."
    let nobodyExpected = "No hours are missing"
    let nobodyExpectedExplanation = "Weeks appear here on the day on which they begin."
    let late = "Late"
    let expected = "Not due"
    let waiting = "Waiting"
    let sentBack = "Sent back"
    let approved = "Approved"
    let figures = "The last weeks by worksite"
    let figuresHint = "Sheets by the week of their hours."
    let actions = "Actions"
    let typeHours = "Type hours in"
    let personalLink = "Personal link"
    let withoutHours = "Without hours"
    let reopen = "Expect hours again"
    let reopened = "Hours are expected again."
    let saidBy = "Said by"
    let hoursTaken = "The hours were taken and wait for approval."
    let noted = "Noted. Nobody waits for hours of that week any more."
    let takeHours = "Take these hours"
    let noHours = "No hours come"
    let noHoursHint = "Say it with a reason, and nobody is asked for this week again."
    let zeroKind = "Nothing was worked"
    let notNeededKind = "No sheet is needed"
    let kind = "What is it?"
    let kindMissing = "Choose what it is"
    let note = "In a few words"
    let sheetIsThere =
        "Hours for this week are there. What you take here replaces them, until they are approved."
    let openSheet = "Open the timesheet"
    let linkExplanation = """
        By a personal link somebody fills in and sends their own hours at this client, without an account. \
        It shows no rates and nobody else. A new link ends the one before it.
        """
    let noLink = "There is no link."
    let linkAddress = "Mail address"
    let linkAddressHint = "Leave it empty to see the link here once and hand it over yourself."
    let linkAddressWrong = "This is not a mail address"
    let makeLink = "Make a new link"
    let endLink = "End the link"
    let linkEnded = "The link has ended."
    let linkShownOnce = "The link is shown once. Hand it to this person and to nobody else:"
    let linkNotMade = "The link could not be recorded, so there is none. Try again."
    let linkNotSent = "The mail could not be sent. Hand the link over yourself; it is shown once:"

    func lateCount(_ count: Int) -> String { count == 1 ? "1 week is late" : "\(count) weeks are late" }
    func moreLate(_ count: Int) -> String { "\(count) more" }
    func lateFor(days: Int) -> String { days == 1 ? "1 day late" : "\(days) days late" }
    func expectedCount(_ count: Int) -> String { count == 1 ? "1 week" : "\(count) weeks" }

    func linkStands(by name: String, at moment: String, until day: String, sentTo: String?) -> String {
        let way = sentTo.map { "mailed to \($0)" } ?? "handed over"
        return "There is a link, made by \(name) on \(moment), \(way), until \(day)."
    }

    func linkSent(to address: String) -> String { "The link is on its way to \(address)." }

    func said(_ what: String, by name: String, at moment: String) -> String { "\(what). \(name), \(moment)" }
}
