package import HTTP
import Locking
package import Reactor
package import TLS
import Telemetry
package import Unix

/// The way from sockets to an application and back, over TLS, on all loops.
///
///     let gateway = Gateway(settings, context: context, loops: loops, application: portal, world: world)
///     try gateway.startLoops()          // from now on actors on the loops run
///     try gateway.start()               // from now on clients are served
///     …
///     let cut = await gateway.stop(within: .seconds(20))
///
/// The loops are the gateway's to start and the caller's to stop, after the gateway. The process must ignore
/// SIGPIPE.
package final class Gateway: Sendable {
    private let settings: GatewaySettings
    private let context: ServerContext
    private let application: any Application
    private let world: GatewayWorld
    private let everySecond: @Sendable (_ loop: Int) -> Void
    private let census: Census
    let gates: [LoopGate]
    private let state = Lock(State())

    private struct State {
        var hasLoops = false
        var ports: (main: UInt16, redirect: UInt16?, operations: UInt16?)?
        var isStopping = false
    }

    /// The loops are not yet started, and their indices count from zero. `everySecond` is called on each
    /// loop about once a second, for whatever else lives there.
    package init(
        _ settings: GatewaySettings, context: ServerContext, loops: [EventLoop],
        application: any Application, world: GatewayWorld,
        everySecond: @escaping @Sendable (_ loop: Int) -> Void = { _ in }
    ) {
        precondition(loops.enumerated().allSatisfy { $0.offset == $0.element.index }, "loops count from zero")
        self.settings = settings
        self.context = context
        self.application = application
        self.world = world
        self.everySecond = everySecond
        let census = Census(settings.limits)
        self.census = census
        gates = loops.map { LoopGate($0, census, settings.limits, world) }
        world.metrics.gauge("connections", "Connections now.", reading: { census.connections })
    }

    /// Starts the loops' threads, without listening yet; `start` does it otherwise.
    package func startLoops() throws(Errno) {
        let isFirst = state.withLock { state in
            defer { state.hasLoops = true }
            return !state.hasLoops
        }
        guard isFirst else { return }
        for (gate, duties) in zip(gates, duties) {
            try gate.loop.start(duties)
            gate.loop.post { [gates] in gate.assumeIsolated { $0.meet(gates) } }
        }
    }

    private var duties: [EventLoop.Duties] {
        gates.map { gate in
            EventLoop.Duties(
                ready: { token, interest in gate.assumeIsolated { $0.ready(token, interest) } },
                tick: { [everySecond] in
                    gate.assumeIsolated { $0.tick() }
                    everySecond(gate.loop.index)
                })
        }
    }

    /// Listens; when it returns, clients can connect. A taken port is `Errno.addressInUse`. Called once.
    package func start() throws(Errno) {
        try startLoops()
        let main = try Door(settings.listen, context, application, census)
        var doors = [main]
        var redirectPort: UInt16?
        if let place = settings.redirect {
            let redirect = Redirect(
                port: settings.publicPort, domain: settings.domain, isOurOwn: settings.isOurOwn)
            let door = try Door(place, nil, redirect, census)
            redirectPort = door.port
            doors.append(door)
        }
        let operations = try operationsDoor()
        if let operations { doors.append(operations) }
        state.withLock { $0.ports = (main.port, redirectPort, operations?.port) }
        for gate in gates {
            gate.loop.post { [doors] in gate.assumeIsolated { $0.open(doors) } }
        }
        world.log.notice(
            "gateway.started",
            [
                "address": .text(settings.listen.address), "port": .number(Int(main.port)),
                "redirect": .number(Int(redirectPort ?? 0)), "loops": .number(gates.count),
                "operations": .number(Int(operations?.port ?? 0)),
            ])
    }

    /// For a simulation: nothing is started and nobody listens. Returns what the loops would have to do.
    package func startWithoutThreads() -> [EventLoop.Duties] {
        state.withLock { $0.hasLoops = true }
        for gate in gates { gate.loop.post { [gates] in gate.assumeIsolated { $0.meet(gates) } } }
        return duties
    }

    /// Lets somebody in who came by no listener and speaks no TLS.
    package func admit(_ arrival: Arrival, onLoop index: Int) {
        let gate = gates[index]
        let guest = Guest(arrival.peer, for: application, among: census)
        gate.loop.post {
            guard guest.census.keepPlace() else {
                _ = FileDescriptor(owning: arrival.number)  // and closes it
                return
            }
            gate.assumeIsolated { $0.admit(arrival, guest, nil) }
        }
    }

    private func operationsDoor() throws(Errno) -> Door? {
        guard let operations = settings.operations else { return nil }
        return try Door(operations.place, nil, operations.application, Census(.ofOperations))
    }

    /// The port that was listened on last; 0 before `start`.
    package var port: UInt16 { state.withLock { $0.ports?.main ?? 0 } }
    /// Nil without a listener for plain HTTP.
    package var redirectPort: UInt16? { state.withLock { $0.ports?.redirect } }
    /// Nil where nobody is told how the server is.
    package var operationsPort: UInt16? { state.withLock { $0.ports?.operations } }
    package var connections: Int { census.connections }

    /// Accepts nobody any more, closes what is idle, answers what is in flight, and returns when all
    /// connections are gone. Those who are still here when the time is up are cut off. Called once, after
    /// `start`.
    package func stop(within patience: Duration) async {
        let isFirst = state.withLock { state in
            defer { state.isStopping = true }
            return state.hasLoops && !state.isStopping
        }
        guard isFirst else { return }
        let deadline = world.steady() + Int64(patience / .microseconds(1))
        await withCheckedContinuation { continuation in
            census.close(loops: gates.count) { continuation.resume() }
            for gate in gates { gate.loop.post { gate.assumeIsolated { $0.stop(at: deadline) } } }
        }
        world.log.notice("gateway.stopped")
    }
}
