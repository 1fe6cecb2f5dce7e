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
        let lastPlace: FramePlace?
        /// Whether an unfinished write stands behind it.
        let isTorn: Bool
        /// Whether a snapshot says that all of it was durable once.
        let isVouchedFor: Bool
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
            let isNewest = first == firsts.last
            if let place = snapshot?.place, place.segment == first, let short = try read(from: place) {
                next = place.first
                chain.resume(at: place.previous)
                end = try walk(short, from: place.offset, isNewest: isNewest, replay)
            } else {
                let segment = try read(first)
                try check(segment, isOldest: first == firsts[start])
                end = try walk(segment, from: Sector.size, isNewest: isNewest, replay)
            }
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

    /// A segment must go on where the one before it, or the snapshot, has ended.
    private mutating func check(_ segment: Segment, isOldest: Bool) throws(StoreFailure) {
        let first = segment.header.first
        if isOldest { chain.resume(at: segment.header.previous) }
        let follows = first > 1 ? segment.header.previous : Chain.beginning
        guard first == next, segment.header.previous == chain.head, follows == chain.head,
            first != (snapshot?.sequence).map({ $0 + 1 }) || snapshot?.head == chain.head
        else { throw .damaged(Damage(.brokenChain, in: segment.name, at: 0, sequence: first)) }
    }

    private mutating func walk(
        _ segment: Segment, from start: Int, isNewest: Bool, _ replay: (Entry) throws -> Void
    ) throws(StoreFailure) -> End {
        var offset = start
        var lastFrame = offset..<offset
        var lastPlace: FramePlace?
        func end(isTorn: Bool) -> End {
            End(
                last: next - 1, head: chain.head, segment: segment, offset: offset, lastFrame: lastFrame,
                lastPlace: lastPlace, isTorn: isTorn,
                isVouchedFor: !isTorn && next - 1 == snapshot?.sequence)
        }
        while true {
            switch try segment.find(at: offset, sequence: next) {
            case .frame(let frame):
                lastPlace = FramePlace(
                    segment: segment.header.first, offset: offset, first: frame.first, previous: chain.head)
                try take(frame, of: segment, at: offset, replay)
                lastFrame = offset..<offset + frame.frameBytes
                offset = lastFrame.upperBound
                next = frame.last + 1
            case .end: return end(isTorn: false)
            case .torn:
                guard isNewest else {
                    throw .damaged(Damage(.altered, in: segment.name, at: offset, sequence: next))
                }
                return end(isTorn: true)
            }
        }
    }

    /// The segment from the frame on that was the last one when the snapshot was written; nil where that
    /// frame does not stand there, soundly, with all that the snapshot knows: then the whole segment must say
    /// why.
    private func read(from place: FramePlace) throws(StoreFailure) -> Segment? {
        let name = layout.segment(place.segment)
        let (header, rest) = try concerning(name) { () throws(DiskFailure) in
            let file = try disk.open(name, for: .read)
            let size = try file.size()
            guard place.offset >= Sector.size, place.offset < size else {
                return ([], []) as ([UInt8], [UInt8])
            }
            return (
                try file.read(at: 0, count: Sector.size),
                try file.read(at: place.offset, count: size - place.offset)
            )
        }
        guard !rest.isEmpty,
            let segment = try? Segment(
                rest, from: place.offset, header: header, name: name, first: place.segment, store: store),
            case .frame(let frame)? = try? segment.find(at: place.offset, sequence: place.first),
            frame.last >= place.first
        else { return nil }
        return segment
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
