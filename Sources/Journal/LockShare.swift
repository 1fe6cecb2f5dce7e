internal import Locking

/// A job's share in the lock of its store: given up when the work is done, not only when the thread has
/// forgotten the job. Whoever hears that it is done may open the store at once.
final class LockShare: Sendable {
    private let share: Lock<(any DiskLock)?>

    init(_ lock: any DiskLock) { share = Lock(lock) }

    func giveUp() {
        // What is left of the lock ends here, outside of the other one.
        _ = share.withLock { $0.take() }
    }
}
