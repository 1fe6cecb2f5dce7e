import Drills
import Journal
import MemoryDisk
import Testing

@Suite("A store")
struct StoreTests {
    @Test("remembers entries of every length, through many segments, in order")
    func remembers() throws {
        let disk = MemoryDisk()
        disk.setShortWrites(true)
        var ledger = try Ledger(disk)
        for number in 1...200 {
            try ledger.append(payload(number))
            if number % 9 == 0 { ledger.expectCommit() }
        }
        ledger.expectCommit()
        let content = Content(ledger)
        ledger.close()
        #expect(try Content(of: disk) == content)
        #expect(disk.files.filter { $0.hasSuffix(".segment") }.count > 5)
        let report = verify(disk, name: "tenants/7", identity: Ledger.identity)
        #expect(report.isSound && report.entries == 200 && report.head == content.head)
    }

    @Test("opens from a snapshot and its tail to what a full replay gives; three snapshots are kept")
    func snapshotAndTail() throws {
        let disk = MemoryDisk()
        var ledger = try Ledger(disk)
        for number in 1...57 {
            try ledger.append(payload(number))
            if number % 3 == 0 { ledger.expectCommit() }
            if number % 9 == 0 { try ledger.store.snapshot(ledger.state)?.write() }
        }
        ledger.expectCommit()
        let opened = try Ledger(disk.copy())
        let (wasRestored, replayed) = (opened.restored, opened.replayed)
        #expect(wasRestored && replayed == 3)
        #expect(disk.files.filter { $0.hasSuffix(".snapshot") }.count == 3)
        let full = disk.copy()
        for name in disk.files where name.hasSuffix(".snapshot") { try full.remove(name) }
        #expect(try Content(of: full) == Content(of: disk.copy()))
        #expect(Content(opened) == Content(ledger))
    }

    @Test("makes no snapshot of what is not durable yet")
    func earlySnapshot() throws {
        var ledger = try Ledger(MemoryDisk())
        try ledger.append([1])
        let early = ledger.store.snapshot(ledger.state)
        #expect(early == nil)
        ledger.expectCommit()
        let inTime = ledger.store.snapshot(ledger.state)
        #expect(inTime?.revision == 1)
    }

    @Test("writes one batch at a time; what arrives meanwhile goes with the next")
    func groupCommit() throws {
        var ledger = try Ledger(MemoryDisk())
        try ledger.append([1])
        let firstBatch = ledger.store.takeBatch()
        let first = try #require(firstBatch)
        try ledger.append([2])
        try ledger.append([3])
        let early = ledger.store.takeBatch()
        #expect(early == nil)
        ledger.store.finish(first.write())
        let afterFirst = ledger.store.durable
        #expect(afterFirst == 1)
        let secondBatch = ledger.store.takeBatch()
        let second = try #require(secondBatch)
        ledger.store.finish(second.write())
        let afterSecond = ledger.store.durable
        #expect(afterSecond == 3)
    }

    @Test("stops for good when a sync fails, and never calls it durable")
    func failedSync() throws {
        let disk = MemoryDisk()
        var ledger = try Ledger(disk)
        try ledger.append([1])
        ledger.expectCommit()
        let before = Content(ledger)
        try ledger.append([2])
        disk.plan(.fails(.failed("EIO")), atCall: disk.calls + 2)
        let isDurable = ledger.commit()
        let (durable, failure) = (ledger.store.durable, ledger.store.failure)
        #expect(!isDurable && durable == 1)
        #expect(failure == .stopped(because: "EIO"))
        #expect(throws: StoreFailure.stopped(because: "EIO")) { try ledger.append([3]) }
        let batch = ledger.store.takeBatch()
        #expect(batch == nil)
        ledger.close()

        // The system shows the bytes although the disk has lost them: opening writes them again.
        #expect(try Content(of: disk.restarted(.everything)) == before)
        let reopened = try Content(of: disk)
        #expect(reopened.last == 2)
        #expect(try Content(of: disk.restarted(.everything)) == reopened)
    }

    @Test("refuses on a full disk before it records, and goes on when there is room again")
    func fullDisk() throws {
        let disk = MemoryDisk()
        var ledger = try Ledger(disk)
        disk.setCapacity(disk.usedBytes + 8 * 1024)
        var refusals = 0
        for number in 1...100 {
            do {
                try ledger.append(payload(number * 5 + 1))
            } catch .full {
                refusals += 1
            }
            ledger.expectCommit()
        }
        #expect(refusals > 50)
        let reached = ledger.store.durable
        #expect(try Content(of: disk.restarted(.everything)) == Content(ledger))
        disk.setCapacity(nil)
        for number in 1...20 {
            try ledger.append(payload(number))
            ledger.expectCommit()
        }
        let last = ledger.store.durable
        #expect(last == reached + 20)
        #expect(try Content(of: disk.restarted(.everything)) == Content(ledger))
    }

    @Test("takes a burst that is larger than the room claimed ahead, in bounded batches")
    func burst() throws {
        let disk = MemoryDisk()
        var ledger = try Ledger(disk)
        for number in 1...100 { try ledger.append(payload(number)) }
        var batches = 0
        while let batch = ledger.store.takeBatch() {
            ledger.store.finish(batch.write())
            batches += 1
        }
        #expect(batches >= 25)
        #expect(try Content(of: disk.restarted(.everything)) == Content(ledger))
    }

    @Test("has one writer")
    func oneWriter() throws {
        let disk = MemoryDisk()
        let ledger = try Ledger(disk)
        #expect(throws: StoreFailure.locked(store: "tenants/7")) { _ = try Ledger(disk) }
        #expect(verify(disk, name: "tenants/7").isSound)
        ledger.close()
        #expect(try Content(of: disk).last == 0)
    }

    @Test("lets the next owner in when the work under way is done, though somebody still holds the jobs")
    func jobsGiveUpTheLock() throws {
        let disk = MemoryDisk()
        var ledger = try Ledger(disk)
        try ledger.append([1])
        ledger.expectCommit()
        let taken = ledger.store.snapshot(ledger.state)
        let snapshot = try #require(taken)
        try ledger.append([2])
        let due = ledger.store.takeBatch()
        let batch = try #require(due)
        ledger.close()
        #expect(throws: StoreFailure.locked(store: "tenants/7")) { _ = try Ledger(disk) }
        _ = batch.write()
        #expect(throws: StoreFailure.locked(store: "tenants/7")) { _ = try Ledger(disk) }
        try snapshot.write()
        #expect(try Content(of: disk).last == 2)
        withExtendedLifetime((batch, snapshot)) {}
    }

    @Test("refuses a payload or a queue beyond its limits")
    func limits() throws {
        var limits = StoreLimits.tiny
        limits.queuedBytes = 4 * 1024
        var ledger = try Ledger(MemoryDisk(), limits: limits)
        let large = [UInt8](repeating: 1, count: limits.payloadBytes + 1)
        #expect(throws: StoreFailure.tooLarge(bytes: 2049, limit: 2048)) { try ledger.append(large) }
        #expect(throws: StoreFailure.busy) {
            for _ in 1...10 { try ledger.append(Array(large.dropFirst())) }
        }
        ledger.expectCommit()
        try ledger.append([1])
    }
}
