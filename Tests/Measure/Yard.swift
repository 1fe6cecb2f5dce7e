import Crypto
import Journal
import Locking
import Reactor
import Staffing
import Tenancy
import Unix

/// A folder of its own on the real disk, and clients that live in it through the real store.
final class Yard: Sendable {
    let disk: FileDisk
    let home: Home
    let world: World
    private let path: String
    private let loop: EventLoop
    private let threads: WorkerPool

    struct NoFolder: Error {}

    /// Work for the disk waits here; more than any measure has under way.
    private static let queue = 100_000

    init(ioThreads: Int = 4) throws {
        let path = try Folder.make()
        let loop = try EventLoop(index: 0)
        let threads = try WorkerPool(name: "io", threads: ioThreads, queueLimit: Self.queue)
        try loop.start()
        self.path = path
        self.loop = loop
        self.threads = threads
        disk = try FileDisk(root: path)
        home = Home(
            executor: loop, tasks: loop, post: { loop.post($0) },
            runBlocking: { job in do { try threads.run(job) } catch { job() } })
        world = Self.makeWorld()
    }

    deinit {
        threads.stop()
        Folder.remove(path)
    }

    /// A process that has just begun: nobody is awake.
    func directory(_ ids: [TenantID], on other: (any Disk)? = nil) -> TenantDirectory {
        let directory = TenantDirectory(disk: other ?? disk, homes: [home], world: world)
        for id in ids { directory.register(id) }
        return directory
    }

    /// Returns when whoever had that client before has let go of its files, which an I/O thread may do late.
    func untilFree(_ id: TenantID) async {
        while (try? disk.lock("\(Tenant.storeName(of: id))/lock")) == nil { await Task.yield() }
    }

    /// Numbers like those of the real generator, as long and as scattered, but the same in every run.
    private static func makeWorld() -> World {
        let dice = Lock(UInt64(0))
        return World(
            now: { Moment(microseconds: SystemClock.wallMicroseconds()) },
            drawNumber: {
                dice.withLock { state in
                    state &+= 0x9E37_79B9_7F4A_7C15
                    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
                    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
                    return mixed ^ (mixed >> 31)
                }
            },
            fingerprint: { bytes in
                let digest = sha256(bytes).array
                let parts = (0..<4).map { part in
                    digest[part * 8..<part * 8 + 8].reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
                }
                return Fingerprint(parts[0], parts[1], parts[2], parts[3])
            },
            day: { moment, _ in Day(number: Int32(moment.seconds / 86_400)) })
    }
}

func tenantID(_ slug: String) throws -> TenantID {
    guard let id = TenantID(slug) else { throw Yard.NoFolder() }
    return id
}
