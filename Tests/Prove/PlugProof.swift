import Access
import Cast
import Dispatch
import Drills
import Journal
import MemoryDisk
import Staffing

/// `prove plug`: the power goes at each disk call while guarded pages wait for their records. Whatever was
/// let go is on record afterwards.
enum PlugProof {
    private static let looks = 24

    static func run() async -> [Tally] {
        let whole = MemoryDisk()
        let complete = await released(on: whole)
        guard complete.count == looks else {
            return [Tally(what: "plug", tried: 1, found: 1, failures: ["only \(complete) were released"])]
        }
        var findings = Findings()
        for call in 1...whole.calls {
            let disk = MemoryDisk()
            disk.plan(.powerCut, atCall: call)
            let shown = await released(on: disk)
            for loss in CrashDrill.losses {
                findings.tried += 1
                let missing = shown.subtracting(await recorded(on: disk.restarted(loss)))
                guard missing.isEmpty else {
                    findings.wrong.append("cut at call \(call), \(loss): \(missing) shown and not recorded")
                    continue
                }
            }
        }
        let pages = "power cut at each of \(whole.calls) disk calls of \(looks) guarded pages"
        return [findings.tally("\(pages): none shown that is not on record"), await control()]
    }

    /// Asks for one page after the other, and sometimes for three at once; says which were let go.
    private static func released(on disk: any Disk) async -> Set<UInt64> {
        guard let trail = try? Trail.open(disk, settings) else { return [] }
        return await withTaskGroup(of: UInt64?.self) { group in
            var shown: Set<UInt64> = []
            for number in 1...UInt64(looks) {
                group.addTask { await isReleased(number, by: trail) ? number : nil }
                guard number % 3 != 1 else { continue }
                for await look in group { if let look { shown.insert(look) } }
            }
            for await look in group { if let look { shown.insert(look) } }
            return shown
        }
    }

    private static func isReleased(_ number: UInt64, by trail: Trail) async -> Bool {
        await withCheckedContinuation { continuation in
            trail.inbox.append(.look(number, at: Cast.now)) { result in
                if case .success = result {
                    continuation.resume(returning: true)
                } else {
                    continuation.resume(returning: false)
                }
            }
        }
    }

    private static func recorded(on disk: MemoryDisk) async -> Set<UInt64> {
        guard let trail = try? Trail.open(disk, settings) else { return [] }
        return Set(await trail.recent(realm: .agency, limit: looks).map(\.request))
    }

    /// On a disk that only pretends to sync, pages are shown that are not on record: the proof sees that.
    private static func control() async -> Tally {
        let disk = MemoryDisk()
        let shown = await released(on: ForgetfulDisk(disk))
        let missing = shown.subtracting(await recorded(on: disk.restarted(.everything)))
        return Tally(
            what: "control: pages shown before their record is durable are found out", tried: shown.count,
            found: missing.isEmpty ? 1 : 0)
    }

    private static var settings: TrailSettings {
        let queue = Queue()
        return TrailSettings(home: queue, post: { queue.post($0) }, now: { Cast.now }, run: { $0() })
    }
}

/// A queue for an actor to live on.
private final class Queue: SerialExecutor {
    private let queue = DispatchQueue(label: "plug")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { unsafe job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }

    func post(_ work: @escaping @Sendable () -> Void) { queue.async(execute: work) }

    func checkIsolated() { dispatchPrecondition(condition: .onQueue(queue)) }
}
