import Staffing

extension English {
    package var ofExpected: any ExpectedWords { EnglishExpected() }
    package var ofHoursForm: any HoursFormWords { EnglishHoursForm() }
    package var ofWorkerPage: any WorkerPageWords { EnglishWorkerPage() }
}

struct EnglishExpected: ExpectedWords {
    let tab = "Expected"
    let late = "Late"
    let notDue = "Not due yet"
    let nothingExpected = "No hours are missing"
    let nothingExpectedExplanation = "Everybody who was scheduled has brought their hours, or said why not."
    let explanation = "People who are scheduled and whose hours have not come in. The agency asks them."
    let due = "Due"
    let noHours = "Without hours"
    let standing = "State"

    func byPersonalLink(_ name: String) -> String { "\(name) by personal link" }

    func count(late: Int, early: Int) -> String {
        let parts = [
            late > 0 ? "\(late) late" : nil, early > 0 ? "\(early) not due yet" : nil,
        ].compactMap(\.self)
        return parts.joined(separator: ", ")
    }

    func dueBy(_ day: String) -> String { "Due by \(day)" }
    func lateSince(_ day: String) -> String { "Late, was due by \(day)" }

    func idle(_ kind: IdleWeek.Kind, _ reason: IdleWeek.Reason) -> String {
        switch kind {
        case .zeroAttested: "Nothing worked: \(EnglishWorkerPage().reason(reason).lowercasedFirst)"
        case .notNeeded: "Not needed: \(EnglishWorkerPage().reason(reason).lowercasedFirst)"
        }
    }

    func attested(by name: String, on moment: String, restsMissed: [String]) -> String {
        let rests =
            restsMissed.isEmpty ? "" : " A paid rest was missed on \(restsMissed.joined(separator: ", "))."
        return "\(name) attested these hours on \(moment).\(rests)"
    }
}

extension EnglishExpected {
    static let helpTopic = HelpTopic(
        question: "Whose hours have not come in?",
        answer: """
            Timesheets has a third list, Expected: everybody who was scheduled and whose hours are not \
            there, late ones first. Hours are due on the day after their week. The agency asks for them; \
            where nothing was worked, or no sheet is needed, the reason stands below.
            """)
}

struct EnglishHoursForm: HoursFormWords {
    let start = "Start"
    let end = "End"
    let breakStart = "Break from"
    let breakEnd = "Break until"
    let orHours = "Or hours"
    let restMissed = "I missed a paid rest"
    let hint = """
        Type times as 07:30, or only the hours of a day as 7.5 or 7:30. Leave days empty on which nothing \
        was worked. An end before the start is on the next day.
        """

    func legend(_ day: String, scheduled: String?) -> String {
        scheduled.map { "\(day), \($0) scheduled" } ?? day
    }

    func timesAreOf(_ worksite: String) -> String { "Times are those of the clocks at \(worksite)." }

    func explain(_ refusal: HoursEntryRefusal, on day: String) -> String {
        switch refusal {
        case .timesAndHours: "\(day): type the times or the hours, not both"
        case .startMissing: "\(day): the start is missing"
        case .endMissing: "\(day): the end is missing"
        case .breakHalf: "\(day): a break needs its start and its end"
        case .breakWithoutTimes: "\(day): a break needs the start and the end of work beside it"
        case .breakOutside: "\(day): the break must lie between start and end"
        case .notATime: "\(day): type a time such as 07:30"
        case .notHours: "\(day): type hours such as 7.5 or 7:30"
        case .negative: "\(day): hours cannot be less than zero"
        case .longerThanDay(let minutes):
            "\(day): this day has only \(EnglishTimesheets().hours(minutes))"
        case .longerThanShift(let minutes):
            """
            \(day): that is more than \(EnglishTimesheets().hours(minutes)) without an end. Look at the \
            times, or type the hours of the day instead
            """
        case .skipped: "\(day): the clocks were set forward and never showed this time"
        case .ambiguous:
            "\(day): the clocks were set back and showed this time twice. Type the hours of the day instead"
        case .overlap: "\(day): these times overlap others of this week"
        case .inFuture: "\(day): this has not happened yet"
        }
    }

    func explain(_ refusal: ExpectedRefusal) -> String {
        switch refusal {
        case .hours(let refusal): EnglishTimesheetRules().explain(refusal)
        case .notExpected: "No hours are expected for this week."
        case .notAllowed: "You may not do this."
        case .unknownWorker: "This worker is not known here."
        case .hasSheet: "Hours for this week have come in already."
        case .notIdle: "The week is open already."
        case .noHours: "No hours were typed. If nothing was worked, say so below"
        case .overlapsOtherSheet(let day):
            "\(EnglishTimesheets().day(day)): another timesheet of this worker has the same time"
        case .reasonMissing: "Choose a reason"
        case .wordsMissing: "Say why in a few words"
        case .wordsTooLong: "The text is too long: at most \(TimesheetRules.longestWords) characters"
        case .tooMuchTyped: "That is more than a week's hours can hold."
        case .attestationMissing: EnglishWorkerPage().attestationMissing
        }
    }
}

extension String {
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
