package import Journal
internal import Locking

/// Where the loops leave their records: cheap, from any thread, and never waiting for a disk.
package final class TrailInbox: Sendable {
    package typealias Reply = @Sendable (Result<Void, StoreFailure>) -> Void

    struct Entry: Sendable {
        let record: AccessRecord
        /// Whoever shows nothing before the record is on disk.
        let reply: Reply?
    }

    private let waiting = Lock(Waiting())
    private let limits: TrailLimits

    private struct Waiting {
        var entries: [Entry] = []
        /// Whether a drain was called for that has not come yet.
        var isCalled = false
        var lost: UInt64 = 0
        var lostEver: UInt64 = 0
        var wake: (@Sendable () -> Void)?

        /// Nothing when a drain is on its way.
        mutating func call() -> (@Sendable () -> Void)? {
            defer { isCalled = true }
            return isCalled ? nil : wake
        }
    }

    init(limits: TrailLimits) { self.limits = limits }

    /// False when there was no place for it, which will stand in the trail as well.
    @discardableResult
    package func append(_ record: AccessRecord) -> Bool {
        let (isTaken, wake) = waiting.withLock { waiting in
            guard waiting.entries.count < limits.inbox else {
                waiting.lost += 1
                waiting.lostEver += 1
                return (false, waiting.call())
            }
            waiting.entries.append(Entry(record: record, reply: nil))
            return (true, waiting.entries.count >= limits.drainAt ? waiting.call() : nil)
        }
        wake?()
        return isTaken
    }

    /// Leaves a record on which an answer depends, and calls for a drain at once: `reply` hears when the
    /// record is on disk, or that nobody can say so.
    package func append(_ record: AccessRecord, _ reply: @escaping Reply) {
        let (isTaken, wake) = waiting.withLock { waiting in
            let hasRoom = waiting.entries.count < limits.inbox
            if hasRoom { waiting.entries.append(Entry(record: record, reply: reply)) }
            return (hasRoom, waiting.call())
        }
        wake?()
        if !isTaken { reply(.failure(.busy)) }
    }

    /// Records lost since the process began, for an alarm.
    package var lost: UInt64 { waiting.withLock { $0.lostEver } }

    func whenCalledFor(_ wake: @escaping @Sendable () -> Void) { waiting.withLock { $0.wake = wake } }

    func take() -> (entries: [Entry], lost: UInt64) {
        waiting.withLock { waiting in
            defer {
                waiting.entries = []
                waiting.isCalled = false
                waiting.lost = 0
            }
            return (waiting.entries, waiting.lost)
        }
    }

    /// Records that were taken and could not be kept either.
    func giveUp(_ count: UInt64, isNew: Bool = true) {
        waiting.withLock { waiting in
            waiting.lost += count
            if isNew { waiting.lostEver += count }
        }
    }
}
