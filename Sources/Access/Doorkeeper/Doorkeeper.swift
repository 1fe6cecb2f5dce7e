internal import Crypto
package import Journal
internal import Locking
internal import Staffing

/// Opens and ends sessions, and keeps what opens the door: passwords, passkeys, codes and invitations.
/// What it answers is on disk.
///
/// Whatever ends here ends in memory at once, then on disk, then the answer goes out: a crash in between
/// undoes nothing that anybody was told. Between reading the state and recording there is no `await`.
package actor Doorkeeper {
    private nonisolated let home: any SerialExecutor
    /// For the loops: which session a request belongs to, without a hop.
    package nonisolated let sessions: SessionTable
    /// For the loops as well: who of the agency looks as whom.
    package nonisolated let viewings: Viewings
    let settings: DoorkeeperSettings
    var credentials: Credentials
    var limiter: GuessLimiter
    /// The same for mails that strangers ask for.
    var mailLimiter: GuessLimiter
    /// The same for personal links that open nothing.
    var linkLimiter: GuessLimiter
    /// Who has shown a password and still owes a code.
    var halfOpen = HalfOpenDoors()
    var pendingSecrets = PendingSecrets()
    var moves = PendingMoves()
    nonisolated let challenges: ChallengeMint
    var spentChallenges = SpentChallenges()
    private var recorder: Recorder
    private var snapshotAt: UInt64
    /// What was taken away in memory and could not be recorded; it goes before whatever is recorded next.
    private var owed: [AccessEvent] = []
    private let unknown: PasswordHash?

    package static let storeName = "access/keys"
    package static let identity = Array("countersign access keys".utf8)

    /// Reads the store, which blocks: before the loops start.
    package static func open(
        _ disk: any Disk, _ settings: DoorkeeperSettings, at now: Reading
    ) throws(StoreFailure) -> Doorkeeper {
        var state = KeyState(limits: settings.sessions, at: now)
        let store = try Store(
            opening: disk, name: storeName, identity: identity, witness: settings.witness,
            restore: { try state.restore($0, limits: settings.sessions) },
            replay: { try state.replay($0.payload) })
        state.sessions.removeExpired(at: now)
        return Doorkeeper(store, state, settings)
    }

    private init(_ store: consuming Store, _ state: KeyState, _ settings: DoorkeeperSettings) {
        let relay = OutcomeRelay()
        home = settings.home
        sessions = SessionTable(state.sessions)
        viewings = Viewings(sessions, settings.viewings, settings.drawBytes)
        credentials = state.credentials
        limiter = GuessLimiter(settings.guesses)
        mailLimiter = GuessLimiter(settings.mails)
        linkLimiter = GuessLimiter(settings.links)
        unknown = PasswordHash.impossible(settings.scrypt)
        snapshotAt = store.revision
        challenges = ChallengeMint(settings.drawBytes)
        self.settings = settings
        recorder = Recorder(store: store, run: settings.run) { relay.deliver($0) }
        relay.connect { [weak self, post = settings.post] outcome in
            post { [weak self] in self?.assumeIsolated { $0.committed(outcome) } }
        }
    }

    /// It lives where it was told to: on a loop in production, on a queue in tests.
    package nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe home.asUnownedSerialExecutor() }

    private func committed(_ outcome: BatchOutcome) { recorder.committed(outcome) }

    /// What is known to be on disk.
    package var mark: StoreMark { recorder.mark }

    /// Why nothing can be recorded any more, if so.
    package var failure: StoreFailure? { recorder.failure }

    /// Writes down which sessions are in use, forgets what has expired, and takes a snapshot when one is due.
    /// Called every few seconds; nobody waits for it.
    package func tidy(at now: Reading) {
        credentials.removeExpired(at: now.moment)
        halfOpen.removeExpired(at: now)
        spentChallenges.removeExpired(at: now)
        let seen = sessions.change { sessions in
            sessions.removeExpired(at: now)
            return sessions.takeUnnoted()
        }
        pendingSecrets.removeExpired(at: now)
        moves.removeExpired(at: now)
        if !seen.isEmpty || !owed.isEmpty {
            _ = try? remember(seen.map { .sessionSeen($0.0, at: $0.1) }, at: now)
        }
        takeSnapshot(at: now)
    }

    /// Tidies, and returns when everything is on disk: for an orderly end. False when that cannot be known.
    package func settle(at now: Reading) async -> Bool {
        tidy(at: now)
        return await isDurable(recorder.revision)
    }

    private func takeSnapshot(at now: Reading) {
        guard recorder.revision - snapshotAt >= settings.snapshotEvery else { return }
        snapshotAt = recorder.revision
        let held = sessions.change { $0 }
        // One that fails costs nothing but a longer start; the next comes after as many entries again.
        let state = KeyState(credentials, held, at: now)
        recorder.snapshot({ state.snapshot }) { _ in }
    }
}

