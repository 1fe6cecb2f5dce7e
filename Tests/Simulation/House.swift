import Access
import Crypto
import Formats
import Gateway
import HTTP
import Journal
import Locking
import Mail
import MemoryDisk
import Portal
import Reactor
import Staffing
import TLS
import Telemetry
import Tenancy
import Unix

/// One life of the server: everything that `countersign serve` puts together, on loops that only the conductor
/// moves, over a disk in memory.
struct House: Sendable {
    let disk: any Disk
    let conductor: Conductor
    let services: Services
    let gateway: Gateway
    let duties: [EventLoop.Duties]

    static let domain = "localhost"
    static let port: UInt16 = 8_443
    private static let tick = 1_000_000

    /// Opens the stores as the program does at its start; nobody is served yet.
    static func open(
        on disk: any Disk, _ conductor: Conductor, seed: UInt64, idleSeconds: Int64, _ plant: Plant?
    ) throws -> House {
        let services = try Parts(disk: disk, conductor: conductor, seed: seed).services()
        let fixtures = try Fixtures.made.get()
        let portal = Portal(services)
        let world = GatewayWorld(
            steady: { conductor.now }, wall: { conductor.now }, seed: seed, log: .silent, metrics: Metrics())
        let gateway = Gateway(
            GatewaySettings(listen: .init(address: "127.0.0.1", port: 0)), context: fixtures.context,
            loops: conductor.loops, application: plant?.application(portal) ?? portal, world: world)
        let house = House(
            disk: disk, conductor: conductor, services: services, gateway: gateway,
            duties: gateway.startWithoutThreads())
        services.agency.home.post {
            services.agency.assumeIsolated { agency in
                for id in agency.state.tenants.keys { services.tenants.register(id) }
            }
        }
        house.keepHouse(idleSeconds)
        return house
    }

    /// Once a second, as the server does.
    private func keepHouse(_ idleSeconds: Int64) {
        conductor.after(microseconds: Self.tick) {
            for (loop, duties) in zip(conductor.loops, duties) { _ = loop.take(.tick, duties) }
            Task(executorPreference: conductor.loops[0]) {
                await services.trail.drain()
                let now = services.reading()
                await services.doorkeeper.tidy(at: now)
                services.tenants.rest(unusedSince: now.moment.adding(seconds: -idleSeconds))
            }
            if !conductor.isClosing { keepHouse(idleSeconds) }
        }
    }

    /// Runs a task on the first loop, on behalf of nobody who connects.
    func perform(_ work: @escaping @Sendable () async -> Void) {
        Task(executorPreference: conductor.loops[0]) { await work() }
    }

    /// The orderly end, as the server makes it.
    func close(_ done: @escaping @Sendable () -> Void) {
        perform {
            await gateway.stop(within: .seconds(20))
            await services.tenants.restAll()
            await services.trail.keepSnapshot()
            _ = await services.trail.flush()
            _ = await services.doorkeeper.settle(at: services.reading())
            try? await services.agency.untilDurable()
            done()
        }
    }
}

/// What every life uses and none changes: made once in a process.
struct Fixtures: Sendable {
    let context: ServerContext
    let fonts: PDFFonts

    static let made = Result { () throws -> Fixtures in
        ignoreBrokenPipes()
        let made = try makeSelfSignedCertificate(hosts: ["localhost"], notBefore: 1_767_225_600, days: 90)
        let certificate = HostCertificate(
            name: "simulation", certificatePEM: made.certificatePEM, privateKeyPEM: made.privateKeyPEM)
        return Fixtures(
            context: try ServerContext(certificates: [certificate]),
            fonts: PDFFonts(regular: try font("Regular"), bold: try font("Bold")))
    }

    private static func font(_ weight: String) throws -> TrueTypeFont {
        let checkout = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let path = "/\(checkout)/Resources/fonts/LiberationSans-\(weight).ttf"
        return try TrueTypeFont(WholeFile.read(path, atMost: 4 << 20))
    }
}

/// What the services are put together from; the counterpart of the program's own wiring.
private struct Parts {
    let disk: any Disk
    let conductor: Conductor
    let seed: UInt64

    /// So that a few seconds of work fill several segments.
    private static let small: StoreLimits = {
        var limits = StoreLimits.standard
        (limits.segmentBytes, limits.firstReserveBytes) = (4 << 10, 4 << 10)
        return limits
    }()

    func services() throws -> Services {
        let conductor = conductor
        let run: @Sendable (@escaping @Sendable () -> Void) -> Void = { conductor.runBlocking($0) }
        let homes = conductor.loops.map { loop in
            Home(executor: loop, tasks: loop, post: { loop.post($0) }, runBlocking: run)
        }
        let numbers = Chance(seed, for: "identifiers")
        let world = World(
            now: { conductor.reading.moment }, drawNumber: { numbers.next() },
            fingerprint: { Fingerprint($0) },
            day: { moment, _ in Day(number: Int32(moment.seconds / 86_400)) })
        let fixtures = try Fixtures.made.get()
        let trail = TrailSettings(
            home: conductor.loops[0], post: homes[0].post, now: world.now, run: run)
        return Services(
            setting: InstallationSetting(
                baseDomain: House.domain, port: House.port, agencyName: "Meridian Staffing"),
            tenants: TenantDirectory(disk: disk, homes: homes, world: world, limits: Self.small),
            agency: try Agency.open(on: disk, home: homes[0], world: world),
            doorkeeper: try Doorkeeper.open(disk, doors(homes[0], run), at: conductor.reading),
            trail: try Trail.open(disk, trail), assets: Assets { _ in [0x20] }, fonts: fixtures.fonts,
            receiptKey: .generate(),
            world: world, zones: { _ in nil }, outbox: .closed, reading: { conductor.reading },
            runBlocking: run, tasks: conductor.loops[conductor.loops.count - 1], report: { _ in })
    }

    private func doors(
        _ home: Home, _ run: @escaping @Sendable (@escaping @Sendable () -> Void) -> Void
    ) throws -> DoorkeeperSettings {
        let secrets = Chance(seed, for: "secrets")
        var doors = DoorkeeperSettings(home: conductor.loops[0], post: home.post, run: run, hash: run)
        doors.drawBytes = { secrets.bytes($0) }
        doors.snapshotEvery = 20
        if let cheap = Scrypt(n: 16, r: 1, p: 1) { doors.scrypt = cheap }
        return doors
    }
}
