internal import Crypto
package import Journal
internal import Locking

/// A folder that is given the checkpoints. Whatever becomes of it, nobody but the notary's own job waits.
package final class CheckpointPlace: Sendable {
    package typealias Job = @Sendable () -> Void

    /// Such as `data` and `outside`, for the log and the metrics.
    package let title: String
    let folder: String
    private let openDisk: @Sendable () throws(DiskFailure) -> any Disk
    private let run: @Sendable (@escaping Job) -> Void
    private let report: @Sendable (DiskFailure?) -> Void
    private let state = Lock(State())

    private struct State {
        /// The newest content of each file that is not written yet: at most one an hour, and the key.
        var pending: [String: [UInt8]] = [:]
        var isWriting = false
        var failure: DiskFailure?
        var waiting: [@Sendable () -> Void] = []
    }

    /// How many files may wait for a folder that is out of order; the oldest then go.
    private static let mostPending = 48

    /// The disk is opened for each writing, because a folder elsewhere may come and go. `report` hears when
    /// the folder begins to fail, and when it is well again.
    package init(
        _ title: String, folder: String, run: @escaping @Sendable (@escaping Job) -> Void,
        report: @escaping @Sendable (DiskFailure?) -> Void,
        openDisk: @escaping @Sendable () throws(DiskFailure) -> any Disk
    ) {
        self.title = title
        self.openDisk = openDisk
        self.folder = folder
        self.run = run
        self.report = report
    }

    package var failure: DiskFailure? { state.withLock { $0.failure } }

    /// Leaves files to be written; each replaces what has its name. `done` hears when nothing more is tried.
    func put(_ files: [String: [UInt8]], _ done: @escaping @Sendable () -> Void) {
        let mustStart = state.withLock { state in
            state.pending.merge(files) { _, new in new }
            for name in state.pending.keys.sorted().dropLast(Self.mostPending) { state.pending[name] = nil }
            state.waiting.append(done)
            defer { state.isWriting = true }
            return !state.isWriting
        }
        if mustStart { run { [self] in writeAll() } }
    }

    /// One job at a time; what is put meanwhile goes with its next turn. What failed waits for the next call.
    private func writeAll() {
        while true {
            let files = state.withLock { $0.pending }
            let failure = write(files)
            let (change, done) = state.withLock { state in
                if failure == nil {
                    for (name, bytes) in files where state.pending[name] == bytes {
                        state.pending[name] = nil
                    }
                }
                let hasChanged = (state.failure == nil) != (failure == nil)
                state.failure = failure
                guard failure != nil || state.pending.isEmpty else { return (hasChanged, nil as [Job]?) }
                state.isWriting = false
                defer { state.waiting = [] }
                return (hasChanged, state.waiting)
            }
            if change { report(failure) }
            guard let done else { continue }
            for done in done { done() }
            return
        }
    }

    private func write(_ files: [String: [UInt8]]) -> DiskFailure? {
        if files.isEmpty { return nil }
        do throws(DiskFailure) {
            let disk = try openDisk()
            if folder != "." {
                do throws(DiskFailure) {
                    try disk.makeDirectory(folder)
                    try disk.syncDirectory(".")
                } catch .exists {}
            }
            for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
                let path = path(of: name)
                // What a crash left half written is in the way of nobody else.
                do throws(DiskFailure) { try disk.remove(path + Self.unfinished) } catch .missing {}
                try disk.replace(path, in: folder, with: bytes, through: path + Self.unfinished)
            }
            return nil
        } catch {
            return error
        }
    }

    private static let unfinished = ".new"

    private func path(of name: String) -> String { folder == "." ? name : "\(folder)/\(name)" }

    /// The checkpoints of its newest files.
    func read(by key: VerifyingKey, newest: Int) -> CheckpointRecords {
        guard let disk = try? openDisk() else { return CheckpointRecords() }
        return CheckpointRecords(in: folder, of: disk, by: key, newest: newest)
    }

    /// The last by name, if that is of this hour or a later one.
    func newestFile(notBefore hour: String) -> CheckpointFile? {
        let names = (try? openDisk().list(folder)) ?? []
        let newest = names.filter { $0.hasSuffix(CheckpointFile.suffix) }.max()
        return newest.flatMap { $0 < hour ? nil : file($0) }
    }

    private func file(_ name: String) -> CheckpointFile? {
        let bytes = try? openDisk().open(path(of: name), for: .read).readAll(atMost: CheckpointFile.largest)
        let text = bytes.flatMap { String(validating: $0, as: UTF8.self) }
        return text.map { CheckpointFile(name: name, text: $0) }
    }
}
