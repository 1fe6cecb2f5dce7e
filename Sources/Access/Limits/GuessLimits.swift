/// How many wrong passwords are heard, and from where. Right ones cost nothing.
package struct GuessLimits: Hashable, Sendable {
    /// All accounts together, from one network that none of them knows: an office may mistype, a list may
    /// not be tried.
    package var network = Budget(burst: 20, refillSeconds: 30)
    /// One account from one network that it does not know.
    package var pair = Budget(burst: 5, refillSeconds: 60)
    /// One account from all networks that it does not know: against guessing from a thousand places.
    package var identity = Budget(burst: 20, refillSeconds: 600)
    /// One account from a network that it has signed in from; no stranger elsewhere can use this up.
    package var familiar = Budget(burst: 5, refillSeconds: 60)
    /// How many networks, pairs and identities are remembered at once.
    package var capacity = 65_536

    package init() {}

    package static let standard = GuessLimits()

    /// Links that open nothing. Nobody guesses 256 bits: what is limited is the work and the noise that tries
    /// make, and an office behind one address may have many old links.
    package static let links: GuessLimits = {
        var limits = GuessLimits()
        limits.network = Budget(burst: 600, refillSeconds: 1)
        limits.pair = limits.network
        limits.identity = limits.network
        return limits
    }()

    /// Mails that strangers can have sent to somebody: enough for who waits for one, too few to annoy.
    package static let mails: GuessLimits = {
        var limits = GuessLimits()
        limits.pair = Budget(burst: 3, refillSeconds: 300)
        limits.identity = Budget(burst: 5, refillSeconds: 600)
        return limits
    }()
}
