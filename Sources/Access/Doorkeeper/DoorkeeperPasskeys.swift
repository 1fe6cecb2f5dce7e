internal import Crypto
internal import Journal
internal import Staffing
package import WebAuthn

extension Doorkeeper {
    /// What a passkey is to answer, at the host of one realm. Anybody may have as many as they like.
    package nonisolated func challenge(for realm: Realm, at now: Reading) -> [UInt8] {
        challenges.make(for: realm, at: now)
    }

    /// What authenticators know an account by. Nobody is recognised by it elsewhere.
    package nonisolated static func handle(of account: Account) -> [UInt8] {
        var writer = RecordWriter()
        writer.write("countersign passkey")
        writer.write(account)
        return sha256(writer.bytes).array
    }

    /// Opens a session for whoever holds a passkey of this host. Its authenticator has recognised the person,
    /// so it is two factors by itself, and no code is asked for.
    package func signIn(
        _ answer: PasskeyAnswer, from place: SessionPlace, former: Session?, at now: Reading
    ) async -> Result<(AccessToken, Account), PasskeyFailure> {
        do throws(WebAuthnRefusal) {
            let (account, used) = try accept(answer, at: now)
            let token = await open(
                account, at: place, ending: former?.digest, with: [.factor(used, of: account)],
                isConfirmed: true, now: now)
            return token.map { .success(($0, account)) } ?? .failure(.unavailable)
        } catch {
            return .failure(.refused(error))
        }
    }

    /// Shows who it is by a passkey of the same account.
    package func prove(_ session: Session, by answer: PasskeyAnswer, at now: Reading) async -> ProofOutcome {
        guard
            credentials.factors.owner(of: answer.assertion.credentialID, in: answer.realm)?.account
                == session.account, let (account, used) = try? accept(answer, at: now),
            await record(
                [.factor(used, of: account), .sessionConfirmed(session.digest)], at: now)
        else { return .wrong }
        prove(session, at: now)
        return .proved
    }

    /// Whose passkey answers, and what its use means. The challenge is spent by it.
    private func accept(
        _ answer: PasskeyAnswer, at now: Reading
    ) throws(WebAuthnRefusal) -> (Account, FactorEvent) {
        let made = try unspent(answer.challenge, in: answer.realm, at: now)
        guard
            let (account, passkey) = credentials.factors.owner(
                of: answer.assertion.credentialID, in: answer.realm)
        else { throw .otherHost }
        let counter = try answer.assertion.accepted(
            challenge: answer.challenge, at: answer.party, known: passkey.known)
        spentChallenges.add(answer.challenge, made: made)
        return (account, .passkeyUsed(passkey.id, counter: counter, at: now.moment))
    }

    private func unspent(
        _ challenge: [UInt8], in realm: Realm, at now: Reading
    ) throws(WebAuthnRefusal) -> Int64 {
        guard let made = challenges.made(challenge, for: realm, at: now),
            !spentChallenges.contains(challenge)
        else { throw .otherChallenge }
        return made
    }

    package func addPasskey(
        _ registration: Registration, named name: String, challenge: [UInt8], at party: RelyingParty,
        by session: Session, isOwed: Bool = false, now: Reading
    ) async -> Result<PasskeyID, FactorRefusal> {
        let account = session.account
        guard isProved(session, at: now) else { return .failure(.notProved) }
        guard !isOwed || !hasSecondFactor(account) else { return .failure(.notConfirmed) }
        guard (credentials.factors.passkeys[account]?.count ?? 0) < Passkey.mostPerAccount else {
            return .failure(.tooMany(maximum: Passkey.mostPerAccount))
        }
        let accepted: Registration.Accepted
        do throws(WebAuthnRefusal) {
            let made = try unspent(challenge, in: account.realm, at: now)
            accepted = try registration.accepted(challenge: challenge, at: party)
            spentChallenges.add(challenge, made: made)
        } catch {
            return .failure(.passkey(error))
        }
        guard credentials.factors.owner(of: accepted.id, in: account.realm) == nil else {
            return .failure(.known)
        }
        let passkey = Passkey(
            credentialID: accepted.id, key: accepted.key, name: name, added: now.moment, used: nil,
            counter: accepted.counter, isShared: accepted.isBackupEligible)
        let events: [AccessEvent] = [
            .factor(.passkeyAdded(passkey), of: account), .sessionConfirmed(session.digest),
        ]
        return await record(events, at: now) ? .success(passkey.id) : .failure(.unavailable)
    }

    package func renamePasskey(
        _ id: PasskeyID, to name: String, by session: Session, at now: Reading
    ) async -> Result<Void, FactorRefusal> {
        guard isProved(session, at: now) else { return .failure(.notProved) }
        guard credentials.factors.passkey(id, of: session.account) != nil else { return .failure(.missing) }
        return await note(.passkeyRenamed(id, name), of: session.account, at: now)
    }

    package func removePasskey(
        _ id: PasskeyID, by session: Session, at now: Reading
    ) async -> Result<Void, FactorRefusal> {
        guard isProved(session, at: now) else { return .failure(.notProved) }
        guard credentials.factors.passkey(id, of: session.account) != nil else { return .failure(.missing) }
        let isDurable = await revoke(removal([.passkeyRemoved(id)], of: session.account), at: now)
        return isDurable ? .success(()) : .failure(.unavailable)
    }

    func note(
        _ event: FactorEvent, of account: Account, at now: Reading
    ) async -> Result<Void, FactorRefusal> {
        await record([.factor(event, of: account)], at: now) ? .success(()) : .failure(.unavailable)
    }
}

/// Why a passkey opened no session.
package enum PasskeyFailure: Error, Hashable, Sendable {
    case refused(WebAuthnRefusal)
    /// It could not be recorded: nobody is signed in.
    case unavailable
}
