import Drills
import Journal
import MemoryDisk
import Testing

/// The short form; `prove crash` plays two hundred entries.
@Suite("What a power cut leaves")
struct CrashTests {
    private let drill: CrashDrill

    init() throws { drill = try CrashDrill(entries: 60) }

    @Test("loses nothing that was acknowledged, at whichever call it comes")
    func everyCall() {
        #expect(drill.calls > 150)
        for call in 1...drill.calls {
            let disk = MemoryDisk()
            disk.plan(.powerCut, atCall: call)
            let run = drill.play(on: disk)
            for loss in CrashDrill.losses {
                #expect(
                    drill.faults(of: disk.restarted(loss), after: run) == [],
                    "power cut at call \(call), \(loss)")
            }
        }
    }

    /// Found by the simulation: half of a sector in the middle of a frame was taken for damage.
    @Test("on a disk that takes writes in parts leaves an unfinished write, not damage")
    func parts() throws {
        for count in stride(from: 400, through: 2_000, by: 200) {
            let disk = MemoryDisk()
            var ledger = try Ledger(disk)
            disk.setShortWrites(true)
            try ledger.append([UInt8](repeating: 7, count: count))
            let begun = disk.calls
            ledger.expectCommit()
            for call in begun + 1...disk.calls {
                let cut = MemoryDisk()
                var cutLedger = try Ledger(cut)
                cut.setShortWrites(true)
                cut.plan(.powerCut, atCall: call)
                try cutLedger.append([UInt8](repeating: 7, count: count))
                _ = cutLedger.commit()
                for seed in 1...32 as ClosedRange<UInt64> {
                    #expect(throws: Never.self, "\(count) bytes, call \(call), lot \(seed)") {
                        try Content(of: cut.restarted(.byLot(seed: seed)))
                    }
                }
            }
        }
    }

    @Test("during recovery loses nothing either", arguments: CrashDrill.losses)
    func twice(loss: Loss) {
        let disk = MemoryDisk()
        disk.plan(.powerCut, atCall: 120)
        let run = drill.play(on: disk)
        for seed in 1...6 as ClosedRange<UInt64> {
            for call in 1...40 {
                let once = disk.restarted(.byLot(seed: seed))
                once.plan(.powerCut, atCall: call)
                _ = try? Ledger(once)
                #expect(
                    drill.faults(of: once.restarted(loss), after: run) == [],
                    "lot \(seed), then call \(call)")
            }
        }
    }

    @Test("may come at any call that fails: whoever was told that it is durable finds it again")
    func everyFailure() throws {
        for call in 1...drill.calls {
            let disk = MemoryDisk()
            disk.plan(.fails(.failed("injected")), atCall: call)
            let run = drill.play(on: disk)
            // First as the same system sees it, then as the power leaves it.
            #expect(drill.faults(of: disk.copy(), after: run) == [], "call \(call) failed")
            _ = try Ledger(disk)
            #expect(
                drill.faults(of: disk.restarted(.everything), after: run) == [],
                "call \(call) failed, reopened, power cut")
        }
    }

    @Test("would be found out to lose entries if a sync were only pretended")
    func pretendedSync() {
        let disk = MemoryDisk()
        let run = drill.play(on: ForgetfulDisk(disk))
        #expect(run.acknowledged >= 60)
        #expect(drill.faults(of: disk.restarted(.everything), after: run) != [])
    }
}
