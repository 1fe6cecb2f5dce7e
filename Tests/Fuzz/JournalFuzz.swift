import Journal
import MemoryDisk

/// A journal of a few frames after something has happened to its bytes. What opens is a beginning of what was
/// written and lacks nothing in front of the first change; everything else is refused.
enum JournalFuzz {
    private static let store = "tenants/7"
    private static let segment = "tenants/7/journal/00000000000000000001.segment"

    /// What was written, as the disk holds it, and where each frame ends.
    private struct Written {
        let disk: MemoryDisk
        let bytes: [UInt8]
        let entries: [Entry]
        let frames: [(end: Int, entries: Int)]
    }

    private static let samples: [Written] = [[12], [3, 900, 40], [0, 600, 5, 1_200, 70]].compactMap(make)

    @Sendable static func check(_ bytes: [UInt8]) {
        guard let first = bytes.first else { return }
        let sample = samples[Int(first) % samples.count]
        if first >= 128 { return SealedFrame.check(sample.bytes, Array(bytes.dropFirst())) }
        let damaged = damaged(sample.bytes, bytes.dropFirst())
        let disk = sample.disk.copy()
        disk.replace(segment, with: damaged)
        let report = verify(disk, name: store, identity: Array(store.utf8))
        guard let found = open(disk) else { return }
        Fuzz.demand(sample.entries.starts(with: found), "something else than was written")
        let common = min(sample.bytes.count, damaged.count)
        let change = (0..<common).first { sample.bytes[$0] != damaged[$0] } ?? common
        let certain = sample.frames.last { $0.end <= change }?.entries ?? 0
        Fuzz.demand(found.count >= certain, "\(found.count) of \(certain) entries before byte \(change)")
        Fuzz.demand(report.isSound && report.entries == UInt64(found.count), "verify says \(report.findings)")
        Fuzz.demand(open(disk) == found, "another journal when opened again")
    }

    /// The entries of a store, or nothing where it is refused.
    static func open(_ disk: MemoryDisk) -> [Entry]? {
        var entries: [Entry] = []
        let isOpen =
            (try? Store(
                opening: disk, name: store, identity: Array(store.utf8), restore: { _ in },
                replay: { entries.append($0) })) != nil
        return isOpen ? entries : nil
    }

    private static func make(_ sizes: [Int]) -> Written? {
        let disk = MemoryDisk()
        var (frames, entries) = ([(end: Int, entries: Int)](), [Entry]())
        do throws(StoreFailure) {
            var store = try Store(
                opening: disk, name: store, identity: Array(store.utf8), restore: { _ in }, replay: { _ in })
            for (place, size) in sizes.enumerated() {
                for count in 0...(place % 2) {
                    let payload = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ count) }
                    let sequence = try store.append(payload, at: Int64(size))
                    entries.append(Entry(sequence: sequence, moment: Int64(size), payload: payload))
                }
                while let batch = store.takeBatch() { store.finish(batch.write()) }
                let bytes = disk.contents(segment) ?? []
                let used = bytes.count - bytes.reversed().prefix { $0 == 0 }.count
                frames.append((end: (used + 511) / 512 * 512, entries: entries.count))
            }
        } catch { return nil }
        guard let bytes = disk.contents(segment) else { return nil }
        return Written(disk: disk.copy(), bytes: bytes, entries: entries, frames: frames)
    }

    /// Does what the input says, four bytes at a time: what, where (two bytes), with what.
    private static func damaged(_ whole: [UInt8], _ input: ArraySlice<UInt8>) -> [UInt8] {
        var (bytes, input) = (whole, input)
        while input.count >= 4 {
            let words = Array(input.prefix(4))
            input = input.dropFirst(4)
            guard !bytes.isEmpty else { break }
            let place = (Int(words[1]) << 8 | Int(words[2])) % bytes.count
            let sector = place / 512 * 512
            let other = Int(words[3]) * 512
            switch words[0] % 6 {
            case 0: bytes[place] ^= words[3]
            case 1: for index in place..<min(bytes.count, place + Int(words[3])) { bytes[index] = 0 }
            case 2: bytes.removeSubrange(place...)
            case 3: for index in sector..<min(bytes.count, sector + 512) { bytes[index] = 0 }
            case 4 where max(sector, other) + 512 <= bytes.count:
                for index in 0..<512 { bytes[sector + index] = bytes[other + index] }
            case 5 where max(sector, other) + 512 <= bytes.count:
                for index in 0..<512 { bytes.swapAt(sector + index, other + index) }
            default: break
            }
        }
        return bytes
    }
}
