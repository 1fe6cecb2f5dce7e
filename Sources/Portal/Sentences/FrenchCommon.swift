package import Formats
package import HTTP
package import Journal
package import Staffing

extension French: CommonSentences {
    package var language: Language { .french }
    package var formats: FormatLanguage { .frenchCA }
    package var skipToContent: String { "Aller au contenu" }
    package var mainNavigation: String { "Menu principal" }
    package var yourAccount: String { "Votre compte" }
    package var signOut: String { "Fermer la session" }
    package var help: String { "Aide" }
    package var toHome: String { "Aller à votre page d’accueil" }
    package var somethingIsWrong: String { "Veuillez vérifier ce que vous avez saisi" }
    package var timesheets: String { "Feuilles de temps" }
    package var invoices: String { "Factures" }
    package var assignments: String { "Affectations" }
    package var people: String { "Personnes" }
    package var clients: String { "Clients" }
    package var accessLog: String { "Journal des accès" }
    package var pages: String { "Pages de la liste" }
    package var previousPage: String { "Précédente" }
    package var nextPage: String { "Suivante" }
    package var filter: String { "Filtrer" }
    package var worksite: String { "Lieu de travail" }
    package var allWorksites: String { "Tous les lieux de travail" }

    package func errorTitle(_ title: String) -> String { "Erreur : \(title)" }
    package func footer(agency: String) -> String { "\(agency) · portail client" }
    package func range(_ first: Int, _ last: Int, of count: Int) -> String {
        "\(first) à \(last) sur \(count)"
    }
    package func requestNumber(_ number: String) -> String { "Requête \(number)" }

    package func problem(_ status: Status) -> ProblemWords {
        switch status {
        case .notFound:
            ProblemWords(
                title: "Page introuvable", explanation: "Il n’y a rien ici, ou rien que vous puissiez voir.",
                next: "Vérifiez l’adresse ou repartez de votre page d’accueil.")
        case .forbidden:
            ProblemWords(
                title: "Ce formulaire n’est plus à jour",
                explanation:
                    "Il a été ouvert dans une autre session ou sur un autre site; rien n’a été modifié.",
                next: "Revenez en arrière, actualisez la page et envoyez-le de nouveau.")
        case .conflict:
            ProblemWords(
                title: "Quelque chose a changé entre-temps", explanation: "Vous n’avez rien modifié.",
                next: "Revenez en arrière, actualisez la page et décidez de nouveau.")
        case .tooManyRequests:
            ProblemWords(
                title: "Trop de tentatives", explanation: "Par sécurité, nous faisons une courte pause.",
                next: "Attendez une minute, puis réessayez.")
        case .contentTooLarge:
            ProblemWords(
                title: "C’est trop à la fois",
                explanation: "Votre envoi dépasse ce que cette page accepte.",
                next: "Envoyez un fichier plus petit ou moins d’éléments à la fois.")
        case .methodNotAllowed:
            ProblemWords(
                title: "Cela ne fonctionne pas ici",
                explanation: "Cette adresse ne s’utilise pas de cette façon.",
                next: "Repartez de votre page d’accueil.")
        case .serviceUnavailable:
            ProblemWords(
                title: "Indisponible pour le moment",
                explanation: "Rien de ce qui vous a été confirmé n’est perdu.",
                next: "Réessayez dans une minute. Si cela persiste, donnez à l’agence le numéro ci-dessous.")
        default:
            ProblemWords(
                title: "Cela n’a pas fonctionné", explanation: "La requête n’a pas pu être comprise.",
                next: "Revenez en arrière, actualisez la page et réessayez.")
        }
    }

    package func notRecorded(_ failure: StoreFailure) -> String {
        switch failure {
        case .full, .busy:
            "Votre modification n’a pas été enregistrée : le serveur manque de place pour le moment. Rien "
                + "n’est "
                + "perdu."
        case .outcomeUnknown:
            "Le serveur n’a pas pu confirmer votre modification. Consultez le dossier avant de réessayer."
        default:
            "Votre modification n’a pas été enregistrée : les dossiers de cette entreprise ne peuvent pas "
                + "être "
                + "modifiés pour le moment."
        }
    }

    package func notShown(_ failure: StoreFailure) -> String {
        let rule =
            "Les factures, les taux et les fichiers ne sont montrés que si l’on peut noter qui les a vus."
        return switch failure {
        case .full, .busy: "\(rule) Le serveur manque de place pour le noter en ce moment."
        default: "\(rule) Cela ne peut pas être noté en ce moment : l’agence doit vérifier son serveur."
        }
    }

    package func notReadable(_ failure: StoreFailure) -> String {
        switch failure {
        case .stopped, .outcomeUnknown:
            "Le serveur n’a pas pu écrire sur son disque et a fermé les dossiers de cette entreprise. Tout "
                + "ce "
                + "qui vous a été confirmé est conservé. L’agence le voit et doit rouvrir les dossiers."
        default:
            "Les dossiers de cette entreprise ne peuvent pas être ouverts pour le moment. L’agence doit "
                + "vérifier son serveur."
        }
    }

    /// `A, B et C`
    func listed(_ names: [String], _ word: String = "et") -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " \(word) " + last
    }

    /// The singular for none and for one.
    static func counted(_ count: Int, _ one: String, _ other: String) -> String {
        "\(DecimalStyle(.frenchCA).text(Int64(count), scale: 0)) \(count < 2 ? one : other)"
    }
}
