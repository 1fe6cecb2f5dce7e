internal import Crypto
internal import Staffing

/// What became of the code that somebody entered after the password.
package enum SecondStepOutcome: Sendable {
    /// With how many recovery codes there are still, where one of them was taken.
    case signedIn(AccessToken, Account, codesLeft: Int?)
    case wrong
    case tooMany(retryAfterSeconds: Int64)
    /// It took too long, or the password is another one by now: the password is asked for again.
    case over
    case unavailable
}

extension Doorkeeper {
    func hasAuthenticator(_ account: Account) -> Bool { credentials.factors.authenticators[account] != nil }

    /// Leaves the door ajar for whoever has shown the password and owes a code; nil when too many do.
    func ajar(
        _ account: Account, _ place: SessionPlace, former: SHA256Digest?, mailed: MailedCode? = nil,
        at now: Reading
    ) -> AccessToken? {
        guard let password = credentials.passwords[account] else { return nil }
        let token = AccessToken.draw(settings.drawBytes)
        let door = HalfOpenDoors.HalfOpen(
            account: account, password: password, place: place, former: former,
            since: now, mailed: mailed)
        return halfOpen.add(door, under: token.digest) ? token : nil
    }

    /// Whether a code may still be entered under this token at this host.
    package func isHalfOpen(_ text: String, in realm: Realm, at now: Reading) -> Bool {
        AccessToken(text).flatMap { door($0.digest, in: realm, at: now) } != nil
    }

    /// Whether that code is one that went out by mail.
    package func awaitsMailedCode(_ text: String, in realm: Realm, at now: Reading) -> Bool {
        guard let door = AccessToken(text).flatMap({ door($0.digest, in: realm, at: now) }) else {
            return false
        }
        return !hasAuthenticator(door.account)
    }

    private func door(
        _ digest: SHA256Digest, in realm: Realm, at now: Reading
    ) -> HalfOpenDoors.HalfOpen? {
        guard let door = halfOpen.door(digest, at: now), door.account.realm == realm,
            credentials.passwords[door.account] == door.password,
            hasAuthenticator(door.account) || door.mailed != nil
        else { return nil }
        return door
    }

    /// Takes a code of the app, or a recovery code, and opens the session. Wrong ones are counted as wrong
    /// passwords are, and apart from them.
    package func finishSignIn(
        _ text: String, code: String, in realm: Realm, at now: Reading
    ) async -> SecondStepOutcome {
        guard let digest = AccessToken(text)?.digest, let door = door(digest, in: realm, at: now) else {
            return .over
        }
        let network = door.place.network
        let guess = Guess(
            network: network, identity: "code \(door.account)", isFamiliar: knows(network, door.account))
        switch limiter.admit(guess, at: now.steadyMicroseconds) {
        case .refused(let seconds): return .tooMany(retryAfterSeconds: seconds)
        case .admitted: break
        }
        if !hasAuthenticator(door.account) { return await finish(door, digest, mailed: code, guess, at: now) }
        guard let taken = taken(code, of: door.account, at: now) else { return .wrong }
        limiter.forgive(guess)
        halfOpen.remove(digest)
        let event = AccessEvent.factor(taken, of: door.account)
        let token = await open(
            door.account, at: door.place, ending: door.former, with: [event], isConfirmed: true,
            now: now)
        return token.map { .signedIn($0, door.account, codesLeft: codesLeft(of: door.account, taken)) }
            ?? .unavailable
    }

    /// A code by mail is no second factor: the session is as one that a password opened.
    private func finish(
        _ door: HalfOpenDoors.HalfOpen, _ digest: SHA256Digest, mailed code: String, _ guess: Guess,
        at now: Reading
    ) async -> SecondStepOutcome {
        guard halfOpen.takeMailed(code, under: digest, at: now) else {
            return halfOpen.door(digest, at: now) == nil ? .over : .wrong
        }
        limiter.forgive(guess)
        halfOpen.remove(digest)
        let token = await open(door.account, at: door.place, ending: door.former, now: now)
        return token.map { .signedIn($0, door.account, codesLeft: nil) } ?? .unavailable
    }

    private func codesLeft(of account: Account, _ taken: FactorEvent) -> Int? {
        guard case .recoveryCodeTaken = taken else { return nil }
        return credentials.factors.recoveryCodes[account]?.count ?? 0
    }

    /// What taking the code means; nil for one that does not hold.
    func taken(_ code: String, of account: Account, at now: Reading) -> FactorEvent? {
        let plain = code.filter { !$0.isWhitespace }
        if let step = credentials.factors.authenticators[account]?.step(of: plain, at: now.moment) {
            return .codeTaken(step: step)
        }
        guard let recovery = RecoveryCode(typed: plain)?.digest,
            credentials.factors.recoveryCodes[account]?.contains(recovery) == true
        else { return nil }
        return .recoveryCodeTaken(recovery)
    }
}
