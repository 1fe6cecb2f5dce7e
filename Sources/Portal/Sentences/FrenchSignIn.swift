extension French: SignInSentences {
    package var signIn: String { "Ouvrir une session" }
    package var email: String { "Courriel" }
    package var password: String { "Mot de passe" }
    package var wrongPassword: String {
        "Le courriel et le mot de passe ne concordent pas. Vérifiez les deux et réessayez."
    }
    package var signInUnavailable: String {
        "Personne ne peut ouvrir de session pour le moment, car le serveur ne peut rien enregistrer. "
            + "Réessayez dans une minute."
    }
    package var signOutUnavailable: String {
        "Votre session est fermée ici, mais le serveur n’a pas pu le noter. Fermez-la de nouveau dans une "
            + "minute."
    }
    package var signedOut: String { "Votre session est fermée." }
    package var sessionEnded: String {
        "Votre session était terminée; rien n’a été modifié. Ouvrez une session et recommencez."
    }
    package var forgotPassword: String {
        "Aucun courriel ne vous parvient? L’admin de votre entreprise ou l’agence peut vous envoyer un "
            + "nouveau lien."
    }

    package func signInTo(_ name: String) -> String { "auprès de \(name)" }
    package func tooManyTries(seconds: Int) -> String {
        "Trop de tentatives. Attendez "
            + "\(Self.counted((seconds + 59) / 60, "minute", "minutes")), puis réessayez."
    }
}
