package import Mail

extension French: MailSentences {
    package var mailUndelivered: String { "Courriel non livré" }

    package func mailTrouble(_ trouble: MailTrouble) -> String {
        let reason =
            switch trouble.kind {
            case .unreachable: "Le serveur de courriel est injoignable"
            case .silent: "Le serveur de courriel n’a pas répondu à temps"
            case .hungUp: "La connexion au serveur de courriel a été interrompue"
            case .unreadable: "Ce qui a répondu ne parle pas SMTP comme il le devrait"
            case .closing: "Le serveur de courriel se ferme et demande de réessayer plus tard"
            case .greetingRefused: "Le serveur de courriel refuse de nous parler"
            case .encryptionMissing:
                "Le serveur de courriel n’offre pas STARTTLS, ou quelque chose l’a retiré en chemin; rien "
                    + "n’a été "
                    + "envoyé en clair"
            case .encryptionRefused: "Le serveur de courriel ne commence pas TLS"
            case .untrusted: "Le serveur de courriel n’a pas prouvé son identité"
            case .signInMissing: "Le serveur de courriel ne connaît ni AUTH PLAIN ni AUTH LOGIN"
            case .signInRefused: "Le serveur de courriel refuse notre nom d’utilisateur ou mot de passe"
            case .delayed: "Le serveur de courriel ne l’a pas accepté pour l’instant"
            case .refused: "Le serveur de courriel l’a refusé"
            case .addressNotTaken:
                "Le serveur de courriel n’accepte pas d’adresse avec des lettres hors de l’ASCII"
            case .tooLarge: "Le courriel est plus gros que ce que le serveur accepte"
            case .fileUnreadable: "Son fichier dans la file d’attente est illisible"
            }
        let said = [trouble.code.map(String.init), trouble.words.isEmpty ? nil : trouble.words]
            .compactMap(\.self).joined(separator: " ")
        return said.isEmpty ? reason + "." : "\(reason) : « \(said) »."
    }

    package func mailUndelivered(_ entry: MailEntry) -> String {
        let mail = "Le dernier courriel à \(entry.recipient)"
        return switch entry.standing {
        case .sent: "Le courriel a été livré."
        case .waiting where entry.trouble?.kind == .delayed:
            "\(mail) n’est pas encore parvenu. \(reason(entry)) Un nouvel essai se fera de lui-même."
        case .waiting:
            "\(mail) n’a pas encore pu être envoyé; ce n’est pas à vous d’y remédier. Un nouvel essai se "
                + "fera "
                + "de lui-même."
        case .ended(_, .refused):
            "\(mail) n’est pas arrivé. \(reason(entry)) Vérifiez l’adresse, puis envoyez un nouveau lien."
        case .ended(_, .expired):
            "\(mail) n’a pas pu être livré en deux jours. Envoyez un nouveau lien."
        case .ended(_, .withdrawn):
            "\(mail) n’est pas parti avant la fin de son lien. Envoyez un nouveau lien."
        case .ended(_, .givenUp), .ended(_, .replaced):
            "\(mail) a été arrêté par l’agence. Envoyez un nouveau lien."
        }
    }

    private func reason(_ entry: MailEntry) -> String { entry.trouble.map(mailTrouble) ?? "" }
}
