extension English {
    package var invitationLink: String { "Link" }
    package var invitationLinkHint: String {
        "Whoever has it can choose the password. Give it to nobody but this person; it works once."
    }
    package var linkNotMade: String {
        "No link could be made, because the server cannot write at the moment. Send a new one in a minute."
    }
    package var linkStays: String {
        """
        Saved. The server could not end the link that went to the old address: send a new one, which ends it.
        """
    }
    package var toPeople: String { "Back to people" }
    package var linkAgainLater: String {
        "Lost or too late? Send a new link from their page. The earlier one ends with it."
    }

    package func invitedTitle(_ name: String) -> String { "A link for \(name)" }
    package func linkSent(to email: String, until day: String) -> String {
        "A mail to \(email) is handed on for delivery. The link in it works once, through \(day)."
    }
    package func linkNotSent(to email: String, until day: String) -> String {
        "No mail could be written to \(email). Hand the link over yourself; it works once, through \(day)."
    }
    package func resetNotSent(to email: String) -> String {
        "No mail could be written to \(email), so there is no new link. Ask the agency."
    }

    package func invitationMail(
        name: String, company: String, inviter: String, agency: String, lastDay: String, isReset: Bool
    ) -> MailWords {
        MailWords(
            subject: isReset ? "Your new link for \(company)" : "Your access for \(company)",
            greeting: "Hello \(name),",
            reason: isReset
                ? "\(inviter) sends you a link for \(company) at \(agency). Open it to choose a new password:"
                : """
                \(inviter) invites you to the portal of \(agency) for \(company). Open this to choose a \
                password:
                """,
            limits: """
                The link works once, through \(lastDay). Afterwards you sign in with this address and the \
                password.
                """,
            unasked: "If you do not expect this, ignore it: opening the link changes nothing.")
    }
}
