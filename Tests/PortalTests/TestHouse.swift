import Access
import Crypto
import Formats
import Foundation
import HTTP
import Journal
import Locking
import MemoryDisk
import Reactor
import Staffing
import Tenancy
import TestLoops
import Testing

@testable import Portal

/// The whole portal in one process: the real actors on a real loop, over a disk in memory and a clock that
/// the test sets. One for each test.
final class TestHouse: Sendable {
    let disk: MemoryDisk
    let clock: TestClock
    let services: Services
    let portal: Portal
    let loop: EventLoop
    let workers: WorkerPool
    let mails: MailBox
    /// What the operator's log was told of the doors.
    let doorEvents = DoorEvents()

    static let password = "Correct horse battery 9"

    /// What stands behind the gateway; other than the product's for tests that plant a hole.
    typealias Making = @Sendable (Services) -> Portal

    init(
        disk: MemoryDisk = MemoryDisk(), clock: TestClock = TestClock(),
        making portal: Making = { Portal($0) }
    ) async throws {
        self.disk = disk
        self.clock = clock
        mails = try MailBox()
        let loop = try EventLoop(index: 0)
        try loop.start()
        let workers = try WorkerPool(name: "test-io", threads: 2, queueLimit: 10_000)
        self.loop = loop
        self.workers = workers
        let run: @Sendable (@escaping @Sendable () -> Void) -> Void = { job in
            do { try workers.run(job) } catch { Issue.record("the test's worker queue is full") }
        }
        let home = Home(executor: loop, tasks: loop, post: { loop.post($0) }, runBlocking: run)
        let dice = Lock(UInt64(1))
        let world = World(
            now: { clock.reading.moment },
            drawNumber: {
                dice.withLock {
                    $0 = $0 &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407; return $0
                }
            },
            fingerprint: { Fingerprint($0) },
            day: { moment, _ in Day(number: Int32(moment.seconds / 86_400)) })
        var doors = DoorkeeperSettings(home: loop, post: home.post, run: run, hash: run)
        doors.scrypt = try #require(Scrypt(n: 16, r: 1, p: 1))
        let trail = TrailSettings(
            home: loop, post: home.post, now: { clock.reading.moment }, run: run)
        services = Services(
            setting: InstallationSetting(
                baseDomain: "localhost", port: 8443, agencyName: "Meridian Staffing"),
            tenants: TenantDirectory(disk: disk, homes: [home], world: world),
            agency: try Agency.open(on: disk, home: home, world: world),
            doorkeeper: try Doorkeeper.open(disk, doors, at: clock.reading),
            trail: try Trail.open(disk, trail),
            assets: try Assets { try TestHouse.resource($0) }, fonts: try TestHouse.fonts(),
            receiptKey: .generate(),
            world: world, zones: { TestHouse.zone($0) }, outbox: mails.outbox,
            reading: { clock.reading }, runBlocking: run, tasks: globalConcurrentExecutor,
            report: { [doorEvents] in doorEvents.note($0) })
        self.portal = portal(services)
        for id in await services.agency.state.tenants.keys { services.tenants.register(id) }
    }

    /// The actors may outlive the house: their threads go on until many houses later.
    deinit { RetiredLoops.shared.add(loop, workers) }

    /// The bytes of a file below `Resources` of this checkout.
    static func resource(_ name: String) throws -> [UInt8] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Resources")
        return Array(try Data(contentsOf: root.appending(path: name)))
    }

    static func zone(_ name: String) -> TimeZoneRules? {
        guard let data = FileManager.default.contents(atPath: "/usr/share/zoneinfo/" + name) else {
            return nil
        }
        return try? TimeZoneRules(tzif: Array(data))
    }

    static func fonts() throws -> PDFFonts {
        PDFFonts(
            regular: try TrueTypeFont(resource("fonts/LiberationSans-Regular.ttf")),
            bold: try TrueTypeFont(resource("fonts/LiberationSans-Bold.ttf")))
    }

    func tenant(_ slug: String) async throws -> Tenant {
        try await services.tenants.tenant(try #require(TenantID(slug)))
    }
}

/// Both clocks, as the test says.
final class TestClock: Sendable {
    private let microseconds: Lock<Int64>

    /// Wednesday, 2026-11-18 12:00 UTC.
    static let start: Int64 = 1_795_003_200_000_000

    init(microseconds: Int64 = TestClock.start) { self.microseconds = Lock(microseconds) }

    func advance(seconds: Int64) { microseconds.withLock { $0 += seconds * 1_000_000 } }

    var reading: Reading {
        let now = microseconds.withLock { $0 }
        return Reading(moment: Moment(microseconds: now), steadyMicroseconds: now)
    }
}
