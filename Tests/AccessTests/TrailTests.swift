import Crypto
import Journal
import Locking
import MemoryDisk
import Staffing
import Testing

@testable import Access

/// A clock that the trail can ask and a test can move.
final class WallClock: Sendable {
    private let seconds = Lock<Int64>(1_790_000_000)
    var now: Moment { Moment(microseconds: seconds.withLock { $0 } * 1_000_000) }
    func advance(seconds more: Int64) { seconds.withLock { $0 += more } }
}

@Suite("The access trail")
struct TrailTests {
    private let clock = WallClock()
    private let disk = MemoryDisk()

    private func open(_ disk: MemoryDisk, limits: TrailLimits = .standard) throws -> Trail {
        let clock = clock
        var settings = TrailSettings(home: Queue(), now: { clock.now }, run: { $0() })
        settings.limits = limits
        return try Trail.open(disk, settings)
    }

    private func record(
        _ request: UInt64, realm: Realm = People.northwind, person: Viewer.Person = People.ada.person,
        path: String = "/timesheets/7"
    ) -> AccessRecord {
        AccessRecord(
            at: clock.now, request: request, realm: realm, person: person, name: "Ada Quimby", method: "GET",
            path: path, status: 200, network: "203.0.113.7", session: "0123456789ABC")
    }

    @Test("shows the newest first, by realm and by person, after a crash too")
    func recent() async throws {
        let trail = try open(disk)
        for number in 1...10 as ClosedRange<UInt64> {
            let person = number.isMultiple(of: 2) ? People.ada.person : People.ben.person
            trail.inbox.append(record(number, person: person))
        }
        trail.inbox.append(record(11, realm: People.harbour))
        #expect(await trail.flush())
        for trail in [trail, try open(disk.restarted(.everything))] {
            let all = await trail.recent(realm: People.northwind, limit: 3)
            #expect(all.map(\.request) == [10, 9, 8])
            let bens = await trail.recent(realm: People.northwind, person: People.ben.person, limit: 100)
            #expect(bens.map(\.request) == [9, 7, 5, 3, 1])
            #expect(
                await trail.recent(realm: People.harbour, limit: 100) == [record(11, realm: People.harbour)])
            #expect(await trail.recent(realm: .agency, limit: 100) == [])
        }
    }

    @Test("keeps no query and no endless text")
    func texts() {
        #expect(record(1, path: "/workers?q=Quimby").path == "/workers")
        #expect(record(1, path: "/" + String(repeating: "é", count: 5_000)).path.utf8.count <= 400)
    }

    @Test("a full inbox loses records, says so at once, and the gap itself is on record")
    func full() async throws {
        var limits = TrailLimits()
        limits.inbox = 4
        limits.drainAt = 1_000
        let trail = try open(disk, limits: limits)
        let taken = (1...10 as ClosedRange<UInt64>).count { trail.inbox.append(record($0)) }
        #expect(trail.inbox.lost == UInt64(10 - taken))
        #expect(taken >= 4)
        #expect(await trail.flush())
        let gaps = try events(on: disk.restarted(.everything)).compactMap { event in
            if case .lost(let count, _) = event { count } else { nil }
        }
        #expect(gaps.reduce(0, +) == trail.inbox.lost)
        #expect(await trail.recent(realm: People.northwind, limit: 100).count == taken)
        #expect(trail.inbox.append(record(11)))
    }

    @Test("512 waiting records call for a drain themselves")
    func callsForDrain() async throws {
        let trail = try open(disk)
        for number in 1...512 as ClosedRange<UInt64> { trail.inbox.append(record(number)) }
        while await trail.recent(realm: People.northwind, limit: 1).isEmpty { await Task.yield() }
        #expect(await trail.recent(realm: People.northwind, limit: 1_000).count == 512)
    }

    @Test("memory holds the newest of each realm and a number of all")
    func bounded() async throws {
        var limits = TrailLimits()
        limits.recentPerRealm = 50
        limits.recent = 120
        let trail = try open(disk, limits: limits)
        for number in 1...100 as ClosedRange<UInt64> {
            for realm in [People.northwind, People.harbour, .agency] {
                trail.inbox.append(record(number, realm: realm))
            }
        }
        await trail.drain()
        var sum = 0
        for realm in [People.northwind, People.harbour, .agency] {
            let records = await trail.recent(realm: realm, limit: 1_000)
            #expect(records.count <= 50)
            #expect(records.first?.request == 100)
            sum += records.count
        }
        #expect(sum <= 120)
    }

    /// Everything that stands in the store.
    private func events(on disk: MemoryDisk) throws -> [TrailEvent] {
        var events: [TrailEvent] = []
        let store = try Store(
            opening: disk, name: Trail.storeName, identity: Trail.identity, restore: { _ in throw Skipped() },
            replay: { if let event = try TrailEvent(stored: $0.payload) { events.append(event) } })
        store.close()
        return events
    }

    private struct Skipped: Error {}

    @Test("what waits for its record hears of it when the record is on disk, and calls for a drain itself")
    func guarded() async throws {
        let held = HeldJobs()
        let clock = clock
        let trail = try Trail.open(
            disk, TrailSettings(home: Queue(), now: { clock.now }, run: { held.add($0) }))
        let answers = Answers()
        trail.inbox.append(record(1)) { answers.note($0) }
        await held.wait(for: 1)
        #expect(answers.all.isEmpty)
        held.runAll()
        while answers.all.isEmpty { await Task.yield() }
        #expect(answers.all == ["recorded"])
        #expect(try events(on: disk.restarted(.everything)).count == 1)
    }

    @Test("what waits for a record that cannot be written hears so, and is not counted as lost")
    func guardedRefused() async throws {
        let trail = try open(disk)
        disk.setCapacity(disk.usedBytes)
        var waited = 0
        let answers = Answers()
        while answers.all.last != "refused" {
            waited += 1
            trail.inbox.append(record(UInt64(waited))) { answers.note($0) }
            while answers.all.count < waited { await Task.yield() }
            try #require(waited < 1_000)
        }
        #expect(trail.inbox.lost == 0)
        disk.setCapacity(nil)
        trail.inbox.append(record(5_000)) { answers.note($0) }
        while answers.all.count < waited + 1 { await Task.yield() }
        #expect(answers.all.last == "recorded")
        #expect(try events(on: disk.restarted(.everything)).count == waited)
    }

    @Test("an inbox without room shows nothing that has to be recorded")
    func guardedCrowd() throws {
        var limits = TrailLimits()
        limits.inbox = 0
        let trail = try open(disk, limits: limits)
        let answers = Answers()
        trail.inbox.append(record(1)) { answers.note($0) }
        #expect(answers.all == ["refused"])
    }

    @Test("the installation's key survives as a file, and nothing else is taken for one")
    func keyFile() throws {
        let key = InstallationKey.generate()
        let again = try InstallationKey(file: key.file)
        #expect(again.verifying == key.verifying)
        for file in [[], Array("x".utf8), Array(key.file.dropLast()), key.file + [0x0a], [0xff] + key.file] {
            #expect(throws: InstallationKey.Unreadable.self) { try InstallationKey(file: file) }
        }
    }
}

/// What those heard who waited for their record.
private final class Answers: Sendable {
    private let heard = Lock<[String]>([])
    var all: [String] { heard.withLock { $0 } }

    func note(_ result: Result<Void, StoreFailure>) {
        let word = if case .success = result { "recorded" } else { "refused" }
        heard.withLock { $0.append(word) }
    }
}
