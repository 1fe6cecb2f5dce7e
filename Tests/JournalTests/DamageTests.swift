import Drills
import Journal
import MemoryDisk
import Testing

@Suite("Damage")
struct DamageTests {
    /// A journal of a few frames on a disk of its own.
    private func journal(_ entries: Int) throws -> (disk: MemoryDisk, content: Content) {
        let disk = MemoryDisk()
        var ledger = try Ledger(disk)
        for number in 1...entries {
            try ledger.append(payload(number * 2))
            ledger.expectCommit()
        }
        return (disk, Content(ledger))
    }

    @Test("of a single bit anywhere is refused, or changes nothing")
    func everyBit() throws {
        let (disk, content) = try journal(3)
        let bytes = try #require(disk.contents(onlySegment))
        let used = (bytes.count - bytes.reversed().prefix { $0 == 0 }.count + 511) / 512 * 512
        let bits = Array(0..<used * 8) + stride(from: used * 8, to: bytes.count * 8, by: 29)
        for bit in bits {
            let copy = disk.copy()
            copy.flip(bit: bit, of: onlySegment)
            let found = try? Content(of: copy)
            if bit / 8 < used { #expect(found == nil, "bit \(bit)") } else { #expect(found == content) }
        }
    }

    /// The third entry is more than a kilobyte of zeros, the fourth is not.
    @Test("at the end is an unfinished write if all is gone from some byte on", arguments: [3, 4])
    func everyCut(entries: Int) throws {
        let (whole, content) = try journal(entries)
        let before = try journal(entries - 1).content
        let bytes = try #require(whole.contents(onlySegment))
        let used = bytes.count - bytes.reversed().prefix { $0 == 0 }.count
        let start = entries == 3 ? 512 * 3 : 512 * 6
        #expect(used > start + 65)
        for cut in start..<used {
            let zeros = whole.copy()
            zeros.replace(
                onlySegment, with: bytes[..<cut] + [UInt8](repeating: 0, count: bytes.count - cut))
            #expect(try Content(of: zeros) == before, "zeros from byte \(cut)")
            let short = whole.copy()
            short.replace(onlySegment, with: Array(bytes[..<cut]))
            #expect(try Content(of: short) == before, "cut at byte \(cut)")
            // What is left of it is gone, and the store goes on from there.
            var ledger = try Ledger(short)
            try ledger.append(payload(entries * 2))
            ledger.expectCommit()
            #expect(Content(ledger) == content)
        }
    }

    @Test("in the middle is refused by place, whatever stands behind it")
    func middle() throws {
        let (disk, _) = try journal(4)
        let bytes = try #require(disk.contents(onlySegment))
        let zeros = [UInt8](repeating: 0, count: 512)
        disk.replace(onlySegment, with: Array(bytes[..<1024]) + zeros + Array(bytes[1536...]))
        #expect {
            try Content(of: disk)
        } throws: { error in
            guard case .damaged(let damage) = error as? StoreFailure else { return false }
            return damage.file == onlySegment && damage.offset == 1024 && damage.sequence == 2
        }
        #expect(verify(disk, name: "tenants/7").entries == 1)
        #expect(!verify(disk, name: "tenants/7").isSound)
    }

    @Test("includes frames that are sound but stand in each other's place")
    func swapped() throws {
        let (disk, _) = try journal(4)
        let bytes = try #require(disk.contents(onlySegment))
        var swapped = bytes
        swapped.replaceSubrange(512..<1024, with: bytes[1024..<1536])
        swapped.replaceSubrange(1024..<1536, with: bytes[512..<1024])
        disk.replace(onlySegment, with: swapped)
        #expect(throws: StoreFailure.self) { try Content(of: disk) }
    }

    @Test("includes a segment or an end of the journal that a snapshot still knows")
    func missing() throws {
        let disk = MemoryDisk()
        var ledger = try Ledger(disk)
        for number in 1...40 {
            try ledger.append(payload(number))
            ledger.expectCommit()
        }
        try ledger.store.snapshot(ledger.state)?.write()
        let segments = disk.files.filter { $0.hasSuffix(".segment") }
        #expect(segments.count > 2)

        let withoutLast = disk.copy()
        try withoutLast.remove(#require(segments.last))
        #expect(throws: StoreFailure.self) { try Content(of: withoutLast) }

        let withoutMiddle = disk.copy()
        try withoutMiddle.remove(segments[1])
        for name in disk.files where name.hasSuffix(".snapshot") { try withoutMiddle.remove(name) }
        #expect(throws: StoreFailure.self) { try Content(of: withoutMiddle) }
        #expect(!verify(withoutMiddle, name: "tenants/7").isSound)

        let withoutAny = disk.copy()
        for name in segments { try withoutAny.remove(name) }
        #expect(throws: StoreFailure.missingEntries(from: 1, through: 40)) { try Content(of: withoutAny) }
    }

    @Test("of a snapshot costs time, never content")
    func snapshots() throws {
        let disk = MemoryDisk()
        var ledger = try Ledger(disk)
        for number in 1...12 {
            try ledger.append(payload(number))
            ledger.expectCommit()
            if number % 5 == 0 { try ledger.store.snapshot(ledger.state)?.write() }
        }
        let content = Content(ledger)
        let newest = try Ledger(disk.copy()).replayed
        #expect(newest == 2)
        let name = try #require(disk.files.last { $0.hasSuffix(".snapshot") })
        for bit in stride(from: 0, to: (disk.contents(name)?.count ?? 0) * 8, by: 97) {
            let copy = disk.copy()
            copy.flip(bit: bit, of: name)
            let found = try Ledger(copy.copy())
            let replayed = found.replayed
            #expect(Content(found) == content)
            #expect(replayed == 7)
            #expect(!verify(copy, name: "tenants/7").isSound)
        }
    }

    @Test("of the format file, or a newer format, is refused with a sentence")
    func format() throws {
        let (disk, _) = try journal(1)
        disk.replace("tenants/7/format", with: Array("countersign store 2\n".utf8))
        #expect {
            try Content(of: disk)
        } throws: { error in
            (error as? StoreFailure)?.explanation.contains("newer version") ?? false
        }
    }

    @Test("another store's journal is refused")
    func foreign() throws {
        let (disk, _) = try journal(1)
        #expect(throws: StoreFailure.foreign(file: onlySegment)) {
            _ = try Ledger(disk, identity: Array("tenant 8".utf8))
        }
        #expect(!verify(disk, name: "tenants/7", identity: Array("tenant 8".utf8)).isSound)
    }
}
