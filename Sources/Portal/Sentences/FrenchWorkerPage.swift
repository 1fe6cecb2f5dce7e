import Staffing

struct FrenchWorkerPage: WorkerPageWords {
    let title = "Mes heures"
    let nothing = "Rien à remplir"
    let nothingExplanation = "Les semaines paraissent ici quand elles commencent."
    let weeks = "Semaines"
    let week = "Semaine"
    let state = "État"
    let total = "Heures"
    let fillIn = "Remplir"
    let correct = "Corriger"
    let look = "Voir"
    let back = "Toutes les semaines"
    let send = "Envoyer les heures"
    let sendAgain = "Envoyer de nouveau"
    let saveForLater = "Enregistrer pour plus tard"
    let saved = "Enregistré. Rien n’a encore été envoyé."
    let sent = "Envoyé. Vous verrez ici quand les heures seront approuvées."
    let saidNothingWorked = "C’est noté : rien n’a été travaillé cette semaine-là."
    let draftKept = "Voici ce que vous avez enregistré. Ce n’est pas encore envoyé."
    let attestation = "Ce sont les heures que j’ai travaillées."
    let attestationBreaks = """
        Ce sont les heures que j’ai travaillées. J’ai pu prendre mes repas comme les heures le montrent, et \
        mes pauses payées, sauf là où j’en ai indiqué une manquée.
        """
    let attestationMissing = "Cochez la case pour dire que les heures sont exactes"
    let nothingWorked = "Rien n’a été travaillé cette semaine"
    let nothingWorkedHint = "Personne n’attendra alors vos heures."
    let nothingWorkedAttestation = "Je n’ai pas travaillé ici cette semaine."
    let reason = "Pourquoi?"
    let words = "En quelques mots"
    let sayNothingWorked = "Dire que rien n’a été travaillé"
    let cannotChange = """
        Les heures sont approuvées et ne peuvent plus être modifiées ici. Adressez-vous à l’agence si elles \
        sont inexactes.
        """
    let linkGone = "Ce lien ne fonctionne pas"
    let linkGoneExplanation = """
        Il a peut-être pris fin, ou un lien plus récent l’a remplacé. Demandez un nouveau lien à l’agence.
        """
    let tooManyTries = """
        Trop de liens qui ne fonctionnent pas sont venus de votre réseau. Attendez un peu et réessayez.
        """

    func hello(_ name: String, at client: String) -> String { "\(name), vos semaines chez \(client)" }
    func job(_ title: String, at worksite: String) -> String { "\(title), \(worksite)" }

    func state(_ standing: WorkerWeek.Standing, due: String) -> String {
        switch standing {
        case .expected: FrenchExpected().dueBy(due)
        case .late: FrenchExpected().lateSince(due)
        case .idle(let idle): FrenchExpected().idle(idle.kind, idle.reason)
        case .submitted: "Envoyées, en attente d’approbation"
        case .sentBack: "Renvoyées"
        case .approved: "Approuvées"
        }
    }

    func sentBack(_ reason: String, words: String) -> String {
        words.isEmpty ? "Renvoyées : \(reason)" : "Renvoyées : \(reason). « \(words) »"
    }

    func reason(_ reason: IdleWeek.Reason) -> String {
        switch reason {
        case .noWork: "Aucun travail offert"
        case .away: "Absence ou maladie"
        case .holiday: "Jour férié"
        case .ended: "L’affectation a pris fin"
        case .other: "Autre raison"
        }
    }

    func linkMail(name: String, client: String, agency: String, lastDay: String) -> LinkMailWords {
        LinkMailWords(
            subject: "Vos heures chez \(client)",
            greeting: "Bonjour \(name),",
            reason: """
                voici votre lien personnel pour vos heures chez \(client). Il montre les semaines ouvertes \
                et vous permet de les envoyer. \(agency) vous l’envoie :
                """,
            limits: """
                Le lien fonctionne jusqu’au \(lastDay), et seul le plus récent est valide. Il est à vous : \
                quiconque l’a peut envoyer des heures en votre nom; ne le transmettez donc à personne.
                """,
            unasked: "Si vous n’y travaillez pas, dites-le à \(agency) et n’ouvrez pas le lien.")
    }
}

extension FrenchWorkerPage {
    static let helpTopic = HelpTopic(
        question: "Je travaille ici. Comment envoyer mes heures?",
        answer: """
            Demandez votre lien personnel à l’agence. Il ouvre vos semaines, sans compte : inscrivez le \
            début et la fin, ou la durée de chaque journée, cochez la case qui dit que c’est exact, et \
            envoyez. \
            Enregistrer pour plus tard garde ce que vous avez inscrit. Des heures qui reviennent disent \
            pourquoi; corrigez-les et envoyez-les de nouveau. Le lien n’est qu’à vous : quiconque l’a peut \
            envoyer des heures en votre nom.
            """)
}
