package import Crypto

/// What `verify` found in a store.
package struct VerifyReport: Sendable {
    package var segments = 0
    package var entries: UInt64 = 0
    package var snapshots = 0
    /// The newest link of the chain, as far as it is sound.
    package var head = SHA256Digest.zero
    /// Everything that is wrong, in the order of the files. A snapshot that is damaged costs no entry.
    package var findings: [StoreFailure] = []
    /// Whether the newest segment ends in an unfinished write: of a crash, or of a store that is at work now.
    package var hasUnfinishedWrite = false

    package var isSound: Bool { findings.isEmpty }
}

/// Walks a store's whole chain from its first entry and checks each snapshot against it, without the
/// writer's lock and without changing anything; so it may be run while the store is open. Without an identity
/// all segments must agree on one. Blocks.
package func verify(_ disk: any Disk, name: String, identity: [UInt8]? = nil) -> VerifyReport {
    var verification = Verification(
        disk: disk, layout: StoreLayout(name: name), store: identity.map(digest(of:)))
    do throws(StoreFailure) {
        try verification.run()
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
    private var links: [UInt64: SHA256Digest] = [:]

    init(disk: any Disk, layout: StoreLayout, store: SHA256Digest?) {
        self.disk = disk
        self.layout = layout
        self.store = store
    }

    mutating func run() throws(StoreFailure) {
        // Before the segments, so that a live store cannot put a snapshot ahead of what is read of its
        // journal.
        let snapshots = StoreLayout.numbers(in: try list(layout.snapshots), suffix: ".snapshot")
        for sequence in snapshots { links[sequence] = Chain.beginning }
        let firsts = StoreLayout.numbers(in: try list(layout.journal), suffix: ".segment")
        for first in firsts {
            guard first == report.entries + 1 else {
                throw .missingEntries(from: report.entries + 1, through: first - 1)
            }
            try walk(first, isNewest: first == firsts.last)
            report.segments += 1
        }
        for sequence in snapshots { check(sequence) }
    }

    private func list(_ directory: String) throws(StoreFailure) -> [String] {
        try concerning(directory) { () throws(DiskFailure) in try disk.list(directory) }
    }

    private func read(_ name: String) throws(StoreFailure) -> [UInt8] {
        try concerning(name) { () throws(DiskFailure) in
            try disk.open(name, for: .read).readAll(atMost: .max)
        }
    }

    private mutating func walk(_ first: UInt64, isNewest: Bool) throws(StoreFailure) {
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
                guard let size = try step(segment, at: offset, isNewest: isNewest) else { return }
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
    private mutating func step(_ segment: Segment, at offset: Int, isNewest: Bool) throws(StoreFailure)
        -> Int?
    {
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
            let known = links
            try segment.walk(frame, at: offset, chain: &chain) { (record, head) throws(StoreFailure) in
                if known[record.sequence] != nil { wanted[record.sequence] = head }
            }
            links.merge(wanted) { _, new in new }
            report.entries = frame.last
            report.head = frame.head
            return frame.frameBytes
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
