import HTTP
import Locking
import Reactor
import Synchronization
import TLS
import Telemetry
import Testing
import Unix

@testable import Gateway

/// A gateway with two loops, a clock that only the test moves, and an application that does what paths tell
/// it.
final class Rig: Sendable {
    let gateway: Gateway
    let application = Paths()
    let operations = Paths()
    let clock = TestClock()
    let metrics = Metrics()
    private let loops: [EventLoop]

    static let wall: Int64 = 1_767_225_600
    static let context = Result { () throws -> ServerContext in
        let made = try makeSelfSignedCertificate(
            hosts: ["localhost", "*.example.com"], notBefore: wall, days: 90)
        return try ServerContext(certificates: [
            HostCertificate(
                name: "test", certificatePEM: made.certificatePEM, privateKeyPEM: made.privateKeyPEM)
        ])
    }

    init(loops count: Int = 2, _ change: (inout GatewayLimits) -> Void = { _ in }) throws {
        Signal.takeOver()
        var settings = GatewaySettings(listen: .init(address: "127.0.0.1", port: 0))
        settings.redirect = .init(address: "127.0.0.1", port: 0)
        settings.publicPort = 8_443
        settings.operations = .init(
            place: .init(address: "127.0.0.1", port: 0), application: operations)
        change(&settings.limits)
        let clock = clock
        let world = GatewayWorld(
            steady: { clock.now }, wall: { Self.wall * 1_000_000 }, seed: 42, log: .silent, metrics: metrics)
        loops = try (0..<count).map { try EventLoop(index: $0) }
        gateway = Gateway(
            settings, context: try Self.context.get(), loops: loops, application: application, world: world)
        try gateway.start()
    }

    deinit { for loop in loops { loop.stop() } }

    func client(_ host: String? = "localhost", shakesHands: Bool = true) throws -> Client {
        try Client(port: gateway.port, host: host, shakesHands: shakesHands)
    }

    func plainClient() throws -> Client {
        try Client(port: try #require(gateway.redirectPort), speaksTLS: false)
    }

    func monitor() throws -> Client {
        try Client(port: try #require(gateway.operationsPort), speaksTLS: false)
    }

    /// Lets all loops look at their deadlines.
    func tick() async { for gate in gateway.gates { await gate.tick() } }

    /// Lets the loops run until something is so. Each turn waits for both loops; there are enough for
    /// seconds.
    func until(_ condition: () -> Bool) async -> Bool {
        for _ in 0..<1_000_000 {
            if condition() { return true }
            await tick()
        }
        return false
    }

    /// Whether so many bytes of requests have been read.
    func hasReceived(_ count: Int) async -> Bool {
        await until { metric("countersign_received_bytes_total \(count)") }
    }

    func metric(_ line: String) -> Bool {
        String(decoding: metrics.exposition(), as: UTF8.self).split(separator: "\n").contains { $0 == line }
    }
}

final class TestClock: Sendable {
    private let microseconds = Atomic<Int64>(1_000_000)
    var now: Int64 { microseconds.load(ordering: .sequentiallyConsistent) }
    func advance(seconds: Double) {
        microseconds.wrappingAdd(Int64(seconds * 1_000_000), ordering: .sequentiallyConsistent)
    }
}

/// Does what the first segment of the path says.
final class Paths: Application {
    private let held = Lock<[Exchange]>([])
    private let asked = Atomic<Int>(0)

    func bodyLimit(for head: RequestHead) -> Int { head.segments.first == "small" ? 16 : 4 << 20 }

    func answer(_ request: Request, _ exchange: Exchange) -> HTTP.Answer {
        asked.wrappingAdd(1, ordering: .sequentiallyConsistent)
        let segments = request.head.segments
        let number = segments.count > 1 ? Int(segments[1]) ?? 0 : 0
        switch segments.first {
        case "later":
            held.withLock { $0.append(exchange) }
            return .later
        case "move":
            return exchange.loop == number ? .now(Self.text("loop \(number)")) : .move(toLoop: number)
        case "wander": return .move(toLoop: 1 - exchange.loop)
        case "loop": return .now(Self.text("\(exchange.loop)"))
        case "big": return .now(Response(.ok, .plainText, body: [UInt8](repeating: 120, count: number)))
        case "kept": return .now(Response(.ok, .plainText, body: Pattern.bytes(0..<number)))
        case "stored": return .now(Response(.ok, .plainText, stored: Pattern(size: number)))
        case "fetched":
            return .now(Response(.ok, .plainText, stored: Pattern(size: number, isFetched: true)))
        case "broken":
            return .now(Response(.ok, .plainText, stored: Pattern(size: number, breaksAt: number / 2)))
        case "peer": return .now(Self.text("\(exchange.peer) \(exchange.network)"))
        case nil: return .now(Self.text("home"))
        default:
            let isEcho = !request.body.isEmpty
            return .now(isEcho ? Response(.ok, .plainText, body: request.body) : Self.text(request.head.path))
        }
    }

    static func text(_ text: String) -> Response { Response(.ok, .plainText, body: Array(text.utf8)) }

    var askedCount: Int { asked.load(ordering: .sequentiallyConsistent) }
    var heldCount: Int { held.withLock { $0.count } }

    /// Answers what was held first, from a thread that belongs to no loop.
    func release(_ text: String, times: Int = 1) throws {
        let exchange = held.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        try startThread("answerer") {
            for _ in 0..<times { exchange?.reply(Self.text(text)) }
        }
    }
}
