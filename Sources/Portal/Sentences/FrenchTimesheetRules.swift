import Formats
import Staffing

struct FrenchTimesheetRules: TimesheetRuleWords {
    let days = "Jours"
    let day = "Jour"
    let dayOff = "Congé"
    let punches = "Travaillé"
    let breaks = "Pause"
    let total = "Total"
    let overtime = "Heures supplémentaires"
    let doubleTime = "Temps double"
    let purchaseOrder = "Bon de commande"
    let amount = "Montant"
    let invoice = "Facture"
    let history = "Historique"
    let comment = "Commentaire"
    let addComment = "Ajouter le commentaire"
    let commented = "Votre commentaire a été ajouté."
    let yourDecision = "Votre décision"
    let decision = "Décision"
    let whatIsWrong = "Qu’est-ce qui ne va pas?"
    let whatShouldChange = "Que faut-il changer?"
    let reasonMissing = "Indiquez ce qui ne va pas dans ces heures"
    let takeBack = "Annuler l’approbation"
    let approvalTakenBack = "L’approbation est annulée. La feuille de temps est de nouveau en attente."
    let approvalStays =
        "Le délai pour annuler l’approbation est écoulé. Demandez une correction à l’agence."
    let invoicedAlready = "Ces heures figurent sur une facture. Demandez une correction à l’agence."
    let waitsForAgency =
        "L’agence corrige les heures. La feuille de temps vous sera ensuite présentée de nouveau."
    let lookAgain = "La revoir"

    func approve(_ minutes: Int) -> String { "Approuver \(hours(minutes))" }
    func thingsToCheck(_ count: Int) -> String {
        French.counted(count, "point à vérifier", "points à vérifier")
    }
    func minutes(_ count: Int) -> String { "\(count) min" }
    func timesAreShown(at worksite: String, in zone: String) -> String {
        "Les heures sont celles des horloges de \(worksite) (\(zone))."
    }
    func takeBackUntil(_ time: String) -> String {
        "Jusqu’à \(time), sauf si ces heures sont facturées avant."
    }
    func nextDay(_ time: String) -> String { "\(time) le lendemain" }
    func wasAndIs(_ before: Int, _ now: Int) -> String {
        "Vous aviez vu \(hours(before)). Elle compte maintenant \(hours(now))."
    }

    func did(_ what: TimesheetEntry.What) -> String {
        switch what {
        case .received: "a envoyé les heures"
        case .changed: "a modifié les heures"
        case .approved: "a approuvé"
        case .approvedFirst(let limit): approvedFirst(limit)
        case .approvalWithdrawn: "a annulé l’approbation"
        case .rejected(let reason, _): "a renvoyé la feuille : \(name(reason))"
        case .commented: "a commenté"
        case .invoiced: "a porté les heures sur une facture"
        }
    }

    func name(_ reason: RejectionReason) -> String {
        switch reason {
        case .wrongHours: "Les heures ne concordent pas"
        case .notWorked: "N’a pas travaillé"
        case .wrongWorksite: "Mauvais lieu de travail"
        case .breakMissing: "Pause manquante"
        case .other: "Autre chose"
        }
    }

    /// Which part of the limit it was over, is for who may see rates: here it is told of hours alone.
    private func approvedFirst(_ limit: ApprovalLimit) -> String {
        guard let minutes = limit.minutes, limit.amount == nil else {
            return "a donné la première de deux approbations : au-delà de la limite d’approbation"
        }
        return "a donné la première de deux approbations : plus de \(hours(minutes))"
    }

    private func hours(_ minutes: Int) -> String { FrenchTimesheets().hours(minutes) }
    private func text(_ day: Day) -> String { FrenchTimesheets().day(day) }
}

extension FrenchTimesheetRules {
    func chip(_ exception: TimesheetException) -> String {
        switch exception {
        case .overtime(let minutes): "\(hours(minutes)) suppl."
        case .doubleTime(let minutes): "Temps double \(hours(minutes))"
        case .longDay(let day, let minutes): "\(hours(minutes)) le \(text(day))"
        case .outsideAssignment(let day): "Hors dates : \(text(day))"
        case .overSchedule(let minutes): "\(hours(minutes)) de plus que prévu"
        case .overtimeUnclassified(let minutes): "\(hours(minutes)) au-delà de 40 h"
        case .overtimeDiffers: "Heures suppl. différentes"
        case .missedBreak(let missed): FrenchOvertime().chip(missed)
        case .editedAfterSubmission: "Modifiée après l’envoi"
        case .noHours: "Aucune heure"
        }
    }

    func explain(_ exception: TimesheetException) -> String {
        switch exception {
        case .overtime: "Ces heures sont facturées comme heures supplémentaires."
        case .doubleTime: "Ces heures sont facturées à temps double."
        case .longDay: "Plus de douze heures en une journée."
        case .outsideAssignment: "L’affectation ne couvre pas ce jour."
        case .overSchedule: "Plus que l’horaire de la semaine."
        case .overtimeUnclassified:
            "Plus de quarante heures normales, et la source n’a pas dit lesquelles sont supplémentaires."
        case .overtimeDiffers(let delivered, let ruled): FrenchOvertime().differs(delivered, ruled)
        case .missedBreak(let missed): FrenchOvertime().explain(missed)
        case .editedAfterSubmission: "Les heures ont été modifiées après leur première arrivée."
        case .noHours: "Selon la feuille de temps, rien n’a été travaillé."
        }
    }

    func explain(_ refusal: TimesheetRefusal) -> String {
        switch refusal {
        case .unknown, .unknownAssignment: "Cette feuille de temps n’existe pas."
        case .notAllowed: "La décision sur ces heures ne vous revient pas."
        case .changedSinceShown:
            "Les heures ont changé depuis l’ouverture de la page; rien n’a été décidé."
        case .alreadyApproved: "Ces heures étaient déjà approuvées."
        case .alreadyRejected: "Ces heures étaient déjà renvoyées."
        case .notApproved: "Ces heures ne sont pas approuvées; il n’y a rien à annuler."
        case .alreadyInvoiced: "L’approbation est maintenue, car ces heures figurent sur une facture."
        case .tooLateToWithdraw:
            "Une approbation peut être annulée pendant dix minutes. Demandez une correction à l’agence."
        case .secondPersonNeeded:
            "Deux personnes approuvent ces heures. Chacune donne une approbation et n’annule que la sienne."
        case .overLimit:
            "Ces heures attendent une deuxième approbation, et elles dépassent votre limite."
        case .ownHours:
            "Personne ne décide de ses propres heures, ni quelqu’un à la place du travailleur. Une autre "
                + "personne de votre entreprise s’en charge."
        case .notStartOfWeek: "La semaine ne commence pas le premier jour de la semaine de travail."
        case .dayOutsideWeek(let day): "Le \(text(day)) n’est pas dans la semaine."
        case .twoEntriesForDay(let day): "Le \(text(day)) figure deux fois dans la semaine."
        case .impossibleHours(let day, let minutes):
            "Le \(text(day)) ne peut pas compter \(hours(minutes))."
        case .overlappingPunches(let day):
            "Les heures du \(text(day)) se chevauchent ou finissent avant de commencer."
        case .wordsMissing: "Écrivez quelques mots."
        case .wordsTooLong: "Écrivez au plus \(TimesheetRules.longestWords) caractères."
        case .tooMany: "C’est plus que ce qui peut être décidé à la fois. Sélectionnez-en moins."
        }
    }
}
