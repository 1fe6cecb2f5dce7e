internal import Crypto
internal import Staffing

extension Doorkeeper {
    /// The secret for an app that is about to be set up, which stays the same for this session for a while.
    /// Nothing is asked for yet.
    package func prepareAuthenticator(
        by session: Session, isOwed: Bool = false, at now: Reading
    ) -> Result<AuthenticatorSecret, FactorRefusal> {
        guard isProved(session, at: now) else { return .failure(.notProved) }
        guard !isOwed || !hasSecondFactor(session.account) else { return .failure(.notConfirmed) }
        guard !hasAuthenticator(session.account) else { return .failure(.isSet) }
        if let secret = pendingSecrets.secret(session.digest, at: now) {
            return .success(AuthenticatorSecret(bytes: secret))
        }
        let secret = settings.drawBytes(OneTimePassword.secretCount)
        pendingSecrets.set(secret, for: session.digest, at: now)
        return .success(AuthenticatorSecret(bytes: secret))
    }

    /// Asks for codes from now on, once the app has shown that it has the secret. The answer is the account's
    /// recovery codes, which nobody is shown again.
    package func setAuthenticator(
        code: String, by session: Session, isOwed: Bool = false, at now: Reading
    ) async -> Result<[String], FactorRefusal> {
        guard isProved(session, at: now) else { return .failure(.notProved) }
        guard !isOwed || !hasSecondFactor(session.account) else { return .failure(.notConfirmed) }
        guard !hasAuthenticator(session.account) else { return .failure(.isSet) }
        guard let secret = pendingSecrets.secret(session.digest, at: now) else { return .failure(.missing) }
        var authenticator = Authenticator(secret: secret, set: now.moment, lastStep: 0)
        guard let step = authenticator.step(of: code.filter { !$0.isWhitespace }, at: now.moment) else {
            return .failure(.wrongCode)
        }
        authenticator.lastStep = step
        pendingSecrets.remove(session.digest)
        return await issueRecoveryCodes(
            of: session.account,
            after: [
                .factor(.authenticatorSet(authenticator), of: session.account),
                .sessionConfirmed(session.digest),
            ], at: now)
    }

    /// Codes are not asked for any more, and the recovery codes end.
    package func removeAuthenticator(
        by session: Session, at now: Reading
    ) async -> Result<Void, FactorRefusal> {
        guard isProved(session, at: now) else { return .failure(.notProved) }
        guard hasAuthenticator(session.account) else { return .failure(.missing) }
        let isDurable = await revoke(removal([.authenticatorRemoved], of: session.account), at: now)
        return isDurable ? .success(()) : .failure(.unavailable)
    }

    /// New recovery codes; the old ones end.
    package func renewRecoveryCodes(
        by session: Session, at now: Reading
    ) async -> Result<[String], FactorRefusal> {
        guard isProved(session, at: now) else { return .failure(.notProved) }
        guard hasAuthenticator(session.account) else { return .failure(.missing) }
        return await issueRecoveryCodes(of: session.account, after: [], at: now)
    }

    private func issueRecoveryCodes(
        of account: Account, after events: [AccessEvent], at now: Reading
    ) async -> Result<[String], FactorRefusal> {
        let codes = (0..<RecoveryCode.perSet).map { _ in RecoveryCode.draw(settings.drawBytes) }
        let made = AccessEvent.factor(.recoveryCodesMade(codes.map(\.digest)), of: account)
        let isDurable = await record(events + [made], at: now)
        return isDurable ? .success(codes.map(\.text)) : .failure(.unavailable)
    }
}
