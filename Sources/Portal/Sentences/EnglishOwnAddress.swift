extension English {
    package var emailAddress: String { "Your email address" }
    package var newAddress: String { "New email address" }
    package var otherAddress: String { "Another address" }
    package var newAddressHint: String {
        "A code goes there. When you have entered it here, you sign in with the new address; both hear of it."
    }
    package var mailCode: String { "Send the code" }
    package var codeFromMail: String { "Enter the code from the mail" }
    package var changeAddress: String { "Change my address" }
    package var addressChanged: String { "This is your address now. You sign in with it." }
    package var addressIsYours: String { "This is your address already" }
    package var addressNotChanged: String { "Your address could not be changed. Nothing is different." }
    package func codeWentTo(_ address: String) -> String {
        "Six digits are on their way to \(address). They hold for ten minutes, in this browser only."
    }

    package func codeMail(
        _ code: String, _ purpose: CodePurpose, name: String, company: String
    ) -> SafetyWords {
        switch purpose {
        case .signIn:
            SafetyWords(
                subject: "Your code for \(company)",
                paragraphs: [
                    "Hello \(name),", "Enter this code on the page where you are signing in to \(company):",
                    code, "It holds for ten minutes, in that browser only. Nobody will ever ask you for it.",
                    """
                    If you are not signing in at this moment, somebody knows your password: change it, and \
                    tell your company's admin or the agency.
                    """,
                ])
        case .newAddress:
            SafetyWords(
                subject: "Confirm this address for \(company)",
                paragraphs: [
                    "Hello,",
                    """
                    \(name) wants to sign in to \(company) with this address. If that is you, enter this \
                    code:
                    """,
                    code, "It holds for ten minutes, in the browser where it was asked for.",
                    "If it is not you, ignore this mail: nothing changes.",
                ])
        }
    }

    package func forgottenMail(name: String, company: String, link: String, minutes: Int) -> SafetyWords {
        SafetyWords(
            subject: "Choose a new password for \(company)",
            paragraphs: [
                "Hello \(name),",
                "Somebody asked for a new password for your account for \(company). Open this to choose one:",
                link, "The link works once, for \(minutes) minutes. Your other sessions end with it.",
                "If it was not you, ignore this mail: your password stays as it is.",
            ])
    }
}
