import Drills
import Journal
import Locking
import MemoryDisk
import Testing

@Suite("A recorder")
struct RecorderTests {
    /// Jobs and outcomes wait here until the test lets them go on.
    private final class Wires: Sendable {
        let jobs = Lock<[@Sendable () -> Void]>([])
        let outcomes = Lock<[BatchOutcome]>([])
        let replies = Lock<[String]>([])

        func runJobs() {
            let taken = jobs.withLock { jobs in
                defer { jobs = [] }
                return jobs
            }
            for job in taken { job() }
        }

        func takeOutcome() -> BatchOutcome? {
            outcomes.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        }

        func reply(_ name: String) -> Recorder.Reply {
            { result in
                let text =
                    switch result {
                    case .success: "durable"
                    case .failure(let failure): failure.explanation
                    }
                self.replies.withLock { $0.append("\(name): \(text)") }
            }
        }
    }

    private func recorder(_ disk: MemoryDisk, _ wires: Wires) throws(StoreFailure) -> Recorder {
        let store = try Store(opening: disk, name: "agency", identity: [1], limits: .tiny) { _ in
        } replay: { _ in
        }
        return Recorder(store: store) { job in
            wires.jobs.withLock { $0.append(job) }
        } hop: { outcome in
            wires.outcomes.withLock { $0.append(outcome) }
        }
    }

    @Test("holds a reply until what it depends on is on disk, and answers at once when nothing is pending")
    func holds() throws {
        let wires = Wires()
        var recorder = try recorder(MemoryDisk(), wires)
        recorder.whenDurable(0, wires.reply("read"))
        let first = try recorder.record([1], at: 1)
        let second = try recorder.record([2], at: 2)
        recorder.whenDurable(second, wires.reply("second"))
        recorder.whenDurable(first, wires.reply("first"))
        #expect(wires.replies.withLock { $0 } == ["read: durable"])
        wires.runJobs()
        recorder.committed(try #require(wires.takeOutcome()))
        #expect(wires.replies.withLock { $0 } == ["read: durable", "first: durable"])
        wires.runJobs()
        recorder.committed(try #require(wires.takeOutcome()))
        #expect(wires.replies.withLock { $0.last } == "second: durable")
    }

    @Test("tells everybody who waits that the outcome is unknown when the disk fails, and records no more")
    func fails() throws {
        let wires = Wires()
        let disk = MemoryDisk()
        var recorder = try recorder(disk, wires)
        disk.plan(.fails(.failed("EIO")), atCall: disk.calls + 2)
        let first = try recorder.record([1], at: 1)
        recorder.whenDurable(first, wires.reply("first"))
        wires.runJobs()
        recorder.committed(try #require(wires.takeOutcome()))
        #expect(wires.replies.withLock { $0 } == ["first: it is unknown whether this was recorded: EIO"])
        #expect(throws: StoreFailure.stopped(because: "EIO")) { try recorder.record([2], at: 2) }
        recorder.whenDurable(first, wires.reply("late"))
        #expect(wires.replies.withLock { $0.count } == 2)
    }

    @Test("writes a snapshot only after its entries are durable")
    func snapshots() throws {
        let wires = Wires()
        let disk = MemoryDisk()
        var recorder = try recorder(disk, wires)
        _ = try recorder.record([1], at: 1)
        recorder.snapshot({ [7] }, wires.reply("snapshot"))
        wires.runJobs()
        #expect(!disk.files.contains { $0.hasSuffix(".snapshot") })
        recorder.committed(try #require(wires.takeOutcome()))
        wires.runJobs()
        #expect(wires.replies.withLock { $0 } == ["snapshot: durable"])
        #expect(disk.files.contains { $0.hasSuffix(".snapshot") })
    }
}
