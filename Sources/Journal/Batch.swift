/// Entries on their way to the disk. An I/O thread calls `write` exactly once, whatever comes of it.
package struct Batch: Sendable {
    let number: UInt64
    let frame: [UInt8]
    let offset: Int
    let file: any DiskFile
    let disk: any Disk
    /// Keeps the store locked until the write is over, even if its owner is gone.
    let lock: LockShare
    /// Set when this frame is the first of a new segment.
    let opening: NewSegment?
    let reserveThrough: Int?
    /// The name under which to prepare the file of the next segment.
    let spareName: String?
    let spareBytes: Int

    struct NewSegment: Sendable {
        let header: [UInt8]
        let temporary: String
        let name: String
        let directory: String
    }

    /// Writes and syncs. Nothing is tried twice: after a failed sync the system may call lost pages clean.
    package func write() -> BatchOutcome {
        defer { lock.giveUp() }
        do throws(DiskFailure) {
            try commit()
        } catch {
            return BatchOutcome(number: number, result: .failed(error.explanation))
        }
        return BatchOutcome(
            number: number, result: .durable, reservedEnd: reserveAhead(), spare: makeSpare())
    }

    /// A new segment gets its name only when its first frame is durable, so each named one has a header.
    private func commit() throws(DiskFailure) {
        if let opening { try file.writeAll(opening.header, at: 0) }
        try file.writeSectors(frame, at: offset)
        try file.sync()
        guard let opening else { return }
        try disk.rename(opening.temporary, to: opening.name)
        try disk.syncDirectory(opening.directory)
    }

    /// Claims room before it is needed, so that the owner seldom has to. If it fails, the owner will find
    /// out.
    private func reserveAhead() -> Int? {
        guard let reserveThrough, (try? file.reserve(through: reserveThrough)) != nil else { return nil }
        return reserveThrough
    }

    private func makeSpare() -> Spare? {
        guard let spareName else { return nil }
        do throws(DiskFailure) {
            let file = try disk.open(spareName, for: .createNew)
            do throws(DiskFailure) {
                try file.reserve(through: spareBytes)
                return Spare(file: file, name: spareName, reservedEnd: spareBytes)
            } catch {
                try disk.remove(spareName)
            }
        } catch {
            return nil
        }
        return nil
    }
}

/// An empty file with room in it, which will be the next segment.
struct Spare: Sendable {
    let file: any DiskFile
    let name: String
    let reservedEnd: Int
}

/// What became of a batch; its owner hands it to `Store.finish`.
package struct BatchOutcome: Sendable {
    enum Result: Sendable {
        case durable
        case failed(String)
    }

    let number: UInt64
    let result: Result
    var reservedEnd: Int?
    var spare: Spare?
}
