internal import Crypto
internal import Staffing

extension Doorkeeper {
    package func hasPassword(_ account: Account) -> Bool { credentials.passwords[account] != nil }

    /// Sets a password without asking for the old one, as the command line does, and ends all sessions. It is
    /// for somebody who cannot get in otherwise, so no code and no passkey is asked for any more.
    package func setPassword(
        _ account: Account, to new: String, words: [String], at now: Reading
    ) async -> PasswordOutcome {
        let before = credentials.passwords[account]
        switch await made(new, words: words) {
        case .failure(let outcome): return outcome
        case .success(let hash):
            // An account that was closed meanwhile stays closed.
            guard credentials.passwords[account] == before else { return .wrong }
            var events: [AccessEvent] = [.passwordSet(account, hash), .sessionsEnded(account, except: nil)]
            events += endOfSecondFactors(of: account)
            return await record(events, at: now) ? .changed : .unavailable
        }
    }

    /// Changes a password and ends every session of the account. The one that asked goes on under a new
    /// token: whoever holds a copy of the old one is the reason why passwords are changed.
    package func changePassword(
        _ change: PasswordChange, at now: Reading
    ) async -> Result<AccessToken, PasswordOutcome> {
        let account = change.session.account
        let guess = Guess(
            network: change.place.network, identity: "\(account)",
            isFamiliar: knows(change.place.network, account))
        switch limiter.admit(guess, at: now.steadyMicroseconds) {
        case .refused(let seconds): return .failure(.tooMany(retryAfterSeconds: seconds))
        case .admitted: break
        }
        switch await compare(change.old, with: account) {
        case .wrong: return .failure(.wrong)
        case .busy:
            limiter.forgive(guess)
            return .failure(.tooMany(retryAfterSeconds: settings.busyRetrySeconds))
        case .right(let old):
            limiter.forgive(guess)
            return await replace(old, change, at: now)
        }
    }

    private func replace(
        _ old: PasswordHash, _ change: PasswordChange, at now: Reading
    ) async -> Result<AccessToken, PasswordOutcome> {
        let account = change.session.account
        switch await made(change.new, words: change.words) {
        case .failure(let outcome): return .failure(outcome)
        case .success(let hash):
            // Meanwhile somebody may have changed it, removed the person, or ended this session.
            let asking = change.session.digest
            guard credentials.passwords[account] == old, sessions.change({ $0.contains(asking) }) else {
                return .failure(.wrong)
            }
            let token = AccessToken.draw(settings.drawBytes)
            let opened = opening(
                token, account, at: change.place, isConfirmed: sessions.change { $0.isConfirmed(asking) },
                now: now)
            guard let opening = opened else { return .failure(.unavailable) }
            let events: [AccessEvent] = [.passwordSet(account, hash), .sessionsEnded(account, except: nil)]
            guard await record(events + opening, at: now) else {
                believe([.sessionEnded(token.digest)], at: now)
                return .failure(.unavailable)
            }
            return .success(token)
        }
    }

    /// The hash of a password that the rules allow.
    func made(_ password: String, words: [String]) async -> Result<PasswordHash, PasswordOutcome> {
        do throws(PasswordRefusal) {
            try PasswordRules.check(password, words: words, blocklist: settings.blocklist)
        } catch {
            return .failure(.refused(error))
        }
        let scrypt = settings.scrypt
        let salt = settings.drawBytes(PasswordHash.saltCount)
        let hash = await hashed {
            PasswordHash.make(
                password: Array(password.utf8), salt: salt, parameters: scrypt)
        }
        guard let hash else { return .failure(.tooMany(retryAfterSeconds: settings.busyRetrySeconds)) }
        guard let hash else { return .failure(.refused(.tooLong(maximum: PasswordRules.length.upperBound))) }
        return .success(hash)
    }
}

extension PasswordOutcome: Error {}
