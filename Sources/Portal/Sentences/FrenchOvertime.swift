import Formats
import Staffing
import TimeRules

extension French: OvertimeSentences {
    package var ofOvertime: any OvertimeWords { FrenchOvertime() }
}

struct FrenchOvertime: OvertimeWords {
    let rules = "Règles des heures supplémentaires"
    let noRules = "Aucune : les heures restent telles quelles"
    let noRulesMeaning = "Les heures restent telles quelles."
    let choose = "Choisir"
    let chosen = "Ces règles s’appliquent aux heures qui arrivent à partir de maintenant."
    let unknownRules = "Choisissez une des règles de la liste."

    func why(_ hours: HoursByType) -> String {
        let parts = premiums(hours)
        return parts.isEmpty
            ? "Pourquoi aucune heure supplémentaire?" : "Pourquoi \(parts.joined(separator: " et "))?"
    }

    func line(_ line: PremiumLine, _ rule: OvertimeRule?) -> String {
        let reason = rule.map { " : " + self.reason($0.condition) } ?? " (\(line.rule))"
        return premium(line.minutes, line.type) + " le " + day(line.day) + reason
    }

    private func premium(_ minutes: Int, _ type: HourType) -> String {
        switch type {
        case .regular: hours(minutes)
        case .overtime: hours(minutes) + " supplémentaires"
        case .doubleTime: hours(minutes) + " à temps double"
        }
    }

    private func reason(_ condition: OvertimeRule.Condition) -> String {
        switch condition {
        case .day(let over): "au-delà de \(whole(over)) dans la journée"
        case .shift(let over): "au-delà de \(whole(over)) de suite"
        case .week(let over): "au-delà de \(whole(over)) dans la semaine"
        case .seventhDay(0, _): "le septième jour de travail de la semaine"
        case .seventhDay(let over, _):
            "au-delà de \(whole(over)) le septième jour de travail de la semaine"
        }
    }

    func chip(_ missed: MissedBreak) -> String {
        missed.isRest ? "Repos manqué le \(day(missed.day))" : "Sans pause-repas le \(day(missed.day))"
    }

    func explain(_ missed: MissedBreak) -> String {
        let what =
            missed.isRest
            ? "Un repos payé qui était dû n’a pas été pris."
            : "Les pointages ne montrent aucune pause-repas, ou aucune assez longue et à temps."
        guard missed.premiumMinutes > 0 else { return what }
        return what
            + " Le travailleur a droit à \(hours(missed.premiumMinutes)) de salaire pour cela, sauf s’il y a "
            + "renoncé."
    }

    func differs(_ delivered: HoursByType, _ ruled: HoursByType) -> String {
        "La source indique \(named(delivered)); selon les règles du lieu de travail, c’est \(named(ruled))."
    }

    private func named(_ hours: HoursByType) -> String {
        let parts = premiums(hours)
        return parts.isEmpty ? "aucune heure supplémentaire" : parts.joined(separator: " et ")
    }

    private func premiums(_ hours: HoursByType) -> [String] {
        [HourType.overtime, .doubleTime].filter { hours[$0] > 0 }.map { premium(hours[$0], $0) }
    }

    func split(by name: String, _ version: String) -> String {
        "Les heures ont été réparties selon les règles « \(name) », version \(version)."
    }
    func compared(with name: String, _ version: String) -> String {
        "La source a réparti les heures. Voici les règles « \(name) », version \(version)."
    }
    func chooseRules(at worksite: String) -> String { "Règles des heures supplémentaires de \(worksite)" }

    private func hours(_ minutes: Int) -> String { FrenchTimesheets().hours(minutes) }
    private func day(_ day: Day) -> String { FrenchTimesheets().day(day) }
    private func whole(_ minutes: Int) -> String { "\(minutes / 60) heures" }
}

extension FrenchOvertime {
    static let helpTopic = HelpTopic(
        question: "Pourquoi est-ce une heure supplémentaire?",
        answer: """
            Lorsqu’un lieu de travail a des règles d’heures supplémentaires, elles répartissent les heures \
            à leur arrivée, et la feuille de temps dit pour chaque jour quelle règle majore combien de \
            minutes, avec la loi et la version. Si le système de l’agence a réparti les heures autrement, \
            sa répartition est conservée et la feuille montre la différence. Ailleurs, les heures restent \
            telles quelles.
            """)
}
