import Reactor
import Synchronization
import Testing
import Unix

private actor Counter {
    private let loop: EventLoop
    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe loop.asUnownedSerialExecutor() }
    private var count = 0

    init(on loop: EventLoop) { self.loop = loop }

    func add() -> (count: Int, isOnLoop: Bool) {
        count += 1
        return (count, loop.isCurrent)
    }
}

@Suite("An event loop")
struct EventLoopTests {
    @Test("runs its actors on its own thread")
    func actors() async throws {
        let loop = try EventLoop(index: 0)
        try loop.start()
        defer { loop.stop() }
        let counter = Counter(on: loop)
        for expected in 1...100 {
            let seen = await counter.add()
            #expect(seen.count == expected)
            #expect(seen.isOnLoop)
        }
    }

    @Test("runs posted work in order, and lets it enter an actor without waiting")
    func posts() async throws {
        let loop = try EventLoop(index: 0)
        try loop.start()
        defer { loop.stop() }
        let counter = Counter(on: loop)
        let seen: [Int] = await withCheckedContinuation { done in
            loop.post { _ = counter.assumeIsolated { $0.add() } }
            loop.post { done.resume(returning: [counter.assumeIsolated { $0.add().count }]) }
        }
        #expect(seen == [2])
        #expect(!loop.isCurrent)
    }

    @Test("tells its duties which descriptor is ready")
    func readiness() async throws {
        let loop = try EventLoop(index: 0)
        var pipe = try FileDescriptor.pipe()
        guard let writer = pipe.takeWriter(), let reader = pipe.takeReader() else {
            Issue.record("a fresh pipe has two ends")
            return
        }
        let (tokens, say) = AsyncStream.makeStream(of: UInt64.self)
        try loop.watch(reader.number, for: .readable, as: Epoll.Token(rawValue: 42))
        try loop.start(
            .init(
                ready: { token, _ in
                    say.yield(token.rawValue)
                    say.finish()
                }, tick: {}))
        defer { loop.stop() }
        _ = try writer.write([1].span)
        #expect(await tokens.first { _ in true } == 42)
    }
}

@Suite("A worker pool")
struct WorkerPoolTests {
    @Test("stands back for other threads where it was told to")
    func niceness() async throws {
        let pool = try WorkerPool(name: "test", threads: 1, queueLimit: 1, niceness: 7)
        defer { pool.stop() }
        let (facts, say) = AsyncStream.makeStream(of: String.self)
        try pool.run { say.yield(Self.ownNiceness()) }
        let ours = try #require(Int(Self.ownNiceness()))
        #expect(await facts.first { _ in true } == String(min(ours + 7, 19)))
    }

    /// The seventeenth field behind the name, as the kernel tells it of the calling thread.
    private static func ownNiceness() -> String {
        guard let folder = try? FileDescriptor.directory(at: "/proc/thread-self"),
            let file = try? folder.open("stat", for: .read), let bytes = try? file.read(at: 0, count: 1_024),
            let tail = String(decoding: bytes, as: UTF8.self).split(separator: ")").last
        else { return "" }
        return String(tail.split(separator: " ")[16])
    }

    @Test("wakes one thread for a job, and lets the others sleep")
    func sleepers() throws {
        let (threads, jobs) = (16, 200)
        let pool = try WorkerPool(name: "sleepers", threads: threads, queueLimit: 1)
        defer { pool.stop() }
        let done = Semaphore()
        for _ in 0..<jobs {
            try pool.run { done.signal() }
            done.take()
        }
        let wakes = try Self.sleeps(ofThreadsNamed: "sleepers")
        #expect(wakes <= 3 * jobs + 2 * threads, "\(wakes) times a thread woke for \(jobs) jobs")
    }

    /// How often threads of this process whose names begin so went to sleep.
    private static func sleeps(ofThreadsNamed name: String) throws -> Int {
        let tasks = try FileDescriptor.directory(at: "/proc/self/task")
        return try tasks.entries().reduce(0) { sum, task in
            // Others of this process come and go.
            guard let file = try? tasks.directory(task).open("status", for: .read) else { return sum }
            let status = String(decoding: try file.read(at: 0, count: 4_096), as: UTF8.self)
            let lines = status.split(separator: "\n").map { $0.split(separator: "\t") }
            guard lines.first?.last?.hasPrefix(name) == true else { return sum }
            return sum + (lines.first { $0[0] == "voluntary_ctxt_switches:" }?.last.flatMap { Int($0) } ?? 0)
        }
    }

    @Test("runs as many jobs at once as it has threads, again and again")
    func threads() async throws {
        let pool = try WorkerPool(name: "test", threads: 3, queueLimit: 100)
        defer { pool.stop() }
        for _ in 0..<50 {
            let gate = Semaphore()
            let (starts, started) = AsyncStream.makeStream(of: Void.self)
            for _ in 0..<3 {
                try pool.run {
                    started.yield()
                    gate.take()
                }
            }
            var running = 0
            for await _ in starts {
                running += 1
                if running == 3 { break }
            }
            #expect(running == 3)
            for _ in 0..<3 { gate.signal() }
        }
    }

    @Test("runs what it takes, and refuses beyond its limit")
    func limits() async throws {
        let pool = try WorkerPool(name: "test", threads: 1, queueLimit: 2)
        defer { pool.stop() }
        let gate = Semaphore()
        let (starts, started) = AsyncStream.makeStream(of: Void.self)
        try pool.run {
            started.yield()
            gate.take()
        }
        _ = await starts.first { true }
        let (results, ran) = AsyncStream.makeStream(of: Int.self)
        var refused = 0
        for number in 0..<10 {
            do {
                try pool.run {
                    ran.yield(number)
                    if number == 1 { ran.finish() }
                }
            } catch {
                refused += 1
            }
        }
        gate.signal()
        var seen: [Int] = []
        for await number in results { seen.append(number) }
        #expect(seen.prefix(2) == [0, 1] || seen == [0])
        #expect(refused >= 8)
    }
}
