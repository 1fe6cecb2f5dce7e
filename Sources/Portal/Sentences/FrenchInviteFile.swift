import Formats
import Staffing

extension French {
    package var ofInviteFile: any InviteFileWords { FrenchInviteFile() }
}

/// French for inviting several people from a file.
struct FrenchInviteFile: InviteFileWords {
    var title: String { "Inviter plusieurs personnes" }
    var inviteSeveral: String { "En inviter plusieurs" }
    var columnsTitle: String { "Ce que contient le fichier" }
    var columns: [(String, String)] {
        [
            ("name", "Prénom et nom"),
            ("email", "Son propre courriel, un par personne"),
            ("language", "en, fr ou es. Vide : la langue de votre entreprise"),
            ("role", "Comme dans le formulaire pour une personne, par exemple Approbateur"),
            (
                "place",
                "Le code ou le nom d’un lieu de travail, d’un service ou d’un centre de coûts, ou "
                    + "« company » pour tout"
            ),
            ("from", "Le premier jour, comme 2026-12-01. Vide : aujourd’hui"),
            ("until", "Le dernier jour. Vide : jusqu’à nouvel ordre"),
        ]
    }
    var severalRows: String {
        "Une personne qui a plusieurs rôles ou plusieurs lieux a une ligne pour chacun. La première ligne "
            + "porte les noms des colonnes."
    }
    var template: String { "Télécharger un modèle" }
    var file: String { "Fichier" }
    var fileHint: String {
        "CSV, au plus \(rows(InviteFile.mostRows)) et \(InviteFile.mostBytes >> 20) Mo. Personne n’est "
            + "invité avant que vous ayez vu ce qui se passerait."
    }
    var fileMissing: String { "Choisissez un fichier" }
    var look: String { "Voir ce qui se passerait" }
    var checkTitle: String { "Ce qui se passerait" }
    var doneTitle: String { "Invitations à partir d’un fichier" }
    var nothingDone: String { "Personne n’a encore été invité" }
    var changedMeanwhile: String {
        "Quelque chose a changé depuis l’ouverture de la page; rien n’a été fait. Voici ce qui se passerait "
            + "maintenant."
    }
    var rowsRefusedHint: String {
        "Les autres lignes n’attendent pas celles-ci. Corrigez-les dans le fichier ci-dessous et envoyez-le "
            + "à part."
    }
    var refusedFile: String { "Télécharger les lignes refusées" }
    var invitedFigure: String { "Personnes à inviter" }
    var extendedFigure: String { "Personnes qui reçoivent un rôle de plus" }
    var linkedFigure: String { "Nouveaux liens" }
    var rowsFigure: String { "Lignes du fichier" }
    var refusedRows: String { "Lignes refusées" }
    var unchangedRows: String { "Lignes déjà en vigueur" }
    var peopleOfFile: String { "Personnes" }
    var nothingToDo: String { "Rien dans ce fichier ne changerait quoi que ce soit." }
    var another: String { "Choisir un autre fichier" }
    var line: String { "Ligne" }
    var column: String { "Colonne" }
    var whatToDo: String { "À faire" }
    var whatHappens: String { "Effet" }
    var ability: String { "Cette personne" }
    var isInvited: String { "Invitée" }
    var isExtended: String { "Reçoit un rôle de plus" }
    var isLinked: String { "Nouveau lien" }
    var isUnchanged: String { "L’a déjà" }
    var newLinkWhy: String {
        "a déjà été invitée et n’a pas de lien qui fonctionne : en reçoit un nouveau par courriel"
    }

    func explanation(_ client: String) -> String {
        "À partir d’un fichier avec une ligne par personne et par rôle chez \(client). Vous voyez ligne par "
            + "ligne ce qui se passerait avant le moindre courriel."
    }

    func rowsRefused(_ count: Int) -> String { French.counted(count, "ligne refusée", "lignes refusées") }

    func confirm(invited: Int, extended: Int, linked: Int) -> String {
        sentence([
            (invited, "inviter " + people(invited)),
            (extended, "donner un rôle de plus à " + people(extended)),
            (linked, "envoyer " + French.counted(linked, "nouveau lien", "nouveaux liens")),
        ])
    }

    func done(invited: Int, extended: Int, linked: Int) -> String {
        let text = sentence([
            (invited, French.counted(invited, "personne a été invitée", "personnes ont été invitées")),
            (extended, French.counted(extended, "personne a", "personnes ont") + " un rôle de plus"),
            (linked, French.counted(linked, "nouveau lien envoyé", "nouveaux liens envoyés")),
        ])
        return text.isEmpty ? "Rien n’a changé." : text + "."
    }

