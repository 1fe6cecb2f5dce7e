import Access
import Crypto
import Formats
import Journal
import Portal
import Reactor
import Staffing
import Telemetry
import Tenancy
import Unix

/// A data folder with everything that lives on it. Whoever opens it is its only writer.
struct Installation: Sendable {
    let disk: FileDisk
    let folder: DataFolder
    let resources: ResourceFiles
    let loops: [EventLoop]
    let services: Services
    let notary: Notary
    let mailRoom: MailRoom
    let log: Log
    let metrics: Metrics

    /// Opens the stores, which blocks. The loops are not started yet.
    /// `now` is the server's clock; only the demonstration's seeding sets another.
    static func open(
        _ settings: ServerSettings, publicPort: UInt16,
        now: @escaping @Sendable () -> Moment = { Moment(microseconds: SystemClock.wallMicroseconds()) }
    ) async throws(Complaint) -> Installation {
        let folder = DataFolder(path: settings.data)
        let disk = try folder.open()
        let resources = try ResourceFiles()
        let loops = try makeLoops(settings)
        let log = Log(
            minimum: settings.logLevel, clock: { SystemClock.wallMicroseconds() },
            write: { ProcessFacts.write($0, to: 2) })
        let metrics = Metrics()
        let threads = try Threads(settings)
        let places = CheckpointPlace.all(
            disk, outside: settings.checkpoints, run: threads.runBlocking, log, metrics)
        let key = try folder.installationKey()
        let notary = Notary(key: key, places: places, at: now())
        let mailRoom = try MailRoom.open(
            settings, folder, run: threads.runBlocking, now: now, log, metrics)
        let parts = Parts(
            settings: settings, folder: folder, disk: disk, resources: resources, loops: loops,
            notary: notary, mailRoom: mailRoom, threads: threads, now: now, log: log, metrics: metrics)
        var setting = InstallationSetting(
            baseDomain: settings.baseDomain, port: publicPort, agencyName: settings.agencyName)
        if let sender = settings.mail.sender { setting.mailSender = sender }
        let services = try parts.services(setting, signing: key.signing)
        let installation = Installation(
            disk: disk, folder: folder, resources: resources, loops: loops, services: services,
            notary: notary, mailRoom: mailRoom, log: log, metrics: metrics)
        installation.measure()
        return installation
    }

    /// Once the loops run: lets the clients be found that the agency knows.
    func registerTenants() async {
        for id in await services.agency.state.tenants.keys { services.tenants.register(id) }
    }

    /// Puts everything to rest, in the order in which it depends on each other.
    func close() async {
        await mailRoom.close()
        await services.tenants.restAll()
        await services.trail.keepSnapshot()
        _ = await services.trail.flush()
        _ = await services.doorkeeper.settle(at: services.reading())
        try? await services.agency.untilDurable()
        await notary.attested(await marks(), at: services.reading().moment)
        for loop in loops { loop.stop() }
    }

    /// The instruments hold only what they read: with the whole installation they would keep its stores open.
    private func measure() {
        let (tenants, trail, folder) = (services.tenants, services.trail, folder)
        metrics.gauge("tenants", "Clients.", ["state": "known"]) { tenants.all.count }
        metrics.gauge("tenants", "Clients.", ["state": "awake"]) { tenants.awakeCount }
        metrics.gauge("tenants", "Clients.", ["state": "unusable"]) { tenants.troubles.count }
        metrics.gauge("access_records_lost", "Access records that could not be kept since the start.") {
            Int(clamping: trail.inbox.lost)
        }
        metrics.gauge("disk_free_bytes", "Room on the disk of the data folder; -1 where it is not known.") {
            folder.freeBytes ?? -1
        }
    }

