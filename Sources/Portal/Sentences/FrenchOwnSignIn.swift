package import Access

extension French: OwnSignInSentences {
    package var signInByPasskey: String { "Ouvrir une session avec une clé d’accès" }
    package var passkeyNotUsed: String {
        "Aucune clé d’accès n’a été utilisée. Réessayez, ou utilisez votre mot de passe."
    }
    package var passkeyRefused: String {
        "Cette clé d’accès n’ouvre pas cette porte. Réessayez, ou utilisez votre mot de passe."
    }
    package var codeTitle: String { "Entrez votre code" }
    package var code: String { "Code" }
    package var codeHint: String {
        "Les six chiffres que votre application d’authentification affiche maintenant."
    }
    package var codeLost: String {
        """
        Téléphone perdu? Entrez plutôt un de vos codes de récupération. Sinon, demandez à l’admin de votre \
        entreprise ou à l’agence.
        """
    }
    package var codeBack: String { "Retour au mot de passe" }
    package var codeTooLate: String { "Cela a pris trop de temps. Entrez de nouveau votre mot de passe." }
    package var wrongCode: String {
        "Ce code n’est pas valide. Entrez celui que l’application affiche maintenant; chacun sert une fois."
    }

    package var ownSignIn: String { "Vos moyens de connexion" }
    package var ownSignInHint: String {
        "Clés d’accès, application d’authentification et sessions ouvertes."
    }
    package var confirmItIsYou: String { "Confirmez que c’est bien vous" }
    package var confirmItIsYouHint: String {
        "Pour modifier quoi que ce soit ici, montrez encore une fois qui vous êtes. Cela vaut dix minutes."
    }
    package var confirm: String { "Confirmer" }
    package var confirmByPasskey: String { "Confirmer avec une clé d’accès" }
    package var passkeys: String { "Clés d’accès" }
    package var passkeysHint: String {
        "Ouvrez une session par empreinte, visage ou NIP de votre appareil, sans mot de passe ni code."
    }
    package var passkeysNeedScript: String {
        "Pour ajouter une clé d’accès, autorisez JavaScript pour ce site."
    }
    package var noPasskeys: String { "Vous n’en avez pas encore." }
    package var passkeyName: String { "Nom" }
    package var newPasskeyName: String { "Nom de la nouvelle clé d’accès" }
    package var newPasskeyDefault: String { "Mon appareil" }
    package var addPasskey: String { "Ajouter une clé d’accès" }
    package var passkeyNotAdded: String {
        "Aucune clé d’accès n’a été ajoutée. Réessayez; si cet appareil en a déjà une, elle est sur la liste."
    }
    package var rename: String { "Renommer" }
    package var saveName: String { "Enregistrer" }
    package var remove: String { "Supprimer" }
    package var authenticatorApp: String { "Application d’authentification" }
    package var authenticatorAppHint: String {
        "Avec une application sur votre téléphone, le mot de passe seul n’ouvre rien : un code de "
            + "l’application est demandé en plus."
    }
    package var appIsOff: String { "Non configurée." }
    package var appIsOn: String { "Vos codes de récupération sont prêts." }
    package var setUpApp: String { "Configurer une application d’authentification" }
    package var appFirstStep: String { "1. Donnez son secret à l’application" }
    package var appFirstStepHint: String {
        "Numérisez cette image avec l’application, ou ouvrez le lien ci-dessous sur le téléphone qui l’a."
    }
    package var openApp: String { "Ouvrir l’application" }
    package var secretByHand: String {
        "Ou choisissez « entrer une clé de configuration » dans l’application et tapez ceci. C’est un "
            + "secret : ne le montrez à personne."
    }
    package var appSecondStep: String { "2. Entrez le code qu’elle affiche" }
    package var turnOnApp: String { "Activer" }
    package var removeApp: String { "Désactiver l’application" }
    package var recoveryCodes: String { "Codes de récupération" }
    package var recoveryCodesHint: String {
        """
        Chacun ouvre une session une fois quand vous n’avez pas l’application. Imprimez-les ou gardez-les \
        dans un gestionnaire de mots de passe. Ils ne seront plus affichés, et les précédents ne \
        fonctionnent plus.
        """
    }
    package var newRecoveryCodes: String { "Créer de nouveaux codes de récupération" }
    package var codesKept: String { "Je les ai conservés" }
    package var openSessions: String { "Vos sessions ouvertes" }
    package var unknownDevice: String { "Navigateur non noté" }
    package var thisBrowser: String { "Ce navigateur" }
    package var signOutThere: String { "Fermer là-bas" }

    package func passkeyNameNeeded(longest: Int) -> String {
        "Entrez pour la clé d’accès un nom de 1 à \(longest) caractères"
    }
    package func passkeyUse(added: String, used: String?) -> String {
        "Ajoutée : \(added). "
            + (used.map { "Dernière utilisation : \($0)." } ?? "Pas encore utilisée.")
    }
    package func appIsOn(since: String, codesLeft: Int) -> String {
        "Active depuis : \(since). Il reste "
            + Self.counted(codesLeft, "code de récupération.", "codes de récupération.")
    }
    package func sessionTimes(opened: String, seen: String) -> String {
        "Ouverte : \(opened). Dernière activité : \(seen)."
    }
    package func fromNetwork(_ network: String) -> String { "Réseau \(network)" }

    package func device(_ device: Device) -> String {
        let browser =
            switch device.browser {
            case .other: "Un navigateur"
            case .chrome: "Chrome"
            case .edge: "Edge"
            case .firefox: "Firefox"
            case .safari: "Safari"
            case .samsung: "Samsung Internet"
            case .opera: "Opera"
            }
        let system: String? =
            switch device.system {
            case .other: nil
            case .windows: "Windows"
            case .mac: "Mac"
            case .linux: "Linux"
            case .android: "Android"
            case .iPhone: "iPhone"
            case .iPad: "iPad"
            case .chromeOS: "ChromeOS"
            }
        return browser + (system.map { " sur \($0)" } ?? "")
    }

    package func explain(_ refusal: FactorRefusal) -> String {
        switch refusal {
        case .notProved: "Confirmez d’abord que c’est bien vous. Rien n’a été modifié."
        case .notConfirmed: "Montrez d’abord ce que vous avez déjà configuré. Rien n’a été modifié."
        case .missing: "Cela n’existe plus."
        case .tooMany(let maximum):
            "Vous avez \(maximum) clés d’accès. Supprimez-en une avant d’en ajouter une autre."
        case .known: "Cette clé d’accès est déjà sur votre liste."
        case .passkey: passkeyNotAdded
        case .wrongCode: wrongCode
        case .isSet:
            "Une application d’authentification est déjà configurée. Désactivez-la avant d’en configurer une "
                + "autre."
        case .unavailable:
            "Le serveur n’a pas pu le confirmer. Consultez de nouveau cette page dans une minute."
        }
    }

    package func done(_ outcome: OwnSignInOutcome) -> String {
        switch outcome {
        case .passkeyAdded: "La clé d’accès est ajoutée. Vous pouvez ouvrir une session avec elle."
        case .passkeyRenamed: "La clé d’accès a son nouveau nom."
        case .passkeyRemoved: "La clé d’accès est supprimée. Elle n’ouvre plus rien."
        case .authenticatorRemoved:
            "L’application est désactivée. Le mot de passe seul ouvre une session."
        case .session: "Cette session est terminée."
        }
    }
}
