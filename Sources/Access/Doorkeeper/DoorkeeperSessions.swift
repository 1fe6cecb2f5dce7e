internal import Crypto
internal import Staffing

extension Doorkeeper {
    /// Opens a session under a new token for whoever knows the password. Accounts that do not exist,
    /// that have no password and that were closed get the same answer, after the same work.
    package func signIn(_ attempt: SignInAttempt, at now: Reading) async -> SignInOutcome {
        let guess = Guess(
            network: attempt.place.network, identity: attempt.identity,
            isFamiliar: knows(attempt.place.network, attempt.account))
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
            guard hasAuthenticator(attempt.account) else {
                let token = await open(
                    attempt.account, at: attempt.place, ending: attempt.former?.digest, now: now)
                return token.map { .signedIn($0) } ?? .unavailable
            }
            let token = ajar(attempt.account, attempt.place, former: attempt.former?.digest, at: now)
            return token.map { .halfOpen($0) } ?? .unavailable
        }
    }

    /// Opens a session, together with what led to it. Nil when it is not on disk: nobody is let in then.
    func open(
        _ account: Account, at place: SessionPlace, ending former: SHA256Digest?,
        with events: [AccessEvent] = [], now: Reading
    ) async -> AccessToken? {
        let token = AccessToken.draw(settings.drawBytes)
        guard let opening = opening(token, account, at: place, now: now) else { return nil }
        // Whoever kept the browser's old token, or planted it there, is left with nothing.
        let ending = former.map { [AccessEvent.sessionEnded($0)] } ?? []
        guard await record(events + ending + opening, at: now) else {
            believe([.sessionEnded(token.digest)], at: now)
            return nil
        }
        return token
    }

    /// Ends the session everywhere, for good. False when it is not known to be on disk: it has ended
    /// here, but might come back after a crash.
    package func signOut(_ session: Session, at now: Reading) async -> Bool {
        await revoke([.sessionEnded(session.digest)], at: now)
    }

    package func signOutEverywhere(_ account: Account, at now: Reading) async -> Bool {
        await revoke([.sessionsEnded(account, except: nil)], at: now)
    }

    /// A person was removed: password, passkeys, codes, sessions and invitation die at once.
    package func close(_ account: Account, at now: Reading) async -> Bool {
        await revoke([.accountClosed(account)], at: now)
    }

    /// Nobody is looked up like anybody else: the hash alone takes long enough to tell who has an account.
    func knows(_ network: String, _ account: Account) -> Bool {
        credentials.knows(NetworkMark(network, for: account), for: account)
    }

    /// What opening a session means; nil when there may be no more of them.
    func opening(
        _ token: AccessToken, _ account: Account, at place: SessionPlace, now: Reading
    ) -> [AccessEvent]? {
        let surplus = sessions.change { sessions -> [SHA256Digest]? in
            if sessions.isFull { sessions.removeExpired(at: now) }
            return sessions.isFull ? nil : sessions.surplus(of: account)
        }
        return surplus.map { surplus in
            surplus.map { .sessionEnded($0) } + [
                .sessionOpened(token.digest, account, at: now.moment),
                .sessionPlaced(token.digest, place),
                .networkLearned(account, NetworkMark(place.network, for: account)),
            ]
        }
    }
}
