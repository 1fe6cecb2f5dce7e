internal import Crypto
package import Staffing

/// What became of somebody's showing once more who they are.
package enum ProofOutcome: Hashable, Sendable {
    case proved
    case wrong
    case tooMany(retryAfterSeconds: Int64)
}

/// Somebody's own means of signing in, for the page where they change them.
package struct SignInMeans: Sendable {
    package let passkeys: [Passkey]
    /// Since when codes of an app are asked for.
    package let authenticatorSince: Moment?
    package let recoveryCodesLeft: Int
    package let sessions: [OpenSession]
    /// Whether changes are taken without asking who it is.
    package let isProved: Bool
}

extension Doorkeeper {
    package func means(of session: Session, at now: Reading) -> SignInMeans {
        let account = session.account
        let open = sessions.change { sessions in
            sessions.open(of: account, at: now).map { digest, held in
                OpenSession(
                    id: SessionID(digest), opened: held.opened.moment, seen: held.seen.moment,
                    place: held.place)
            }
        }
        return SignInMeans(
            passkeys: credentials.factors.passkeys[account] ?? [],
            authenticatorSince: credentials.factors.authenticators[account]?.set,
            recoveryCodesLeft: credentials.factors.recoveryCodes[account]?.count ?? 0,
            sessions: open, isProved: isProved(session, at: now))
    }

    /// Whether this session's person showed a moment ago who they are. A browser that was left open changes
    /// nothing that opens the door.
    package func isProved(_ session: Session, at now: Reading) -> Bool {
        sessions.change { $0.isProved(session.digest, at: now) }
    }

    func prove(_ session: Session, at now: Reading) {
        sessions.change { $0.prove(session.digest, at: now) }
    }

    /// By the password. Wrong ones are counted with those of whoever wants to change it.
    package func prove(
        _ session: Session, password: String, network: String, at now: Reading
    ) async -> ProofOutcome {
        let account = session.account
        let guess = Guess(network: network, identity: "\(account)", isFamiliar: knows(network, account))
        switch limiter.admit(guess, at: now.steadyMicroseconds) {
        case .refused(let seconds): return .tooMany(retryAfterSeconds: seconds)
        case .admitted: break
        }
        switch await compare(password, with: account) {
        case .wrong: return .wrong
        case .busy:
            limiter.forgive(guess)
            return .tooMany(retryAfterSeconds: settings.busyRetrySeconds)
        case .right:
            limiter.forgive(guess)
            prove(session, at: now)
            return .proved
        }
    }

    /// Ends one of the account's sessions, wherever it is. False when it is not known to be on disk.
    package func end(
        _ id: SessionID, by session: Session, at now: Reading
    ) async -> Result<Void, FactorRefusal> {
        guard isProved(session, at: now) else { return .failure(.notProved) }
        let open = sessions.change { $0.open(of: session.account, at: now).map { $0.0 } }
        guard let digest = open.first(where: { SessionID($0) == id }) else { return .failure(.missing) }
        return await revoke([.sessionEnded(digest)], at: now) ? .success(()) : .failure(.unavailable)
    }
}
