package import Journal
internal import Locking

/// A disk in memory that can fail in the ways disks do.
///
/// It keeps what the programs see apart from what a power cut leaves. Each call is counted, so that a test
/// can make the call number N fail, for every N.
package final class MemoryDisk: Disk {
    private let state: Lock<MemoryDiskState>

    package convenience init() { self.init(MemoryDiskState()) }

    private init(_ state: MemoryDiskState) { self.state = Lock(state) }

    /// The number of calls made so far.
    package var calls: Int { state.withLock { $0.calls } }

    package func plan(_ fault: PlannedFault?, atCall number: Int) {
        state.withLock { $0.faults[number] = fault }
    }

    /// Bytes that all files together may hold; nil for no limit.
    package func setCapacity(_ bytes: Int?) { state.withLock { $0.capacity = bytes } }

    /// Every write then takes about half of what it is offered.
    package func setShortWrites(_ isOn: Bool) { state.withLock { $0.writesShortly = isOn } }

    package var usedBytes: Int { state.withLock { $0.usedBytes } }

    /// The disk after the power was cut and came back.
    package func restarted(_ loss: Loss) -> MemoryDisk {
        MemoryDisk(state.withLock { $0.afterPowerCut(loss) })
    }

    /// The same content on a disk of its own, with nothing planned and nothing left to lose.
    package func copy() -> MemoryDisk { restarted(.nothing) }

    package var files: [String] { state.withLock { $0.entries.keys.sorted() } }

    package func contents(_ name: String) -> [UInt8]? { state.withLock { $0.file(name)?.seen } }

    /// Changes a file at rest, behind everybody's back.
    package func replace(_ name: String, with bytes: [UInt8]) {
        state.withLock { $0.replace(name, with: bytes) }
    }

    package func flip(bit: Int, of name: String) {
        guard var bytes = contents(name) else { return }
        bytes[bit / 8] ^= 1 << UInt8(bit % 8)
        replace(name, with: bytes)
    }

    package func makeDirectory(_ name: String) throws(DiskFailure) {
        try call { state throws(DiskFailure) in try state.makeDirectory(name) }
    }

    package func list(_ directory: String) throws(DiskFailure) -> [String] {
        try call { state throws(DiskFailure) in try state.list(directory) }
    }

    package func open(_ name: String, for access: DiskAccess) throws(DiskFailure) -> any DiskFile {
        let number = try call { state throws(DiskFailure) in try state.open(name, access) }
        return MemoryFile(disk: self, number: number)
    }

    package func rename(_ name: String, to newName: String) throws(DiskFailure) {
        try call { state throws(DiskFailure) in try state.rename(name, to: newName) }
    }

    package func remove(_ name: String) throws(DiskFailure) {
        try call { state throws(DiskFailure) in try state.remove(name) }
    }

    package func syncDirectory(_ name: String) throws(DiskFailure) {
        try call(isSync: true) { state throws(DiskFailure) in state.syncDirectory(name) }
    }

    package func lock(_ name: String) throws(DiskFailure) -> any DiskLock {
        try call { state throws(DiskFailure) in try state.lock(name) }
        return MemoryLock(disk: self, name: name)
    }

    fileprivate func unlock(_ name: String) { state.withLock { _ = $0.locks.remove(name) } }

    /// Counts a call and lets it happen, unless a fault is planned for it.
    fileprivate func call<Result: Sendable>(
        isSync: Bool = false, file: Int? = nil,
        _ body: (inout MemoryDiskState) throws(DiskFailure) -> Result
    ) throws(DiskFailure) -> Result {
        let result: Swift.Result<Result, DiskFailure> = state.withLock { state in
            do throws(DiskFailure) {
                try state.begin(isSync: isSync, file: file)
                return .success(try body(&state))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }
}

private final class MemoryFile: DiskFile {
    let disk: MemoryDisk
    let number: Int

    init(disk: MemoryDisk, number: Int) {
        self.disk = disk
        self.number = number
    }

    func size() throws(DiskFailure) -> Int {
        try disk.call { [number] state throws(DiskFailure) in state.inodes[number].seen.count }
    }

    func read(at offset: Int, count: Int) throws(DiskFailure) -> [UInt8] {
        try disk.call { [number] state throws(DiskFailure) in
            Array(state.inodes[number].seen.dropFirst(offset).prefix(count))
        }
    }

    func write(_ bytes: [UInt8], from: Int, at offset: Int) throws(DiskFailure) -> Int {
        try disk.call { [number] state throws(DiskFailure) in
            try state.write(Array(bytes[from...]), at: offset, to: number)
        }
    }

    func reserve(through end: Int) throws(DiskFailure) {
        try disk.call { [number] state throws(DiskFailure) in try state.reserve(through: end, in: number) }
    }

    func sync() throws(DiskFailure) {
        try disk.call(isSync: true, file: number) { [number] state throws(DiskFailure) in
            state.inodes[number].sync()
        }
    }
}

private final class MemoryLock: DiskLock {
    let disk: MemoryDisk
    let name: String

    init(disk: MemoryDisk, name: String) {
        self.disk = disk
        self.name = name
    }

    deinit { disk.unlock(name) }
}
