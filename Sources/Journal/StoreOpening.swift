internal import Crypto

/// What an opened store begins with.
struct OpenedStore {
    let disk: any Disk
    let lock: any DiskLock
    let layout: StoreLayout
    let identity: SHA256Digest
    let limits: StoreLimits
    let last: UInt64
    let head: SHA256Digest
    let lastFrame: FramePlace?
    let tail: SegmentTail
}

extension Store {
    /// Opens a store, or makes it, and tells its owner what it remembers: at most one snapshot, then every
    /// entry behind it, in order.
    ///
    /// A write that never finished is cut off. Damage anywhere else, another store's files, and a hole
    /// between snapshot and journal are refused: nothing is repaired by forgetting.
    /// `restore` must leave its state as it was when it throws; an older snapshot or everything is read then.
    /// `witness` is what somebody else knows to have been durable: a journal that does not reach so far has
    /// lost something, however sound it looks.
    package init(
        opening disk: any Disk, name: String, identity: [UInt8], limits: StoreLimits = .standard,
        witness: StoreMark? = nil, restore: ([UInt8]) throws -> Void, replay: (Entry) throws -> Void
    ) throws(StoreFailure) {
        let opening = StoreOpening(
            disk: disk, layout: StoreLayout(name: name), identity: digest(of: identity), limits: limits,
            witness: witness ?? .beginning)
        self.init(try opening.run(restore: restore, replay: replay))
    }
}

/// Takes the lock, prepares the directories, recovers, and makes the end of the journal ready for more.
private struct StoreOpening {
    let disk: any Disk
    let layout: StoreLayout
    let identity: SHA256Digest
    let limits: StoreLimits
    let witness: StoreMark

    func run(restore: ([UInt8]) throws -> Void, replay: (Entry) throws -> Void) throws(StoreFailure)
        -> OpenedStore
    {
        let isNew = try isMissing(layout.format)
        if isNew { try makeDirectories() }
        let lock = try takeLock()
        try removeUnfinished()
        if try isMissing(layout.format) { try writeFormat() } else { try checkFormat() }
        var recovery = Recovery(disk: disk, layout: layout, store: identity, limits: limits, witness: witness)
        let end = try recovery.run(restore: restore, replay: replay)
        let last = end?.last ?? 0
        guard last >= witness.sequence else {
            throw .missingEntries(from: last + 1, through: witness.sequence)
        }
        let tail = if let end { try ready(end) } else { try makeFirstSegment() }
        return OpenedStore(
            disk: disk, lock: lock, layout: layout, identity: identity, limits: limits, last: last,
            head: end?.head ?? Chain.beginning, lastFrame: end?.lastPlace, tail: tail)
    }

    private func isMissing(_ name: String) throws(StoreFailure) -> Bool {
        do throws(DiskFailure) {
            _ = try disk.open(name, for: .read)
            return false
        } catch .missing {
            return true
        } catch {
            throw StoreFailure(error, on: name)
        }
    }

    /// Syncs each parent although it may have been synced before: a crash may have come between.
    private func makeDirectories() throws(StoreFailure) {
        for directory in layout.directories {
            try concerning(directory) { () throws(DiskFailure) in
                do throws(DiskFailure) {
                    try disk.makeDirectory(directory)
                } catch .exists {}
                try disk.syncDirectory(StoreLayout.parent(of: directory))
            }
        }
    }

    private func takeLock() throws(StoreFailure) -> any DiskLock {
        do throws(DiskFailure) {
            return try disk.lock(layout.lock)
        } catch .locked {
            throw .locked(store: layout.name)
        } catch {
            throw StoreFailure(error, on: layout.lock)
        }
    }

    /// What was being written when a process ended; nobody was promised any of it.
    private func removeUnfinished() throws(StoreFailure) {
        let suffix = StoreLayout.temporarySuffix
        for directory in [layout.name, layout.journal, layout.snapshots, layout.incoming] {
            try concerning(directory) { () throws(DiskFailure) in
                for name in try disk.list(directory) where name.hasSuffix(suffix) {
                    try disk.remove("\(directory)/\(name)")
                }
            }
        }
    }

    private func writeFormat() throws(StoreFailure) {
        let names = try concerning(layout.journal) { () throws(DiskFailure) in try disk.list(layout.journal) }
        guard StoreLayout.numbers(in: names, suffix: ".segment").isEmpty else {
            throw .unknownFormat(file: layout.format, found: "nothing")
        }
        try concerning(layout.format) { () throws(DiskFailure) in
            try disk.replace(
                layout.format, in: layout.name, with: StoreLayout.formatText,
                through: layout.format + StoreLayout.temporarySuffix)
        }
    }

    private func checkFormat() throws(StoreFailure) {
        let found = try concerning(layout.format) { () throws(DiskFailure) in
            try disk.open(layout.format, for: .read).read(at: 0, count: 256)
        }
        guard found == StoreLayout.formatText else {
            throw .unknownFormat(file: layout.format, found: "\"\(String(decoding: found, as: UTF8.self))\"")
        }
    }

    /// Whoever came before may have crashed with the format or a directory seen but not yet durable.
    private func makeFirstSegment() throws(StoreFailure) -> SegmentTail {
        try makeDirectories()
        let header = SegmentHeader(store: identity, first: 1, previous: Chain.beginning)
        let name = layout.segment(1)
        return try concerning(name) { () throws(DiskFailure) in
            let temporary = name + StoreLayout.temporarySuffix
            let file = try disk.open(temporary, for: .createNew)
            try file.reserve(through: limits.firstReserveBytes)
            try file.writeAll(header.encoded, at: 0)
            try file.sync()
            try disk.rename(temporary, to: name)
            try disk.syncDirectory(layout.journal)
            return SegmentTail(
                file: file, name: name, header: header, end: Sector.size,
                reservedEnd: limits.firstReserveBytes)
        }
    }

    /// Blanks an unfinished write, and writes the last frame once more. That frame may be in the system's
    /// memory only: its sync may never have come, or have failed and left the pages marked clean. Where a
    /// snapshot of that very end exists, its writer had seen the sync succeed, and nothing needs to be
    /// written.
    private func ready(_ end: Recovery.End) throws(StoreFailure) -> SegmentTail {
        let segment = end.segment
        return try concerning(segment.name) { () throws(DiskFailure) in
            let file = try disk.open(segment.name, for: .write)
            if !end.isVouchedFor {
                try file.writeSectors(
                    segment.bytes(in: end.lastFrame), at: end.lastFrame.lowerBound)
                if end.isTorn, end.offset < segment.size {
                    let zeros = [UInt8](repeating: 0, count: segment.size - end.offset)
                    try file.writeSectors(zeros, at: end.offset)
                }
                try file.sync()
                try disk.syncDirectory(layout.journal)
            }
            return SegmentTail(
                file: file, name: segment.name, header: segment.header, end: end.offset,
                reservedEnd: end.offset)
        }
    }
}
