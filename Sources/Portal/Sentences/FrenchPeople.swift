package import Staffing

extension French: PeopleSentences {
    package var inviteSomebody: String { "Inviter une personne" }
    package var searchPeople: String { "Nom ou courriel" }
    package var findPeople: String { "Rechercher" }
    package var personColumn: String { "Personne" }
    package var wholeCompany: String { "Toute l’entreprise" }
    package var noAccess: String { "Aucun accès" }
    package var peopleByWorksite: String { "Personnes par lieu de travail" }
    package var nobodyFound: String { "Aucune personne trouvée" }
    package var nobodyFoundHint: String { "Aucun nom ni courriel ne contient ces mots." }
    package var personName: String { "Nom" }
    package var personLanguage: String { "Langue" }
    package var fromDay: String { "Du" }
    package var throughDay: String { "Au" }
    package var optionalMark: String { "(facultatif)" }
    package var personRoles: String { "Rôles" }
    package var personRolesHint: String {
        "Choisissez ce que cette personne fait, et où. Toute l’entreprise comprend les lieux de travail "
            + "ajoutés plus tard."
    }
    package var datesDiffer: String {
        """
        Ce que cette personne détient a des dates différentes. Elles restent telles quelles tant que ces \
        champs sont vides; les dates saisies ici valent pour tout ce qui est choisi.
        """
    }
    package var datesAsRecorded: String { "les dates notées pour chacun" }
    package var thisPerson: String { "Cette personne" }
    package var sentenceCan: String { "peut" }
    package var doNothingYet: String { "ne rien faire encore" }
    package var sentenceFrom: String { "à partir du" }
    package var sentenceUntil: String { "jusqu’au" }
    package var furtherNotice: String { "nouvel ordre" }
    package var sentenceToday: String { "aujourd’hui" }
    package var sentenceAnd: String { " et " }
    package var sendInvitation: String { "Envoyer l’invitation" }
    package var savePerson: String { "Enregistrer" }
    package var saveAnyway: String { "Enregistrer quand même" }
    package var leaveForm: String { "Annuler" }
    package var removeAccess: String { "Retirer l’accès" }
    package var removeAccessHint: String {
        """
        Toutes ses sessions sont fermées aussitôt; son mot de passe et ses liens prennent fin. Ses décisions \
        restent au dossier.
        """
    }
    package var sendLinkAgain: String { "Envoyer un nouveau lien" }
    package var peopleChanged: String { "Enregistré. Cela s’applique dès maintenant." }
    package var personRemoved: String { "Accès retiré. Toutes ses sessions sont fermées." }
    package var dateNeeded: String { "Entrez le premier jour" }
    package var dateUnclear: String { "Entrez la date sous la forme année-mois-jour, comme 2026-12-01" }
    package var fromNeeded: String { "Entrez aussi le premier jour, ou laissez les deux dates vides" }
    package var changedMeanwhile: String {
        "Quelqu’un d’autre a modifié cette personne entre-temps. Comparez avec ce qui est noté maintenant, "
            + "puis enregistrez de nouveau."
    }
    package var losingOwnAdmin: String {
        "Vous ne seriez plus admin du client : vous ne pourriez plus modifier les personnes, ni annuler ceci."
    }
    package var removingYourself: String {
        "C’est vous. Votre session serait fermée aussitôt, et vous ne pourriez pas l’annuler."
    }
    package var handOver: String { "Transférer et retirer l’accès" }
    package var handOverTo: String { "Qui approuve à sa place à partir d’aujourd’hui?" }
    package var chooseReceiver: String { "Choisissez qui approuve là à partir d’aujourd’hui" }
    package var keysRemain: String {
        """
        L’accès est retiré et la personne ne peut plus ouvrir de session. Le serveur n’a pas pu noter la fin \
        de son mot de passe et de ses liens; retirez l’accès de nouveau dans une minute.
        """
    }

    package func peopleHint(client: String) -> String { "Qui peut faire quoi, et où, chez \(client)" }
    package func peopleCount(people: Int, worksites: Int) -> String {
        Self.counted(people, "personne", "personnes") + ", "
            + Self.counted(worksites, "lieu de travail", "lieux de travail")
    }
    package func nobodyApproves(at worksites: [String]) -> String {
        "Personne ne peut approuver d’heures à \(listed(worksites)) aujourd’hui"
    }
    package var nobodyApprovesHint: String {
        "Les heures de là-bas attendent qu’une personne soit nommée approbatrice, pour ce lieu ou pour toute "
            + "l’entreprise."
    }
    package func name(_ standing: Contact.Standing) -> String {
        switch standing {
        case .invited: "Invitation envoyée"
        case .active: "Accès actif"
        case .removed: "Accès retiré"
        }
    }
    package func name(_ language: Language) -> String { language.ownName }
    package func begins(_ day: String) -> String { "à partir du \(day)" }
    package func ends(_ day: String) -> String { "jusqu’au \(day)" }
    package func ended(_ day: String) -> String { "terminé le \(day)" }
    package func editTitle(_ name: String) -> String { "Ce que \(name) peut faire" }
    package func recordedNow(_ holdings: String) -> String { "Noté maintenant : \(holdings)." }
    package func leavesUncovered(_ worksites: [String]) -> String {
        "Personne ne pourrait ensuite approuver d’heures à \(listed(worksites))"
    }
    package func removalTitle(_ name: String) -> String { "Retirer l’accès de \(name)" }
    package func saveDespite(_ worksites: [String]) -> String {
        "Enregistrer quand même : personne ne peut approuver à \(listed(worksites))"
    }
    package func removeDespite(_ worksites: [String]) -> String {
        "Retirer quand même : personne ne peut approuver à \(listed(worksites))"
    }

    package func explain(_ refusal: PeopleRefusal) -> String {
        switch refusal {
        case .unknown: "Cette personne n’existe pas."
        case .notAllowed: "Vous ne pouvez pas modifier les personnes."
        case .nameMissing: "Entrez un nom"
        case .nameTooLong: "Entrez un nom d’au plus \(PeopleRules.longestName) caractères"
        case .emailInvalid: "Entrez un courriel de la forme nom@entreprise.example"
        case .emailTaken: "Quelqu’un a déjà ce courriel ici"
        case .grantsMissing: "Choisissez au moins un rôle à un endroit"
        case .datesBackward: "Entrez un dernier jour qui ne précède pas le premier"
        case .unknownWorksite: "Un des lieux de travail n’existe plus. Actualisez la page."
        case .unknownUnit: "Un des services ou centres de coûts n’est plus utilisé. Actualisez la page."
        case .limitImpossible: FrenchLimits().impossible
        case .roleNotGiven: "Votre agence donne elle-même l’un de ces rôles. Demandez-le-lui."
        case .tooManyGrants:
            "Choisissez au plus \(PeopleRules.mostGrants) rôles. Toute l’entreprise en remplace plusieurs."
        case .alreadyRemoved: "L’accès de cette personne a déjà été retiré."
        case .lastAdmin:
            "C’est la seule personne admin du client pour toute l’entreprise. Nommez-en d’abord une autre."
        case .leavesUncovered: "Un lieu de travail resterait sans personne pour approuver."
        case .heldOtherwise:
            "Cette personne y a déjà ce rôle, à d’autres dates. Modifiez-le sur sa page."
        case .receiverUnfit: "Choisissez une personne qui est encore sur la liste."
        case .hasNotLeft: "L’accès de cette personne n’a pas été retiré, ou est déjà rétabli."
        case .tooLateToReturn: "Cela s’annule pendant dix minutes. Invitez la personne de nouveau."
        }
    }
}