    private static func makeLoops(_ settings: ServerSettings) throws(Complaint) -> [EventLoop] {
        var loops: [EventLoop] = []
        do throws(Errno) {
            let count = settings.loops == 0 ? ProcessFacts.cores : settings.loops
            for index in 0..<count { loops.append(try EventLoop(index: index)) }
        } catch {
            throw Complaint(
                "No event loop could be made.", why: error.description,
                next: "Raise this user's limit of open files (ulimit -n).")
        }
        return loops
    }
}

/// What the services are put together from.
private struct Parts {
    let settings: ServerSettings
    let folder: DataFolder
    let disk: FileDisk
    let resources: ResourceFiles
    let loops: [EventLoop]
    let notary: Notary
    let mailRoom: MailRoom
    let threads: Threads
    let now: @Sendable () -> Moment
    let log: Log
    let metrics: Metrics

    func services(
        _ setting: InstallationSetting, signing key: SigningKey
    ) throws(Complaint) -> Services {
        let zones = Zones()
        let run = threads.runBlocking
        let homes = loops.map { loop in
            Home(executor: loop, tasks: loop, post: { loop.post($0) }, runBlocking: run)
        }
        var world = World(
            now: now, drawNumber: { randomIdentifier() }, fingerprint: { Fingerprint($0) },
            day: { zones.day(of: $0, in: $1) })
        world.witness = { [notary] in notary.witness(of: $0) }
        let assets = try Assets(packed: { resources.readIfThere($0) }) { (name: String) throws(Complaint) in
            try resources.read(name)
        }
        let fonts = try fonts()
        do throws(StoreFailure) {
            return Services(
                setting: setting,
                tenants: TenantDirectory(
                    disk: disk, homes: homes, world: world, mostAwake: settings.awakeTenants,
                    report: reportTrouble),
                agency: try Agency.open(on: disk, home: homes[0], world: world),
                doorkeeper: try Doorkeeper.open(disk, doors, at: reading()),
                trail: try Trail.open(disk, trailSettings),
                assets: assets, fonts: fonts, receiptKey: key, world: world, zones: { zones.rules(of: $0) },
                outbox: mailRoom.outbox, reading: reading, runBlocking: run,
                tasks: globalConcurrentExecutor, report: { [log] in log.note($0) })
        } catch {
            throw folder.complaint(error)
        }
    }

    private var reportTrouble: @Sendable (TenantID, TenantTrouble) -> Void {
        let failures = metrics.counter(
            "tenant_failures_total", "How often a client's records stopped or did not open.")
        return { [log] id, trouble in
            failures.add()
            log.error(
                "tenant.unusable", ["tenant": .text(id.slug), "reason": .text(trouble.failure.explanation)])
        }
    }

    private var trailSettings: TrailSettings {
        let home = loops[0]
        var trail = TrailSettings(home: home, post: { home.post($0) }, now: now, run: threads.runBlocking)
        trail.witness = notary.witness(of: Trail.storeName)
        return trail
    }

    private var doors: DoorkeeperSettings {
        let home = loops[0]
        var doors = DoorkeeperSettings(
            home: home, post: { home.post($0) }, run: threads.runBlocking, hash: threads.hash)
        doors.sessions.idleSeconds = Int64(settings.idleMinutes) * 60
        doors.sessions.absoluteSeconds = Int64(settings.absoluteHours) * 3_600
        doors.blocklist = settings.blocklist
        doors.witness = notary.witness(of: Doorkeeper.storeName)
        return doors
    }

    private func fonts() throws(Complaint) -> PDFFonts {
        let regular = try resources.read("fonts/LiberationSans-Regular.ttf")
        let bold = try resources.read("fonts/LiberationSans-Bold.ttf")
        do throws(FontFailure) {
            return PDFFonts(regular: try TrueTypeFont(regular), bold: try TrueTypeFont(bold))
        } catch {
            throw Complaint(
                "The fonts in Resources cannot be used.", why: "\(error)",
                next: "Install the program's Resources folder again.")
        }
    }

    private var reading: @Sendable () -> Reading {
        { [now] in Reading(moment: now(), steadyMicroseconds: SystemClock.steadyMicroseconds()) }
    }
}
