package import WebAuthn

/// Why one's means of signing in are left as they are.
package enum FactorRefusal: Error, Hashable, Sendable {
    /// Who it is has to be shown once more first.
    case notProved
    /// There is a second factor already: that one has to be shown before there is another.
    case notConfirmed
    case missing
    /// An account has no more passkeys than that.
    case tooMany(maximum: Int)
    /// The passkey is on the list already.
    case known
    case passkey(WebAuthnRefusal)
    /// The code is not the app's.
    case wrongCode
    /// There is one already; it has to be removed first.
    case isSet
    case unavailable
}
