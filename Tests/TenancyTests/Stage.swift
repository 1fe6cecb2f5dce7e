import Cast
import Journal
import Locking
import MemoryDisk
import Reactor
import Staffing
import TestLoops
import Testing

@testable import Tenancy

/// A directory of clients over a disk in memory. The test sets the clock, and may hold everything that waits for
/// the disk until it says so.
final class Stage: Sendable {
    let disk: MemoryDisk
    let work: BlockingWork
    let directory: TenantDirectory
    let agency: Agency
    private let loop: EventLoop
    private let home: Home
    private let world: World

    init(
        _ disk: MemoryDisk = MemoryDisk(), slugs: [String] = ["harbour", "cedar"], mostAwake: Int = .max
    ) throws {
        self.disk = disk
        let work = BlockingWork()
        let loop = try EventLoop(index: 0)
        try loop.start()
        let dice = Lock(UInt64(0))
        let hands = Hands()
        self.work = work
        self.loop = loop
        home = Home(executor: loop, tasks: loop, post: { loop.post($0) }, runBlocking: { work.run($0) })
        world = World(
            now: { hands.now },
            drawNumber: {
                dice.withLock {
                    $0 = ($0 &+ 1) &* 0x9E37_79B9_7F4A_7C15
                    return $0
                }
            },
            fingerprint: Cast.fingerprint, day: { moment, _ in Day(number: Int32(moment.seconds / 86_400)) })
        self.hands = hands
        directory = TenantDirectory(
            disk: disk, homes: [home], world: world, mostAwake: mostAwake)
        agency = try Agency.open(on: disk, home: home, world: world)
        for slug in slugs { directory.register(try #require(TenantID(slug))) }
    }

    private let hands: Hands

    /// The actors may outlive the stage: their loop goes on until many stages later.
    deinit { RetiredLoops.shared.add(loop) }

    func advance(seconds: Int64) { hands.advance(seconds: seconds) }

    var now: Moment { hands.now }

    func tenant(_ slug: String) async throws -> Tenant {
        try await directory.tenant(try #require(TenantID(slug)))
    }

    /// A client that is set up by commands: a worksite, an approver, a worker and one sheet that waits.
    func openClient(_ slug: String) async throws -> Tenant {
        let tenant = try await tenant(slug)
        try await tenant.perform(.open(Cast.harbourFoods), for: .system)
        try await tenant.perform(
            .addWorksite(
                code: "D4", name: "Dock of \(slug)", address: "4 Pier Road", timeZone: "UTC",
                jurisdiction: "CA-NS"), for: .system)
        try await tenant.perform(.registerWorker(number: "W-1", name: "Worker of \(slug)"), for: .system)
        let state = await tenant.state
        let worksite = try #require(state.worksite(code: "D4"))
        let worker = try #require(state.worker(number: "W-1"))
        try await tenant.perform(
            .startAssignment(
                worker.id, worksite.id, title: "Picker", DayRange(from: Cast.begin),
                billRate: HourlyRate(minorUnits: 3_150), Cast.fullWeek, purchaseOrder: "PO-1"), for: .system)
        let ask = GrantAsk(role: .approver, node: .tenant, days: DayRange(from: Cast.begin))
        try await tenant.perform(
            .invite(name: "Approver", email: "ana@\(slug).example", language: .english, grants: [ask]),
            for: .system)
        let assignment = try #require(await tenant.state.assignments(of: worker.id).first)
        try await tenant.perform(
            .receive(assignment.id, week: Cast.week, days: Cast.cleanDays), for: .system)
        return tenant
    }

    /// Waits until exactly these are awake.
    func untilAwake(_ slugs: Set<String>) async {
        func isAwake() -> Bool {
            directory.slots.withLock { slots in
                slots.allSatisfy { id, slot in
                    switch slot.condition {
                    case .awake: slugs.contains(id.slug)
                    case .resting: !slugs.contains(id.slug)
                    case .changing: false
                    }
                }
            }
        }
        while !isAwake() { await Task.yield() }
    }

    /// Puts everybody to rest and waits for it.
    func rest() async { await directory.restAll() }
}

/// The time that the test says.
private final class Hands: Sendable {
    private let moment = Lock(Cast.now)
    var now: Moment { moment.withLock { $0 } }
    func advance(seconds: Int64) { moment.withLock { $0 = $0.adding(seconds: seconds) } }
}

/// Work for the I/O threads: done at once where it is asked for, or held until the test lets it go.
final class BlockingWork: Sendable {
    private let state = Lock(State())

    private struct State {
        var isHeld = false
        var jobs: [@Sendable () -> Void] = []
    }

    func run(_ job: @escaping @Sendable () -> Void) {
        let isHeld = state.withLock { state in
            if state.isHeld { state.jobs.append(job) }
            return state.isHeld
        }
        if !isHeld { job() }
    }

    func hold() { state.withLock { $0.isHeld = true } }

    var waiting: Int { state.withLock { $0.jobs.count } }

    /// Does the oldest job; the others stay.
    func releaseOne() {
        let job = state.withLock { $0.jobs.isEmpty ? nil : $0.jobs.removeFirst() }
        job?()
    }

    /// Does what waits, and from now on everything at once.
    func release() {
        let jobs = state.withLock { state in
            defer { state = State() }
            return state.jobs
        }
        for job in jobs { job() }
    }
}

extension Tenant {
    /// Everything that is true, as the bytes of a snapshot.
    var bytes: [UInt8] {
        var writer = RecordWriter()
        writer.write(state.records)
        return writer.bytes
    }

    var firstSheet: Timesheet? { state.timesheets.values.min { $0.id.rawValue < $1.id.rawValue } }

    /// The caller for the first person of the client.
    var approver: Caller {
        let contact = state.contacts.values.min { $0.id.rawValue < $1.id.rawValue }
        return Caller(viewer: contact.map { Viewer.contact($0) } ?? .nobody, request: 7)
    }
}
