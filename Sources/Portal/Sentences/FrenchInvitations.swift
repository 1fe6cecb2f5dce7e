extension French: InvitationSentences {
    package var invitationLink: String { "Lien" }
    package var invitationLinkHint: String {
        "Quiconque l’a peut choisir le mot de passe. Ne le donnez qu’à cette personne; il sert une fois."
    }
    package var linkNotMade: String {
        "Aucun lien n’a pu être créé, car le serveur ne peut rien enregistrer pour le moment. Envoyez-en un "
            + "nouveau dans une minute."
    }
    package var linkStays: String {
        """
        Enregistré. Le serveur n’a pas pu mettre fin au lien envoyé à l’ancien courriel : envoyez-en un \
        nouveau, ce qui y met fin.
        """
    }
    package var toPeople: String { "Retour aux personnes" }
    package var linkAgainLater: String {
        "Perdu ou trop tard? Envoyez un nouveau lien à partir de sa page. Le précédent prend alors fin."
    }

    package func invitedTitle(_ name: String) -> String { "Un lien pour \(name)" }
    package func linkSent(to email: String, until day: String) -> String {
        "Un courriel à \(email) est remis pour livraison. Son lien sert une fois, jusqu’au \(day)."
    }
    package func linkNotSent(to email: String, until day: String) -> String {
        "Aucun courriel n’a pu être écrit à \(email). Remettez vous-même le lien; il sert une fois, jusqu’au "
            + "\(day)."
    }
    package func resetNotSent(to email: String) -> String {
        "Aucun courriel n’a pu être écrit à \(email), donc il n’y a pas de nouveau lien. Demandez à l’agence."
    }

    package func invitationMail(
        name: String, company: String, inviter: String, agency: String, lastDay: String, isReset: Bool
    ) -> MailWords {
        MailWords(
            subject: isReset ? "Votre nouveau lien pour \(company)" : "Votre accès pour \(company)",
            greeting: "Bonjour \(name),",
            reason: isReset
                ? """
                \(inviter) vous envoie un lien pour \(company) chez \(agency). Ouvrez-le pour choisir un \
                nouveau mot de passe :
                """
                : """
                \(inviter) vous invite au portail de \(agency) pour \(company). Ouvrez ceci pour choisir un \
                mot de passe :
                """,
            limits: """
                Le lien sert une fois, jusqu’au \(lastDay) inclus. Vous ouvrirez ensuite vos sessions avec \
                ce courriel et le mot de passe.
                """,
            unasked:
                "Si vous n’attendiez rien de tel, ignorez ce courriel : ouvrir le lien ne change rien.")
    }
}
