package import Mail

extension English {
    package var mailUndelivered: String { "Mail not delivered" }

    package func mailTrouble(_ trouble: MailTrouble) -> String {
        let reason =
            switch trouble.kind {
            case .unreachable: "The mail server cannot be reached"
            case .silent: "The mail server did not answer in time"
            case .hungUp: "The connection to the mail server broke off"
            case .unreadable: "What answered does not speak SMTP as it should"
            case .closing: "The mail server is closing and asks to try later"
            case .greetingRefused: "The mail server does not speak with us"
            case .encryptionMissing:
                "The mail server offers no STARTTLS, or something on the way has taken it out; nothing was "
                    + "sent in the clear"
            case .encryptionRefused: "The mail server does not begin TLS"
            case .untrusted: "The mail server did not prove who it is"
            case .signInMissing: "The mail server knows neither AUTH PLAIN nor AUTH LOGIN"
            case .signInRefused: "The mail server refuses our user name or password"
            case .delayed: "The mail server did not take it for now"
            case .refused: "The mail server refused it"
            case .addressNotTaken: "The mail server takes no address with letters beyond ASCII"
            case .tooLarge: "The mail is larger than the mail server takes"
            case .fileUnreadable: "Its file in the queue cannot be read"
            }
        let said = [trouble.code.map(String.init), trouble.words.isEmpty ? nil : trouble.words]
            .compactMap(\.self).joined(separator: " ")
        return said.isEmpty ? reason + "." : "\(reason): “\(said)”."
    }

    package func mailUndelivered(_ entry: MailEntry) -> String {
        switch entry.standing {
        case .sent: "The mail was delivered."
        case .waiting where entry.trouble?.kind == .delayed:
            "The last mail to \(entry.recipient) is not through yet. \(reason(entry)) "
                + "It is tried again by itself."
        case .waiting:
            "The last mail to \(entry.recipient) could not be sent yet, which is not for you to mend. "
                + "It is tried again by itself."
        case .ended(_, .refused):
            "The last mail to \(entry.recipient) did not arrive. \(reason(entry)) "
                + "Check the address, then send a new link."
        case .ended(_, .expired):
            "The last mail to \(entry.recipient) could not be delivered within two days. Send a new link."
        case .ended(_, .withdrawn):
            "The last mail to \(entry.recipient) did not go out before its link ended. Send a new link."
        case .ended(_, .givenUp), .ended(_, .replaced):
            "The last mail to \(entry.recipient) was stopped by the agency. Send a new link."
        }
    }

    private func reason(_ entry: MailEntry) -> String { entry.trouble.map(mailTrouble) ?? "" }
}

extension EnglishStaff: StaffMailWords {
    var mailTitle: String { "Mail" }
    var mailExplanation: String {
        "What the portal sends to people, for thirty days. No text is kept of what is delivered or given up."
    }
    var noMailServer: String { "No mail server is configured" }
    var noMailServerExplanation: String {
        "Mails are kept as files in the folder “outbox” of the data folder, and nobody sends them. "
            + "Name a server with mail-server in the settings file; until then, hand links over yourself."
    }
    var noMails: String { "No mail in the last thirty days" }
    var noMailsExplanation: String { "Invitations and new links appear here as soon as somebody sends one." }
    var mailRecipient: String { "To" }
    var mailWritten: String { "Written" }
    var mailActions: String { "Actions" }
    var mailTryNow: String { "Try now" }
    var mailGiveUp: String { "Give up" }
    var mailChanged: String { "Done. This page shows how the mail stands now." }
    var mailSettledAlready: String { "That mail was settled in the meantime; nothing was changed." }
    var mailOnItsWay: String { "That mail is on its way at this moment; look again in a minute." }
    var mailNotRecorded: String { "The server cannot write at the moment, so the mail stands as it was." }

    func mailState(_ state: MailState) -> String {
        switch state {
        case .waiting: "Waiting"
        case .failed: "Failed"
        case .sent: "Sent"
        case .ended: "Stopped"
        }
    }

    func mailStanding(_ standing: MailEntry.Standing, attempts: Int, at moment: String) -> String {
        let tries = attempts == 1 ? "1 attempt" : "\(attempts) attempts"
        return switch standing {
        case .waiting where attempts == 0: "Goes out at the next opportunity."
        case .waiting: "\(tries). Next at \(moment), until two days after it was written."
        case .sent: "Taken by the mail server at \(moment)."
        case .ended(_, .refused): "Refused for good at \(moment). The person needs a new link."
        case .ended(_, .expired): "\(tries) in two days; stopped at \(moment). The person needs a new link."
        case .ended(_, .givenUp): "Stopped by the agency at \(moment)."
        case .ended(_, .replaced): "A newer mail to the same person took its place at \(moment)."
        case .ended(_, .withdrawn): "Stopped at \(moment), because the link in it had ended."
        }
    }
}
