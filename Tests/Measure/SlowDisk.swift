import Glibc
import Journal

/// A disk each of whose syncs takes two milliseconds longer, as on a plain one.
struct SlowDisk: Disk {
    let disk: FileDisk

    static let delayMicroseconds: UInt32 = 2_000

    func makeDirectory(_ name: String) throws(DiskFailure) { try disk.makeDirectory(name) }
    func list(_ directory: String) throws(DiskFailure) -> [String] { try disk.list(directory) }
    func open(_ name: String, for access: DiskAccess) throws(DiskFailure) -> any DiskFile {
        SlowFile(try disk.open(name, for: access))
    }
    func rename(_ name: String, to newName: String) throws(DiskFailure) {
        try disk.rename(name, to: newName)
    }
    func remove(_ name: String) throws(DiskFailure) { try disk.remove(name) }
    func syncDirectory(_ name: String) throws(DiskFailure) {
        usleep(Self.delayMicroseconds)
        try disk.syncDirectory(name)
    }
    func lock(_ name: String) throws(DiskFailure) -> any DiskLock { try disk.lock(name) }
}

private final class SlowFile: DiskFile {
    private let file: any DiskFile

    init(_ file: any DiskFile) { self.file = file }

    func size() throws(DiskFailure) -> Int { try file.size() }
    func read(at offset: Int, count: Int) throws(DiskFailure) -> [UInt8] {
        try file.read(at: offset, count: count)
    }
    func readAtOnce(at offset: Int, count: Int, into bytes: inout [UInt8]) throws(DiskFailure) -> Int? {
        try file.readAtOnce(at: offset, count: count, into: &bytes)
    }
    func stamp() throws(DiskFailure) -> DiskStamp { try file.stamp() }
    func write(_ bytes: [UInt8], from: Int, at offset: Int) throws(DiskFailure) -> Int {
        try file.write(bytes, from: from, at: offset)
    }
    func reserve(through end: Int) throws(DiskFailure) { try file.reserve(through: end) }
    func sync() throws(DiskFailure) {
        usleep(SlowDisk.delayMicroseconds)
        try file.sync()
    }
}
