import Staffing

extension French {
    package var ofCutoffs: any CutoffWords { FrenchCutoffs() }
}

/// French about deadlines and reminders.
struct FrenchCutoffs: CutoffWords {
    static let helpTopic = HelpTopic(
        question: "Avant quand faut-il approuver les heures, et qui reçoit un rappel?",
        answer: """
            L’échéance figure au-dessus des feuilles de temps, à l’heure du lieu de travail; un jour férié \
            là-bas la reporte au jour ouvrable suivant. Les approbateurs reçoivent au plus un courriel par \
            jour tant que quelque chose attend et que l’échéance approche, puis les remplaçants, puis un \
            contact que l’agence a inscrit, toujours aux heures de bureau. Ouvrir le lien d’un courriel \
            n’approuve rien.
            """)

    func dueBy(_ moment: String, at worksites: [String], own: String?) -> String {
        "Échéance : \(moment)" + (own.map { " (\($0))" } ?? "") + ". "
            + worksites.joined(separator: ", ")
    }

    func nothingWaits(until moment: String, at worksites: [String]) -> String {
        "La prochaine échéance est \(moment) (\(worksites.joined(separator: ", ")))."
    }

    let willBeMissed = "Une échéance sera manquée : personne n’est là pour approuver"
    let coverageHint = """
        La personne choisie peut approuver là-bas d’aujourd’hui jusqu’à l’échéance, et pas plus longtemps.
        """
    let chooseApprover = "Qui approuve?"
    let letApprove = "Lui permettre d’approuver"
    let nobodyToChoose = """
        Invitez d’abord quelqu’un : personne d’autre de votre entreprise n’a encore ouvert de session.
        """
    let covered = "C’est fait. Cette personne voit aussitôt les heures de là-bas."

    func gap(at worksite: String, by moment: String) -> String { "\(worksite), avant \(moment)" }

    func absence(_ name: String, _ why: CoverageGap.Why, _ day: (Day) -> String) -> String {
        switch why {
        case .away(let through):
            "\(name) s’absente" + (through.map { " jusqu’au \(day($0))" } ?? "") + "."
        case .ended(let last): "\(name) ne peut approuver que jusqu’au \(day(last))."
        case .begins(let first): "\(name) ne peut approuver qu’à partir du \(day(first))."
        case .notJoined: "\(name) a une invitation et n’a pas encore ouvert de session."
        }
    }

    let digests = "Courriels sur les heures en attente"
    let digestsHint = """
        Au plus un par jour, et seulement tant que quelque chose vous attend et que l’échéance approche. Le \
        dernier avant une échéance vient dans tous les cas.
        """
    let digestsDaily = "Une fois par jour"
    let digestsOff = "Seulement le dernier"
    let save = "Enregistrer"
    let digestsSaved = "Enregistré."

    func digestMail(_ digest: DigestWords) -> DigestMailWords {
        let reason =
            switch digest.rung {
            case .approver: "ces heures vous attendent chez \(digest.company) :"
            case .standIn:
                "ces heures attendent encore chez \(digest.company), et vous pouvez en décider :"
            case .escalation:
                "ces heures attendent encore chez \(digest.company), et ni les approbateurs ni leurs "
                    + "remplaçants n’ont décidé :"
            }
        return DigestMailWords(
            subject: "Heures à approuver avant \(digest.moment)",
            paragraphs: ["Bonjour \(digest.name),", reason] + digest.lines + [
                digest.link,
                "Le lien montre ce résumé à toute personne qui l’a, pendant trois jours. L’ouvrir n’approuve "
                    + "rien : vous décidez après avoir ouvert une session.",
                "La fréquence de nos courriels se choisit sous « Courriels sur les heures en attente » dans "
                    + "votre compte.",
            ])
    }

    func digestLine(_ worksite: String, count: Int, hours: String, clean: Int, unusual: Int) -> String {
        let parts = [
            clean > 0 ? French.counted(clean, "comme prévu", "comme prévu") : nil,
            unusual > 0 ? "\(unusual) à regarder" : nil,
        ].compactMap(\.self)
        let sheets = French.counted(count, "feuille de temps", "feuilles de temps")
        return "\(worksite) : \(sheets), \(hours) (\(parts.joined(separator: ", ")))"
    }

    func due(_ moment: String) -> String { "Échéance : \(moment)" }
    let digestTitle = "Heures qui vous attendent"
    let digestNote = """
        Voici ce que disait le courriel. Rien ne s’approuve ici : vous décidez après avoir ouvert une session.
        """
    let digestIsOver = "Ce lien a pris fin"
    let digestIsOverHint = """
        Il date peut-être de plus de trois jours. Ouvrez une session pour voir ce qui vous attend maintenant.
        """
    let nothingLeft = "Plus rien n’en attend."
    let openTimesheets = "Voir les feuilles de temps et décider"
}
