package import Staffing

extension English {
    package var forgottenTitle: String { "Forgotten your password?" }
    package var forgottenHint: String { "We send you a mail with a link to choose another one." }
    package var forgottenAskedTitle: String { "Look into your mail" }
    package var forgottenAsked: String {
        """
        If somebody signs in here with this address, a mail with a link is on its way. The link works once, \
        for half an hour. Nothing there? Look among the unwanted mail, and check how you spelled the address.
        """
    }
    package var forgottenLink: String { "Forgotten your password?" }
    package var mailLink: String { "Send me a link" }
    package var mailedCodeTitle: String { "Enter the code from your mail" }
    package var mailedCodeHint: String {
        "This browser is new here. Six digits are on their way to your email address, good for ten minutes."
    }
    package var mailedCodeLost: String {
        "No mail? Look among the unwanted mail, too. To get another code, enter your password again."
    }
    package var mailedCodeWrong: String { "This is not the code from the mail. Check the six digits." }
    package var mailedCodeOver: String {
        "This code does not hold any more: it took too long, or there were too many tries. Ask for a new one."
    }
    package var codeNotMailed: String {
        "No mail with a code could be written. Check the address, or try again in a minute."
    }
    package func tooManyMails(seconds: Int) -> String {
        let minutes = (seconds + 59) / 60
        return "Too many mails were asked for. Wait \(minutes) \(minutes == 1 ? "minute" : "minutes")."
    }

    package var codeForCamera: String { "The secret as a picture for the app's camera" }
    package var factorOwed: String { "Set up a second way to show that it is you" }
    package var factorOwedHint: String {
        "What you may do here asks for more than a password. Set up one of these; then you can go on."
    }
    package var factorToShow: String { "Show that it is you" }
    package var factorToShowHint: String { "What you may do here asks for more than a password." }
    package var factorLost: String {
        "Lost it? Your company's admin or the agency can end it; then you set up another one."
    }
    package var passkeyConfirmNeedsScript: String { "To use a passkey, allow JavaScript for this site." }

    package var signInRules: String { "Rules for signing in" }
    package var signInRulesSaved: String { "Saved. It holds from now on, also for whoever is signed in." }
    package var saveSignInRules: String { "Save the rule" }
    package var codesNeedMailServer: String {
        "No mail server is configured, so codes by mail stay on the server: only its operator can read them."
    }
    package var demandInForce: String { "What is asked for now" }
    package var demandBesidePassword: String { "Beside the password" }
    package func signInRulesHint(_ company: String) -> String {
        "What people of \(company) show when they sign in. A role may ask for more."
    }
    package func demandedByAgency(_ demand: String) -> String {
        "The agency asks for this at least: \(demand)."
    }
    package func demandedByClient(_ demand: String) -> String { "The client itself has chosen: \(demand)." }
    package func name(_ demand: SignInDemand) -> String {
        switch demand {
        case .password: "Nothing more"
        case .mailedCode: "A code by mail in a new browser"
        case .secondFactor: "An authenticator app or a passkey, always"
        }
    }
    package func hint(_ demand: SignInDemand) -> String {
        switch demand {
        case .password: "Whoever has set up an app is asked for its code all the same."
        case .mailedCode: "Six digits go to the person's address when a browser is not known yet."
        case .secondFactor:
            "Whoever has neither sets one up before anything else is shown, at the next click already."
        }
    }
    package func explain(_ refusal: SignInDemandRefusal) -> String {
        switch refusal {
        case .notAllowed: "You may not change this."
        case .belowAgency: "The agency asks for more than that. Choose what it asks for, or more."
        }
    }

    package var roleDemandsFactor: String { "Whoever holds it signs in with an app or a passkey, always" }
    package var roleDemandsFactorHint: String {
        "Who has neither sets one up before anything else is shown, at the next click already."
    }
    package func factorDemanded(of people: Int) -> String {
        people == 1
            ? "1 person would have to sign in with an app or a passkey"
            : "\(people) people would have to sign in with an app or a passkey"
    }
    package func factorReleased(of people: Int) -> String {
        people == 1
            ? "1 person could sign in with the password alone"
            : "\(people) people could sign in with the password alone"
    }

    package var factorsHeld: String { "Set up now" }
    package var endFactors: String { "End these and sign them out" }
    package var endFactorsHint: String {
        """
        Do this when they ask you for it, and make sure that it is them: call them. The app, the recovery \
        codes and all passkeys end, and so do their sessions. Then the password opens the door until they \
        set up something else. They hear of it by mail.
        """
    }
    package func lostFactorsTitle(_ name: String) -> String { "Lost phone of \(name)" }
    package func noFactorsHeld(_ name: String) -> String {
        "\(name) has no authenticator app and no passkey here. The password is all that they need."
    }
    package func passkeyNamed(_ name: String) -> String { "Passkey “\(name)”" }
    package func factorsEnded(of name: String) -> String {
        "Done. \(name) is signed out everywhere and signs in with the password."
    }
}
