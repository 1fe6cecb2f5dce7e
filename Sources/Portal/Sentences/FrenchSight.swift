extension French: SightSentences {
    package var whoCanSeeThis: String { "Qui peut voir ceci" }
    package var whoSeesExplanation: String {
        "Toutes les personnes qui le voient aujourd’hui, ce qui le leur permet et ce qu’elles en voient."
    }
    package var whoSeesOfClient: String { "Personnes de l’entreprise" }
    package var nobodySees: String { "Personne de l’entreprise ne peut le voir aujourd’hui." }
    package var sightBecause: String { "Parce que" }
    package var sightFields: String { "Voit aussi" }
    package var sightDeeds: String { "Peut" }
    package var sightCan: String { "Peut" }
    package var sightPlace: String { "Où" }

    package func whoSees(_ record: String) -> String { "Qui peut voir \(record)" }
    package func whatSees(_ person: String) -> String { "Ce que \(person) peut voir et faire" }
    package func agencyRolesSee(_ agency: String, _ roles: String) -> String {
        roles.isEmpty
            ? "Personne chez \(agency) ne le voit."
            : "Chez \(agency), les personnes ayant ces rôles le voient : \(roles)."
    }
}
