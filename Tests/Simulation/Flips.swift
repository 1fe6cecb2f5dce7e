import Journal
import MemoryDisk
import Tenancy

/// One bit changes at rest, on a copy of the disk.
extension Inspection {
    /// It is refused, or it changes nothing. One case is neither: damage in the very last frame looks like a write
    /// that never finished, and is cut off as one; then what is left must be exactly what came before.
    func flip(_ chance: Chance) -> [String] {
        let client = chance.pick(roster.clients)
        let folder = Tenant.storeName(of: client.id)
        let files = disk.files.filter {
            $0.hasPrefix(folder + "/journal/") || $0.hasPrefix(folder + "/snapshots/")
        }
        guard !files.isEmpty else { return [] }
        let file = chance.pick(files)
        // What a failed sync dropped is not on the copy, so the copy is asked.
        let flipped = disk.copy()
        let size = flipped.contents(file)?.count ?? 0
        guard size > 0 else { return [] }
        let bit = chance.below(size * 8)
        flipped.flip(bit: bit, of: file)
        let looksUnfinished = verify(flipped, name: folder).hasUnfinishedWrite
        do throws(StoreFailure) {
            let before = try History(client.id, on: disk.copy(), usesSnapshots: true)
            guard let after = Self.read(client, flipped) else { return [] }
            if after.encodedState == before.encodedState { return [] }
            let whole = try History(client.id, on: disk.copy(), usesSnapshots: false)
            if looksUnfinished, Self.isCutOff(flipped, client, whole) { return [] }
        } catch {
            return ["\(folder) cannot be read: \(error.explanation)"]
        }
        return ["\(file), bit \(bit): flipped, not noticed, and the state is another"]
    }

    private static func read(_ client: Roster.Client, _ disk: MemoryDisk) -> History? {
        try? History(client.id, on: disk.copy(), usesSnapshots: true)
    }

    private static func isCutOff(_ disk: MemoryDisk, _ client: Roster.Client, _ whole: History) -> Bool {
        guard let left = try? History(client.id, on: disk.copy(), usesSnapshots: false) else { return false }
        return left.isBeginning(of: whole)
    }
}
