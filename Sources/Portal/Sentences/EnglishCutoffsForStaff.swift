import Staffing

extension English {
    package var ofCutoffsForStaff: any CutoffStaffWords { EnglishCutoffsForStaff() }
}

struct EnglishCutoffsForStaff: CutoffStaffWords {
    let title = "Deadlines"
    let explanation = """
        By when hours must be approved, on the clocks of the worksite. Where nobody works on that day, \
        because it is a holiday there or a day off below, the deadline is at the same time of the next \
        working day. Reminders go out in working hours before it.
        """
    let weekday = "Day of the week"
    let none = "No deadline"
    let asClient = "As for the whole client"
    let time = "Time"
    let timeHint = "On the worksite's clocks, such as 12:00."
    let timeUnclear = "Enter a time such as 12:00"
    let escalation = "Who is told when nobody decides"
    let toldLast = "Told last"
    let nobody = "Nobody"
    let daysOff = "More days off"
    let daysOffHint = "Dates such as 2026-12-24, one a line. Public holidays are known already."
    let dayUnclear = "Enter dates such as 2026-12-24, one a line"
    let save = "Save"
    let saved = "Saved. It holds from now on."
    let wholeClient = "The whole client"
    let worksite = "Worksite"
    let next = "Next deadline"
    let change = "Change"
    let freeDays = "Holidays and days off"

    func explain(_ refusal: CutoffRefusal) -> String {
        switch refusal {
        case .notAllowed: "You may not set that."
        case .unknownWorksite: "There is no such worksite."
        case .escalationUnfit: "Choose somebody who may see timesheets there"
        case .tooManyDaysOff: "Enter at most \(CutoffSetting.mostDaysOff) days"
        }
    }

    let exceptions = "Exceptions"
    let exceptionsHint = "What will not or did not make its deadline, the earliest first."
    let noExceptions = "No exceptions"
    let noExceptionsHint = "Every deadline that is set was kept, and somebody is there for each that comes."
    let client = "Client"
    let what = "What is wrong"
    let deadline = "Deadline"
    func lookedAt(_ done: Int, of all: Int) -> String {
        "\(done) of \(all) clients have been looked at since the server started; the others follow."
    }
    func missed(_ count: Int) -> String {
        "\(count) not decided in time"
    }
    let uncovered = "Nobody is there to approve"
    func undelivered(_ name: String) -> String { "The mail to \(name) did not arrive" }
    let reminders = "Reminders of the last three weeks"
    let noReminders = "None were due."
    func asked(_ names: [String]) -> String {
        names.isEmpty ? "nobody who had no mail that day" : names.joined(separator: ", ")
    }
    func name(_ rung: Rung) -> String {
        switch rung {
        case .approver: "Approvers"
        case .standIn: "Last call"
        case .escalation: "Escalation"
        }
    }
}
