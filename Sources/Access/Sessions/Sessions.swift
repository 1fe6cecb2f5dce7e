internal import Crypto
internal import Staffing

/// The sessions themselves: a value, so that every rule about them can be tried by advancing the time.
struct Sessions {
    private let limits: SessionLimits
    private var held: [SHA256Digest: Held] = [:]
    /// Each account's sessions, the oldest first.
    private var byAccount: [Account: [SHA256Digest]] = [:]
    private var unnoted: Set<SHA256Digest> = []

    struct Held {
        let account: Account
        let opened: Reading
        var seen: Reading
        /// The last use that was written down.
        var noted: Reading
        /// Made of the session's token when that was last seen, and never written down.
        var formToken: String?
        /// When its person last showed a password or a passkey. Kept in memory only: after a restart what was
        /// shown counts from the sign-in.
        var proved: Reading
        /// Whether its person has shown a second factor: an app's code, a recovery code or a passkey.
        var isConfirmed = false
        /// Nothing for sessions of before this was written down.
        var place: SessionPlace?
    }

    init(limits: SessionLimits) { self.limits = limits }

    var count: Int { held.count }
    var isFull: Bool { held.count >= limits.total }

    func contains(_ digest: SHA256Digest) -> Bool { held[digest] != nil }

    /// The session that a request belongs to, which counts as a use of it.
    mutating func use(_ digest: SHA256Digest, at now: Reading) -> Held? {
        guard let place = held.index(forKey: digest) else { return nil }
        let session = held.values[place]
        guard isAlive(session, at: now) else {
            remove(digest)
            return nil
        }
        held.values[place].seen = now
        if now.elapsed(since: session.noted) >= limits.noteSeconds * 1_000_000 { unnoted.insert(digest) }
        return session
    }

    func isOpen(_ digest: SHA256Digest, at now: Reading) -> Bool {
        held[digest].map { isAlive($0, at: now) } ?? false
    }

    func isAlive(_ session: Held, at now: Reading) -> Bool {
        now.elapsed(since: session.opened) < limits.absoluteSeconds * 1_000_000
            && now.elapsed(since: session.seen) < limits.idleSeconds * 1_000_000
    }

    mutating func insert(_ digest: SHA256Digest, account: Account, opened: Reading, seen: Reading) {
        held[digest] = Held(account: account, opened: opened, seen: seen, noted: seen, proved: opened)
        byAccount[account, default: []].append(digest)
    }

    mutating func keep(formToken: String, of digest: SHA256Digest) {
        held[digest]?.formToken = formToken
    }

    mutating func see(_ digest: SHA256Digest, at seen: Reading) {
        held[digest]?.seen = seen
        held[digest]?.noted = seen
    }

    mutating func put(_ digest: SHA256Digest, at place: SessionPlace) { held[digest]?.place = place }

    mutating func confirm(_ digest: SHA256Digest) { held[digest]?.isConfirmed = true }

    mutating func forgetConfirmations(of account: Account) {
        for digest in byAccount[account] ?? [] { held[digest]?.isConfirmed = false }
    }

    func isConfirmed(_ digest: SHA256Digest) -> Bool { held[digest]?.isConfirmed == true }

    mutating func prove(_ digest: SHA256Digest, at now: Reading) { held[digest]?.proved = now }

    /// Whether its person showed a moment ago who they are.
    func isProved(_ digest: SHA256Digest, at now: Reading) -> Bool {
        guard let session = held[digest] else { return false }
        return now.elapsed(since: session.proved) < limits.proofSeconds * 1_000_000
    }

    /// An account's living sessions, the oldest first.
    func open(of account: Account, at now: Reading) -> [(SHA256Digest, Held)] {
        (byAccount[account] ?? []).compactMap { digest in
            held[digest].flatMap { isAlive($0, at: now) ? (digest, $0) : nil }
        }
    }

    mutating func remove(_ digest: SHA256Digest) {
        guard let session = held.removeValue(forKey: digest) else { return }
        unnoted.remove(digest)
        byAccount[session.account]?.removeAll { $0 == digest }
        if byAccount[session.account]?.isEmpty == true { byAccount[session.account] = nil }
    }

    mutating func removeAll(of account: Account, except kept: SHA256Digest? = nil) {
        for digest in byAccount[account] ?? [] where digest != kept { remove(digest) }
    }

    mutating func removeExpired(at now: Reading) {
        // Gathered first: removing while walking would copy everything.
        let expired = held.filter { !isAlive($0.value, at: now) }.keys
        for digest in expired { remove(digest) }
    }

    /// What must end before the account may have one session more.
    func surplus(of account: Account) -> [SHA256Digest] {
        let all = byAccount[account] ?? []
        return Array(all.prefix(max(0, all.count - limits.perAccount + 1)))
    }

    /// The sessions whose last use is to be written down now.
    mutating func takeUnnoted() -> [(SHA256Digest, Moment)] {
        defer { unnoted.removeAll() }
        return unnoted.compactMap { digest in
            guard let session = held[digest] else { return nil }
            held[digest]?.noted = session.seen
            return (digest, session.seen.moment)
        }
    }

    var all: some Sequence<(key: SHA256Digest, value: Held)> {
        // The order of opening is the order in which surplus sessions end, so a snapshot must keep it.
        byAccount.values.joined().lazy.compactMap { digest in held[digest].map { (digest, $0) } }
    }
}
