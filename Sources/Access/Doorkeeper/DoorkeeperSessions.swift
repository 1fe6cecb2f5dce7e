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
        case .right(let password):
            limiter.forgive(guess)
            return await goOn(attempt, password, at: now)
        }
    }

    /// What follows the right password.
    private func goOn(
        _ attempt: SignInAttempt, _ password: PasswordHash, at now: Reading
    ) async -> SignInOutcome {
        let (account, former) = (attempt.account, attempt.former?.digest)
        let demand = await attempt.demand()
        // Meanwhile it may have been changed, or the account closed.
        guard credentials.passwords[account] == password else { return .wrong }
        if hasAuthenticator(account) {
            let token = ajar(account, attempt.place, former: former, at: now)
            return token.map { .halfOpen($0) } ?? .unavailable
        }
        guard needsMailedCode(attempt, demand) else {
            let token = await open(account, at: attempt.place, ending: former, now: now)
            return token.map { .signedIn($0) } ?? .unavailable
        }
        if let seconds = countMail("code \(account)", from: attempt.place.network, at: now) {
            return .tooMany(retryAfterSeconds: seconds)
        }
        let code = MailedCode(settings.drawBytes, at: now)
        let token = ajar(account, attempt.place, former: former, mailed: code, at: now)
        return token.map { .codeNeeded($0, code: code.digits) } ?? .unavailable
    }

    /// Whoever has a passkey and must show it need not read their mail as well.
    private func needsMailedCode(_ attempt: SignInAttempt, _ demand: SignInDemand) -> Bool {
        guard !knows(browser: attempt.browser, attempt.account) else { return false }
        return switch demand {
        case .password: false
        case .mailedCode: true
        case .secondFactor: !hasSecondFactor(attempt.account)
        }
    }

    /// Opens a session, together with what led to it. Nil when it is not on disk: nobody is let in then.
    func open(
        _ account: Account, at place: SessionPlace, ending former: SHA256Digest?,
        with events: [AccessEvent] = [], isConfirmed: Bool = false, now: Reading
    ) async -> AccessToken? {
        let token = AccessToken.draw(settings.drawBytes)
        let opened = opening(token, account, at: place, isConfirmed: isConfirmed, now: now)
        guard let opening = opened else { return nil }
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
        _ token: AccessToken, _ account: Account, at place: SessionPlace, isConfirmed: Bool, now: Reading
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
            ] + (isConfirmed ? [.sessionConfirmed(token.digest)] : [])
        }
    }
}