extension Doorkeeper {
    /// Believes the events and records them together. Whoever answers on their strength awaits `isDurable`.
    func remember(_ events: [AccessEvent], at now: Reading) throws(StoreFailure) -> UInt64 {
        let revision = try recorder.record((owed + events).stored, at: now.moment.microseconds)
        owed = []
        believe(events, at: now)
        return revision
    }

    func believe(_ events: [AccessEvent], at now: Reading) {
        for event in events { credentials.evolve(event) }
        sessions.change { sessions in for event in events { sessions.evolve(event, at: now) } }
    }

    func isDurable(_ revision: UInt64) async -> Bool {
        await withCheckedContinuation { continuation in
            recorder.whenDurable(revision) { result in
                switch result {
                case .success: continuation.resume(returning: true)
                case .failure: continuation.resume(returning: false)
                }
            }
        }
    }

    /// Whether the events are on disk. Nothing is believed when they cannot be recorded at all.
    func record(_ events: [AccessEvent], at now: Reading) async -> Bool {
        guard let revision = try? remember(events, at: now) else { return false }
        return await isDurable(revision)
    }

    /// The same for what takes a right away: believed in any case, because a full disk keeps nobody
    /// signed in. When there is no room for it, it is recorded as soon as there is.
    func revoke(_ events: [AccessEvent], at now: Reading) async -> Bool {
        guard let revision = try? remember(events, at: now) else {
            believe(events, at: now)
            owed += events
            return false
        }
        return await isDurable(revision)
    }

    /// Runs a hash on a thread made for it; nil when too many wait already.
    func hashed<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result? {
        let delivery = Delivery<Result>()
        await withCheckedContinuation { continuation in
            do {
                try settings.hash {
                    delivery.put(work())
                    continuation.resume()
                }
            } catch {
                continuation.resume()
            }
        }
        return delivery.take()
    }

    /// Compares a password with the account's. The same work for everybody: who has none is compared with
    /// one that nobody has.
    func compare(_ password: String, with account: Account) async -> Comparison {
        let stored = credentials.passwords[account]
        guard let compared = stored ?? unknown else { return .busy }
        let isRight = await hashed { compared.verify(password: Array(password.utf8)) }
        guard let isRight else { return .busy }
        // Meanwhile it may have been changed, or the account closed.
        guard isRight, let stored, credentials.passwords[account] == stored else { return .wrong }
        return .right(stored)
    }

    enum Comparison {
        case right(PasswordHash)
        case wrong
        /// Nobody had time to look.
        case busy
    }
}

extension PasswordHash {
    /// A hash that no password has, which costs as much to compare with as any.
    static func impossible(_ scrypt: Scrypt) -> PasswordHash? {
        let salt = String(repeating: "A", count: 22)
        let hash = String(repeating: "A", count: 43)
        let cost = "ln=\(scrypt.n.trailingZeroBitCount),r=\(scrypt.r),p=\(scrypt.p)"
        return PasswordHash(text: "$scrypt$\(cost)$\(salt)$\(hash)")
    }
}
