package import Crypto

/// What `verify` found in a store.
package struct VerifyReport: Sendable {
    package var segments = 0
    package var entries: UInt64 = 0
    package var snapshots = 0
    /// The last entry up to which a mark says that this is what was signed for.
    package var vouched: UInt64 = 0
    /// The newest link of the chain, as far as it is sound.
    package var head = SHA256Digest.zero
    /// Everything that is wrong, in the order of the files. A snapshot that is damaged costs no entry.
    package var findings: [StoreFailure] = []
    /// Whether the newest segment ends in an unfinished write: of a crash, or of a store that is at work now.
    package var hasUnfinishedWrite = false

    package var isSound: Bool { findings.isEmpty }

    /// The first entry that cannot be trusted; nil when all can.
    package var firstBad: UInt64? { findings.compactMap(\.firstBad).min() }
}

/// Walks a store's whole chain from its first entry and checks each snapshot against it, without the
/// writer's lock and without changing anything; so it may be run while the store is open. Without an identity
/// all segments must agree on one. `marks` are what was signed for, and read before this: only they show that
/// the end is missing, or that the whole chain was made anew. Blocks.
package func verify(
    _ disk: any Disk, name: String, identity: [UInt8]? = nil, marks: [StoreMark] = []
) -> VerifyReport {
    walk(disk, StoreLayout(name: name), identity, marks) { _, _ in }
}

/// The same for a reader: hands over each entry that is sound, in order, as far as the chain can be followed.
package func readEntries(
    _ disk: any Disk, name: String, identity: [UInt8], _ body: (Entry) -> Void
) -> VerifyReport {
    walk(disk, StoreLayout(name: name), identity, []) { body($0.entry(in: $1)) }
}

private func walk(
    _ disk: any Disk, _ layout: StoreLayout, _ identity: [UInt8]?, _ marks: [StoreMark],
    _ body: (Record, [UInt8]) -> Void
) -> VerifyReport {
    var verification = Verification(
        disk: disk, layout: layout, store: identity.map(digest(of:)), marks: marks)
    do throws(StoreFailure) {
        try verification.run(body)
    } catch {
        verification.report.findings.append(error)
    }
    return verification.report
}

private struct Verification: ~Copyable {
    let disk: any Disk
    let layout: StoreLayout
    private var store: SHA256Digest?
    var report = VerifyReport()
    private var chain = Chain()
    private let marks: [StoreMark]
    /// The entries whose links are asked for, and those that were found.
    private var asked: Set<UInt64> = []
    private var links: [UInt64: SHA256Digest] = [:]

    init(disk: any Disk, layout: StoreLayout, store: SHA256Digest?, marks: [StoreMark]) {
        self.disk = disk
        self.layout = layout
        self.store = store
        self.marks = marks.filter { $0.sequence > 0 }.sorted { $0.sequence < $1.sequence }
    }

    mutating func run(_ body: (Record, [UInt8]) -> Void) throws(StoreFailure) {
        // Before the segments, so that a live store cannot put a snapshot ahead of what is read of its
        // journal.
        let snapshots = StoreLayout.numbers(in: try list(layout.snapshots), suffix: ".snapshot")
        asked = Set(snapshots).union(marks.map(\.sequence))
        let firsts = StoreLayout.numbers(in: try list(layout.journal), suffix: ".segment")
        do throws(StoreFailure) {
            try walk(firsts, body)
        } catch {
            checkMarks()
            throw error
        }
        checkMarks()
        checkEnd()
        for sequence in snapshots { check(sequence) }
    }

    private mutating func walk(_ firsts: [UInt64], _ body: (Record, [UInt8]) -> Void) throws(StoreFailure) {
        for first in firsts {
            guard first == report.entries + 1 else {
                throw .missingEntries(from: report.entries + 1, through: first - 1)
            }
            try walk(first, isNewest: first == firsts.last, body)
            report.segments += 1
        }
    }

