import Staffing

extension French {
    package func safetyMail(_ report: SafetyReport) -> SafetyWords {
        let by = report.doer.map { " Par \($0)." } ?? ""
        let browser = report.browser.map { " Navigateur : \($0)." } ?? ""
        return SafetyWords(
            subject: "\(subject(report.notice)) (\(report.company))",
            paragraphs: [
                "Bonjour \(report.name),", happening(report),
                "Quand : \(report.moment).\(browser)\(by)",
                "Si c’était vous, ou à votre demande, il n’y a rien à faire.",
                """
                Sinon, ouvrez une session, fermez celles que vous ne connaissez pas et changez votre mot de \
                passe. Si vous n’y parvenez pas, avisez aussitôt l’admin de votre entreprise ou l’agence. \
                Vos sessions et vos moyens de connexion figurent ici :
                """,
                report.page,
            ])
    }

    private func subject(_ notice: SafetyNotice) -> String {
        switch notice {
        case .newBrowser: "Session ouverte dans un nouveau navigateur"
        case .passkeyAdded: "Une clé d’accès a été ajoutée"
        case .passkeyRemoved: "Une clé d’accès a été supprimée"
        case .appTurnedOn: "Des codes d’une application sont maintenant demandés"
        case .appTurnedOff: "L’application d’authentification a été désactivée"
        case .recoveryCodesRenewed: "De nouveaux codes de récupération ont été créés"
        case .secondFactorsEnded: "Votre application et vos clés d’accès ont été retirées"
        case .recoveryCodeUsed: "Un code de récupération a servi"
        case .passwordChanged: "Votre mot de passe a été changé"
        case .addressChanged: "Votre courriel a été changé"
        }
    }

    private func happening(_ report: SafetyReport) -> String {
        let account = "votre compte pour \(report.company)"
        return switch report.notice {
        case .newBrowser:
            "Quelqu’un a ouvert une session dans \(account) depuis un navigateur encore inconnu."
        case .passkeyAdded(let name):
            "La clé d’accès « \(name) » a été ajoutée à \(account). Elle ouvre une session à elle seule."
        case .passkeyRemoved(let name):
            "La clé d’accès « \(name) » a été retirée de \(account). Elle n’ouvre plus rien."
        case .appTurnedOn:
            "Une application d’authentification a été configurée pour \(account). Son code est demandé "
                + "après le "
                + "mot de passe."
        case .appTurnedOff:
            "L’application d’authentification de \(account) a été désactivée, et ses codes de récupération "
                + "ont "
                + "pris fin."
        case .recoveryCodesRenewed:
            "De nouveaux codes de récupération ont été créés pour \(account). Les précédents ne fonctionnent "
                + "plus."
        case .secondFactorsEnded:
            """
            L’application d’authentification et les clés d’accès de \(account) ont été retirées, et toutes \
            vos sessions ont été fermées. Le mot de passe suffit jusqu’à ce que vous configuriez autre chose.
            """
        case .recoveryCodeUsed(let left):
            "Quelqu’un a ouvert une session dans \(account) avec un code de récupération. \(codesLeft(left))"
        case .passwordChanged:
            "Le mot de passe de \(account) a été changé. Toutes vos autres sessions sont terminées."
        case .addressChanged(let address):
            "Le courriel de \(account) est maintenant : \(address.text). Vous ouvrez vos sessions avec lui."
        }
    }

    private func codesLeft(_ count: Int) -> String {
        switch count {
        case 0: "Il n’en reste aucun."
        case 1: "Il en reste un."
        default: "Il en reste \(count)."
        }
    }

    package func codeMail(
        _ code: String, _ purpose: CodePurpose, name: String, company: String
    ) -> SafetyWords {
        switch purpose {
        case .signIn:
            SafetyWords(
                subject: "Votre code pour \(company)",
                paragraphs: [
                    "Bonjour \(name),",
                    "Entrez ce code dans la page où vous ouvrez une session pour \(company) :",
                    code,
                    "Il vaut dix minutes, dans ce navigateur seulement. Personne ne vous le demandera "
                        + "jamais.",
                    """
                    Si vous n’ouvrez pas de session en ce moment, quelqu’un connaît votre mot de passe : \
                    changez-le et avisez l’admin de votre entreprise ou l’agence.
                    """,
                ])
        case .newAddress:
            SafetyWords(
                subject: "Confirmez cette adresse pour \(company)",
                paragraphs: [
                    "Bonjour,",
                    """
                    \(name) veut ouvrir ses sessions pour \(company) avec cette adresse. Si c’est vous, \
                    entrez ce code :
                    """,
                    code, "Il vaut dix minutes, dans le navigateur où il a été demandé.",
                    "Si ce n’est pas vous, ignorez ce courriel : rien ne change.",
                ])
        }
    }

    package func forgottenMail(name: String, company: String, link: String, minutes: Int) -> SafetyWords {
        SafetyWords(
            subject: "Choisissez un nouveau mot de passe pour \(company)",
            paragraphs: [
                "Bonjour \(name),",
                "Quelqu’un a demandé un nouveau mot de passe pour votre compte chez \(company). Ouvrez ceci "
                    + "pour "
                    + "en choisir un :",
                link,
                "Le lien sert une fois, pendant \(minutes) minutes. Vos autres sessions se terminent avec "
                    + "lui.",
                "Si ce n’était pas vous, ignorez ce courriel : votre mot de passe reste tel quel.",
            ])
    }
}
