internal import Locking

/// Where the loops leave their records: cheap, from any thread, and never waiting for a disk.
package final class TrailInbox: Sendable {
    private let waiting = Lock(Waiting())
    private let limits: TrailLimits

    private struct Waiting {
        var records: [AccessRecord] = []
        var lost: UInt64 = 0
        var lostEver: UInt64 = 0
        var wake: (@Sendable () -> Void)?
    }

    init(limits: TrailLimits) { self.limits = limits }

    /// False when there was no place for it, which will stand in the trail as well.
    @discardableResult
    package func append(_ record: AccessRecord) -> Bool {
        let (isTaken, wake) = waiting.withLock { waiting in
            guard waiting.records.count < limits.inbox else {
                waiting.lost += 1
                waiting.lostEver += 1
                // The drain that was called for when the inbox filled may have come to nothing.
                return (false, waiting.lost == 1 ? waiting.wake : nil)
            }
            waiting.records.append(record)
            return (true, waiting.records.count == limits.drainAt ? waiting.wake : nil)
        }
        wake?()
        return isTaken
    }

    /// Records lost since the process began, for an alarm.
    package var lost: UInt64 { waiting.withLock { $0.lostEver } }

    func whenCalledFor(_ wake: @escaping @Sendable () -> Void) { waiting.withLock { $0.wake = wake } }

    func take() -> (records: [AccessRecord], lost: UInt64) {
        waiting.withLock { waiting in
            defer {
                waiting.records = []
                waiting.lost = 0
            }
            return (waiting.records, waiting.lost)
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
