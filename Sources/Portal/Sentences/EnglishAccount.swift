package import Access

extension English {
    package var changePassword: String { "Change password" }
    package var oldPassword: String { "Password now" }
    package var newPassword: String { "New password" }
    package var newPasswordAgain: String { "New password, once more" }
    package var passwordRules: String {
        """
        \(PasswordRules.length.lowerBound) characters at least; four or five words that have nothing to do \
        with each other are good. Not your name, nor the company's. No capitals or signs are asked for.
        """
    }
    package var passwordsDiffer: String { "The two passwords differ. Enter the same twice." }
    package var oldPasswordWrong: String { "This is not your password now" }
    package var passwordChanged: String {
        "Your password is changed. Every other session of yours has ended."
    }
    package var passwordUnavailable: String {
        "The server could not confirm it. Sign out, and try which password opens the door."
    }
    package var signOutEverywhere: String { "Sign out everywhere" }
    package var signOutEverywhereHint: String {
        "Ends your sessions on every phone and computer, this one too."
    }
    package var signedOutHereOnly: String {
        "Your sessions have ended, but the server could not write it down. Do it once more in a minute."
    }
    package var ownLanguage: String { "Your language" }
    package var ownLanguageHint: String {
        "For pages and mails. Spanish is noted, and reads English until it is translated."
    }
    package var changeLanguage: String { "Change language" }
    package var languageChanged: String { "Your language is changed." }
    package var yourRoles: String { "What you can do" }
    package var noRoles: String { "Nothing at the moment. Ask your company's admin." }
    package var choosePassword: String { "Choose a password" }
    package var chooseAndSignIn: String { "Set password and sign in" }
    package var linkGoneTitle: String { "This link does not work any more" }
    package var linkGone: String {
        "A link works once, for the time that its mail says, and ends when there is a newer one."
    }
    package var linkGoneNext: String {
        "If you have chosen a password already, sign in. Else ask whoever invited you for a new link."
    }
    package var joiningNotNoted: String {
        "Your password is set, but the server could not note that you joined. Sign in with it in a minute."
    }

    package func choosePasswordFor(_ name: String, at company: String, agency: String) -> String {
        company == agency
            ? "For \(name), to sign in at \(agency)" : "For \(name), to sign in for \(company) at \(agency)"
    }

    package func explain(_ refusal: PasswordRefusal) -> String {
        switch refusal {
        case .tooShort(let minimum): "Enter \(minimum) characters at least; several words are easy to keep"
        case .tooLong(let maximum): "Enter at most \(maximum) characters"
        case .repetitive: "Choose one that repeats less: this is a row of keys, or the same again and again"
        case .common: "Choose another: this is among the first that anybody would try"
        case .personal: "Choose one that is not mostly your name or the company's"
        }
    }
}
