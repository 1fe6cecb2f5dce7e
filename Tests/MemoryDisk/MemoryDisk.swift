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

    /// From now on the calls below a folder are in trouble, and no others.
    package func trouble(_ trouble: DiskTrouble) { state.withLock { $0.troubles.append(trouble) } }

    /// The trouble is over: what failed stays failed.
    package func endTroubles() {
        state.withLock { state in
            (state.troubles, state.capacity, state.writesShortly) = ([], nil, false)
        }
    }

    /// Nobody reaches the disk any more: the power went, or the process was killed.
    package func turnOff() { state.withLock { $0.isOff = true } }

    package var isOff: Bool { state.withLock { $0.isOff } }

    /// The disk as the next process finds it after this one was killed.
    package func inherited() -> MemoryDisk { MemoryDisk(state.withLock { $0.afterKill() }) }

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

    /// A bit that the disk itself loses: nobody wrote, so no stamp tells.
    package func rot(bit: Int, of name: String) {
        state.withLock { state in
            guard let number = state.entries[name] else { return }
            state.inodes[number].seen[bit / 8] ^= 1 << UInt8(bit % 8)
        }
    }

    package func makeDirectory(_ name: String) throws(DiskFailure) {
        try call(.name, name) { state throws(DiskFailure) in try state.makeDirectory(name) }
    }

    package func list(_ directory: String) throws(DiskFailure) -> [String] {
        try call(.read, directory) { state throws(DiskFailure) in try state.list(directory) }
    }

    package func open(_ name: String, for access: DiskAccess) throws(DiskFailure) -> any DiskFile {
        let kind = access == .createNew ? DiskCallKind.name : .read
        let number = try call(kind, name) { state throws(DiskFailure) in try state.open(name, access) }
        return MemoryFile(disk: self, number: number, name: name)
    }

    package func rename(_ name: String, to newName: String) throws(DiskFailure) {
        try call(.name, name) { state throws(DiskFailure) in try state.rename(name, to: newName) }
    }

    package func remove(_ name: String) throws(DiskFailure) {
        try call(.name, name) { state throws(DiskFailure) in try state.remove(name) }
    }

    package func syncDirectory(_ name: String) throws(DiskFailure) {
        try call(.sync, name) { state throws(DiskFailure) in state.syncDirectory(name) }
    }

    package func lock(_ name: String) throws(DiskFailure) -> any DiskLock {
        try call(.read, name) { state throws(DiskFailure) in try state.lock(name) }
        return MemoryLock(disk: self, name: name)
    }

    fileprivate func unlock(_ name: String) { state.withLock { _ = $0.locks.remove(name) } }

    /// Counts a call and lets it happen, unless a fault is planned for it.
    fileprivate func call<Result: Sendable>(
        _ kind: DiskCallKind, _ name: String, file: Int? = nil,
        _ body: (inout MemoryDiskState) throws(DiskFailure) -> Result
    ) throws(DiskFailure) -> Result {
        let result: Swift.Result<Result, DiskFailure> = state.withLock { state in
            do throws(DiskFailure) {
                try state.begin(kind, name, file: file)
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
    /// The name that it was opened under; it may have another by now.
    let name: String

    init(disk: MemoryDisk, number: Int, name: String) {
        self.disk = disk
        self.number = number
        self.name = name
    }

    func size() throws(DiskFailure) -> Int {
        try disk.call(.read, name) { [number] state throws(DiskFailure) in
            state.inodes[number].seen.count
        }
    }

    func read(at offset: Int, count: Int) throws(DiskFailure) -> [UInt8] {
        try disk.call(.read, name) { [number] state throws(DiskFailure) in
            Array(state.inodes[number].seen.dropFirst(offset).prefix(count))
        }
    }

    func stamp() throws(DiskFailure) -> DiskStamp {
        try disk.call(.read, name) { [number] state throws(DiskFailure) in
            DiskStamp(
                size: state.inodes[number].seen.count, links: state.entries.values.count { $0 == number },
                changed: state.inodes[number].revision)
        }
    }

    func write(_ bytes: [UInt8], from: Int, at offset: Int) throws(DiskFailure) -> Int {
        try disk.call(.write, name) { [number] state throws(DiskFailure) in
            try state.write(Array(bytes[from...]), at: offset, to: number)
        }
    }

    func reserve(through end: Int) throws(DiskFailure) {
        try disk.call(.write, name) { [number] state throws(DiskFailure) in
            try state.reserve(through: end, in: number)
        }
    }

    func sync() throws(DiskFailure) {
        try disk.call(.sync, name, file: number) { [number] state throws(DiskFailure) in
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
