import Formats
import Staffing
import TimeRules

extension English {
    package var ofOvertime: any OvertimeWords { EnglishOvertime() }
}

struct EnglishOvertime: OvertimeWords {
    let rules = "Overtime rules"
    let noRules = "None: hours stay as they come"
    let noRulesMeaning = "Hours stay as they come."
    let choose = "Choose"
    let chosen = "The rules hold for hours that come in from now on."
    let unknownRules = "Choose one of the rules in the list."

    func why(_ hours: HoursByType) -> String {
        let parts = [HourType.overtime, .doubleTime].filter { hours[$0] > 0 }.map { premium(hours[$0], $0) }
        return parts.isEmpty ? "Why no overtime?" : "Why " + parts.joined(separator: " and ") + "?"
    }

    func line(_ line: PremiumLine, _ rule: OvertimeRule?) -> String {
        let reason = rule.map { ": " + self.reason($0.condition) } ?? " (\(line.rule))"
        return premium(line.minutes, line.type) + " on " + day(line.day) + reason
    }

    private func premium(_ minutes: Int, _ type: HourType) -> String {
        switch type {
        case .regular: hours(minutes)
        case .overtime: hours(minutes) + " overtime"
        case .doubleTime: hours(minutes) + " double time"
        }
    }

    private func reason(_ condition: OvertimeRule.Condition) -> String {
        switch condition {
        case .day(let over): "beyond \(whole(over)) of the day"
        case .shift(let over): "beyond \(whole(over)) in a row"
        case .week(let over): "beyond \(whole(over)) of the week"
        case .seventhDay(0, _): "the seventh day of work in the week"
        case .seventhDay(let over, _): "beyond \(whole(over)) of the seventh day of work in the week"
        }
    }

    func chip(_ missed: MissedBreak) -> String {
        missed.isRest ? "Rest missed \(day(missed.day))" : "No meal break \(day(missed.day))"
    }

    func explain(_ missed: MissedBreak) -> String {
        let what =
            missed.isRest
            ? "A paid rest that was due was not taken."
            : "The punches show no meal break, or none that was long enough and in time."
        guard missed.premiumMinutes > 0 else { return what }
        return what
            + " The worker is owed \(hours(missed.premiumMinutes)) of pay for it, unless it was waived."
    }

    func differs(_ delivered: HoursByType, _ ruled: HoursByType) -> String {
        "The source has \(premiums(delivered)), the rules of the worksite make it \(premiums(ruled))."
    }

    private func premiums(_ hours: HoursByType) -> String {
        let parts = [HourType.overtime, .doubleTime].filter { hours[$0] > 0 }.map { premium(hours[$0], $0) }
        return parts.isEmpty ? "no overtime" : parts.joined(separator: " and ")
    }

    func split(by name: String, _ version: String) -> String {
        "The hours were split by the rules of \(name), version \(version)."
    }
    func compared(with name: String, _ version: String) -> String {
        "The source split the hours. These are the rules of \(name), version \(version)."
    }
    func chooseRules(at worksite: String) -> String { "Overtime rules of \(worksite)" }

    private func hours(_ minutes: Int) -> String { EnglishTimesheets().hours(minutes) }
    private func day(_ day: Day) -> String { EnglishTimesheets().day(day) }
    private func whole(_ minutes: Int) -> String { "\(minutes / 60) hours" }
}

extension EnglishOvertime {
    static let helpTopic = HelpTopic(
        question: "Why is this overtime?",
        answer: """
            Where a worksite has overtime rules, they split the hours when these come in, and the \
            timesheet says for each day which rule made how many minutes cost more, with its law \
            and version. Where the agency's own system split the hours in another way, its split \
            stays and the timesheet shows the difference. Elsewhere hours stay as they come.
            """)
}
