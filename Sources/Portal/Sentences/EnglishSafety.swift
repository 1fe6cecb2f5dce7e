import Staffing

extension English {
    package func safetyMail(_ report: SafetyReport) -> SafetyWords {
        let by = report.doer.map { " By \($0)." } ?? ""
        let browser = report.browser.map { " Browser: \($0)." } ?? ""
        return SafetyWords(
            subject: "\(subject(report.notice)) (\(report.company))",
            paragraphs: [
                "Hello \(report.name),", happening(report),
                "When: \(report.moment).\(browser)\(by)",
                "If this was you, or you asked for it, there is nothing to do.",
                """
                If it was not you, sign in, end the sessions that you do not know and change your password. \
                If you cannot get in, tell your company's admin or the agency at once. Where you are signed \
                in, and how, stands here:
                """,
                report.page,
            ])
    }

    private func subject(_ notice: SafetyNotice) -> String {
        switch notice {
        case .newBrowser: "Sign-in from a new browser"
        case .passkeyAdded: "A passkey was added"
        case .passkeyRemoved: "A passkey was removed"
        case .appTurnedOn: "Codes from an app are asked for now"
        case .appTurnedOff: "The authenticator app was turned off"
        case .recoveryCodesRenewed: "New recovery codes were made"
        case .secondFactorsEnded: "Your app and passkeys were ended"
        case .recoveryCodeUsed: "A recovery code was used"
        case .passwordChanged: "Your password was changed"
        case .addressChanged: "Your email address was changed"
        }
    }

    private func happening(_ report: SafetyReport) -> String {
        let account = "your account for \(report.company)"
        return switch report.notice {
        case .newBrowser: "Somebody signed in to \(account) from a browser that it did not know yet."
        case .passkeyAdded(let name): "The passkey “\(name)” was added to \(account). It signs in by itself."
        case .passkeyRemoved(let name):
            "The passkey “\(name)” was removed from \(account). It opens nothing any more."
        case .appTurnedOn:
            "An authenticator app was set up for \(account). After the password its code is asked for."
        case .appTurnedOff:
            "The authenticator app of \(account) was turned off, and its recovery codes have ended."
        case .recoveryCodesRenewed:
            "New recovery codes were made for \(account). The earlier ones no longer work."
        case .secondFactorsEnded:
            """
            The authenticator app and the passkeys of \(account) were ended, and you were signed out \
            everywhere. The password alone opens it until you set up something else.
            """
        case .recoveryCodeUsed(let left):
            "Somebody signed in to \(account) with a recovery code. \(codesLeft(left))"
        case .passwordChanged:
            "The password of \(account) was changed. Every other session of yours has ended."
        case .addressChanged(let address):
            "\(account.capitalizedFirst) has another email address now: \(address.text). You sign in with it."
        }
    }

    private func codesLeft(_ count: Int) -> String {
        count == 1 ? "One of them is left." : "\(count) of them are left."
    }
}
