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
        case .right:
            limiter.forgive(guess)
            return await open(attempt.account, attempt, at: now)
        }
    }

    private func open(
        _ account: Account, _ attempt: SignInAttempt, at now: Reading
    ) async -> SignInOutcome {
        let token = AccessToken.draw(settings.drawBytes)
        guard let opening = opening(token, account, from: attempt.network, at: now) else {
            return .unavailable
        }
        // Whoever kept the browser's old token, or planted it there, is left with nothing.
        let ending = attempt.former.map { [AccessEvent.sessionEnded($0.digest)] } ?? []
        guard await record(ending + opening, at: now) else {
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

    /// Nobody is looked up like anybody else: the hash alone takes long enough to tell who has an account.
    func knows(_ network: String, _ account: Account) -> Bool {
        credentials.knows(NetworkMark(network, for: account), for: account)
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
