internal import Crypto
package import Journal
package import MemoryDisk

/// A script for a store, its documents and its snapshots, and what must be true of them whenever the power
/// goes.
package struct CrashDrill: Sendable {
    private let entries: Int
    private let complete: Run
    /// The disk calls of the whole script.
    package let calls: Int

    /// What a script did before the power went.
    package struct Run: Sendable {
        /// The content after each entry, whether or not it was acknowledged; the same in every run.
        var contents: [Content] = []
        package var acknowledged = 0
        fileprivate var documents: [Document] = []

        package init() {}
    }

    fileprivate struct Document: Sendable {
        let name: SHA256Digest
        let bytes: [UInt8]
    }

    private static let store = "tenants/7"

    /// What a power cut may leave: all, nothing, only names, only bytes, and four by lot.
    package static let losses: [Loss] =
        [.nothing, .everything, .names, .bytes] + (1...4).map { .byLot(seed: $0) }

    package init(entries: Int) throws(StoreFailure) {
        self.entries = entries
        let disk = MemoryDisk()
        var run = Run()
        try Self.play(entries, on: disk, into: &run, remembering: true)
        complete = run
        calls = disk.calls
        precondition(run.acknowledged >= entries, "without a power cut everything is acknowledged")
    }

    /// Plays the script until it ends or the disk fails.
    package func play(on disk: any Disk) -> Run {
        var run = Run()
        try? Self.play(entries, on: disk, into: &run, remembering: false)
        return run
    }

    /// Entries in batches of one to seven, a snapshot now and then, a document now and then.
    private static func play(
        _ entries: Int, on disk: any Disk, into run: inout Run, remembering: Bool
    ) throws(StoreFailure) {
        var ledger = try Ledger(disk)
        if remembering { run.contents.append(Content(ledger)) }
        let documents = Documents(disk: disk, store: store)
        var number = 0
        while number < entries {
            for _ in 0...(number % 7) {
                number += 1
                try ledger.append(payload(number))
                if remembering { run.contents.append(Content(ledger)) }
            }
            if number % 3 == 0 {
                let bytes = [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: 1 + number * 5)
                run.documents.append(Document(name: try documents.write(bytes), bytes: bytes))
            }
            guard ledger.commit() else { return }
            run.acknowledged = Int(ledger.store.durable)
            if number % 4 == 0 { try ledger.store.snapshot(ledger.state)?.write() }
        }
    }

    /// Opens what was left, and says what is not as it was promised; nothing when all is well.
    package func faults(of disk: MemoryDisk, after run: Run) -> [String] {
        let found: Content
        do throws(StoreFailure) { found = try Content(of: disk) } catch {
            return ["the store cannot be opened: \(error.explanation)"]
        }
        var faults: [String] = []
        if found.last < run.acknowledged {
            faults.append("\(run.acknowledged) entries were acknowledged and \(found.last) are there")
        }
        if found.last > 0, found != complete.contents[Int(found.last)] {
            faults.append("entry \(found.last) leads to another state than it did")
        }
        let documents = Documents(disk: disk, store: Self.store)
        for document in run.documents where (try? documents.read(document.name)) != document.bytes {
            faults.append("document \(document.name.hex) is not what was written")
        }
        let report = verify(disk, name: Self.store)
        if !report.isSound { faults.append("verify: \(report.findings.map(\.explanation))") }
        return faults
    }
}

/// A disk whose syncs say that they were done and were not: what the drill must find out, or it finds
/// nothing.
package final class ForgetfulDisk: Disk {
    private let disk: MemoryDisk

    package init(_ disk: MemoryDisk) { self.disk = disk }

    package func makeDirectory(_ name: String) throws(DiskFailure) { try disk.makeDirectory(name) }
    package func list(_ directory: String) throws(DiskFailure) -> [String] { try disk.list(directory) }
    package func open(_ name: String, for access: DiskAccess) throws(DiskFailure) -> any DiskFile {
        ForgetfulFile(try disk.open(name, for: access))
    }
    package func rename(_ name: String, to newName: String) throws(DiskFailure) {
        try disk.rename(name, to: newName)
    }
    package func remove(_ name: String) throws(DiskFailure) { try disk.remove(name) }
    package func syncDirectory(_ name: String) throws(DiskFailure) { try disk.syncDirectory(name) }
    package func lock(_ name: String) throws(DiskFailure) -> any DiskLock { try disk.lock(name) }
}

private final class ForgetfulFile: DiskFile {
    private let file: any DiskFile

    init(_ file: any DiskFile) { self.file = file }

    func size() throws(DiskFailure) -> Int { try file.size() }
    func stamp() throws(DiskFailure) -> DiskStamp { try file.stamp() }
    func read(at offset: Int, count: Int) throws(DiskFailure) -> [UInt8] {
        try file.read(at: offset, count: count)
    }
    func write(_ bytes: [UInt8], from: Int, at offset: Int) throws(DiskFailure) -> Int {
        try file.write(bytes, from: from, at: offset)
    }
    func reserve(through end: Int) throws(DiskFailure) { try file.reserve(through: end) }
    func sync() {}
}
