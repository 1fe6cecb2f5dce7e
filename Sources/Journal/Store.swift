package import Crypto

/// An append-only record of events in files of its own, owned by one actor.
///
/// `append` only remembers; `takeBatch`, `Batch.write` on an I/O thread and `finish` make durable. One batch
/// is under way at a time, and what arrives meanwhile goes with the next. After a failed write the store
/// stops for good: memory is then ahead of the disk, and only opening the store again helps.
package struct Store: ~Copyable, Sendable {
    /// The last entry that was appended.
    package private(set) var revision: UInt64
    /// What is known to be on disk.
    package private(set) var mark: StoreMark
    /// Why the store has stopped, if it has.
    package private(set) var failure: StoreFailure?

    private let disk: any Disk
    private let lock: any DiskLock
    private let layout: StoreLayout
    private let identity: SHA256Digest
    private let limits: StoreLimits
    private var chain: Chain
    private var tail: SegmentTail
    private var queue: [FrameBuilder] = []
    private var queuedBytes = 0
    private var batches: UInt64 = 0
    /// Where the batch under way will end, and where its frame stands.
    private var writing: (mark: StoreMark, place: FramePlace)?
    /// The last frame that is known to be on disk.
    private var lastFrame: FramePlace?

    init(_ opened: consuming OpenedStore) {
        disk = opened.disk
        lock = opened.lock
        layout = opened.layout
        identity = opened.identity
        limits = opened.limits
        revision = opened.last
        mark = StoreMark(sequence: opened.last, head: opened.head)
        tail = opened.tail
        lastFrame = opened.lastFrame
        chain = Chain(head: opened.head)
    }

    /// The last entry that is known to be on disk.
    package var durable: UInt64 { mark.sequence }

    /// The chain's newest link: stands for the whole history up to `revision`.
    package var head: SHA256Digest { chain.head }

    /// Remembers one entry and returns its sequence. It is durable once `durable` has reached that.
    ///
    /// Room on the disk is claimed before the entry is taken, so a full disk refuses here and nowhere later;
    /// ahead of need an I/O thread does it, and only in a burst does this call ask the disk itself.
    package mutating func append(_ payload: [UInt8], at moment: Int64) throws(StoreFailure) -> UInt64 {
        if let failure { throw failure }
        guard payload.count <= limits.payloadBytes else {
            throw .tooLarge(bytes: payload.count, limit: limits.payloadBytes)
        }
        let opensFrame = !hasRoomInLastFrame(for: payload.count)
        let grown =
            opensFrame
            ? FrameBuilder.emptyBytes(withPayload: payload.count)
            : queue[queue.count - 1].frameBytes(withPayload: payload.count)
        let bytes = queuedBytes + grown - (opensFrame ? 0 : queue[queue.count - 1].frameBytes)
        guard bytes <= limits.queuedBytes else { throw .busy }
        try tail.makeRoom(for: bytes, limits)
        if opensFrame { queue.append(FrameBuilder(first: revision + 1, previous: chain.head)) }
        revision += 1
        queuedBytes = bytes
        queue[queue.count - 1].append(payload, sequence: revision, moment: moment, chain: &chain)
        return revision
    }

    private func hasRoomInLastFrame(for count: Int) -> Bool {
        guard let frame = queue.last else { return false }
        return frame.records < limits.batchEvents && frame.frameBytes(withPayload: count) <= limits.batchBytes
    }

    /// Whether a batch is under way.
    package var isWriting: Bool { writing != nil }

    /// What the disk should write next; nil while a batch is under way or when nothing waits.
    package mutating func takeBatch() -> Batch? {
        guard failure == nil, writing == nil, !queue.isEmpty else { return nil }
        let frame = queue.removeFirst()
        let bytes = frame.frameBytes
        let opening = tail.beginSegment(
            SegmentHeader(store: identity, first: frame.first, previous: frame.previous), layout,
            room: queuedBytes, limits)
        queuedBytes -= bytes
        writing = (
            StoreMark(sequence: frame.last, head: frame.head),
            FramePlace(
                segment: tail.first, offset: tail.end, first: frame.first, previous: frame.previous)
        )
        batches += 1
        let next = frame.last + 1
        let offset = tail.end
        tail.end += bytes
        return Batch(
            number: batches, frame: frame.finish(salt: tail.salt), offset: offset,
            file: tail.file,
            disk: disk, lock: LockShare(lock), opening: opening,
            reserveThrough: tail.reservation(ahead: queuedBytes, limits),
            spareName: tail.needsSpare(limits) ? layout.spare(before: next) : nil,
            spareBytes: limits.firstReserveBytes)
    }

    /// Takes in what became of the batch under way: `durable` advances, or the store stops.
    package mutating func finish(_ outcome: BatchOutcome) {
        guard let written = writing, outcome.number == batches else {
            preconditionFailure("only the batch under way can be finished")
        }
        writing = nil
        switch outcome.result {
        case .durable:
            mark = written.mark
            lastFrame = written.place
            tail.learn(outcome)
        case .failed(let reason):
            failure = .stopped(because: reason)
            queue = []
        }
    }

    /// A job that writes the owner's state at `revision`; nil while anything is not durable yet.
    package mutating func snapshot(_ state: [UInt8]) -> SnapshotJob? {
        durable == revision && revision > 0 && failure == nil ? snapshotJob { state } : nil
    }

    /// The same, for a caller who runs it only when `revision` is durable.
    func snapshotJob(_ state: @escaping @Sendable () -> [UInt8]) -> SnapshotJob {
        SnapshotJob(
            disk: disk, lock: LockShare(lock), layout: layout, store: identity, revision: revision,
            head: head, place: lastFrame, state: state, kept: limits.snapshotsKept)
    }

    /// Lets go of the files. The lock stays until the batch under way, if any, has ended.
    package consuming func close() {}
}
