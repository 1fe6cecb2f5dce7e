extension French: HelpSentences {
    package func landingTitle(agency: String) -> String { "Portail client de \(agency)" }
    package var landingExplanation: String {
        "Chaque entreprise a sa propre adresse. Elle figure dans votre invitation."
    }
    package var staffSignIn: String { "Personnel de l’agence" }
    package func landingExample(host: String) -> String { "Elle ressemble à \(host)." }

    package var helpTopics: [HelpTopic] {
        Self.helpOnHours + [FrenchExpected.helpTopic, FrenchWorkerPage.helpTopic] + Self.helpOnPeople
            + Self.helpOnSignIn
    }

    private static let helpOnHours = [
        HelpTopic(
            question: "Comment approuver des heures?",
            answer: """
                Feuilles de temps montre ce qui attend votre décision, lieu par lieu. Les feuilles \
                conformes sont déjà sélectionnées : un seul geste sur Approuver suffit. Celles qui ont \
                une anomalie viennent en premier et ne sont pas sélectionnées, pour que vous les regardiez.
                """),
        HelpTopic(
            question: "Que veut dire « conforme »?",
            answer: """
                Les heures respectent l’horaire et les dates de l’affectation, il n’y a ni heure \
                supplémentaire ni journée de plus de douze heures, et personne n’a modifié la feuille \
                après son arrivée.
                """),
        FrenchOvertime.helpTopic,
        HelpTopic(
            question: "J’ai approuvé quelque chose par erreur.",
            answer: """
                Ouvrez la feuille de temps et annulez l’approbation. C’est possible pendant dix minutes, \
                sauf si les heures sont déjà facturées. Plus tard, demandez une correction à l’agence.
                """),
        HelpTopic(
            question: "Que se passe-t-il quand je renvoie des heures?",
            answer: """
                L’agence voit votre motif, corrige les heures, et la feuille vous revient comme modifiée. \
                Rien n’est facturé avant que quelqu’un l’ait approuvé.
                """),
        HelpTopic(
            question: "Comment prouver plus tard ce que j’ai approuvé?",
            answer: """
                Ouvrez la feuille de temps et choisissez Attestation : un PDF pour vos dossiers et un \
                fichier signé que chacun peut vérifier sans nous. L’attestation dit quelles heures ont \
                fait l’objet de votre décision, et quand.
                """),
        HelpTopic(
            question: "Où trouver une facture?",
            answer: """
                Factures commence par les plus récentes impayées, avec un PDF sur chaque ligne. Chaque \
                ligne d’une facture mène à la feuille de temps et à la personne qui l’a approuvée.
                """),
        HelpTopic(
            question: "Pourquoi une feuille que j’ai approuvée attend-elle encore?",
            answer: """
                Elle dépasse votre limite, donc deux personnes l’approuvent. Votre approbation est la \
                première; la feuille dit qui peut donner la deuxième. D’ici là vous pouvez annuler la \
                vôtre, et toute personne qui décide là peut renvoyer la feuille. Si les heures changent, \
                tout recommence.
                """),
        FrenchCutoffs.helpTopic,
    ]

    private static let helpOnPeople = [
        HelpTopic(
            question: "Une personne a quitté notre entreprise.",
            answer: """
                Un admin du client ouvre Personnes et choisit la personne. La page montre ce qui se termine \
                avec son départ et demande qui approuve à sa place là où personne d’autre ne le fait. \
                Retirer l’accès ferme aussitôt toutes ses sessions. Pendant dix minutes, c’est réversible : \
                la personne reçoit alors un nouveau lien et choisit un nouveau mot de passe.
                """),
        HelpTopic(
            question: "Je serai en congé. Qui approuve?",
            answer: """
                Sous votre nom, ouvrez Votre compte, puis Remplacement. Nommez une personne de votre \
                entreprise, les dates et les lieux de travail. Elle ne peut rien faire de plus que vous, et \
                ses décisions sont notées sous les deux noms. Vous ou un admin pouvez y mettre fin plus \
                tôt; un admin peut aussi l’organiser pour vous.
                """),
        HelpTopic(
            question: "Qui peut voir ceci?",
            answer: """
                « Qui peut voir ceci », sur une feuille de temps, mène un admin du client à toutes les \
                personnes qui la voient et au rôle qui le permet. La page d’une personne mène à ce qu’elle \
                peut voir et faire.
                """),
        HelpTopic(
            question: "Qui a consulté nos dossiers?",
            answer: """
                Un admin du client ouvre Personnes, puis Journal des accès : qui a ouvert une session, qui a \
                consulté des factures ou des personnes, qui a modifié quoi. Quand l’agence a regardé le \
                portail à la place de l’un de vous, c’est noté avec le motif; on ne peut alors rien modifier.
                """),
        HelpTopic(
            question: "Peut-on approuver pour un seul service?",
            answer: """
                Oui, dès que l’agence a saisi vos services ou centres de coûts et les affectations qui en \
                font partie. Ils figurent alors dans le formulaire d’une personne, sous les lieux de \
                travail. Qui approuve là voit ces feuilles et aucune autre.
                """),
    ]

    private static let helpOnSignIn = [
        HelpTopic(
            question: "Puis-je ouvrir une session sans mot de passe?",
            answer: """
                Oui. Sous votre nom, ouvrez Votre compte, puis Vos moyens de connexion, et ajoutez une clé \
                d’accès : votre empreinte, votre visage ou le NIP de votre appareil ouvre désormais la \
                porte. Vous y configurez aussi les codes d’une application et y voyez où vos sessions sont \
                ouvertes.
                """),
        HelpTopic(
            question: "J’ai perdu le téléphone qui donne les codes.",
            answer: """
                Entrez un de vos codes de récupération à la place du code; chacun sert une fois. Ouvrez \
                ensuite Vos moyens de connexion et configurez l’application de nouveau. Sans codes de \
                récupération, l’admin de votre entreprise ouvre votre page sous Personnes et retire \
                l’application; votre mot de passe suffit alors.
                """),
        HelpTopic(
            question: "J’ai oublié mon mot de passe.",
            answer: """
                Choisissez « Mot de passe oublié? » à l’ouverture de session. Un courriel vous apporte un \
                lien qui sert une fois, pendant une demi-heure. Aucun courriel? L’admin de votre \
                entreprise peut aussi vous envoyer un lien.
                """),
        HelpTopic(
            question: "Pourquoi me demande-t-on un code, ou de configurer quelque chose?",
            answer: """
                Votre entreprise ou l’agence demande plus qu’un mot de passe. Un code par courriel est \
                demandé une fois par nouveau navigateur. Si une application ou une clé d’accès est \
                demandée, configurez-en une et vous pourrez continuer.
                """),
        HelpTopic(
            question: "Comment changer de langue?",
            answer: """
                Sous votre nom, ouvrez Votre compte et choisissez la langue : elle s’applique aussitôt aux \
                pages et aux courriels. Avant l’ouverture de session, un lien sous le formulaire change la \
                langue de ce navigateur. Les factures et les attestations sont dans la langue de votre \
                entreprise.
                """),
    ]
}
