internal import Crypto
internal import Staffing

/// What an account has beside its password.
package struct SecondFactors: Hashable, Sendable {
    package let hasApp: Bool
    /// Their names.
    package let passkeys: [String]

    package var isEmpty: Bool { !hasApp && passkeys.isEmpty }
}

/// What became of ending somebody's second factors.
package enum FactorRemoval: Hashable, Sendable {
    case removed(SecondFactors)
    case notProved
    /// There is nothing to end.
    case none
    case unavailable
}

extension Doorkeeper {
    package func secondFactors(of account: Account) -> SecondFactors {
        SecondFactors(
            hasApp: hasAuthenticator(account),
            passkeys: (credentials.factors.passkeys[account] ?? []).map(\.name))
    }

    func hasSecondFactor(_ account: Account) -> Bool { !secondFactors(of: account).isEmpty }

    /// Confirms a session that was opened without a second factor, by a code of the app or a recovery code.
    /// Wrong ones are counted with those after the password.
    package func confirm(
        _ session: Session, code: String, network: String, at now: Reading
    ) async -> ProofOutcome {
        let account = session.account
        let guess = Guess(network: network, identity: "code \(account)", isFamiliar: knows(network, account))
        switch limiter.admit(guess, at: now.steadyMicroseconds) {
        case .refused(let seconds): return .tooMany(retryAfterSeconds: seconds)
        case .admitted: break
        }
        guard let taken = taken(code, of: account, at: now),
            await record([.factor(taken, of: account), .sessionConfirmed(session.digest)], at: now)
        else { return .wrong }
        limiter.forgive(guess)
        prove(session, at: now)
        return .proved
    }

    /// Ends the app, the recovery codes and the passkeys of somebody who has lost them, with all sessions:
    /// the password alone opens the door then, until something else is set up. By somebody whose matter it
    /// is, and who has just shown who they are.
    package func endSecondFactors(
        of account: Account, by session: Session, at now: Reading
    ) async -> FactorRemoval {
        guard isProved(session, at: now) else { return .notProved }
        let factors = secondFactors(of: account)
        guard !factors.isEmpty else { return .none }
        let events = endOfSecondFactors(of: account) + [.sessionsEnded(account, except: nil)]
        let isDurable = await revoke(events, at: now)
        return isDurable ? .removed(factors) : .unavailable
    }

    func endOfSecondFactors(of account: Account) -> [AccessEvent] {
        let keys = (credentials.factors.passkeys[account] ?? []).map { FactorEvent.passkeyRemoved($0.id) }
        let app: [FactorEvent] = hasAuthenticator(account) ? [.authenticatorRemoved] : []
        return (keys + app).map { .factor($0, of: account) }
    }

    /// Removing the last one also ends what was shown by it.
    func removal(_ events: [FactorEvent], of account: Account) -> [AccessEvent] {
        var after = credentials.factors
        for event in events { after.evolve(event, of: account) }
        let isLast = after.passkeys[account] == nil && after.authenticators[account] == nil
        return events.map { .factor($0, of: account) } + (isLast ? [.confirmationsEnded(account)] : [])
    }
}
