import Access
import Crypto

extension Routes {
    static let ownSignIn = Route<NoKey>("/account/sign-in")
    /// Showing once more who one is.
    static let ownProof = Route<NoKey>("/account/proof")
    /// Setting up, or showing, the second factor that is demanded.
    static let secondFactor = Route<NoKey>("/account/second-factor")
    static let passkeys = Route<NoKey>("/account/passkeys")
    static let passkeyName = Route<PasskeyID>("/account/passkeys/*/name")
    static let passkeyRemoval = Route<PasskeyID>("/account/passkeys/*/removal")
    static let authenticator = Route<NoKey>("/account/authenticator")
    static let authenticatorRemoval = Route<NoKey>("/account/authenticator/removal")
    static let recoveryCodes = Route<NoKey>("/account/recovery-codes")
    static let sessionEnd = Route<SessionID>("/account/sessions/*/end")
}

extension PasskeyID: PathKey {
    package var pathText: String { Base32Crockford.encode(rawValue) }

    package init?(pathText: String) {
        guard let number = Base32Crockford.decode(pathText) else { return nil }
        self.init(rawValue: number)
    }
}

extension SessionID: PathKey {
    package var pathText: String { text }
    package init?(pathText: String) { self.init(text: pathText) }
}
