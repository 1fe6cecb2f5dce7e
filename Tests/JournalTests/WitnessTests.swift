import Drills
import Journal
import MemoryDisk
import Testing

@Suite("What somebody else knows of a store")
struct WitnessTests {
    /// Twelve entries, each durable, and how far the chain had come after each.
    private func journal() throws -> (disk: MemoryDisk, marks: [StoreMark]) {
        let disk = MemoryDisk()
        var marks: [StoreMark] = []
        var ledger = try Ledger(disk)
        for number in 1...12 {
            try ledger.append([UInt8(number)])
            let before = ledger.store.mark
            #expect(before.sequence == UInt64(number - 1), "what is not durable is not marked")
            ledger.expectCommit()
            marks.append(ledger.store.mark)
            if number == 5 { try ledger.store.snapshot(ledger.state)?.write() }
        }
        return (disk, marks)
    }

    /// The last so many frames gone, as an unfinished write would leave them.
    private func cut(_ frames: Int, from disk: MemoryDisk) throws -> MemoryDisk {
        let copy = disk.copy()
        let name = try #require(disk.files.last { $0.hasSuffix(".segment") })
        let bytes = try #require(disk.contents(name))
        let end = (try #require(bytes.lastIndex { $0 != 0 }) / 512 + 1 - frames) * 512
        copy.replace(name, with: bytes[..<end] + [UInt8](repeating: 0, count: bytes.count - end))
        return copy
    }

    @Test("lets it open when it is as it was known, or further")
    func agrees() throws {
        let (disk, marks) = try journal()
        for mark in marks { _ = try Ledger(disk.copy(), witness: mark) }
    }

    @Test("refuses one that has lost what was durable, however sound it looks")
    func lost() throws {
        let (disk, marks) = try journal()
        let short = try cut(1, from: disk)
        #expect(try Content(of: short.copy()).last == 11)
        _ = try Ledger(short.copy(), witness: marks[10])
        #expect(throws: StoreFailure.missingEntries(from: 12, through: 12)) {
            _ = try Ledger(short, witness: marks[11])
        }
        #expect(throws: StoreFailure.missingEntries(from: 1, through: 12)) {
            _ = try Ledger(MemoryDisk(), witness: marks[11])
        }
    }

    @Test("refuses one that was made anew")
    func rewritten() throws {
        let (disk, marks) = try journal()
        let other = StoreMark(sequence: 12, head: marks[3].head)
        #expect(throws: StoreFailure.rewritten(from: 1, through: 12)) {
            _ = try Ledger(disk, witness: other)
        }
    }

    @Test("is what tells verify of a missing end and of a stretch that was made anew")
    func verified() throws {
        let (disk, marks) = try journal()
        let all = verify(disk, name: "tenants/7", marks: marks)
        #expect(all.isSound && all.vouched == 12)
        let short = verify(try cut(1, from: disk), name: "tenants/7", marks: marks)
        #expect(short.findings == [.missingEntries(from: 12, through: 12)] && short.firstBad == 12)
        var forged = marks
        forged[6] = StoreMark(sequence: 7, head: marks[0].head)
        let anew = verify(disk, name: "tenants/7", marks: forged)
        #expect(anew.findings == [.rewritten(from: 7, through: 7)] && anew.firstBad == 7)
        let sparse = [marks[2], forged[6], marks[11]]
        #expect(verify(disk, name: "tenants/7", marks: sparse).findings == [.rewritten(from: 4, through: 7)])
    }
}
