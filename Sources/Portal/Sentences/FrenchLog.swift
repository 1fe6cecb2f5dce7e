package import Access

extension French: LogSentences {
    package var logExport: String { "Exporter en CSV" }
    package var logTime: String { "Moment" }
    package var logWhat: String { "Ce qui s’est passé" }
    package var logNetwork: String { "Provenance" }
    package var logKind: String { "Genre" }
    package var logFrom: String { "À partir du" }
    package var logThrough: String { "Jusqu’au" }
    package var logEverybody: String { "Toutes les personnes" }
    package var logEverything: String { "Tout" }
    package var logEmpty: String { "Rien trouvé" }
    package var logEmptyHint: String { "Choisissez d’autres jours, une autre personne ou un autre genre." }
    package var logNobody: String { "Personne inconnue" }

    package func logExplanation(zone: String) -> String {
        "Qui a ouvert une session, qui a consulté des factures et des personnes, qui a modifié quoi, et "
            + "quand "
            + "l’agence a regardé à la place de l’un de vous. Les heures sont celles de \(zone)."
    }
    package func logCut(_ count: Int, _ agency: String) -> String {
        "Ce qui est plus ancien n’est pas gardé à portée de main. Demandez-le à \(agency)."
    }

    package func log(_ kind: LogDeed.Kind) -> String {
        switch kind {
        case .signIns: "Sessions"
        case .reads: "Consultations"
        case .changes: "Modifications"
        case .views: "L’agence a regardé à la place de quelqu’un"
        }
    }

    package func log(_ deed: LogDeed) -> String {
        switch deed {
        case .signedIn: "A ouvert une session"
        case .signInFailed: "A tenté d’ouvrir une session sans y parvenir"
        case .signedOut: "A fermé la session"
        case .invoices: "A ouvert la liste des factures"
        case .invoice: "A ouvert une facture"
        case .invoiceFile: "A ouvert un fichier de facture"
        case .statement: "A exporté le relevé"
        case .people: "A ouvert la liste des personnes"
        case .person: "A ouvert une personne"
        case .sight: "A vérifié qui peut voir quoi"
        case .log: "A ouvert le journal des accès"
        case .approved: "A approuvé des heures"
        case .approvalsTakenBack: "A annulé des approbations"
        case .sentBack: "A renvoyé des heures"
        case .commented: "A posé une question sur des heures"
        case .invited: "A invité une personne"
        case .invitedAgain: "A renvoyé une invitation"
        case .personChanged: "A modifié une personne"
        case .personRemoved: "A retiré l’accès d’une personne"
        case .peopleChanged: "A modifié quelque chose aux personnes"
        case .personReturned: "A rétabli l’accès d’une personne"
        case .standInNamed: "A désigné un remplacement"
        case .standInEnded: "A mis fin à un remplacement"
        case .ownSignInChanged: "A modifié ses propres moyens de connexion"
        case .brandingChanged: "A modifié l’apparence du portail"
        case .worksiteAdded: "A ajouté un lieu de travail"
        case .invoicesMade: "A émis des factures"
        case .paymentNoted: "A noté un paiement"
        case .hoursTaken: "A reçu des heures"
        case .receipt: "A ouvert une attestation"
        case .rulesChosen: "A choisi les règles d’heures supplémentaires d’un lieu de travail"
        case .roleChanged: "A modifié ce qu’un rôle permet"
        case .workerNamed: "A indiqué quel travailleur est une personne"
        case .peopleFile: "A regardé l’effet d’un fichier de personnes"
        case .peopleFromFile: "A invité des personnes à partir d’un fichier"
        case .viewBegan: "A commencé à regarder à la place de quelqu’un"
        case .viewed: "A demandé une page à la place de quelqu’un"
        case .viewEnded: "A cessé de regarder à la place de quelqu’un"
        }
    }

    package func log(_ occasion: Occasion) -> String? {
        switch occasion {
        case .page, .sensitive: nil
        case .signedIn: log(LogDeed.signedIn)
        case .signInFailed: log(LogDeed.signInFailed)
        case .invited: log(LogDeed.invited)
        case .viewBegan(let seen, let reason):
            "A commencé à regarder à la place de \(seen.name) : \(reason)"
        case .viewed(let seen): "A demandé une page à la place de \(seen.name)"
        case .approvedTogether(let count):
            "A approuvé " + Self.counted(count, "feuille de temps", "feuilles de temps")
        case .viewEnded(let seen): "A cessé de regarder à la place de \(seen.name)"
        }
    }
}
