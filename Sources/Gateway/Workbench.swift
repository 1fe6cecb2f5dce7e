import HTTP
import Telemetry

/// What all connections of a loop use in turn: buffers, the time, the counters.
struct Workbench {
    let limits: GatewayLimits
    let metrics: GatewayMetrics
    let log: Log
    private let steady: @Sendable () -> Int64
    private let wall: @Sendable () -> Int64

    /// Answers of the connection that is being served; empty between two connections.
    var output: [UInt8] = []
    var input: [UInt8] = []
    /// Room for bytes that are read without TLS.
    var scratch: [UInt8]
    /// Microseconds of the steady clock at the last wake-up.
    private(set) var now: Int64
    /// The `Date` of answers, made again when its second is over.
    private(set) var date: [UInt8] = []
    private var second: Int64 = .min
    var isStopping = false

    init(_ limits: GatewayLimits, _ world: GatewayWorld) {
        self.limits = limits
        metrics = GatewayMetrics(world.metrics)
        log = world.log
        (steady, wall) = (world.steady, world.wall)
        scratch = [UInt8](repeating: 0, count: limits.readSize)
        now = world.steady()
        refresh()
    }

    var moment: Duration { .microseconds(now) }

    /// Looks at the clocks; at each wake-up.
    mutating func refresh() {
        now = steady()
        let second = wall() / 1_000_000
        guard second != self.second else { return }
        self.second = second
        date = HTTPDate(secondsSince1970: second).bytes
    }

    func elapsed(since start: Int64) -> Int { Int(max(0, steady() - start)) }
}
