import Access
import Cast
import Journal
import Locking
import MemoryDisk
import Reactor
import Staffing
import Streams
import Tenancy

/// An access trail and a client's journal as a server writes them, with the checkpoint of each minute kept
/// elsewhere; and one minute more, for which none has been signed yet.
struct History: Sendable {
    let disk: MemoryDisk
    /// The data folder as it was at each of the checkpoints.
    let earlier: [MemoryDisk]
    let signed: CheckpointRecords

    static let stores: [(name: String, identity: [UInt8])] = [
        (Trail.storeName, Trail.identity), ("tenants/harbour", Array("harbour".utf8)),
    ]

    static func live(minutes: Int) async throws -> History {
        let scene = try await Scene()
        var earlier: [MemoryDisk] = []
        for minute in 1...minutes {
            try await scene.work(minute)
            await scene.attest()
            earlier.append(scene.disk.copy())
        }
        try await scene.work(minutes + 1)
        let signed = CheckpointRecords(in: ".", of: scene.elsewhere, by: scene.key.verifying)
        scene.loop.stop()
        return History(disk: scene.disk.copy(), earlier: earlier, signed: signed)
    }

    /// What was signed for last.
    func newest(_ store: String) -> UInt64 { signed.marks(of: store).map(\.sequence).max() ?? 0 }
}

/// The parts of a server that write.
private final class Scene: Sendable {
    let disk = MemoryDisk()
    let elsewhere = MemoryDisk()
    let key = InstallationKey.generate()
    let loop: EventLoop
    private let clock = Lock(Cast.now)
    private let tenant: Tenant
    private let trail: Trail
    private let notary: Notary

    struct NoClient: Error {}

    init() async throws {
        loop = try EventLoop(index: 0)
        try loop.start()
        let (disk, elsewhere, loop) = (disk, elsewhere, loop)
        let run: @Sendable (@escaping @Sendable () -> Void) -> Void = { $0() }
        let dice = Lock(SplitMix(state: 7))
        let world = World(
            now: { Cast.now }, drawNumber: { dice.withLock { $0.next() } }, fingerprint: Cast.fingerprint,
            day: { moment, _ in Day(number: Int32(moment.seconds / 86_400)) })
        let home = Home(executor: loop, tasks: loop, post: { loop.post($0) }, runBlocking: run)
        let directory = TenantDirectory(disk: disk, homes: [home], world: world)
        guard let id = TenantID("harbour") else { throw NoClient() }
        directory.register(id)
        tenant = try await directory.tenant(id)
        try await tenant.perform(.open(Cast.harbourFoods), for: .system)
        trail = try Trail.open(disk, TrailSettings(home: loop, post: home.post, now: { Cast.now }, run: run))
        let place = CheckpointPlace("outside", folder: ".", run: run, report: { _ in }) { elsewhere }
        notary = Notary(key: key, places: [place], at: Cast.now)
    }

    /// A few workers, and a few looks at them.
    func work(_ minute: Int) async throws {
        for number in 0...(minute % 4) {
            try await tenant.perform(
                .registerWorker(number: "W-\(minute)-\(number)", name: "Worker \(minute) \(number)"),
                for: .system)
        }
        try await tenant.untilDurable()
        let now = clock.withLock { $0 }
        for number in 0...(minute % 5) {
            trail.inbox.append(.look(UInt64(minute * 100 + number), at: now))
        }
        _ = await trail.flush()
    }

    func attest() async {
        let now = clock.withLock { clock in
            clock = clock.adding(seconds: Notary.everySeconds)
            return clock
        }
        var marks = [Trail.storeName: await trail.mark]
        marks["tenants/harbour"] = await tenant.mark
        await notary.attested(marks, at: now)
    }
}

extension AccessRecord {
    /// Somebody looked at an invoice.
    static func look(_ request: UInt64, at now: Moment) -> AccessRecord {
        AccessRecord(
            at: now, request: request, realm: .agency, person: .staff(StaffID(7)), name: "Olga Petrova",
            method: "GET", path: "/invoices/\(request)", status: 200, network: "203.0.113.7",
            session: "0123456789ABC")
    }
}
