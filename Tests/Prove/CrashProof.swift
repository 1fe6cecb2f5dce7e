import Drills
import Journal
import MemoryDisk

/// `prove crash --count ENTRIES`: the power goes at each disk call of a script, and again at each call of the
/// recovery behind it.
enum CrashProof {
    private static let entries = 200
    private static let recoveryCalls = 48

    static func run(_ order: Order) -> [Tally] {
        let drill: CrashDrill
        do throws(StoreFailure) { drill = try CrashDrill(entries: order.count ?? entries) } catch {
            return [Tally(what: "crash", tried: 1, found: 1, failures: [error.explanation])]
        }
        let cuts = share(1..<drill.calls + 1, Findings.none, Findings.add) { call, findings in
            cut(drill, at: call, &findings)
        }
        let again = share(1..<drill.calls + 1, Findings.none, Findings.add) { call, findings in
            cutTwice(drill, at: call, &findings)
        }
        let script = "\(order.count ?? entries) events, \(drill.calls) disk calls"
        return [
            cuts.tally("power cut at each disk call (\(script)), eight ways of tearing"),
            again.tally("and a second cut at each call of the recovery"), control(drill),
        ]
    }

    private static func cut(_ drill: CrashDrill, at call: Int, _ findings: inout Findings) {
        let disk = MemoryDisk()
        disk.plan(.powerCut, atCall: call)
        let run = drill.play(on: disk)
        for loss in CrashDrill.losses {
            findings.tried += 1
            let faults = drill.faults(of: disk.restarted(loss), after: run)
            findings.wrong += faults.map { "cut at call \(call), \(loss): \($0)" }
        }
    }

    /// The first cut tears by lot; the second takes what the recovery wrote in each of the eight ways in
    /// turn.
    private static func cutTwice(_ drill: CrashDrill, at call: Int, _ findings: inout Findings) {
        let disk = MemoryDisk()
        disk.plan(.powerCut, atCall: call)
        let run = drill.play(on: disk)
        for second in 1...recoveryCalls {
            let once = disk.restarted(.byLot(seed: UInt64(call)))
            once.plan(.powerCut, atCall: second)
            guard !opens(once) else { return }
            let loss = CrashDrill.losses[(call + second) % CrashDrill.losses.count]
            findings.tried += 1
            let faults = drill.faults(of: once.restarted(loss), after: run)
            findings.wrong += faults.map { "cut at call \(call), then \(second), \(loss): \($0)" }
        }
    }

    private static func opens(_ disk: MemoryDisk) -> Bool {
        do throws(StoreFailure) {
            _ = try Ledger(disk)
            return true
        } catch {
            return false
        }
    }

    /// The drill can fail: on a disk that only pretends to sync, it must.
    private static func control(_ drill: CrashDrill) -> Tally {
        let disk = MemoryDisk()
        let run = drill.play(on: ForgetfulDisk(disk))
        let isFound = !drill.faults(of: disk.restarted(.everything), after: run).isEmpty
        return Tally(
            what: "control: syncs that are only pretended are found out", tried: 1, found: isFound ? 0 : 1)
    }
}
