import HTTP
import Journal
import Locking
import MemoryDisk

/// A mistake that somebody might make, planted to see that the simulation finds it.
package enum Plant: String, CaseIterable, Sendable {
    /// Answers before the disk has confirmed: a sync that does nothing and says that it did.
    case acknowledgesBeforeSync
    /// Tries a failed sync once more, and believes the second answer.
    case retriesSync
    /// Leaves the entries of directories to luck.
    case forgetsDirectorySync
    /// Goes on although the record was not written: memory is then ahead of the disk, and nobody is told.
    case believesFailedWrites
    /// Answers somebody with what was made for another client.
    case mixesUpClients

    func disk(_ disk: MemoryDisk) -> any Disk {
        self == .mixesUpClients ? disk : LyingDisk(disk: disk, plant: self)
    }

    func application(_ portal: any Application) -> any Application {
        self == .mixesUpClients ? MixingApplication(portal: portal) : portal
    }
}

private final class LyingDisk: Disk {
    let disk: MemoryDisk
    let plant: Plant

    init(disk: MemoryDisk, plant: Plant) {
        self.disk = disk
        self.plant = plant
    }

    func makeDirectory(_ name: String) throws(DiskFailure) { try disk.makeDirectory(name) }
    func list(_ directory: String) throws(DiskFailure) -> [String] { try disk.list(directory) }
    func rename(_ name: String, to newName: String) throws(DiskFailure) { try disk.rename(name, to: newName) }
    func remove(_ name: String) throws(DiskFailure) { try disk.remove(name) }
    func lock(_ name: String) throws(DiskFailure) -> any DiskLock { try disk.lock(name) }

    func open(_ name: String, for access: DiskAccess) throws(DiskFailure) -> any DiskFile {
        LyingFile(file: try disk.open(name, for: access), plant: plant)
    }

    func syncDirectory(_ name: String) throws(DiskFailure) {
        if plant != .forgetsDirectorySync { try disk.syncDirectory(name) }
    }
}

private final class LyingFile: DiskFile {
    let file: any DiskFile
    let plant: Plant

    init(file: any DiskFile, plant: Plant) {
        self.file = file
        self.plant = plant
    }

    func size() throws(DiskFailure) -> Int { try file.size() }
    func stamp() throws(DiskFailure) -> DiskStamp { try file.stamp() }
    func read(at offset: Int, count: Int) throws(DiskFailure) -> [UInt8] {
        try file.read(at: offset, count: count)
    }

    func write(_ bytes: [UInt8], from: Int, at offset: Int) throws(DiskFailure) -> Int {
        do throws(DiskFailure) { return try file.write(bytes, from: from, at: offset) } catch {
            guard plant == .believesFailedWrites else { throw error }
            return bytes.count - from
        }
    }

    func reserve(through end: Int) throws(DiskFailure) {
        do throws(DiskFailure) { try file.reserve(through: end) } catch {
            if plant != .believesFailedWrites { throw error }
        }
    }

    func sync() throws(DiskFailure) {
        switch plant {
        case .acknowledgesBeforeSync: return
        case .retriesSync:
            do throws(DiskFailure) { try file.sync() } catch { try file.sync() }
        case .forgetsDirectorySync, .believesFailedWrites, .mixesUpClients: try file.sync()
        }
    }
}

/// Remembers the last page of each host and now and then hands out another's.
private final class MixingApplication: Application {
    let portal: any Application
    private let pages = Lock<(asked: Int, latest: [String: Response])>((0, [:]))
    private static let every = 20

    init(portal: any Application) { self.portal = portal }

    func bodyLimit(for head: RequestHead) -> Int { portal.bodyLimit(for: head) }

    func answer(_ request: Request, _ exchange: Exchange) -> Answer {
        let answer = portal.answer(request, exchange)
        guard case .now(let response) = answer, response.status == .ok else { return answer }
        let host = request.head.host
        let other: Response? = pages.withLock { pages in
            pages.asked += 1
            pages.latest[host] = response
            let others = pages.latest.filter { $0.key != host }
            return pages.asked % Self.every == 0 ? others.first?.value : nil
        }
        return other.map(Answer.now) ?? answer
    }
}
