import Formats
import Staffing

extension English {
    package var ofAssignments: any AssignmentWords { EnglishAssignments() }
}

struct EnglishAssignments: AssignmentWords {
    let caption = "Who works where"
    let current = "Current"
    let ended = "Ended"
    let worker = "Worker"
    let job = "Job"
    let worksite = "Worksite"
    let dates = "Dates"
    let schedule = "Schedule"
    let billRate = "Bill rate"
    let nobody = "Nobody here yet"
    let nobodyYet = "People appear here once the agency has assigned them."
    let nothingFound = "No assignment matches"
    let tryOther = "Try a part of the worker's name, or another worksite."
    let showAll = "Show all"

    func starts(_ day: Day) -> String { "Starts " + text(day) }

    func days(_ days: DayRange) -> String {
        guard let last = days.through else { return "Since " + text(days.from) }
        return days.from.civil.text(through: last.civil, .englishUS)
    }

    func hoursAWeek(_ schedule: WeekSchedule) -> String {
        hoursText(schedule.total, .englishUS) + " h a week"
    }

    func rate(_ rate: HourlyRate, _ currency: Currency) -> String { rate.text(currency, .englishUS) + "/h" }

    private func text(_ day: Day) -> String { day.civil.text(.short, .englishUS) }
}
