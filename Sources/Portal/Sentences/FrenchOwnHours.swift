extension French {
    package var ofOwnHours: any OwnHoursWords { FrenchOwnHours() }
}

/// French for people of a client who work there, too.
struct FrenchOwnHours: OwnHoursWords {
    var barred: String {
        "pas de celles-ci : ce sont les siennes, ou celles de la personne remplacée"
    }

    func isWorker(_ name: String, _ worker: String, _ number: String) -> String {
        "\(name) travaille aussi ici (\(worker), \(number)) et ne décide que des heures des autres"
    }
}
