import Access
import Crypto
import Journal
import Locking
import MemoryDisk
import Staffing
import Testing

/// A clock that the trail can ask and a test can move.
final class WallClock: Sendable {
    private let seconds = Lock<Int64>(1_790_000_000)
    var now: Moment { Moment(microseconds: seconds.withLock { $0 } * 1_000_000) }
    func advance(seconds more: Int64) { seconds.withLock { $0 += more } }
}

@Suite("The access trail")
struct TrailTests {
    private let clock = WallClock()
    private let key = InstallationKey.generate()
    private let disk = MemoryDisk()

    private func open(_ disk: MemoryDisk, limits: TrailLimits = .standard) throws -> Trail {
        let clock = clock
        var settings = TrailSettings(home: Queue(), key: key, now: { clock.now }, run: { $0() })
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
        let report = TrailReport.verify(disk.restarted(.everything), key: key.verifying)
        #expect(report.lost == trail.inbox.lost)
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

    @Test("a seal is made when a day with records is over, and only then")
    func daily() async throws {
        let trail = try open(disk)
        clock.advance(seconds: 2 * 86_400)
        await trail.drain()
        trail.inbox.append(record(1))
        await trail.drain()
        #expect(await trail.flush())
        #expect(TrailReport.verify(disk.copy(), key: key.verifying).seals == 0)
        clock.advance(seconds: 86_400)
        #expect(await trail.flush())
        clock.advance(seconds: 86_400)
        #expect(await trail.flush())
        let report = TrailReport.verify(disk.restarted(.everything), key: key.verifying)
        #expect(report.seals == 1)
        #expect(report.isSound)
        #expect(report.entries == 2)
    }

    @Test("a restart from the seal's snapshot continues the same chain")
    func chain() async throws {
        let trail = try open(disk)
        trail.inbox.append(record(1))
        #expect(await trail.flush())
        await trail.seal()
        #expect(await trail.flush())
        let restarted = disk.restarted(.everything)
        #expect(restarted.files.contains { $0.hasSuffix(".snapshot") })
        let again = try open(restarted)
        again.inbox.append(record(2))
        #expect(await again.flush())
        await again.seal()
        #expect(await again.flush())
        let report = TrailReport.verify(restarted.restarted(.everything), key: key.verifying)
        #expect(report.seals == 2)
        #expect(report.isSound)
        #expect(await again.recent(realm: People.northwind, limit: 10).map(\.request) == [2, 1])
    }

    @Test("another key's seals are found out, and so is a trail made anew")
    func forged() async throws {
        let trail = try open(disk)
        trail.inbox.append(record(1))
        await trail.drain()
        await trail.seal()
        #expect(await trail.flush())
        let after = disk.restarted(.everything)
        let seal = try #require(TrailReport.verify(after, key: key.verifying).newest)
        #expect(seal.isSigned(by: key.verifying))
        #expect(!seal.isSigned(by: InstallationKey.generate().verifying))
        #expect(TrailReport.verify(after, key: key.verifying, kept: [seal]).isSound)
        #expect(TrailReport.verify(after, key: InstallationKey.generate().verifying).falseSeals == [2])

        let forgery = MemoryDisk()
        let anew = try open(forgery)
        anew.inbox.append(record(99))
        await anew.drain()
        await anew.seal()
        #expect(await anew.flush())
        let report = TrailReport.verify(forgery.copy(), key: key.verifying, kept: [seal])
        #expect(report.contradicted == [seal])
        #expect(!report.isSound)
    }

    @Test("a changed bit in any record is found")
    func tampered() async throws {
        let trail = try open(disk)
        for number in 1...5 as ClosedRange<UInt64> { trail.inbox.append(record(number)) }
        await trail.drain()
        await trail.seal()
        #expect(await trail.flush())
        let seal = try #require(TrailReport.verify(disk.copy(), key: key.verifying).newest)
        let name = try #require(disk.files.first { $0.hasSuffix(".segment") })
        let content = try #require(disk.contents(name))
        let end = try #require(content.lastIndex { $0 != 0 })
        for byte in stride(from: 512, through: end, by: 7) {
            let copy = disk.copy()
            copy.flip(bit: byte * 8 + byte % 8, of: name)
            let report = TrailReport.verify(copy, key: key.verifying, kept: [seal])
            #expect(!report.isSound, "byte \(byte)")
        }
    }

    @Test("the installation's key survives as a file, and nothing else is taken for one")
    func keyFile() throws {
        let again = try InstallationKey(file: key.file)
        #expect(again.verifying == key.verifying)
        for file in [[], Array("x".utf8), Array(key.file.dropLast()), key.file + [0x0a], [0xff] + key.file] {
            #expect(throws: InstallationKey.Unreadable.self) { try InstallationKey(file: file) }
        }
    }
}
