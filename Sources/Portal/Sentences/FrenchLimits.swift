import Staffing

extension French: LimitSentences {
    package var ofLimits: any LimitWords { FrenchLimits() }
}

struct FrenchLimits: LimitWords {
    let waitsForSecond = "Attend une deuxième approbation"
    let overLimit = "au-delà de la limite d’approbation"
    let limitTitle = "Limite pour approuver à titre individuel"
    let limitHint = """
        Laissez vide pour ne fixer aucune limite. Au-delà, l’approbation de cette personne est la première \
        de deux : la feuille de temps attend ensuite une personne dont la limite le permet.
        """
    let hoursLimit = "Heures par feuille de temps"
    let hoursUnclear = "Entrez des heures, comme 40 ou 37,5"
    let amountUnclear = "Entrez un montant, comme 2500 ou 2500,00"
    let impossible = """
        La limite dépasse ce qu’une feuille de temps peut contenir. Laissez vide pour ne fixer aucune limite.
        """
    let takeFirstBack = "Vous pouvez l’annuler tant qu’une deuxième personne n’a pas approuvé."
    let nobodyUnlimited = "Personne n’approuve sans limite"
    let nobodyUnlimitedHint = """
        Une feuille de temps au-delà de toutes les limites attend qu’une personne sans limite, ou avec une \
        limite plus élevée, puisse approuver là.
        """

    func alone(minutes: Int?, amount: String?) -> String {
        let parts = [
            minutes.map { FrenchTimesheets().hours($0) },
            amount.map { $0.isEmpty ? "un montant fixé" : $0 },
        ].compactMap(\.self)
        return "individuellement jusqu’à \(parts.joined(separator: " et ")) par feuille de temps"
    }

    func over(hours minutes: Int) -> String { "plus de \(FrenchTimesheets().hours(minutes))" }
    func over(amount: String) -> String { "plus de \(amount)" }

    func begun(by name: String, over: String, waitsFor others: [String]) -> String {
        let next =
            others.isEmpty
            ? "personne ne peut encore donner la deuxième approbation" : "en attente de \(either(others))"
        return "Approuvée par \(name), \(next) : \(over)"
    }

    func needsSecond(_ limit: String) -> String {
        "Cette feuille compte \(limit). Votre approbation est la première de deux : une deuxième personne "
            + "doit "
            + "aussi l’approuver."
    }

    func yoursCompletes(_ name: String, over: String) -> String {
        "\(name) l’a approuvée. Elle demande une deuxième approbation : \(over)."
    }

    func amountLimit(_ currency: String) -> String { "Montant par feuille de temps (\(currency))" }

    func begunNow(_ sheets: Int) -> String {
        sheets < 2
            ? "\(sheets) attend une deuxième approbation" : "\(sheets) attendent une deuxième approbation"
    }

    func approvedNow(_ sheets: Int, _ time: String, begun: Int) -> String {
        guard sheets > 0 else { return begunNow(begun) }
        return "\(sheets) \(sheets < 2 ? "approuvée" : "approuvées"), \(time); \(begunNow(begun))"
    }

    func notYoursToComplete(_ sheets: Int) -> String {
        "\(sheets) \(sheets < 2 ? "attend" : "attendent") une deuxième approbation qui ne vous revient pas."
    }

    func unlimited(_ names: [String]) -> String {
        if names.isEmpty { return "Aujourd’hui, personne d’autre n’approuve sans limite." }
        let who = names.count > Self.mostNames ? "\(names.count) autres personnes" : French().listed(names)
        return "Aujourd’hui, \(who) \(names.count < 2 ? "approuve" : "approuvent") sans limite."
    }

    func nobodyUnlimited(at worksites: [String]) -> String {
        "Personne n’approuve sans limite à \(French().listed(worksites)) aujourd’hui"
    }

    private static let mostNames = 3

    private func either(_ names: [String]) -> String {
        names.count > Self.mostNames ? "la deuxième approbation" : French().listed(names, "ou")
    }
}
