internal import Crypto
internal import Staffing

extension Doorkeeper {
    /// How long a link opens something.
    package nonisolated var invitationSeconds: Int64 { settings.invitationSeconds }

    /// Makes the link by which a person sets a first password, or a new one. An earlier link of theirs ends.
    /// Nil when it could not be recorded.
    package func invite(_ account: Account, at now: Reading) async -> AccessToken? {
        await invite(account, for: settings.invitationSeconds, at: now)
    }

    func invite(_ account: Account, for seconds: Int64, at now: Reading) async -> AccessToken? {
        let token = AccessToken.draw(settings.drawBytes)
        var events: [AccessEvent] = []
        if let earlier = credentials.invitation(of: account) { events.append(.invitationWithdrawn(earlier)) }
        let expires = now.moment.adding(seconds: seconds)
        events.append(.invitationMade(token.digest, account, expires: expires))
        return await record(events, at: now) ? token : nil
    }

    /// A link for each of several people, all recorded together; an earlier one of theirs ends. Nil when that
    /// could not be recorded.
    package func invite(_ accounts: [Account], at now: Reading) async -> [AccessToken]? {
        let tokens = accounts.map { _ in AccessToken.draw(settings.drawBytes) }
        let expires = now.moment.adding(seconds: settings.invitationSeconds)
        var events: [AccessEvent] = []
        for (account, token) in zip(accounts, tokens) {
            if let earlier = credentials.invitation(of: account) {
                events.append(.invitationWithdrawn(earlier))
            }
            events.append(.invitationMade(token.digest, account, expires: expires))
        }
        return await record(events, at: now) ? tokens : nil
    }

    /// Those of several people who hold a link that works.
    package func invited(of accounts: [Account], at now: Reading) -> Set<Account> {
        Set(
            accounts.filter { account in
                credentials.invitation(of: account).flatMap {
                    credentials.invitation($0, at: now.moment)
                } != nil
            })
    }

    /// Whom a link would let in. Looking at it changes nothing: mail programs follow links too.
    package func invitation(_ text: String, at now: Reading) -> Account? {
        AccessToken(text).flatMap { credentials.invitation($0.digest, at: now.moment) }
    }

    package func withdrawInvitation(of account: Account, at now: Reading) async -> Bool {
        guard let invitation = credentials.invitation(of: account) else { return true }
        return await revoke([.invitationWithdrawn(invitation)], at: now)
    }

    /// Sets the password, spends the link, ends the sessions that there were and opens a new one, or asks
    /// for a code where the account has an authenticator app.
    package func accept(
        _ text: String, password: String, words: [String], place: SessionPlace, at now: Reading
    ) async -> AcceptOutcome {
        guard let invitation = AccessToken(text)?.digest,
            let account = credentials.invitation(invitation, at: now.moment)
        else { return .noInvitation }
        switch await made(password, words: words) {
        case .failure(let outcome): return AcceptOutcome(outcome)
        case .success(let hash):
            // Of two that hashed at the same time, one finds it spent.
            guard credentials.invitation(invitation, at: now.moment) == account else { return .noInvitation }
            let events: [AccessEvent] = [
                .invitationUsed(invitation), .passwordSet(account, hash),
                .sessionsEnded(account, except: nil),
            ]
            guard hasAuthenticator(account) else {
                let token = await open(account, at: place, ending: nil, with: events, now: now)
                return token.map { .signedIn($0, account) } ?? .unavailable
            }
            guard await record(events, at: now) else { return .unavailable }
            let token = ajar(account, place, former: nil, at: now)
            return token.map { .halfOpen($0, account) } ?? .unavailable
        }
    }
}

extension AcceptOutcome {
    /// Of what can go wrong with a new password, only a wrong old one has no place here.
    fileprivate init(_ outcome: PasswordOutcome) {
        self =
            switch outcome {
            case .refused(let refusal): .refused(refusal)
            case .tooMany(let seconds): .tooMany(retryAfterSeconds: seconds)
            case .changed, .wrong, .unavailable: .unavailable
            }
    }
}
