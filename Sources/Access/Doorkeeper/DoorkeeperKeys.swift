internal import Staffing

/// What opens the door for somebody, counted: for whoever is about to end all of it.
package struct KeyCount: Hashable, Sendable {
    package let sessions: Int
    package let passkeys: Int
    package let hasAuthenticator: Bool
    /// A link that was not used yet.
    package let hasInvitation: Bool
}

/// Whether somebody has come in ever, and whether a link lets them.
package struct Entrance: Hashable, Sendable {
    package let hasBeenIn: Bool
    package let hasLink: Bool

    package init(hasBeenIn: Bool, hasLink: Bool) {
        self.hasBeenIn = hasBeenIn
        self.hasLink = hasLink
    }
}

extension Doorkeeper {
    /// The same question about many people, in one step.
    package func entrances(of accounts: [Account], at now: Reading) -> [Account: Entrance] {
        let linked = invited(of: accounts, at: now)
        let known = accounts.map { account in
            (account, Entrance(hasBeenIn: hasPassword(account), hasLink: linked.contains(account)))
        }
        return Dictionary(known) { first, _ in first }
    }

    package func keys(of account: Account, at now: Reading) -> KeyCount {
        let invitation = credentials.invitation(of: account)
        return KeyCount(
            sessions: sessions.change { $0.open(of: account, at: now).count },
            passkeys: credentials.factors.passkeys[account]?.count ?? 0,
            hasAuthenticator: credentials.factors.authenticators[account] != nil,
            hasInvitation: invitation.flatMap { credentials.invitation($0, at: now.moment) } != nil)
    }
}
