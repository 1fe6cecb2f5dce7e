internal import Journal

/// The calls of the disk, on its state.
extension MemoryDiskState {
    mutating func change(_ change: NameChange) {
        nameChanges.append(change)
        Self.apply(change, &entries, &directories)
    }

    mutating func makeDirectory(_ name: String) throws(DiskFailure) {
        guard directories.contains(Self.parent(name)) else { throw .missing }
        guard !directories.contains(name) else { throw .exists }
        change(.directory(name))
    }

    func list(_ directory: String) throws(DiskFailure) -> [String] {
        guard directories.contains(directory) else { throw .missing }
        return (Array(entries.keys) + Array(directories)).filter { $0 != "." && Self.parent($0) == directory }
            .map { String($0.split(separator: "/").last ?? "") }.sorted()
    }

    mutating func open(_ name: String, _ access: DiskAccess) throws(DiskFailure) -> Int {
        switch access {
        case .read, .write:
            guard let number = entries[name] else { throw .missing }
            return number
        case .createNew:
            guard directories.contains(Self.parent(name)) else { throw .missing }
            guard entries[name] == nil else { throw .exists }
            inodes.append(MemoryInode())
            change(.set(name, inode: inodes.count - 1))
            return inodes.count - 1
        }
    }

    mutating func rename(_ name: String, to newName: String) throws(DiskFailure) {
        guard let number = entries[name], directories.contains(Self.parent(newName)) else { throw .missing }
        change(.moved(name, to: newName, inode: number))
    }

    mutating func remove(_ name: String) throws(DiskFailure) {
        guard entries[name] != nil else { throw .missing }
        change(.gone(name))
    }

    mutating func syncDirectory(_ name: String) {
        for change in nameChanges where change.parents.contains(name) {
            Self.apply(change, &keptEntries, &keptDirectories)
        }
        nameChanges.removeAll { $0.parents.contains(name) }
    }

    mutating func lock(_ name: String) throws(DiskFailure) {
        guard directories.contains(Self.parent(name)) else { throw .missing }
        guard locks.insert(name).inserted else { throw .locked }
    }

    mutating func write(_ bytes: [UInt8], at offset: Int, to number: Int) throws(DiskFailure) -> Int {
        var count = writesShortly && bytes.count > 1 ? bytes.count / 2 : bytes.count
        let size = inodes[number].seen.count
        if let capacity, offset + count > size {
            let room = max(0, size - offset) + max(0, capacity - usedBytes)
            guard room > 0 else { throw .full }
            count = min(count, room)
        }
        inodes[number].change(.bytes(Array(bytes[..<count]), at: offset))
        return count
    }

    mutating func reserve(through end: Int, in number: Int) throws(DiskFailure) {
        let missing = end - inodes[number].seen.count
        guard missing > 0 else { return }
        if let capacity, usedBytes + missing > capacity { throw .full }
        inodes[number].change(.size(end))
    }
}
