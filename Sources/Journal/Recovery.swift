internal import Crypto

/// Reads a store back: the newest sound snapshot, then every entry behind it, each link of the chain
/// followed.
struct Recovery: ~Copyable {
    private let disk: any Disk
    private let layout: StoreLayout
    private let store: SHA256Digest
    private let limits: StoreLimits
    private let witness: StoreMark
    private var chain = Chain()
    /// The entry that must come next.
    private var next: UInt64 = 1
    private var snapshot: Snapshot?

    /// Where the journal ends.
    struct End {
        let last: UInt64
        let head: SHA256Digest
        let segment: Segment
        /// The first byte behind the last sound frame.
        let offset: Int
        /// The last sound frame, or an empty range.
        let lastFrame: Range<Int>
        /// Whether an unfinished write stands behind it.
        let isTorn: Bool
    }

    init(
        disk: any Disk, layout: StoreLayout, store: SHA256Digest, limits: StoreLimits, witness: StoreMark
    ) {
        self.disk = disk
        self.layout = layout
        self.store = store
        self.limits = limits
        self.witness = witness
    }

    /// Nil when the journal has no segment and nothing says that it ever had one.
    mutating func run(
        restore: ([UInt8]) throws -> Void, replay: (Entry) throws -> Void
    ) throws(StoreFailure) -> End? {
        let firsts = StoreLayout.numbers(
            in: try concerning(layout.journal) { () throws(DiskFailure) in try disk.list(layout.journal) },
            suffix: ".segment")
        try restoreNewest(restore)
        let known = snapshot?.sequence ?? 0
        guard let start = firsts.lastIndex(where: { $0 <= known + 1 }) else {
            guard let first = firsts.first else {
                if known > 0 { throw .missingEntries(from: 1, through: known) }
                return nil
            }
            throw .missingEntries(from: 1, through: first - 1)
        }
        var end: End?
        next = firsts[start]
        for first in firsts[start...] {
            if first > next { throw .missingEntries(from: next, through: first - 1) }
            end = try walk(first, isOldest: first == firsts[start], isNewest: first == firsts.last, replay)
        }
        if known >= next { throw .missingEntries(from: next, through: known) }
        return end
    }

    /// Tries the snapshots, newest first; one that is damaged, or that its reader refuses, is passed over.
    private mutating func restoreNewest(_ restore: ([UInt8]) throws -> Void) throws(StoreFailure) {
        let names = try concerning(layout.snapshots) { () throws(DiskFailure) in
            try disk.list(layout.snapshots)
        }
        for sequence in StoreLayout.numbers(in: names, suffix: ".snapshot").reversed() {
            let bytes = try? disk.open(layout.snapshot(sequence), for: .read)
                .readAll(atMost: limits.snapshotBytes)
            guard let bytes, let found = Snapshot(bytes, sequence: sequence, store: store) else { continue }
            guard (try? restore(found.state)) != nil else { continue }
            snapshot = found
            return
        }
    }

    private mutating func walk(
        _ first: UInt64, isOldest: Bool, isNewest: Bool, _ replay: (Entry) throws -> Void
    ) throws(StoreFailure) -> End {
        let segment = try read(first)
        if isOldest { chain.resume(at: segment.header.previous) }
        let follows = first > 1 ? segment.header.previous : Chain.beginning
        guard segment.header.first == next, segment.header.previous == chain.head, follows == chain.head,
            first != (snapshot?.sequence).map({ $0 + 1 }) || snapshot?.head == chain.head
        else { throw .damaged(Damage(.brokenChain, in: segment.name, at: 0, sequence: first)) }

        var offset = Sector.size
        var lastFrame = offset..<offset
        while true {
            switch try segment.find(at: offset, sequence: next) {
            case .frame(let frame):
                try take(frame, of: segment, at: offset, replay)
                lastFrame = offset..<offset + frame.frameBytes
                offset = lastFrame.upperBound
                next = frame.last + 1
            case .end:
                return End(
                    last: next - 1, head: chain.head, segment: segment, offset: offset, lastFrame: lastFrame,
                    isTorn: false)
            case .torn:
                guard isNewest else {
                    throw .damaged(Damage(.altered, in: segment.name, at: offset, sequence: next))
                }
                return End(
                    last: next - 1, head: chain.head, segment: segment, offset: offset, lastFrame: lastFrame,
                    isTorn: true)
            }
        }
    }

    private func read(_ first: UInt64) throws(StoreFailure) -> Segment {
        let name = layout.segment(first)
        let bytes = try concerning(name) { () throws(DiskFailure) in
            try disk.open(name, for: .read).readAll(atMost: .max)
        }
        return try Segment(bytes, name: name, first: first, store: store)
    }

    private mutating func take(
        _ frame: FrameHeader, of segment: Segment, at offset: Int, _ replay: (Entry) throws -> Void
    ) throws(StoreFailure) {
        let known = snapshot?.sequence ?? 0
        if frame.last < known { return chain.resume(at: frame.head) }
        let expected = snapshot?.head
        let witness = witness
        try segment.walk(frame, at: offset, chain: &chain) { (record, head) throws(StoreFailure) in
            if record.sequence == known, head != expected {
                throw .damaged(Damage(.brokenChain, in: segment.name, at: offset, sequence: known))
            }
            if record.sequence == witness.sequence, head != witness.head {
                throw .rewritten(from: 1, through: witness.sequence)
            }
            guard record.sequence > known else { return }
            do {
                try replay(record.entry(in: segment.bytes))
            } catch {
                throw .unreadable(sequence: record.sequence, because: "\(error)")
            }
        }
    }
}
