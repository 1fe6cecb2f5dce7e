package import Staffing

extension French: SafetySentences {
    package var forgottenTitle: String { "Mot de passe oublié?" }
    package var forgottenHint: String {
        "Nous vous envoyons un courriel avec un lien pour en choisir un autre."
    }
    package var forgottenAskedTitle: String { "Consultez vos courriels" }
    package var forgottenAsked: String {
        """
        Si quelqu’un ouvre ici des sessions avec cette adresse, un courriel avec un lien est en route. Le \
        lien sert une fois, pendant une demi-heure. Rien? Regardez dans le courrier indésirable, et vérifiez \
        l’orthographe de l’adresse.
        """
    }
    package var forgottenLink: String { "Mot de passe oublié?" }
    package var mailLink: String { "M’envoyer un lien" }
    package var mailedCodeTitle: String { "Entrez le code reçu par courriel" }
    package var mailedCodeHint: String {
        "Ce navigateur est nouveau ici. Six chiffres sont en route vers votre courriel, valables dix minutes."
    }
    package var mailedCodeLost: String {
        "Aucun courriel? Regardez aussi dans le courrier indésirable. Pour un autre code, entrez de nouveau "
            + "votre mot de passe."
    }
    package var mailedCodeWrong: String {
        "Ce n’est pas le code du courriel. Vérifiez les six chiffres."
    }
    package var mailedCodeOver: String {
        "Ce code n’est plus valable : trop de temps ou trop de tentatives. Demandez-en un nouveau."
    }
    package var codeNotMailed: String {
        "Aucun courriel avec un code n’a pu être écrit. Vérifiez l’adresse, ou réessayez dans une minute."
    }
    package func tooManyMails(seconds: Int) -> String {
        "Trop de courriels ont été demandés. Attendez "
            + "\(Self.counted((seconds + 59) / 60, "minute", "minutes"))."
    }

    package var codeForCamera: String { "Le secret en image, pour l’appareil photo de l’application" }
    package var factorOwed: String { "Configurez une deuxième façon de montrer que c’est vous" }
    package var factorOwedHint: String {
        "Ce que vous pouvez faire ici demande plus qu’un mot de passe. Configurez l’une de ces façons; vous "
            + "pourrez ensuite continuer."
    }
    package var factorToShow: String { "Montrez que c’est bien vous" }
    package var factorToShowHint: String {
        "Ce que vous pouvez faire ici demande plus qu’un mot de passe."
    }
    package var factorLost: String {
        "Perdu? L’admin de votre entreprise ou l’agence peut y mettre fin; vous en configurez ensuite un "
            + "autre."
    }
    package var passkeyConfirmNeedsScript: String {
        "Pour utiliser une clé d’accès, autorisez JavaScript pour ce site."
    }

    package var signInRules: String { "Règles de connexion" }
    package var signInRulesSaved: String {
        "Enregistré. Cela s’applique dès maintenant, aussi aux sessions ouvertes."
    }
    package var saveSignInRules: String { "Enregistrer la règle" }
    package var codesNeedMailServer: String {
        "Aucun serveur de courriel n’est configuré; les codes par courriel restent sur le serveur, et seul "
            + "son "
            + "exploitant peut les lire."
    }
    package var demandInForce: String { "Ce qui est demandé maintenant" }
    package var demandBesidePassword: String { "En plus du mot de passe" }
    package func signInRulesHint(_ company: String) -> String {
        "Ce que les personnes de \(company) montrent pour ouvrir une session. Un rôle peut demander "
            + "davantage."
    }
    package func demandedByAgency(_ demand: String) -> String {
        "L’agence demande au moins ceci : \(demand)."
    }
    package func demandedByClient(_ demand: String) -> String {
        "Le client lui-même a choisi : \(demand)."
    }
    package func name(_ demand: SignInDemand) -> String {
        switch demand {
        case .password: "Rien de plus"
        case .mailedCode: "Un code par courriel dans un nouveau navigateur"
        case .secondFactor: "Une application d’authentification ou une clé d’accès, toujours"
        }
    }
    package func hint(_ demand: SignInDemand) -> String {
        switch demand {
        case .password: "Qui a configuré une application doit tout de même en donner le code."
        case .mailedCode:
            "Six chiffres vont au courriel de la personne quand un navigateur n’est pas encore connu."
        case .secondFactor:
            "Qui n’a ni l’une ni l’autre en configure une avant de voir quoi que ce soit, dès le prochain "
                + "clic."
        }
    }
    package func explain(_ refusal: SignInDemandRefusal) -> String {
        switch refusal {
        case .notAllowed: "Vous ne pouvez pas modifier cela."
        case .belowAgency: "L’agence demande davantage. Choisissez ce qu’elle demande, ou plus."
        }
    }

    package var factorsHeld: String { "Configuré maintenant" }
    package var endFactors: String { "Les retirer et fermer ses sessions" }
    package var endFactorsHint: String {
        """
        Faites-le quand la personne vous le demande, et assurez-vous que c’est bien elle : appelez-la. \
        L’application, les codes de récupération et toutes les clés d’accès prennent fin, ainsi que ses \
        sessions. Le mot de passe suffit ensuite jusqu’à ce qu’elle configure autre chose. Elle en est \
        avisée par courriel.
        """
    }
    package func lostFactorsTitle(_ name: String) -> String { "Téléphone perdu de \(name)" }
    package func noFactorsHeld(_ name: String) -> String {
        "\(name) n’a ici ni application d’authentification ni clé d’accès. Le mot de passe suffit."
    }
    package func passkeyNamed(_ name: String) -> String { "Clé d’accès « \(name) »" }
    package func factorsEnded(of name: String) -> String {
        "C’est fait. Toutes les sessions de \(name) sont fermées; le mot de passe en ouvre une nouvelle."
    }

    package var emailAddress: String { "Votre courriel" }
    package var newAddress: String { "Nouveau courriel" }
    package var otherAddress: String { "Un autre courriel" }
    package var newAddressHint: String {
        "Un code y est envoyé. Quand vous l’avez entré ici, vous ouvrez vos sessions avec la nouvelle "
            + "adresse; "
            + "les deux en sont avisées."
    }
    package var mailCode: String { "Envoyer le code" }
    package var codeFromMail: String { "Entrez le code du courriel" }
    package var changeAddress: String { "Changer mon courriel" }
    package var addressChanged: String {
        "C’est maintenant votre courriel. Vous ouvrez vos sessions avec lui."
    }
    package var addressIsYours: String { "C’est déjà votre courriel" }
    package var addressNotChanged: String { "Votre courriel n’a pas pu être changé. Rien n’est différent." }
    package func codeWentTo(_ address: String) -> String {
        "Six chiffres sont en route vers \(address). Ils valent dix minutes, dans ce navigateur seulement."
    }
}
