internal import Crypto
internal import Staffing

extension Doorkeeper {
    /// Opens a session under a new token for whoever knows the password. Accounts that do not exist,
    /// that have no password and that were closed get the same answer, after the same work.
    package func signIn(_ attempt: SignInAttempt, at now: Reading) async -> SignInOutcome {
        let guess = Guess(
            network: attempt.network, identity: attempt.identity,
            isFamiliar: knows(attempt.network, attempt.account))
        switch limiter.admit(guess, at: now.steadyMicroseconds) {
        case .refused(let seconds): return .tooMany(retryAfterSeconds: seconds)
        case .admitted: break
        }
        switch await compare(attempt.password, with: attempt.account) {
        case .wrong: return .wrong
        case .busy:
            limiter.forgive(guess)
            return .tooMany(retryAfterSeconds: settings.busyRetrySeconds)
        case .right(let account, _):
            limiter.forgive(guess)
            return await open(account, from: attempt.network, at: now)
        }
    }

    private func open(_ account: Account, from network: String, at now: Reading) async -> SignInOutcome {
        let token = AccessToken.draw(settings.drawBytes)
        guard let events = opening(token, account, from: network, at: now) else { return .unavailable }
        guard await record(events, at: now) else {
            believe([.sessionEnded(token.digest)], at: now)
            return .unavailable
        }
        return .signedIn(token)
    }

    /// Ends the session everywhere, for good. False when it is not known to be on disk: it has ended
    /// here, but might come back after a crash.
    package func signOut(_ session: Session, at now: Reading) async -> Bool {
        await revoke([.sessionEnded(session.digest)], at: now)
    }

    package func signOutEverywhere(_ account: Account, at now: Reading) async -> Bool {
        await revoke([.sessionsEnded(account, except: nil)], at: now)
    }

    /// A person was removed: password, sessions and invitation die at once.
    package func close(_ account: Account, at now: Reading) async -> Bool {
        await revoke([.accountClosed(account)], at: now)
    }

    func knows(_ network: String, _ account: Account?) -> Bool {
        account.map { credentials.knows(NetworkMark(network, for: $0), for: $0) } ?? false
    }

    /// What opening a session means; nil when there may be no more of them.
    func opening(
        _ token: AccessToken, _ account: Account, from network: String, at now: Reading
    ) -> [AccessEvent]? {
        let surplus = sessions.change { sessions -> [SHA256Digest]? in
            if sessions.isFull { sessions.removeExpired(at: now) }
            return sessions.isFull ? nil : sessions.surplus(of: account)
        }
        return surplus.map { surplus in
            surplus.map { .sessionEnded($0) } + [
                .sessionOpened(token.digest, account, at: now.moment),
                .networkLearned(account, NetworkMark(network, for: account)),
            ]
        }
    }
}
