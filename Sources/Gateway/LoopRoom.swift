import HTTP
import Reactor
import Telemetry
import Unix

/// Who has to give way when the house is full and somebody is at the door.
///
/// Otherwise silent connections would keep everybody else outside until their time is up, and whoever opens
/// new ones fast enough could keep the door shut for good.
extension LoopGate {
    /// Ends those of this loop's connections that are best missed; false if all of them are busy.
    ///
    /// Networks with far too many connections give way first, and otherwise who has kept us waiting longest:
    /// an honest client is done while a silent one grows old. Nobody who waits for our answer is among them.
    func makeRoom(in census: Census) -> Bool {
        let numbers = census.networks
        let crowd = max(1, census.capacity / bench.limits.partThatIsACrowd)
        var waiting: [(slot: Slot, isOfACrowd: Bool, since: Duration)] = []
        for slot in table.all {
            guard let since = slot.connection?.waitsSince, let guest = slot.connection?.guest,
                guest.census === census
            else { continue }
            waiting.append((slot, numbers[guest.place] ?? 0 > crowd, since))
        }
        // Several at once, so that a flood does not pay for this with a look at all of them for each arrival.
        let count = max(1, waiting.count / bench.limits.partThatGivesWay)
        waiting.sort { $0.isOfACrowd == $1.isOfACrowd ? $0.since < $1.since : $0.isOfACrowd }
        for (slot, _, _) in waiting.prefix(count) {
            bench.metrics.gaveWay.add()
            slot.connection?.takeLeave()
            drop(slot)
        }
        return !waiting.isEmpty
    }

    /// Whether this loop has at least half of an equal share of the connections. A loop with few would send
    /// away young ones while others keep the old.
    func isLarge(in census: Census) -> Bool {
        let own = table.all.count { $0.connection?.guest.census === census }
        return 2 * own * gates.count >= census.capacity
    }

    /// Closes the doors to a full house until the next tick, or until another loop has made room.
    func waitForRoom(in census: Census, onlyFromLarge: Bool) {
        let crowded = doors.filter { $0.census === census }
        pause(crowded)
        for gate in gates where gate !== self {
            gate.loop.post {
                let isMade = gate.assumeIsolated { gate in
                    (!onlyFromLarge || gate.isLarge(in: census)) && gate.makeRoom(in: census)
                }
                guard isMade else { return }
                self.loop.post { self.assumeIsolated { $0.resume(crowded) } }
            }
        }
    }
}

extension Connection {
    /// Since when the client keeps us waiting for something; nil while the client waits for us.
    var waitsSince: Duration? {
        switch stage {
        case .held: nil
        case .lingering: .zero
        case .handshaking, .serving, .closing: patience.waitingSince
        }
    }

    /// A client between two requests learns that it may send the next one elsewhere.
    mutating func takeLeave() {
        guard case .serving = stage, machine.isIdle, rest.isEmpty else { return }
        _ = wire.bidFarewell()
    }
}
