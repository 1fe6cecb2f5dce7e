package import Access

extension French: AccountSentences {
    package var changePassword: String { "Changer le mot de passe" }
    package var oldPassword: String { "Mot de passe actuel" }
    package var newPassword: String { "Nouveau mot de passe" }
    package var newPasswordAgain: String { "Nouveau mot de passe, encore une fois" }
    package var passwordRules: String {
        """
        Au moins \(PasswordRules.length.lowerBound) caractères; quatre ou cinq mots sans lien entre eux \
        conviennent bien. Ni votre nom ni celui de l’entreprise. Ni majuscules ni signes ne sont exigés.
        """
    }
    package var passwordsDiffer: String { "Les deux mots de passe diffèrent. Entrez deux fois le même." }
    package var oldPasswordWrong: String { "Ce n’est pas votre mot de passe actuel" }
    package var passwordChanged: String {
        "Votre mot de passe est changé. Toutes vos autres sessions sont terminées."
    }
    package var passwordUnavailable: String {
        "Le serveur n’a pas pu le confirmer. Fermez la session et essayez quel mot de passe fonctionne."
    }
    package var signOutEverywhere: String { "Fermer toutes les sessions" }
    package var signOutEverywhereHint: String {
        "Ferme vos sessions sur chaque téléphone et ordinateur, celle-ci comprise."
    }
    package var signedOutHereOnly: String {
        "Vos sessions sont fermées, mais le serveur n’a pas pu le noter. Recommencez dans une minute."
    }
    package var yourRoles: String { "Ce que vous pouvez faire" }
    package var noRoles: String { "Rien pour le moment. Demandez à l’admin de votre entreprise." }
    package var choosePassword: String { "Choisissez un mot de passe" }
    package var chooseAndSignIn: String { "Enregistrer et ouvrir une session" }
    package var linkGoneTitle: String { "Ce lien ne fonctionne plus" }
    package var linkGone: String {
        "Un lien sert une fois, pendant la durée indiquée dans son courriel, et cesse dès qu’il y en a un "
            + "plus récent."
    }
    package var linkGoneNext: String {
        "Si vous avez déjà choisi un mot de passe, ouvrez une session. Sinon, demandez un nouveau lien à la "
            + "personne qui vous a invité."
    }
    package var joiningNotNoted: String {
        "Votre mot de passe est enregistré, mais le serveur n’a pas pu noter votre arrivée. Ouvrez une "
            + "session dans une minute."
    }

    package func choosePasswordFor(_ name: String, at company: String, agency: String) -> String {
        company == agency
            ? "Pour \(name), afin d’ouvrir une session chez \(agency)"
            : "Pour \(name), afin d’ouvrir une session pour \(company) chez \(agency)"
    }

    package func explain(_ refusal: PasswordRefusal) -> String {
        switch refusal {
        case .tooShort(let minimum):
            "Entrez au moins \(minimum) caractères; plusieurs mots se retiennent bien"
        case .tooLong(let maximum): "Entrez au plus \(maximum) caractères"
        case .repetitive:
            "Choisissez-en un qui se répète moins : c’est une rangée de touches, ou toujours la même chose"
        case .common: "Choisissez-en un autre : celui-ci est parmi les premiers que chacun essaierait"
        case .personal:
            "Choisissez-en un qui n’est pas surtout votre nom ou celui de l’entreprise"
        }
    }
}
