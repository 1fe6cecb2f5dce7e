extension French: LeavingSentences {
    package var leavingUndoHint: String {
        "Vous pouvez l’annuler pendant dix minutes; la personne aura alors besoin d’un nouveau lien et "
            + "choisira un nouveau mot de passe."
    }
    package var leavingAuthenticator: String { "Les codes d’une application prennent fin." }
    package var leavingLink: String { "Un lien que la personne n’a pas encore utilisé prend fin." }
    package var leavingNoSite: String { "Aucun lieu de travail ne reste sans personne pour approuver." }
    package var everywhere: String { "Partout" }
    package var asEverywhere: String { "Comme partout" }
    package var chooseSomebody: String { "Choisissez une personne" }
    package var returned: String { "Le retrait est annulé. La personne détient ce qu’elle détenait avant." }
    package var returnNotRecorded: String {
        "Le serveur n’a pas pu noter la fin des anciens moyens de connexion; rien n’a été annulé. Réessayez."
    }

    package func leavingTitle(_ name: String) -> String { "Au départ de \(name)" }
    package func leavingSessions(_ count: Int) -> String {
        Self.counted(count, "session ouverte prend fin.", "sessions ouvertes prennent fin.")
    }
    package func leavingPasskeys(_ count: Int) -> String {
        Self.counted(count, "clé d’accès prend fin.", "clés d’accès prennent fin.")
    }
    package func leavingSite(_ worksite: String, _ waiting: Int) -> String {
        let sheets =
            switch waiting {
            case 0: "aucune feuille de temps n’y attend maintenant"
            case 1: "1 feuille de temps y attend"
            default: "\(waiting) feuilles de temps y attendent"
            }
        return "Personne d’autre ne peut approuver à \(worksite); \(sheets)."
    }
    package func notInYet(_ name: String) -> String {
        "\(name) (invitation envoyée, aucune session encore)"
    }
    package func leavingStandIn(_ line: String) -> String { "\(line) : cela prend fin." }
    package func returnedTitle(_ name: String) -> String { "\(name) est de retour" }
    package func goneLately(_ name: String) -> String { "L’accès de \(name) a été retiré" }
    package func undoRemoval(_ name: String) -> String { "Annuler : rétablir l’accès de \(name)" }
    package func undoRemovalHint(until time: String) -> String {
        "Jusqu’à \(time). La personne reçoit un nouveau lien par courriel; son ancien mot de passe, ses clés "
            + "d’accès et ses sessions restent terminés."
    }
}
