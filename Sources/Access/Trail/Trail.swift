package import Journal
package import Staffing

/// Who saw what, in a store of its own, sealed once a day. Nobody's answer waits for it.
package actor Trail {
    private nonisolated let home: any SerialExecutor
    /// Where the loops leave their records.
    package nonisolated let inbox: TrailInbox
    private let settings: TrailSettings
    private var state: TrailState
    private var recorder: Recorder
    private var snapshotAt: UInt64

    package static let storeName = "access/trail"
    static let identity = Array("countersign access trail".utf8)

    /// Reads the store, which blocks: before the loops start.
    package static func open(_ disk: any Disk, _ settings: TrailSettings) throws(StoreFailure) -> Trail {
        var state = TrailState(limits: settings.limits)
        let store = try Store(
            opening: disk, name: storeName, identity: identity, restore: { try state.restore($0) },
            replay: { try state.replay($0.payload) })
        return Trail(store, state, settings)
    }

    private init(_ store: consuming Store, _ state: TrailState, _ settings: TrailSettings) {
        let relay = OutcomeRelay()
        home = settings.home
        inbox = TrailInbox(limits: settings.limits)
        snapshotAt = store.revision
        self.settings = settings
        self.state = state
        recorder = Recorder(store: store, run: settings.run) { relay.deliver($0) }
        relay.connect { [weak self, post = settings.post] outcome in
            post { [weak self] in self?.assumeIsolated { $0.committed(outcome) } }
        }
        inbox.whenCalledFor { [weak self, post = settings.post] in
            post { [weak self] in self?.assumeIsolated { $0.drain() } }
        }
    }

    /// It lives where it was told to: on a loop in production, on a queue in tests.
    package nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe home.asUnownedSerialExecutor() }

    private func committed(_ outcome: BatchOutcome) { recorder.committed(outcome) }

    /// Why nothing can be recorded any more, if so.
    package var failure: StoreFailure? { recorder.failure }

    /// Moves what waits into the store, and seals when a day is over. Called every quarter of a second, and
    /// by the inbox itself when it fills.
    package func drain() {
        let (records, lost) = inbox.take()
        if lost > 0, !record(.lost(lost, at: settings.now())) { inbox.giveUp(lost, isNew: false) }
        for (place, accessed) in records.enumerated() where !record(.accessed(accessed)) {
            inbox.giveUp(UInt64(records.count - place))
            break
        }
        let now = settings.now()
        if state.isSealDue(at: now) { seal(at: now) }
        if recorder.revision - snapshotAt >= settings.limits.snapshotEvery { takeSnapshot() }
    }

    /// Signs everything so far, whatever the hour: before an export, or when the process ends.
    package func seal() { seal(at: settings.now()) }

    /// Drains, and returns when all of it is on disk. False when that cannot be known.
    package func flush() async -> Bool {
        drain()
        return await withCheckedContinuation { continuation in
            recorder.whenDurable(recorder.revision) { result in
                switch result {
                case .success: continuation.resume(returning: true)
                case .failure: continuation.resume(returning: false)
                }
            }
        }
    }

    /// The newest records of a realm, the newest first; of one person, if given.
    package func recent(realm: Realm, person: Viewer.Person? = nil, limit: Int) -> [AccessRecord] {
        state.recent.newest(realm, of: person, limit: limit)
    }

    /// The newest records that match, the newest first: of one realm, or of all.
    package func newest(
        in realm: Realm?, limit: Int, where matches: @Sendable (AccessRecord) -> Bool
    ) -> [AccessRecord] {
        state.recent.newest(in: realm, limit: limit, where: matches)
    }

    private func seal(at now: Moment) {
        guard state.chain.entries > 0 else { return }
        if record(.sealed(Seal(state.chain, at: now, by: settings.key.signing))) { takeSnapshot() }
    }

    private func takeSnapshot() {
        snapshotAt = recorder.revision
        // One that fails costs nothing but a longer start; the next comes with the next seal.
        recorder.snapshot(state.snapshot) { _ in }
    }

    private func record(_ event: TrailEvent) -> Bool {
        let payload = event.stored
        guard (try? recorder.record(payload, at: settings.now().microseconds)) != nil else { return false }
        state.evolve(event, stored: payload)
        return true
    }
}