    private func list(_ directory: String) throws(StoreFailure) -> [String] {
        try concerning(directory) { () throws(DiskFailure) in try disk.list(directory) }
    }

    private func read(_ name: String) throws(StoreFailure) -> [UInt8] {
        try concerning(name) { () throws(DiskFailure) in
            try disk.open(name, for: .read).readAll(atMost: .max)
        }
    }

    private mutating func walk(
        _ first: UInt64, isNewest: Bool, _ body: (Record, [UInt8]) -> Void
    ) throws(StoreFailure) {
        let name = layout.segment(first)
        let bytes = try read(name)
        let store = store ?? SegmentHeader(bytes)?.store ?? Chain.beginning
        self.store = store
        var segment = try Segment(bytes, name: name, first: first, store: store)
        guard segment.header.previous == chain.head else {
            throw .damaged(Damage(.brokenChain, in: name, at: 0, sequence: first))
        }
        var offset = Sector.size
        var looksLeft = isNewest ? 3 : 1
        while true {
            do throws(StoreFailure) {
                guard let size = try step(segment, at: offset, isNewest: isNewest, body) else { return }
                offset += size
            } catch {
                // The store may be writing just there: look again before calling it damage.
                looksLeft -= 1
                guard looksLeft > 0 else { throw error }
                segment = try Segment(try read(name), name: name, first: first, store: store)
            }
        }
    }

    /// The size of the sound frame at `offset`; nil where the segment ends.
    private mutating func step(
        _ segment: Segment, at offset: Int, isNewest: Bool, _ body: (Record, [UInt8]) -> Void
    ) throws(StoreFailure) -> Int? {
        switch try segment.find(at: offset, sequence: report.entries + 1) {
        case .end: return nil
        case .torn:
            guard isNewest else {
                throw .damaged(Damage(.altered, in: segment.name, at: offset, sequence: report.entries + 1))
            }
            report.hasUnfinishedWrite = true
            return nil
        case .frame(let frame):
            chain.resume(at: report.head)
            var wanted: [UInt64: SHA256Digest] = [:]
            var records: [Record] = []
            let asked = asked
            try segment.walk(frame, at: offset, chain: &chain) { (record, head) throws(StoreFailure) in
                if asked.contains(record.sequence) { wanted[record.sequence] = head }
                records.append(record)
            }
            for record in records { body(record, segment.bytes) }
            links.merge(wanted) { _, new in new }
            report.entries = frame.last
            report.head = frame.head
            return frame.frameBytes
        }
    }

    /// Names the first stretch between two marks that is not as it was signed for.
    private mutating func checkMarks() {
        let reached = marks.prefix { $0.sequence <= report.entries }
        if let wrong = reached.firstIndex(where: { links[$0.sequence] != $0.head }) {
            let trusted = wrong == 0 ? 0 : reached[wrong - 1].sequence
            report.findings.append(.rewritten(from: trusted + 1, through: reached[wrong].sequence))
            return
        }
        report.vouched = reached.last?.sequence ?? 0
    }

    /// What was signed for beyond the last entry is missing.
    private mutating func checkEnd() {
        if let last = marks.last, last.sequence > report.entries {
            report.findings.append(.missingEntries(from: report.entries + 1, through: last.sequence))
        }
    }

    private mutating func check(_ sequence: UInt64) {
        let name = layout.snapshot(sequence)
        guard let bytes = try? read(name) else { return }
        guard let store, let snapshot = Snapshot(bytes, sequence: sequence, store: store) else {
            return report.findings.append(.damaged(Damage(.altered, in: name, at: 0, sequence: sequence)))
        }
        guard sequence <= report.entries else {
            return report.findings.append(.missingEntries(from: report.entries + 1, through: sequence))
        }
        guard links[sequence] == snapshot.head else {
            return report.findings.append(.damaged(Damage(.brokenChain, in: name, at: 0, sequence: sequence)))
        }
        report.snapshots += 1
    }
}
