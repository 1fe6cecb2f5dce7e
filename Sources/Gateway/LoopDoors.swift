import HTTP
import Reactor
import TLS
import Telemetry
import Unix

/// Who comes in at a loop, who has to go, and how it all ends.
extension LoopGate {
    /// Begins to accept. A loop that cannot watch a door leaves it to the others.
    func open(_ doors: [Door]) {
        self.doors = doors
        watch(doors)
    }

    /// Takes one who waits. Epoll tells again of others, so that this loop's connections get their turn.
    func accept(_ door: Door) {
        // That somebody waits is known here; nobody gives way to a guess.
        if door.census.isFull {
            let isLarge = isLarge(in: door.census)
            guard isLarge, makeRoom(in: door.census) else {
                return waitForRoom(in: door.census, onlyFromLarge: !isLarge)
            }
        }
        guard door.census.keepPlace() else { return }
        do throws(Errno) {
            guard let arrival = try door.listener.accept() else { return door.census.giveBackPlace() }
            admit(arrival, Guest(arrival.peer, at: door), door.context)
        } catch {
            door.census.giveBackPlace()
            log.warning("gateway.accept-failed", ["reason": .text("\(error)")])
            log.warning("gateway.paused", ["connections": .number(census.connections)])
            pause(doors)
        }
    }

    /// Lets somebody in for whom a place was kept.
    func admit(_ arrival: Arrival, _ guest: Guest, _ context: ServerContext?) {
        guard let place = guest.census.enter(from: guest.place) else {
            _ = FileDescriptor(owning: arrival.number)  // and closes it
            bench.metrics.crowdedOut.add()
            return log.debug("gateway.crowded", ["network": .text(guest.network)])
        }
        bench.metrics.accepted.add()
        let connection = Connection(arrival.number, guest, context, bench)
        // The kernel tends to wake the same loop again and again; handshakes are work for all of them.
        let gate = gates[place % gates.count]
        if gate === self { _ = settleIn(connection) } else { send(connection, to: gate) }
    }

    /// Waiting connections would wake the loop again and again while none can be taken.
    func pause(_ crowded: [Door]) {
        let open = crowded.filter { door in !pausedDoors.contains { $0 === door } }
        guard !open.isEmpty else { return }
        pausedDoors += open
        bench.metrics.acceptFailures.add()
        for door in open { forget(door) }
    }

    /// If there still is no room, who stands at the door will have it asked for again.
    func resume(_ doors: [Door]) {
        let waiting = pausedDoors.filter { door in doors.contains { $0 === door } }
        pausedDoors.removeAll { door in doors.contains { $0 === door } }
        watch(waiting)
    }

    private func watch(_ doors: [Door]) {
        for door in doors {
            do throws(Errno) {
                let token = ConnectionTable.listenerToken(door.number)
                try loop.watch(door.number, for: [.readable, .exclusive], as: token)
            } catch {
                log.error("gateway.door-unwatchable", ["reason": .text("\(error)")])
            }
        }
    }

    private func forget(_ door: Door) {
        do throws(Errno) {
            try loop.forget(door.number)
        } catch {
            log.warning("gateway.unforgettable", ["reason": .text("\(error)")])
        }
    }

    /// About once a second: deadlines, and doors that were paused.
    func tick() {
        bench.refresh()
        if pausedDoors.contains(where: { $0.census.isFull }) {
            log.warning("gateway.full", ["connections": .number(census.connections)])
        }
        if !pausedDoors.isEmpty { resume(pausedDoors) }
        let isOver = stopDeadline.map { bench.now >= $0 } ?? false
        for slot in table.all {
            if isOver {
                drop(slot)
                continue
            }
            switch slot.connection?.expire(&bench) {
            case nil, .some(.none): break
            case .step:
                bench.metrics.expired.add()
                serve(slot)
            case .close:
                bench.metrics.expired.add()
                drop(slot)
            }
        }
    }

    /// Accepts nobody any more; who is between two requests leaves now, the others after their answer.
    func stop(at deadline: Int64) {
        bench.refresh()
        bench.isStopping = true
        stopDeadline = deadline
        for door in doors where !pausedDoors.contains(where: { $0 === door }) { forget(door) }
        (doors, pausedDoors) = ([], [])
        for slot in table.inOrderOfArrival {
            // A request may have arrived of which epoll has not yet told.
            slot.connection?.woken(by: .readable)
            serve(slot)
        }
        census.loopIsClosed()
    }
}
