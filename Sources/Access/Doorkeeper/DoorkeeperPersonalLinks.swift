internal import Crypto
package import Staffing

/// What a personal link opens, if anything.
package enum PersonalLinkOutcome: Hashable, Sendable {
    case opens(WorkerID)
    /// Never made, ended, too old, or another company's.
    case nothing
    /// So many links that open nothing came from there that none is answered for a while.
    case tooMany(retryAfterSeconds: Int64)
}

/// The links by which workers reach their own time. They lie beside the invitations, hashed as those are, and
/// nobody chooses a password by one: a worker has no account.
extension Doorkeeper {
    /// How long a link opens something.
    package static let personalLinkSeconds: Int64 = 60 * 24 * 60 * 60

    /// Makes a new one, which ends the one before it. Nil when it could not be recorded.
    package func makePersonalLink(
        of worker: WorkerID, at tenant: TenantID, now: Reading
    ) async -> AccessToken? {
        let account = Account(realm: .tenant(tenant), person: .worker(worker))
        return await invite(account, for: Self.personalLinkSeconds, at: now)
    }

    /// False when it may come back after a crash; it opens nothing from now on all the same.
    package func endPersonalLink(of worker: WorkerID, at tenant: TenantID, now: Reading) async -> Bool {
        await withdrawInvitation(of: Account(realm: .tenant(tenant), person: .worker(worker)), at: now)
    }

    /// Looking at a link changes nothing. One that opens something always does, however many strangers try;
    /// what opens nothing counts against the network that it came from.
    package func personalLink(
        _ text: String, at realm: Realm, from network: String, now: Reading
    ) -> PersonalLinkOutcome {
        if let account = invitation(text, at: now), account.realm == realm,
            case .worker(let worker) = account.person
        {
            return .opens(worker)
        }
        let guess = Guess(network: network, identity: "personal links \(network)", isFamiliar: false)
        return switch linkLimiter.admit(guess, at: now.steadyMicroseconds) {
        case .admitted: .nothing
        case .refused(let seconds): .tooMany(retryAfterSeconds: seconds)
        }
    }
}
