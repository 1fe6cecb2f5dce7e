import Crypto
import Drills
import Journal
import MemoryDisk
import Testing

/// A snapshot says where the last frame stood, so that opening reads the journal from there on only.
@Suite("Where a snapshot says that the journal goes on")
struct SnapshotPlaceTests {
    /// One frame for each entry, a snapshot after the tenth, and some more.
    private func ledger(_ disk: MemoryDisk, behind: Int = 0) throws -> Content {
        var limits = StoreLimits.tiny
        limits.segmentBytes = 1 << 20
        var ledger = try Ledger(disk, limits: limits)
        for number in 1...10 + behind {
            try ledger.append([UInt8(number)])
            ledger.expectCommit()
            if number == 10 { try ledger.store.snapshot(ledger.state)?.write() }
        }
        return Content(ledger)
    }

    @Test("what comes before is not read when it opens, and verify still finds damage there")
    func skips() throws {
        let disk = MemoryDisk()
        let content = try ledger(disk, behind: 3)
        disk.flip(bit: (512 * 3 + 70) * 8, of: onlySegment)
        #expect(try Content(of: disk.copy()) == content)
        let report = verify(disk, name: "tenants/7", identity: Ledger.identity)
        #expect(report.firstBad == 3)
    }

    @Test("an end that is gone is missed, although nothing before it was read", arguments: [0, 3])
    func lostEnd(behind: Int) throws {
        let disk = MemoryDisk()
        _ = try ledger(disk, behind: behind)
        let bytes = try #require(disk.contents(onlySegment))
        for kept in 0..<10 {
            let zeros = [UInt8](repeating: 0, count: bytes.count - 512 * (kept + 1))
            for rest in [zeros, []] {
                let copy = disk.copy()
                copy.replace(onlySegment, with: Array(bytes[..<(512 * (kept + 1))]) + rest)
                #expect(throws: StoreFailure.missingEntries(from: UInt64(kept) + 1, through: 10)) {
                    try Content(of: copy)
                }
            }
        }
    }

    @Test("a store goes on behind it as if all had been read")
    func goesOn() throws {
        let disk = MemoryDisk()
        _ = try ledger(disk)
        var opened = try Ledger(disk)
        let replayed = opened.replayed
        #expect(replayed == 0)
        for number in 1...40 {
            try opened.append(payload(number))
            opened.expectCommit()
            if number % 7 == 0 { try opened.store.snapshot(opened.state)?.write() }
        }
        let content = Content(opened)
        opened.close()
        #expect(try Content(of: disk.copy()) == content)
        #expect(verify(disk, name: "tenants/7", identity: Ledger.identity).entries == 50)
        for name in disk.files where name.hasSuffix(".snapshot") { try disk.remove(name) }
        #expect(try Content(of: disk) == content)
    }

    @Test("a snapshot of the first version, which says nothing of it, is read as ever")
    func firstVersion() throws {
        let disk = MemoryDisk()
        let content = try ledger(disk, behind: 2)
        let name = try #require(disk.files.last { $0.hasSuffix(".snapshot") })
        let bytes = try #require(disk.contents(name))
        disk.replace(name, with: try asFirstVersion(bytes))
        let opened = try Ledger(disk.copy())
        let (wasRestored, replayed) = (opened.restored, opened.replayed)
        #expect(wasRestored && replayed == 2)
        #expect(Content(opened) == content)
        #expect(verify(disk, name: "tenants/7", identity: Ledger.identity).snapshots == 1)
    }
}

/// As main wrote it before it knew places: the same header without them.
private func asFirstVersion(_ bytes: [UInt8]) throws -> [UInt8] {
    #expect(bytes.starts(with: "CSSNAP02".utf8))
    let head = Array("CSSNAP01".utf8) + bytes[8..<88]
    let state = Array(bytes[176...])
    return head + sha256(head + state).array + state
}
