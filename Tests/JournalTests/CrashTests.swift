import Crypto
import Journal
import MemoryDisk
import Testing

@Suite("What a power cut leaves")
struct CrashTests {
    /// Everything a script did before the power went.
    private struct Run {
        /// The content after each entry, whether or not it was acknowledged.
        var contents: [Content] = []
        var acknowledged = 0
        var documents: [SHA256Digest] = []
    }

    /// Sixty entries in batches of one to seven, a snapshot now and then, a document now and then.
    private func play(on disk: MemoryDisk, into run: inout Run) throws(StoreFailure) {
        var ledger = try Ledger(disk)
        run.contents.append(Content(ledger))
        let documents = Documents(disk: disk, store: "tenants/7")
        var number = 0
        while number < 60 {
            for _ in 0...(number % 7) {
                number += 1
                try ledger.append(payload(number))
                run.contents.append(Content(ledger))
            }
            if number % 3 == 0 {
                run.documents.append(try documents.write([UInt8(number)]))
            }
            guard ledger.commit() else { return }
            run.acknowledged = Int(ledger.store.durable)
            if number % 4 == 0 { try ledger.store.snapshot(ledger.state)?.write() }
        }
    }

    private func check(_ disk: MemoryDisk, _ run: Run, _ place: Comment) throws {
        let ledger = try Ledger(disk)
        let found = Content(ledger)
        #expect(Int(found.last) >= run.acknowledged, place)
        if found.last > 0 { #expect(found == run.contents[Int(found.last)], place) }
        let documents = Documents(disk: disk, store: "tenants/7")
        for document in run.documents {
            #expect((try? documents.read(document))?.count == 1, place)
        }
        #expect(verify(disk, name: "tenants/7").isSound, place)
    }

    private static let losses: [Loss] =
        [.nothing, .everything, .names, .bytes] + (1...4).map { .byLot(seed: $0) }

    @Test("loses nothing that was acknowledged, at whichever call it comes")
    func everyCall() throws {
        let whole = MemoryDisk()
        var complete = Run()
        try play(on: whole, into: &complete)
        #expect(complete.acknowledged >= 60)
        #expect(whole.calls > 150)
        for call in 1...whole.calls {
            let disk = MemoryDisk()
            disk.plan(.powerCut, atCall: call)
            var run = Run()
            try? play(on: disk, into: &run)
            for loss in Self.losses {
                try check(disk.restarted(loss), run, "power cut at call \(call), \(loss)")
            }
        }
    }

    @Test("during recovery loses nothing either", arguments: losses)
    func twice(loss: Loss) throws {
        let disk = MemoryDisk()
        disk.plan(.powerCut, atCall: 120)
        var run = Run()
        try? play(on: disk, into: &run)
        for seed in 1...6 as ClosedRange<UInt64> {
            for call in 1...40 {
                let once = disk.restarted(.byLot(seed: seed))
                once.plan(.powerCut, atCall: call)
                _ = try? Ledger(once)
                try check(once.restarted(loss), run, "lot \(seed), then call \(call)")
            }
        }
    }

    @Test("may come at any call that fails: whoever was told that it is durable finds it again")
    func everyFailure() throws {
        let whole = MemoryDisk()
        var complete = Run()
        try play(on: whole, into: &complete)
        for call in 1...whole.calls {
            let disk = MemoryDisk()
            disk.plan(.fails(.failed("injected")), atCall: call)
            var run = Run()
            try? play(on: disk, into: &run)
            // First as the same system sees it, then as the power leaves it.
            try check(disk.copy(), run, "call \(call) failed")
            _ = try Ledger(disk)
            try check(disk.restarted(.everything), run, "call \(call) failed, reopened, power cut")
        }
    }
}
