/// Decides whether a password may be tried at all. A value with the time as a value; the same for accounts
/// that exist and for those that do not, so that being refused tells nothing.
package struct GuessLimiter: Sendable {
    private var networks: Meters
    private var pairs: Meters
    private var identities: Meters
    private var familiar: Meters

    package enum Verdict: Hashable, Sendable {
        case admitted
        case refused(retryAfterSeconds: Int64)
    }

    package init(_ limits: GuessLimits = .standard) {
        networks = Meters(limits.network, capacity: limits.capacity)
        pairs = Meters(limits.pair, capacity: limits.capacity)
        identities = Meters(limits.identity, capacity: limits.capacity)
        familiar = Meters(limits.familiar, capacity: limits.capacity)
    }

    /// Entries in memory, of which there are never more than four times the capacity.
    var count: Int { networks.count + pairs.count + identities.count + familiar.count }

    /// Admits a guess and charges for it at once, so that guesses made together count as well as those
    /// one by one. `now` in steady microseconds.
    package mutating func admit(_ guess: Guess, at now: Int64) -> Verdict {
        let wait =
            guess.isFamiliar
            ? familiar.wait(guess.pairKey, at: now)
            : max(
                networks.wait(guess.networkKey, at: now), pairs.wait(guess.pairKey, at: now),
                identities.wait(guess.identityKey, at: now))
        guard wait == 0 else { return .refused(retryAfterSeconds: (wait + 999_999) / 1_000_000) }
        if guess.isFamiliar {
            familiar.charge(guess.pairKey, at: now)
        } else {
            networks.charge(guess.networkKey, at: now)
            pairs.charge(guess.pairKey, at: now)
            identities.charge(guess.identityKey, at: now)
        }
        return .admitted
    }

    /// Gives back what an admitted guess was charged: it was right, or it was never tried.
    package mutating func forgive(_ guess: Guess) {
        if guess.isFamiliar {
            familiar.giveBack(guess.pairKey)
        } else {
            networks.giveBack(guess.networkKey)
            pairs.giveBack(guess.pairKey)
            identities.giveBack(guess.identityKey)
        }
    }
}

/// Somebody's try at a password.
package struct Guess: Hashable, Sendable {
    /// The network that it comes from: an IPv4 address, or the first 64 bits of an IPv6 one.
    package let network: String
    /// Realm and mail address as they were typed, in small letters.
    package let identity: String
    /// Whether this account has signed in from this network before.
    package let isFamiliar: Bool

    package init(network: String, identity: String, isFamiliar: Bool) {
        self.network = network
        self.identity = identity
        self.isFamiliar = isFamiliar
    }

    // The standard hasher is seeded anew in each process, so nobody can make two of these meet.
    fileprivate var networkKey: UInt64 { key(network, "") }
    fileprivate var identityKey: UInt64 { key("", identity) }
    fileprivate var pairKey: UInt64 { key(network, identity) }

    private func key(_ network: String, _ identity: String) -> UInt64 {
        var hasher = Hasher()
        hasher.combine(network)
        hasher.combine(identity)
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }
}
