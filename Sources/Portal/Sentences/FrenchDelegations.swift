package import Staffing

extension French: DelegationSentences {
    package var whenAway: String { "Pendant votre absence" }
    package var delegationHint: String {
        """
        Une autre personne décide des feuilles de temps pendant l’absence. Elle y voit les heures, non les \
        taux, et ne peut rien faire de plus que la personne remplacée. Ses décisions sont notées sous les \
        deux noms.
        """
    }
    package var inPlaceOfOthers: String { "À la place d’autres personnes" }
    package var newDelegation: String { "Se faire remplacer" }
    package var delegateEmail: String { "Son courriel" }
    package var delegateEmailHint: String {
        "Une personne de votre entreprise qui ouvre déjà des sessions ici."
    }
    package var delegationScope: String { "Où?" }
    package var everywhereDecided: String { "Partout" }
    package var onlyThere: String { "Seulement à ces lieux de travail :" }
    package var worksiteNeeded: String { "Choisissez au moins un lieu de travail, ou partout" }
    package var giveDelegation: String { "Confier le remplacement" }
    package var endDelegation: String { "Y mettre fin maintenant" }
    package var delegationGiven: String { "C’est organisé. Les deux personnes en sont avisées par courriel." }
    package var delegationEnded: String { "C’est terminé. Les deux personnes en sont avisées par courriel." }
    package var delegationUnmailed: String {
        "C’est fait, mais les courriels à ce sujet n’ont pas pu être envoyés. Avisez-les vous-même."
    }
    package var arrangeDelegation: String { "Remplacement" }

    package func whenAway(_ name: String) -> String { "Pendant l’absence de \(name)" }
    package func standInsOf(_ name: String) -> String { "À la place de \(name)" }
    package func standsIn(
        _ delegate: String, for giver: String, at worksites: [String], from: String, through: String
    ) -> String {
        let places = worksites.isEmpty ? "partout" : "à \(listed(worksites))"
        return "\(delegate) remplace \(giver) \(places), du \(from) au \(through)"
    }
    package func standsInFor(_ name: String, until day: String) -> String {
        "Remplace \(name) jusqu’au \(day)"
    }
    package func signed(_ name: String, inPlaceOf giver: String) -> String { "\(name) pour \(giver)" }

    package func delegationMail(
        name: String, line: String, company: String, arranger: String, isEnd: Bool
    ) -> DelegationWords {
        let what =
            isEnd
            ? "Ceci était prévu, et \(arranger) y a mis fin :" : "\(arranger) a organisé ceci :"
        return DelegationWords(
            subject: isEnd ? "Fin d’un remplacement chez \(company)" : "Remplacement chez \(company)",
            paragraphs: [
                "Bonjour \(name),", what, line + ".",
                "Sous « Pendant votre absence », dans votre compte, vous voyez ce qui s’applique à vous.",
            ])
    }

    package func explain(_ refusal: DelegationRefusal) -> String {
        switch refusal {
        case .unknown: "Cela n’existe pas, ou est déjà terminé."
        case .notAllowed: "Vous ne pouvez pas organiser cela."
        case .delegateUnfit:
            "Personne ayant déjà ouvert une session dans votre entreprise n’utilise ce courriel. Un admin "
                + "peut "
                + "d’abord l’inviter."
        case .toOneself: "Entrez le courriel de quelqu’un d’autre"
        case .datesBackward: "Entrez un dernier jour qui ne précède pas le premier"
        case .endMissing: "Entrez le dernier jour"
        case .tooLong:
            "Entrez un dernier jour au plus \(DelegationRules.longestDays) jours après le premier"
        case .alreadyOver: "Entrez un dernier jour qui n’est pas encore passé"
        case .nothingToLend:
            "Il n’y a rien à confier : d’autres décident des feuilles de temps pendant cette période."
        case .widerThanOwn:
            "Choisissez seulement des lieux où la personne absente décide pendant cette période"
        case .circle:
            "Cette personne est absente pendant cette période, et son remplacement ramène ici. "
                + "Choisissez-en une "
                + "autre."
        case .tooMany:
            "Au plus \(DelegationRules.mostRunning) remplacements à la fois. Mettez d’abord fin à l’un d’eux."
        }
    }
}
