package import Staffing

/// Something about how somebody signs in that they hear of by mail, whoever did it.
package enum SafetyNotice: Hashable, Sendable {
    case newBrowser
    case passkeyAdded(String)
    case passkeyRemoved(String)
    case appTurnedOn
    case appTurnedOff
    case recoveryCodesRenewed
    /// An admin has ended the app and the passkeys, and all sessions.
    case secondFactorsEnded
    /// Somebody came in by one of the recovery codes.
    case recoveryCodeUsed(left: Int)
    case passwordChanged
    /// Told at the address that there was and at the one that there is.
    case addressChanged(to: EmailAddress)
}

/// A notice with its circumstances, as far as they are known.
package struct SafetyReport: Sendable {
    package let notice: SafetyNotice
    package let name: String
    /// Whose portal it is about: the client's name, or the agency's for its own people.
    package let company: String
    /// In the clocks of the client, with the zone.
    package let moment: String
    /// The browser in words, where the person used it themselves.
    package let browser: String?
    /// Who did it, when it was somebody else.
    package let doer: String?
    /// The address of the page with one's means of signing in and one's sessions.
    package let page: String
}
