package import Journal

/// What a planned call does instead of its work.
package enum PlannedFault: Sendable {
    /// Fails and changes nothing. A sync that fails marks its pages clean: their bytes are still seen, and
    /// lost at the next power cut even if a later sync succeeds.
    case fails(DiskFailure)
    /// The power goes: this call and all later ones fail.
    case powerCut
}

/// What a power cut takes of what was not synced.
package enum Loss: Sendable {
    case nothing
    case everything
    /// Each sector of each write, and each directory entry, by lot.
    case byLot(seed: UInt64)
    /// The files lose everything, the directories nothing; and the other way round.
    case bytes
    case names
}

/// A file as programs see it, as the power leaves it, and the writes in between.
struct MemoryInode: Sendable {
    enum Change: Sendable {
        case bytes([UInt8], at: Int)
        case size(Int)
    }

    var seen: [UInt8] = []
    var kept: [UInt8] = []
    var changes: [Change] = []
    /// Counts the changes.
    var revision: Int64 = 0

    mutating func change(_ change: Change) {
        changes.append(change)
        revision += 1
        Self.apply(change, to: &seen)
    }

    /// Only what was written since the last sync, failed or not, reaches the disk.
    mutating func sync() {
        for change in changes { Self.apply(change, to: &kept) }
        changes = []
    }

    static func apply(_ change: Change, to bytes: inout [UInt8]) {
        switch change {
        case .size(let size):
            if size > bytes.count { bytes.append(contentsOf: repeatElement(0, count: size - bytes.count)) }
        case .bytes(let new, let offset):
            apply(.size(offset + new.count), to: &bytes)
            bytes.replaceSubrange(offset..<offset + new.count, with: new)
        }
    }

    /// A sector is as it was after one of its writes: a later one is never there without those before it.
    func afterPowerCut(_ keeps: () -> Bool) -> MemoryInode {
        var left = kept
        var lateSectors: Set<Int> = []
        for change in changes {
            switch change {
            case .size: if keeps() { Self.apply(change, to: &left) }
            case .bytes(let new, let offset):
                var start = 0
                while start < new.count {
                    let sector = (offset + start) / 512
                    let end = min(new.count, sector * 512 + 512 - offset)
                    if keeps(), !lateSectors.contains(sector) {
                        Self.apply(.bytes(Array(new[start..<end]), at: offset + start), to: &left)
                    } else {
                        lateSectors.insert(sector)
                    }
                    start = end
                }
            }
        }
        return MemoryInode(seen: left, kept: left)
    }
}

/// Everything on the disk.
struct MemoryDiskState: Sendable {
    enum NameChange: Sendable {
        case set(String, inode: Int)
        case gone(String)
        case moved(String, to: String, inode: Int)
        case directory(String)

        var parents: [String] {
            switch self {
            case .set(let name, _), .gone(let name), .directory(let name): [MemoryDiskState.parent(name)]
            case .moved(let name, let newName, _):
                [MemoryDiskState.parent(name), MemoryDiskState.parent(newName)]
            }
        }
    }

    var inodes: [MemoryInode] = []
    var entries: [String: Int] = [:]
    var keptEntries: [String: Int] = [:]
    var directories: Set<String> = ["."]
    var keptDirectories: Set<String> = ["."]
    var nameChanges: [NameChange] = []
    var locks: Set<String> = []
    var calls = 0
    var faults: [Int: PlannedFault] = [:]
    var isOff = false
    var capacity: Int?
    var writesShortly = false
    var troubles: [DiskTrouble] = []

    static func parent(_ name: String) -> String {
        name.lastIndex(of: "/").map { String(name[..<$0]) } ?? "."
    }

    var usedBytes: Int { entries.values.reduce(0) { $0 + inodes[$1].seen.count } }

    func file(_ name: String) -> MemoryInode? { entries[name].map { inodes[$0] } }

    mutating func replace(_ name: String, with bytes: [UInt8]) {
        guard let number = entries[name] else { return }
        let revision = inodes[number].revision + 1
        inodes[number] = MemoryInode(seen: bytes, kept: bytes, revision: revision)
    }

    mutating func begin(_ kind: DiskCallKind, _ name: String, file: Int?) throws(DiskFailure) {
        if isOff { throw .failed("the power is off") }
        calls += 1
        for place in troubles.indices {
            guard let failure = troubles[place].strikes(kind, name) else { continue }
            if let file, kind == .sync { inodes[file].changes = [] }
            throw failure
        }
        switch faults[calls] {
        case nil: return
        case .powerCut:
            isOff = true
            throw .failed("the power is off")
        case .fails(let failure):
            if let file, kind == .sync { inodes[file].changes = [] }
            throw failure
        }
    }

    /// What the next process finds when only the process ended: what it wrote is there, and still not durable.
    func afterKill() -> MemoryDiskState {
        var after = self
        (after.locks, after.faults, after.troubles) = ([], [:], [])
        (after.calls, after.isOff, after.capacity, after.writesShortly) = (0, false, nil, false)
        return after
    }

    mutating func afterPowerCut(_ loss: Loss) -> MemoryDiskState {
        var lot = Lot(loss)
        var after = MemoryDiskState()
        after.keptEntries = keptEntries
        after.keptDirectories = keptDirectories
        for change in nameChanges where lot.keepsName() {
            Self.apply(change, &after.keptEntries, &after.keptDirectories)
        }
        after.entries = after.keptEntries
        after.directories = after.keptDirectories
        after.inodes = inodes.map { inode in inode.afterPowerCut { lot.keepsBytes() } }
        return after
    }

    static func apply(_ change: NameChange, _ entries: inout [String: Int], _ directories: inout Set<String>)
    {
        switch change {
        case .set(let name, let inode): entries[name] = inode
        case .gone(let name): entries[name] = nil
        case .moved(let name, let newName, let inode):
            entries[name] = nil
            entries[newName] = inode
        case .directory(let name): directories.insert(name)
        }
    }
}

/// Decides what a power cut keeps.
struct Lot {
    let loss: Loss
    private var state: UInt64

    init(_ loss: Loss) {
        self.loss = loss
        if case .byLot(let seed) = loss { state = seed } else { state = 0 }
    }

    mutating func keepsName() -> Bool { keeps(ifNothingElse: false, otherwise: true) }
    mutating func keepsBytes() -> Bool { keeps(ifNothingElse: true, otherwise: false) }

    private mutating func keeps(ifNothingElse names: Bool, otherwise bytes: Bool) -> Bool {
        switch loss {
        case .nothing: return true
        case .everything: return false
        case .names: return names
        case .bytes: return bytes
        case .byLot:
            // SplitMix64 (Steele, Lea, Flood 2014).
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return (mixed ^ (mixed >> 31)) & 1 == 1
        }
    }
}
