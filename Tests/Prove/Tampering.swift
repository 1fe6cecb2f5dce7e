import Access
import Journal
import MemoryDisk
import Streams

/// One change that somebody made to a store behind everybody's back, with its checksums mended where that
/// takes no more than knowing the format.
struct Tampering {
    enum Kind: String, CaseIterable {
        case flip, delete, swap, truncate, replay, rewrite
    }

    let kind: Kind
    let store: String
    let disk: MemoryDisk
    /// The entries of which one must be named. A frame's checksum tells that one of its entries was changed,
    /// and a checkpoint that one since the checkpoint before was: the first of these is named.
    let mayBeNamed: ClosedRange<UInt64>

    /// Nothing when what the dice chose would change nothing. `signedOnly`: among the entries that a
    /// checkpoint was signed for; otherwise among those for which none was yet.
    init?(_ kind: Kind, _ store: String, of history: History, signedOnly: Bool, _ dice: inout SplitMix) {
        guard let journal = ForgedJournal(store, on: history.disk), let last = journal.frames.last?.last
        else { return nil }
        let newest = history.newest(store)
        let entries = signedOnly ? 1...newest : newest + 1...last
        let entry = UInt64.random(in: entries, using: &dice)
        self.kind = kind
        self.store = store
        disk = history.disk.copy()
        var forged = journal
        switch kind {
        case .flip:
            guard let range = Self.flip(journal, on: disk, entry, &dice) else { return nil }
            mayBeNamed = range
            return
        case .delete:
            guard let range = Self.delete(entry, of: &forged) else { return nil }
            mayBeNamed = range
        case .swap:
            let other = UInt64.random(in: 1...last, using: &dice)
            guard let range = Self.swap(entry, other, of: &forged, &dice) else { return nil }
            mayBeNamed = range
        case .truncate:
            guard let first = Self.truncate(at: entry, of: &forged, unsigned: !signedOnly, newest) else {
                return nil
            }
            mayBeNamed = first...first
        case .replay:
            let place = Int.random(in: 0..<history.earlier.count, using: &dice)
            let old = signedOnly ? history.earlier[place] : history.earlier[history.earlier.count - 1]
            guard let older = ForgedJournal(store, on: old), let end = older.frames.last?.last, end < last,
                !signedOnly || end < newest
            else { return nil }
            forged = older
            mayBeNamed = end + 1...end + 1
        case .rewrite:
            Self.rewrite(entry, of: &forged)
            let trusted = history.signed.marks(of: store).map(\.sequence).filter { $0 < entry }.max() ?? 0
            mayBeNamed = trusted + 1...entry
        }
        disk.replace(journal.name, with: forged.bytes())
    }

    private static func flip(
        _ journal: ForgedJournal, on disk: MemoryDisk, _ entry: UInt64, _ dice: inout SplitMix
    ) -> ClosedRange<UInt64>? {
        guard let place = journal.place(of: entry) else { return nil }
        let frame = journal.frames[place.frame]
        let byte = Int.random(in: frame.offset..<frame.end, using: &dice)
        disk.flip(bit: byte * 8 + Int.random(in: 0..<8, using: &dice), of: journal.name)
        return frame.range
    }

    private static func delete(_ entry: UInt64, of forged: inout ForgedJournal) -> ClosedRange<UInt64>? {
        guard let place = forged.place(of: entry) else { return nil }
        let frame = forged.frames[place.frame]
        if frame.records.count > 1 {
            forged.frames[place.frame].records.remove(at: place.record)
            return frame.first...entry
        }
        // At the end it would be a truncation.
        guard place.frame < forged.frames.count - 1 else { return nil }
        forged.frames.remove(at: place.frame)
        return entry...entry
    }

    /// Half of the time each keeps its number, half of the time the forger sets the numbers right.
    private static func swap(
        _ one: UInt64, _ other: UInt64, of forged: inout ForgedJournal, _ dice: inout SplitMix
    ) -> ClosedRange<UInt64>? {
        let first = min(one, other)
        guard one != other, let a = forged.place(of: first), let b = forged.place(of: max(one, other)) else {
            return nil
        }
        let before = forged.frames[a.frame].records[a.record]
        let after = forged.frames[b.frame].records[b.record]
        forged.frames[a.frame].records[a.record] = after
        forged.frames[b.frame].records[b.record] = before
        if Bool.random(using: &dice) {
            forged.frames[a.frame].records[a.record].replaceSubrange(4..<12, with: before[4..<12])
            forged.frames[b.frame].records[b.record].replaceSubrange(4..<12, with: after[4..<12])
        }
        return forged.frames[a.frame].first...first
    }

    /// Everything from the frame of an entry on is gone, as if it had never been.
    private static func truncate(
        at entry: UInt64, of forged: inout ForgedJournal, unsigned: Bool, _ newest: UInt64
    ) -> UInt64? {
        guard let place = forged.place(of: entry) else { return nil }
        let first = forged.frames[place.frame].first
        guard !unsigned || first > newest else { return nil }
        forged.frames.removeSubrange(place.frame...)
        return first
    }

    /// Another content for one entry, and every link behind it made anew.
    private static func rewrite(_ entry: UInt64, of forged: inout ForgedJournal) {
        guard let place = forged.place(of: entry) else { return }
        let end = forged.frames[place.frame].records[place.record].count - 1
        forged.frames[place.frame].records[place.record][end] ^= 1
        forged.relink()
    }
}
