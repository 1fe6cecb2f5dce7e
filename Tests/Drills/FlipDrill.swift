package import Journal
package import MemoryDisk

/// A journal of several segments, and what becomes of it when a single bit of it changes.
package struct FlipDrill: Sendable {
    package let disk: MemoryDisk
    package let segments: [String]
    private let content: Content
    /// Where the last frame ends; what lies behind was claimed ahead and means nothing.
    private let usedInLast: Int
    /// The last bytes of the newest segment that mean something; all of them were acknowledged.
    package let tail: Range<Int>
    package let witness: StoreMark

    /// What somebody sees who opens the changed journal.
    package enum Verdict: Hashable, Sendable {
        case refused
        /// The bit says nothing: it is behind the last frame, and the state is the same.
        case meaningless
        case silentlyAnother
    }

    private static let tailBytes = 2 * 1024

    private static let limits: StoreLimits = {
        var limits = StoreLimits.tiny
        limits.segmentBytes = 14 * 1024
        return limits
    }()

    /// All segments together have so many bytes; the last is filled up with the zeros that are claimed ahead.
    package init(bytes: Int) throws(StoreFailure) {
        let disk = MemoryDisk()
        var ledger = try Ledger(disk, limits: Self.limits)
        var number = 0
        while Self.size(of: disk) < bytes - 8 * 1024 {
            for _ in 0...(number % 4) {
                number += 1
                try ledger.append(payload(number))
            }
            precondition(ledger.commit(), "a disk without faults commits")
        }
        segments = Self.segments(on: disk)
        let last = segments[segments.count - 1]
        let missing = bytes - Self.size(of: disk)
        let padded = (disk.contents(last) ?? []) + [UInt8](repeating: 0, count: missing)
        disk.replace(last, with: padded)
        self.disk = disk
        usedInLast = Self.used(disk)
        let end = (padded.lastIndex { $0 != 0 } ?? 0) + 1
        tail = max(512, end - Self.tailBytes)..<end
        witness = ledger.store.mark
        content = Content(ledger)
    }

    private static func segments(on disk: MemoryDisk) -> [String] {
        disk.files.filter { $0.hasSuffix(".segment") }
    }

    private static func size(of disk: MemoryDisk) -> Int {
        segments(on: disk).reduce(0) { $0 + (disk.contents($1)?.count ?? 0) }
    }

    private static func used(_ disk: MemoryDisk) -> Int {
        let bytes = segments(on: disk).last.flatMap { disk.contents($0) } ?? []
        return ((bytes.lastIndex { $0 != 0 } ?? 0) + 512) / 512 * 512
    }

    package func bits(of segment: String) -> Int { (disk.contents(segment)?.count ?? 0) * 8 }

    package func verdict(flipping bit: Int, of segment: String) -> Verdict {
        let copy = disk.copy()
        copy.flip(bit: bit, of: segment)
        return verdict(on: copy, mayBeMeaningless: segment == segments.last && bit / 8 >= usedInLast)
    }

    /// Takes away the newest journal's end from a byte on, as zeros or cut short.
    package func verdict(losingFrom byte: Int, asZeros: Bool, witness: StoreMark?) -> Verdict {
        let copy = disk.copy()
        let bytes = disk.contents(segments[segments.count - 1]) ?? []
        let zeros = asZeros ? [UInt8](repeating: 0, count: bytes.count - byte) : []
        copy.replace(segments[segments.count - 1], with: Array(bytes[..<byte]) + zeros)
        return verdict(on: copy, mayBeMeaningless: false, witness: witness)
    }

    private func verdict(
        on disk: MemoryDisk, mayBeMeaningless: Bool, witness: StoreMark? = nil
    ) -> Verdict {
        do throws(StoreFailure) {
            let found = Content(try Ledger(disk, limits: Self.limits, witness: witness))
            return found == content && mayBeMeaningless ? .meaningless : .silentlyAnother
        } catch {
            return .refused
        }
    }
}
