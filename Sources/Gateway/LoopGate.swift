import HTTP
import Reactor
import Telemetry
import Unix

/// All connections of one loop. It runs on the loop's thread only and is entered without waiting, so that a
/// request from its bytes to its answer is one synchronous call.
actor LoopGate {
    let loop: EventLoop
    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe loop.asUnownedSerialExecutor() }
    let census: Census
    var log: Log { bench.log }
    var bench: Workbench
    var table = ConnectionTable()
    var doors: [Door] = []
    /// Doors that are not watched until the next tick.
    var pausedDoors: [Door] = []
    /// When those who are still here after a stop are cut off, in microseconds of the steady clock.
    var stopDeadline: Int64?
    /// The gates of all loops, this one included, by index.
    private(set) var gates: [LoopGate] = []
    private var identifiers: Identifiers
    private static let transfers: Epoll.Interest = [.readable, .writable]
    private static let nothing: Epoll.Interest = []

    init(_ loop: EventLoop, _ census: Census, _ limits: GatewayLimits, _ world: GatewayWorld) {
        self.loop = loop
        self.census = census
        bench = Workbench(limits, world)
        identifiers = Identifiers(seed: world.seed, loop: loop.index)
    }

    func meet(_ gates: [LoopGate]) { self.gates = gates }

    func ready(_ token: Epoll.Token, _ interest: Epoll.Interest) {
        bench.refresh()
        guard let slot = table[token] else {
            doors.first { ConnectionTable.listenerToken($0.number) == token }.map(accept)
            return
        }
        // Nobody is left to hear what is being waited for.
        if !interest.isDisjoint(with: .hangUp), waitsForUs(slot) { return drop(slot) }
        let desired = slot.connection?.desired ?? Self.nothing
        let unwanted = interest.intersection(Self.transfers).subtracting(desired)
        slot.connection?.woken(by: interest)
        serve(slot)
        settle(slot, without: unwanted)
    }

    /// Lets a connection go on until it has to wait for somebody.
    func serve(_ slot: Slot) {
        while true {
            switch slot.connection?.step(&bench) {
            case .judge(let head):
                guard let limit = slot.connection?.guest.application.bodyLimit(for: head) else { return }
                slot.connection?.machine.accept(bodyLimit: limit)
            case .ask(let request):
                guard ask(request, slot, moves: 0) else { return }
            case .wait:
                fetch(slot)
                return settle(slot)
            case .close, nil: return drop(slot)
            }
        }
    }

    /// Tells epoll what the connection waits for. An interest that is merely no longer needed stays, since
    /// it often returns before the next event; it goes when an event came for it in vain.
    private func settle(_ slot: Slot, without unwanted: Epoll.Interest = nothing) {
        guard let desired = slot.connection?.desired else { return }
        let isEnough = desired.isSubset(of: slot.interest) && slot.interest.isDisjoint(with: unwanted)
        if isEnough { return }
        do throws(Errno) {
            try loop.change(slot.number, to: desired, as: slot.token)
            slot.interest = desired
        } catch {
            log.warning("gateway.unwatchable", ["reason": .text("\(error)")])
            drop(slot)
        }
    }

    /// Ends a connection. Its descriptor closes with it, and epoll forgets a descriptor that closes.
    func drop(_ slot: Slot) {
        bench.output.removeAll(keepingCapacity: true)
        guard let guest = slot.connection?.guest else { return }
        table.remove(slot)
        slot.connection = nil
        guest.census.leave(from: guest.place)
    }

    private func waitsForUs(_ slot: Slot) -> Bool {
        if case .held = slot.connection?.stage { true } else { slot.connection?.rest.isFetching ?? false }
    }

    /// Has the next piece of a body read where that may take its time.
    private func fetch(_ slot: Slot) {
        guard let source = slot.connection?.rest.takeErrand() else { return }
        let ticket = Ticket(token: slot.token, turn: slot.connection?.turn ?? 0)
        source.body.fetch(source.range) { piece in
            self.loop.post { self.assumeIsolated { $0.take(piece, ticket) } }
        }
    }

    private func take(_ piece: [UInt8]?, _ ticket: Ticket) {
        bench.refresh()
        guard let slot = table[ticket.token], slot.connection?.turn == ticket.turn,
            slot.connection?.rest.isFetching == true
        else { return }
        guard let piece, !piece.isEmpty else {
            _ = slot.connection?.tellDamage(bench)
            return drop(slot)
        }
        slot.connection?.rest.take(fetched: piece)
        serve(slot)
    }
}

extension LoopGate {
    /// Puts a request to the application; false if the connection is no longer this loop's.
    private func ask(_ request: Request, _ slot: Slot, moves: Int) -> Bool {
        guard let guest = slot.connection?.guest else { return false }
        let pending = Connection.Pending(head: request.head, since: bench.now)
        let ticket = Ticket(token: slot.token, turn: (slot.connection?.turn ?? 0) &+ 1)
        let exchange = Exchange(
            id: identifiers.next(), peer: guest.peer, network: guest.network, loop: loop.index,
            reply: { response in
                self.loop.post { self.assumeIsolated { $0.deliver(response, ticket) } }
            })
        switch guest.application.answer(request, exchange) {
        case .now(let response): slot.connection?.answer(response, to: pending, &bench)
        case .later: slot.connection?.hold(pending)
        case .move(let index):
            guard gates.indices.contains(index), index != loop.index, moves < bench.limits.moves else {
                log.error("gateway.move-refused", ["to": .number(index), "moves": .number(moves)])
                slot.connection?.answer(Response(plain: .internalServerError), to: pending, &bench)
                return true
            }
            move(slot, to: gates[index], with: Errand(request: request, moves: moves + 1))
            return false
        }
        return true
    }

    /// An answer that comes after its connection is gone, or a second one, finds nobody and is dropped.
    private func deliver(_ response: Response, _ ticket: Ticket) {
        bench.refresh()
        guard let slot = table[ticket.token], slot.connection?.turn == ticket.turn,
            case .held(let pending) = slot.connection?.stage
        else { return }
        slot.connection?.answer(response, to: pending, &bench)
        serve(slot)
    }

    private func move(_ slot: Slot, to gate: LoopGate, with errand: Errand) {
        guard slot.connection?.flush(&bench) == true, let connection = slot.connection.take() else {
            return drop(slot)
        }
        table.remove(slot)
        bench.metrics.moves.add()
        do throws(Errno) {
            try loop.forget(slot.number)
        } catch {
            log.warning("gateway.unforgettable", ["reason": .text("\(error)")])
        }
        send(connection, to: gate, with: errand)
    }

    func send(_ connection: consuming Connection, to gate: LoopGate, with errand: Errand? = nil) {
        let parcel = Parcel(connection)
        gate.loop.post { gate.assumeIsolated { $0.adopt(parcel, errand) } }
    }

    /// A connection that comes without an errand is new.
    private func adopt(_ parcel: Parcel, _ errand: Errand?) {
        guard let connection = parcel.take() else { return }
        bench.refresh()
        guard let slot = settleIn(connection) else { return }
        if let errand, !ask(errand.request, slot, moves: errand.moves) { return }
        if errand != nil || bench.isStopping { serve(slot) }
    }

    /// Gives a connection its place in table and epoll.
    func settleIn(_ connection: consuming Connection) -> Slot? {
        let slot = table.insert(consume connection)
        do throws(Errno) {
            try loop.watch(slot.number, for: slot.interest, as: slot.token)
            return slot
        } catch {
            log.warning("gateway.unwatchable", ["reason": .text("\(error)")])
            drop(slot)
            return nil
        }
    }
}
