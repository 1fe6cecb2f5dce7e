internal import Crypto
internal import Journal
internal import Staffing

/// What the key store remembers. Tokens occur as their SHA-256 only.
enum AccessEvent: Hashable, Sendable {
    /// Also spends the account's invitation: whoever had the link needs it no more, or must not use it.
    case passwordSet(Account, PasswordHash)
    case sessionOpened(SHA256Digest, Account, at: Moment)
    /// Where a session that was just opened is.
    case sessionPlaced(SHA256Digest, SessionPlace)
    /// Somebody signed in from there.
    case networkLearned(Account, NetworkMark)
    /// Somebody signed in by that browser.
    case browserLearned(Account, BrowserMark)
    /// Its person has shown a second factor.
    case sessionConfirmed(SHA256Digest)
    /// The account has no second factor any more, so none was shown.
    case confirmationsEnded(Account)
    case sessionSeen(SHA256Digest, at: Moment)
    case sessionEnded(SHA256Digest)
    case sessionsEnded(Account, except: SHA256Digest?)
    case invitationMade(SHA256Digest, Account, expires: Moment)
    case invitationUsed(SHA256Digest)
    case invitationWithdrawn(SHA256Digest)
    /// A passkey, the authenticator app or a recovery code.
    case factor(FactorEvent, of: Account)
    /// Everything that opens the door for it, its sessions, its known networks and browsers go at once.
    case accountClosed(Account)
}

/// Stands for one network as one account knows it: enough to recognise it, not a list of where people were.
struct NetworkMark: Hashable, Sendable {
    let rawValue: UInt64

    init(rawValue: UInt64) { self.rawValue = rawValue }

    init(_ network: String, for account: Account) {
        var writer = RecordWriter()
        writer.write(account)
        writer.write(network)
        rawValue = sha256(writer.bytes).array.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}
