package import Journal
package import Staffing

/// Who saw what, in a store of its own. Only what is guarded waits for it: documents, invoices and rates
/// leave when the record of it is on disk.
package actor Trail {
    private nonisolated let home: any SerialExecutor
    /// Where the loops leave their records.
    package nonisolated let inbox: TrailInbox
    private let settings: TrailSettings
    private var state: TrailState
    private var recorder: Recorder
    private var snapshotAt: UInt64

    package static let storeName = "access/trail"
    package static let identity = Array("countersign access trail".utf8)

    /// Reads the store, which blocks: before the loops start.
    package static func open(_ disk: any Disk, _ settings: TrailSettings) throws(StoreFailure) -> Trail {
        var state = TrailState(limits: settings.limits)
        let store = try Store(
            opening: disk, name: storeName, identity: identity, witness: settings.witness,
            restore: { try state.restore($0) }, replay: { try state.replay($0.payload) })
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

    /// What is known to be on disk.
    package var mark: StoreMark { recorder.mark }

    /// Moves what waits into the store. Called every second, and by the inbox itself when it fills or when an
    /// answer waits.
    package func drain() {
        let (entries, lost) = inbox.take()
        if lost > 0, record(.lost(lost, at: settings.now())) != nil { inbox.giveUp(lost, isNew: false) }
        for (place, entry) in entries.enumerated() {
            guard let failure = record(.accessed(entry.record)) else {
                if let reply = entry.reply { recorder.whenDurable(recorder.revision, reply) }
                continue
            }
            giveUp(entries[place...], failure)
            break
        }
        recorder.write()
        if recorder.revision - snapshotAt >= settings.limits.snapshotEvery { keepSnapshot() }
    }

    /// Whoever waits is told, and shows nothing; the others have shown already, and their loss is counted.
    private func giveUp(_ entries: ArraySlice<TrailInbox.Entry>, _ failure: StoreFailure) {
        for entry in entries { entry.reply?(.failure(failure)) }
        inbox.giveUp(UInt64(entries.count { $0.reply == nil }))
    }

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

    /// What stands apart from ordinary pages in one realm, the newest first, and whether that is all there
    /// ever was or as much as is kept at hand.
    package func notable(in realm: Realm) -> (records: [AccessRecord], isFull: Bool) {
        let records = state.recent.notable(realm)
        return (records, records.count >= settings.limits.recentPerRealm)
    }

    /// So that the next start need not read everything: now and then, and when the process ends.
    package func keepSnapshot() {
        guard recorder.revision > snapshotAt else { return }
        snapshotAt = recorder.revision
        // One that fails costs nothing but a longer start.
        let state = state
        recorder.snapshot({ state.snapshot }) { _ in }
    }

    /// Why it could not be remembered, if so.
    private func record(_ event: TrailEvent) -> StoreFailure? {
        do throws(StoreFailure) {
            _ = try recorder.remember(event.stored, at: settings.now().microseconds)
        } catch {
            return error
        }
        state.evolve(event)
        return nil
    }
}
