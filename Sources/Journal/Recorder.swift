/// A store and the replies that wait for it: what an actor holds.
///
/// The actor records, and its replies go out when what they depend on is on disk. `run` brings a job to an
/// I/O thread and must not lose it; `hop` brings the outcome back to the actor, which calls `committed`.
/// Replies are called while the recorder is being changed, so they must not call back into it.
package struct Recorder: ~Copyable, Sendable {
    package typealias Reply = @Sendable (Result<Void, StoreFailure>) -> Void

    private var store: Store
    private let run: @Sendable (@escaping @Sendable () -> Void) -> Void
    private let hop: @Sendable (BatchOutcome) -> Void
    /// One for each connection that waits, so bounded as the connections are.
    private var waiting: [(revision: UInt64, reply: Reply)] = []

    package init(
        store: consuming Store, run: @escaping @Sendable (@escaping @Sendable () -> Void) -> Void,
        hop: @escaping @Sendable (BatchOutcome) -> Void
    ) {
        self.store = store
        self.run = run
        self.hop = hop
    }

    package var revision: UInt64 { store.revision }
    package var durable: UInt64 { store.durable }
    /// What is known to be on disk.
    package var mark: StoreMark { store.mark }
    package var failure: StoreFailure? { store.failure }

    /// Remembers an entry, which the next `write` brings to the disk. Returns its sequence.
    package mutating func remember(_ payload: [UInt8], at moment: Int64) throws(StoreFailure) -> UInt64 {
        try store.append(payload, at: moment)
    }

    /// Whether what is remembered now goes to the disk without another `write`: with the batch after this.
    package var isWriting: Bool { store.isWriting }

    /// Has what was remembered written, all with one sync.
    package mutating func write() {
        guard let batch = store.takeBatch() else { return }
        let hop = hop
        run { hop(batch.write()) }
    }

    /// Remembers an entry and sees to it that it becomes durable. Returns its sequence.
    package mutating func record(_ payload: [UInt8], at moment: Int64) throws(StoreFailure) -> UInt64 {
        defer { write() }
        return try remember(payload, at: moment)
    }

    /// Calls `reply` when everything up to `revision` is on disk, at once if it is; or with a failure, when
    /// that can no longer be known.
    package mutating func whenDurable(_ revision: UInt64, _ reply: @escaping Reply) {
        precondition(revision <= store.revision, "nobody may wait for an entry that was never recorded")
        if revision <= store.durable {
            reply(.success(()))
        } else if let failure = store.failure {
            reply(.failure(Self.unknown(failure)))
        } else {
            waiting.append((revision, reply))
        }
    }

    /// Takes in what became of a batch: sends the replies that waited for it, and starts the next one.
    package mutating func committed(_ outcome: BatchOutcome) {
        store.finish(outcome)
        write()
        let held = waiting
        waiting = []
        for (revision, reply) in held {
            if revision <= store.durable {
                reply(.success(()))
            } else if let failure = store.failure {
                reply(.failure(Self.unknown(failure)))
            } else {
                waiting.append((revision, reply))
            }
        }
    }

    /// Writes the state at the present revision, once that is durable. `state` makes its bytes on an I/O
    /// thread, so it holds a copy of what is true now. `done` hears what became of it, on an I/O thread, or
    /// here when the store has stopped.
    package mutating func snapshot(_ state: @escaping @Sendable () -> [UInt8], _ done: @escaping Reply) {
        guard store.revision > 0 else { return done(.success(())) }
        let job = store.snapshotJob(state)
        let run = run
        whenDurable(job.revision) { result in
            switch result {
            case .success:
                run { done(Result { () throws(StoreFailure) in try job.write() }) }
            case .failure(let failure):
                done(.failure(failure))
            }
        }
    }

    /// Lets go of the store. Replies that still wait hear that nothing more is known.
    package consuming func close() {
        for (_, reply) in waiting { reply(.failure(.outcomeUnknown(because: "the store was closed"))) }
    }

    private static func unknown(_ failure: StoreFailure) -> StoreFailure {
        if case .stopped(let reason) = failure { .outcomeUnknown(because: reason) } else { failure }
    }
}
