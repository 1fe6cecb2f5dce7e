package import Staffing

/// A try to sign in, whether or not such an account exists.
package struct SignInAttempt: Sendable {
    /// Of the person `nobody` when nobody has that address, or whoever had it was removed.
    package let account: Account
    package let password: String
    package let place: SessionPlace
    /// Realm and mail address as typed, in small letters: what wrong guesses are counted by.
    package let identity: String
    /// The session of the browser that asks, which the new one takes the place of.
    package let former: Session?
    /// What is asked for beside the password, where the account has no app. It is looked up once the password
    /// is known to be right: before, nobody is looked up further than anybody else.
    package let demand: @Sendable () async -> SignInDemand
    /// The key by which the browser may be known.
    package let browser: String

    package init(
        account: Account, password: String, place: SessionPlace, identity: String, former: Session? = nil,
        browser: String = "", demand: @escaping @Sendable () async -> SignInDemand = { .password }
    ) {
        self.account = account
        self.password = password
        self.place = place
        self.identity = identity
        self.former = former
        self.demand = demand
        self.browser = browser
    }
}

package enum SignInOutcome: Sendable {
    case signedIn(AccessToken)
    /// The password is right, and a code is asked for, from the browser that holds this token.
    case halfOpen(AccessToken)
    /// The same, and the code is one that has to be mailed to the person now.
    case codeNeeded(AccessToken, code: String)
    /// Password or account; which of them, nobody is told.
    case wrong
    case tooMany(retryAfterSeconds: Int64)
    /// It could not be recorded: nobody is signed in.
    case unavailable
}

/// A new password by somebody who is signed in and knows the old one.
package struct PasswordChange: Sendable {
    package let session: Session
    package let old: String
    package let new: String
    package let words: [String]
    package let place: SessionPlace

    /// `words`: what is known of the person, see `PasswordRules`.
    package init(session: Session, old: String, new: String, words: [String], place: SessionPlace) {
        self.session = session
        self.old = old
        self.new = new
        self.words = words
        self.place = place
    }
}

package enum PasswordOutcome: Sendable, Hashable {
    case changed
    /// The old one is.
    case wrong
    case refused(PasswordRefusal)
    case tooMany(retryAfterSeconds: Int64)
    /// It is unknown whether it will last.
    case unavailable
}

/// What became of an invitation that somebody wants to accept.
package enum AcceptOutcome: Sendable {
    case signedIn(AccessToken, Account)
    /// The password is set, and a code is asked for: a link in a mail takes nobody past that.
    case halfOpen(AccessToken, Account)
    /// Never made, used, withdrawn, or older than it may be.
    case noInvitation
    case refused(PasswordRefusal)
    case tooMany(retryAfterSeconds: Int64)
    case unavailable
}
