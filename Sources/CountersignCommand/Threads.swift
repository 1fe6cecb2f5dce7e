import Reactor
import Unix

/// The threads beside the loops: some for the disk, few for hashing passwords.
struct Threads: Sendable {
    private let io: WorkerPool
    private let hashers: WorkerPool

    private static let ioQueue = 100_000
    private static let hashQueue = 32
    /// A password's hash takes a processor for long; who signs off meanwhile should not notice.
    private static let hashNiceness: Int32 = 10

    init(_ settings: ServerSettings) throws(Complaint) {
        do throws(Errno) {
            io = try WorkerPool(name: "io", threads: settings.ioThreads, queueLimit: Self.ioQueue)
            hashers = try WorkerPool(
                name: "hash", threads: settings.hashThreads, queueLimit: Self.hashQueue,
                niceness: Self.hashNiceness)
        } catch {
            throw Complaint(
                "No threads could be started.", why: error.description,
                next: "Raise this user's limit of processes (ulimit -u).")
        }
    }

    /// A job for the disk is never lost: when the queue is full, whoever brings it does it.
    var runBlocking: @Sendable (@escaping @Sendable () -> Void) -> Void {
        { [io] job in
            do throws(WorkerPool.Full) { try io.run(job) } catch { job() }
        }
    }

    var hash: @Sendable (@escaping @Sendable () -> Void) throws -> Void {
        { [hashers] job in try hashers.run(job) }
    }
}
