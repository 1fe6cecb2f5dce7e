import Staffing

extension French: ExpectedSentences {
    package var ofExpected: any ExpectedWords { FrenchExpected() }
    package var ofHoursForm: any HoursFormWords { FrenchHoursForm() }
    package var ofWorkerPage: any WorkerPageWords { FrenchWorkerPage() }
}

struct FrenchExpected: ExpectedWords {
    let tab = "Attendues"
    let late = "En retard"
    let notDue = "Pas encore dues"
    let nothingExpected = "Aucune heure ne manque"
    let nothingExpectedExplanation = """
        Toutes les personnes prévues à l’horaire ont remis leurs heures ou dit pourquoi il n’y en a pas.
        """
    let explanation = """
        Les personnes prévues à l’horaire dont les heures ne sont pas arrivées. L’agence les leur demande.
        """
    let due = "Échéance"
    let noHours = "Sans heures"
    let standing = "État"

    func byPersonalLink(_ name: String) -> String { "\(name) par lien personnel" }

    func count(late: Int, early: Int) -> String {
        let parts = [
            late > 0 ? "\(late) en retard" : nil, early > 0 ? "\(early) à venir" : nil,
        ].compactMap(\.self)
        return parts.joined(separator: ", ")
    }

    func dueBy(_ day: String) -> String { "À remettre au plus tard le \(day)" }
    func lateSince(_ day: String) -> String { "En retard, à remettre le \(day)" }

    func idle(_ kind: IdleWeek.Kind, _ reason: IdleWeek.Reason) -> String {
        let why = FrenchWorkerPage().reason(reason).lowercasedFirst
        return switch kind {
        case .zeroAttested: "Rien de travaillé : \(why)"
        case .notNeeded: "Pas requise : \(why)"
        }
    }

    func attested(by name: String, on moment: String, restsMissed: [String]) -> String {
        let rests =
            restsMissed.isEmpty ? "" : " Pause payée manquée : \(restsMissed.joined(separator: ", "))."
        return "\(name) a attesté ces heures le \(moment).\(rests)"
    }
}

extension FrenchExpected {
    static let helpTopic = HelpTopic(
        question: "De qui les heures ne sont-elles pas arrivées?",
        answer: """
            Feuilles de temps a une troisième liste, Attendues : toutes les personnes prévues à l’horaire \
            dont les heures ne sont pas là, les retards en premier. Les heures sont dues le lendemain de \
            leur semaine. L’agence les demande; quand rien n’a été travaillé ou qu’aucune feuille n’est \
            requise, la raison figure plus bas.
            """)
}

struct FrenchHoursForm: HoursFormWords {
    let start = "Début"
    let end = "Fin"
    let breakStart = "Pause de"
    let breakEnd = "Pause à"
    let orHours = "Ou heures"
    let restMissed = "J’ai manqué une pause payée"
    let hint = """
        Inscrivez les heures de début et de fin (07:30) ou seulement la durée d’une journée (7,5 ou 7:30). \
        Laissez vides les jours sans travail. Une fin plus tôt que le début est le lendemain.
        """

    func legend(_ day: String, scheduled: String?) -> String {
        scheduled.map { "\(day), \($0) prévues" } ?? day
    }

    func timesAreOf(_ worksite: String) -> String { "C’est l’heure qu’il est à \(worksite)." }

    func explain(_ refusal: HoursEntryRefusal, on day: String) -> String {
        switch refusal {
        case .timesAndHours: "\(day) : inscrivez le début et la fin, ou la durée, mais pas les deux"
        case .startMissing: "\(day) : il manque le début"
        case .endMissing: "\(day) : il manque la fin"
        case .breakHalf: "\(day) : une pause a un début et une fin"
        case .breakWithoutTimes: "\(day) : avec une pause, inscrivez le début et la fin du travail"
        case .breakOutside: "\(day) : la pause doit se situer entre le début et la fin"
        case .notATime: "\(day) : inscrivez une heure telle que 07:30"
        case .notHours: "\(day) : inscrivez une durée telle que 7,5 ou 7:30"
        case .negative: "\(day) : une durée ne peut pas être négative"
        case .longerThanDay(let minutes):
            "\(day) : cette journée n’a que \(FrenchTimesheets().hours(minutes))"
        case .longerThanShift(let minutes):
            """
            \(day) : cela fait plus de \(FrenchTimesheets().hours(minutes)) de suite. Vérifiez le début et \
            la fin, ou inscrivez plutôt la durée
            """
        case .skipped: "\(day) : l’heure a été avancée et n’a jamais affiché ce moment"
        case .ambiguous:
            """
            \(day) : l’heure a été reculée et a affiché ce moment deux fois. Inscrivez plutôt la durée de \
            la journée
            """
        case .overlap: "\(day) : ces heures en chevauchent d’autres de la semaine"
        case .inFuture: "\(day) : cela n’a pas encore eu lieu"
        }
    }

    func explain(_ refusal: ExpectedRefusal) -> String {
        switch refusal {
        case .hours(let refusal): FrenchTimesheetRules().explain(refusal)
        case .notExpected: "Aucune heure n’est attendue pour cette semaine."
        case .notAllowed: "Vous n’y êtes pas autorisé."
        case .unknownWorker: "Ce travailleur n’est pas connu ici."
        case .hasSheet: "Des heures sont déjà arrivées pour cette semaine."
        case .notIdle: "La semaine est déjà ouverte."
        case .noHours: "Aucune heure n’est inscrite. Si rien n’a été travaillé, dites-le plus bas"
        case .overlapsOtherSheet(let day):
            "\(FrenchTimesheets().day(day)) : une autre feuille de ce travailleur a les mêmes heures"
        case .reasonMissing: "Choisissez une raison"
        case .wordsMissing: "Dites pourquoi en quelques mots"
        case .wordsTooLong: "Le texte est trop long : \(TimesheetRules.longestWords) caractères au plus"
        case .tooMuchTyped: "C’est plus que ce que peut contenir une semaine."
        case .attestationMissing: FrenchWorkerPage().attestationMissing
        }
    }
}

extension String {
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
