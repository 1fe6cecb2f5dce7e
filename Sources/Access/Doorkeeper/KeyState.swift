internal import Crypto
internal import Journal

/// Everything that the key store remembers, while it is being read and when a snapshot is taken.
struct KeyState {
    var credentials = Credentials()
    var sessions: Sessions
    private let now: Reading

    private static let version: UInt8 = 1

    init(limits: SessionLimits, at now: Reading) {
        sessions = Sessions(limits: limits)
        self.now = now
    }

    init(_ credentials: Credentials, _ sessions: Sessions, at now: Reading) {
        self.credentials = credentials
        self.sessions = sessions
        self.now = now
    }

    mutating func replay(_ payload: [UInt8]) throws(Damaged) {
        for event in try [AccessEvent](stored: payload) { evolve(event) }
    }

    private mutating func evolve(_ event: AccessEvent) {
        credentials.evolve(event)
        sessions.evolve(event, at: now)
    }

    /// The state as a short list of events that leads to it, so that one coding serves for both.
    var snapshot: [UInt8] { [Self.version] + events.stored }

    /// Leaves the state as it was when it throws.
    mutating func restore(_ snapshot: [UInt8], limits: SessionLimits) throws(Damaged) {
        guard snapshot.first == Self.version else {
            throw Damaged("a snapshot that this program cannot read")
        }
        var restored = KeyState(limits: limits, at: now)
        try restored.replay(Array(snapshot.dropFirst()))
        self = restored
    }

    private var events: [AccessEvent] {
        let opened = sessions.all.flatMap { digest, session in
            [
                AccessEvent.sessionOpened(digest, session.account, at: session.opened.moment),
                .sessionSeen(digest, at: session.seen.moment),
            ] + (session.place.map { [.sessionPlaced(digest, $0)] } ?? [])
                + (session.isConfirmed ? [.sessionConfirmed(digest)] : [])
        }
        let networks = credentials.networks.flatMap { account, marks in
            marks.map { AccessEvent.networkLearned(account, $0) }
        }
        let browsers = credentials.browsers.flatMap { account, marks in
            marks.map { AccessEvent.browserLearned(account, $0) }
        }
        return opened + networks + browsers
            + credentials.passwords.map { .passwordSet($0, $1) }
            + credentials.factors.events.map { .factor($1, of: $0) }
            + credentials.invitations.map { .invitationMade($0, $1.account, expires: $1.expires) }
    }
}
