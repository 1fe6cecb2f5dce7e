internal import Staffing

/// What opens the door for somebody, counted: for whoever is about to end all of it.
package struct KeyCount: Hashable, Sendable {
    package let sessions: Int
    package let passkeys: Int
    package let hasAuthenticator: Bool
    /// A link that was not used yet.
    package let hasInvitation: Bool
}

extension Doorkeeper {
    package func keys(of account: Account, at now: Reading) -> KeyCount {
        let invitation = credentials.invitation(of: account)
        return KeyCount(
            sessions: sessions.change { $0.open(of: account, at: now).count },
            passkeys: credentials.factors.passkeys[account]?.count ?? 0,
            hasAuthenticator: credentials.factors.authenticators[account] != nil,
            hasInvitation: invitation.flatMap { credentials.invitation($0, at: now.moment) } != nil)
    }
}
