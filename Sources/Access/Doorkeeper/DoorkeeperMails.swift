internal import Crypto
internal import Staffing

/// Why no code goes out, or why one that came back does not hold.
package enum MoveRefusal: Error, Hashable, Sendable {
    /// Who it is has to be shown once more first.
    case notProved
    case tooMany(retryAfterSeconds: Int64)
    case wrongCode
    /// It took too long, or there were too many tries: a new code is needed.
    case over
}

extension Doorkeeper {
    /// How long the link of a forgotten password opens something.
    package static let resetSeconds: Int64 = 30 * 60

    /// Counts a mail that somebody asks for without being known; nil when it may go out, else after how many
    /// seconds it may. The same for addresses that somebody has and for those that nobody has.
    package func countMail(_ identity: String, from network: String, at now: Reading) -> Int64? {
        let guess = Guess(network: network, identity: identity, isFamiliar: false)
        return switch mailLimiter.admit(guess, at: now.steadyMicroseconds) {
        case .admitted: nil
        case .refused(let seconds): seconds
        }
    }

    /// The link by which somebody who has forgotten the password sets another one; nil for who never had one,
    /// and where it could not be recorded.
    package func invite(back account: Account, at now: Reading) async -> AccessToken? {
        guard hasPassword(account) else { return nil }
        return await invite(account, for: Self.resetSeconds, at: now)
    }

    /// The code that shows that somebody reads the address that they want to have.
    package func beginMove(
        to address: String, by session: Session, network: String, at now: Reading
    ) -> Result<String, MoveRefusal> {
        guard isProved(session, at: now) else { return .failure(.notProved) }
        if let seconds = countMail("move \(session.account)", from: network, at: now) {
            return .failure(.tooMany(retryAfterSeconds: seconds))
        }
        let code = MailedCode(settings.drawBytes, at: now)
        moves.set(address, code, for: session.digest)
        return .success(code.digits)
    }

    /// The address that waits for its code in this session.
    package func pendingMove(of session: Session, at now: Reading) -> String? {
        moves.address(session.digest, at: now)
    }

    /// The address that a right code was about. Which is the account's from now on is for its records to say.
    package func finishMove(
        code: String, by session: Session, at now: Reading
    ) -> Result<String, MoveRefusal> {
        guard moves.address(session.digest, at: now) != nil else { return .failure(.over) }
        guard isProved(session, at: now) else { return .failure(.notProved) }
        if let address = moves.take(code, of: session.digest, at: now) { return .success(address) }
        return .failure(moves.address(session.digest, at: now) == nil ? .over : .wrongCode)
    }
}