    func refusedMeanwhile(_ count: Int) -> String {
        "Rien n’a été fait pour \(people(count)), dont quelque chose a changé entre-temps. Leur état actuel "
            + "figure ci-dessous."
    }

    func unsent(_ count: Int) -> String {
        French.counted(count, "courriel n’a pas pu être écrit", "courriels n’ont pas pu être écrits")
            + ". Envoyez de nouveau le même fichier : les personnes sans lien en reçoivent un."
    }

    func firstOf(_ shown: Int, _ count: Int) -> String { "Les \(shown) premières de \(count)" }

    private func people(_ count: Int) -> String { French.counted(count, "personne", "personnes") }

    private func rows(_ count: Int) -> String { French.counted(count, "ligne", "lignes") }

    private func sentence(_ parts: [(Int, String)]) -> String {
        let text = French().listed(parts.filter { $0.0 > 0 }.map(\.1))
        return text.prefix(1).uppercased() + text.dropFirst()
    }
}

extension FrenchInviteFile {
    func explain(_ fault: InviteFault) -> String {
        switch fault {
        case .languageUnknown(let text):
            "« \(text) » n’est pas une langue du portail. Écrivez en, fr ou es."
        case .roleUnknown(let text):
            text.isEmpty
                ? "Écrivez le rôle comme il s’appelle dans le formulaire pour une personne."
                : "Il n’y a pas de rôle « \(text) ». Écrivez-le comme dans le formulaire pour une personne."
        case .placeMissing:
            "Écrivez le code d’un lieu de travail, d’un service ou d’un centre de coûts, ou « company » pour "
                + "toute l’entreprise."
        case .placeUnknown(let text):
            "Rien ici ne s’appelle « \(text) ». Écrivez le code d’un lieu de travail, d’un service ou d’un "
                + "centre de coûts."
        case .placeUnclear(let text):
            "Plusieurs endroits s’appellent « \(text) ». Écrivez « worksite », « department » ou « cost "
                + "center », puis le code."
        case .dateUnclear(_, let text):
            "« \(text) » n’est pas une date. Écrivez-la année-mois-jour, comme 2026-12-01."
        case .nameDiffers(let line):
            "La ligne \(line) a un autre nom pour ce courriel. Chaque personne a le sien."
        case .languageDiffers(let line): "La ligne \(line) a une autre langue pour la même personne."
        case .repeats(let line):
            "La ligne \(line) y donne déjà le même rôle, pour une partie de ces jours."
        case .rule(.roleNotGiven): "Votre agence donne elle-même ce rôle. Demandez-le-lui."
        case .rule(.unknownWorksite), .rule(.unknownUnit): "Cet endroit n’est plus utilisé."
        case .rule(let refusal): French().explain(refusal).withoutStop + "."
        }
    }

    func explain(_ refusal: InviteFileRefusal) -> String {
        switch refusal {
        case .unreadable(.tooManyRows(let limit)): "Le fichier compte plus de \(rows(limit))."
        case .unreadable(.tooManyBytes): "Le fichier dépasse \(InviteFile.mostBytes >> 20) Mo."
        case .unreadable:
            "Ce fichier ne se lit pas comme du CSV en UTF-8. Enregistrez-le comme « CSV UTF-8 » et "
                + "choisissez-le de nouveau."
        case .empty:
            "Le fichier n’a aucune ligne. La première porte les noms des colonnes; les personnes suivent."
        case .strangeColumn(let name):
            "Il n’y a pas de colonne « \(name) ». Retirez-la ou corrigez-la : "
                + InviteFile.Column.allCases.map(\.rawValue).joined(separator: ", ") + "."
        case .columnTwice(let name): "La colonne « \(name) » figure deux fois."
        case .columnMissing(let name): "La colonne « \(name) » manque dans la première ligne."
        case .ambiguousDates:
            "Les dates peuvent se lire mois-jour et jour-mois. Écrivez-les année-mois-jour, comme 2026-12-01."
        case .mixedDates: "Les dates ne sont pas toutes écrites de même. Écrivez-les année-mois-jour."
        }
    }
}

extension String {
    fileprivate var withoutStop: Substring { hasSuffix(".") ? dropLast() : self[...] }
}
