import Formats
import Staffing

extension French: TimesheetSentences {
    package var ofTimesheets: any TimesheetWords { FrenchTimesheets() }
    package var ofTimesheetRules: any TimesheetRuleWords { FrenchTimesheetRules() }
}

struct FrenchTimesheets: TimesheetWords {
    let waiting = "En attente"
    let done = "Traitées"
    let search = "Travailleur"
    let worksite = "Lieu de travail"
    let worker = "Travailleur"
    let job = "Poste"
    let scheduled = "Prévu"
    let of = "sur"
    let worked = "Travaillé"
    let hours = "Heures"
    let exceptions = "Anomalies"
    let status = "État"
    let action = "À faire"
    let clean = "Conforme"
    let late = "En retard"
    let approved = "Approuvée"
    let invoiced = "Facturée"
    let sentBack = "Renvoyée"
    let waitingForYou = "En attente de votre décision"
    let approveSelected = "Approuver la sélection"
    let approveRunning = "Approuver {count} · {hours} h"
    let selectSome = "Sélectionnez des feuilles à approuver"
    let sendBack = "Renvoyer"
    let undo = "Annuler"
    let nothingWaits = "Rien à approuver"
    let nothingDone = "Rien ici pour l’instant"
    let nothingDoneYet = "Les feuilles de temps paraissent ici une fois approuvées ou renvoyées."
    let nothingFound = "Aucune feuille de temps trouvée"
    let tryOtherName = "Essayez une partie du nom du travailleur ou un autre lieu de travail."
    let clearFilter = "Tout afficher"
    let seeDone = "Voir ce qui a été décidé"
    let nothingSelected = "Rien n’était sélectionné; rien n’a été approuvé."

    func hours(_ minutes: Int) -> String { hoursText(minutes, .frenchCA) + " h" }

    func week(_ first: Day) -> String {
        "Semaine du " + first.civil.text(through: first.adding(days: 6).civil, .frenchCA)
    }

    func day(_ day: Day) -> String { day.civil.text(.weekday, .frenchCA) }

    func count(_ sheets: Int) -> String {
        French.counted(sheets, "feuille de temps", "feuilles de temps")
    }

    func summary(waiting: Int, unusual: Int, clean: Int) -> String {
        let all = "\(count(waiting)) \(waiting < 2 ? "attend" : "attendent") votre décision."
        if unusual == 0 {
            return all
                + (waiting < 2
                    ? " Elle est conforme et déjà sélectionnée."
                    : " Toutes sont conformes et déjà sélectionnées.")
        }
        let look = "\(unusual) \(unusual < 2 ? "est" : "sont") à vérifier"
        if clean == 0 { return "\(all) \(look)." }
        return clean < 2
            ? "\(all) \(look); \(clean) est conforme et déjà sélectionnée."
            : "\(all) \(look); \(clean) sont conformes et déjà sélectionnées."
    }

    func select(_ worker: String) -> String { "Sélectionner \(worker)" }
    func selectAll(_ count: Int) -> String { "Tout sélectionner (\(count))" }
    func selectAll(at worksite: String) -> String { "Tout sélectionner à \(worksite)" }
    func approveClean(_ count: Int) -> String {
        count < 2 ? "Approuver la feuille conforme" : "Approuver les \(count) feuilles conformes"
    }
    func approveClean(_ count: Int, at worksite: String) -> String {
        "Approuver \(French.counted(count, "feuille conforme", "feuilles conformes")) à \(worksite)"
    }
    func approved(by name: String) -> String { "Approuvée par \(name)" }
    func sentBack(_ reason: String) -> String { "Renvoyée : \(reason)" }

    func thisWeekEnds(_ day: Day) -> String {
        "La semaine en cours se termine le \(self.day(day)). Ses heures paraîtront ici à leur arrivée."
    }
}

/// What became of something that was just done.
extension FrenchTimesheets {
    func approvedNow(_ sheets: Int, _ minutes: Int) -> String {
        "\(count(sheets)) \(sheets < 2 ? "approuvée" : "approuvées"), \(hours(minutes))"
    }

    func undoUntil(_ time: String) -> String {
        "Vous pouvez annuler jusqu’à \(time), sauf si ces heures sont facturées avant."
    }

    func changed(_ sheets: Int) -> String {
        sheets < 2
            ? "\(sheets) a changé depuis l’ouverture de la page et n’a pas été approuvée : revoyez-la "
                + "ci-dessous."
            : "\(sheets) ont changé depuis l’ouverture de la page et n’ont pas été approuvées : revoyez-les "
                + "ci-dessous."
    }

    func alreadyDecided(_ sheets: Int) -> String {
        sheets < 2 ? "\(sheets) avait déjà été traitée." : "\(sheets) avaient déjà été traitées."
    }

    func notApprovable(_ sheets: Int) -> String {
        sheets < 2
            ? "\(sheets) n’a pas pu être approuvée : la décision ne vous revient pas."
            : "\(sheets) n’ont pas pu être approuvées : la décision ne vous revient pas."
    }

    func takenBack(_ sheets: Int) -> String {
        French.counted(sheets, "approbation annulée", "approbations annulées")
    }

    func keptBecauseInvoiced(_ sheets: Int) -> String {
        "\(count(sheets)) \(sheets < 2 ? "reste approuvée" : "restent approuvées")."
    }

    func sentBackNow(_ sheets: Int) -> String {
        "\(count(sheets)) \(sheets < 2 ? "renvoyée" : "renvoyées") à l’agence"
    }
}
