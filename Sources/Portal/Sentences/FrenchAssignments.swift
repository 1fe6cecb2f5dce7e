import Formats
import Staffing

extension French: AssignmentSentences {
    package var ofAssignments: any AssignmentWords { FrenchAssignments() }
}

struct FrenchAssignments: AssignmentWords {
    let caption = "Qui travaille où"
    let current = "En cours"
    let ended = "Terminées"
    let worker = "Travailleur"
    let job = "Poste"
    let worksite = "Lieu de travail"
    let dates = "Période"
    let schedule = "Horaire"
    let billRate = "Taux de facturation"
    let nobody = "Personne ici pour l’instant"
    let nobodyYet = "Les personnes paraissent ici dès que l’agence les a affectées."
    let nothingFound = "Aucune affectation trouvée"
    let tryOther = "Essayez une partie du nom du travailleur ou un autre lieu de travail."
    let showAll = "Tout afficher"

    func starts(_ day: Day) -> String { "Commence le " + text(day) }

    func days(_ days: DayRange) -> String {
        guard let last = days.through else { return "Depuis le " + text(days.from) }
        return days.from.civil.text(through: last.civil, .frenchCA)
    }

    func hoursAWeek(_ schedule: WeekSchedule) -> String {
        hoursText(schedule.total, .frenchCA) + " h par semaine"
    }

    func rate(_ rate: HourlyRate, _ currency: Currency) -> String { rate.text(currency, .frenchCA) + "/h" }

    private func text(_ day: Day) -> String { day.civil.text(.short, .frenchCA) }
}
