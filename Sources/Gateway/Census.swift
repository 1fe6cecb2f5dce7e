import Locking
import Unix

/// Who is connected, on all loops together. A connection that moves between loops is counted all the while.
final class Census: Sendable {
    private let limits: GatewayLimits
    private let state = Lock(State())

    private struct State {
        var connections = 0
        var arrivals = 0
        var networks: [PeerAddress: Int] = [:]
        /// Loops that have not yet closed their doors; nil before a stop.
        var openLoops: Int?
        var whenEmpty: (@Sendable () -> Void)?

        /// Hands out, once, what is to be called when all loops have stopped and everybody has left.
        mutating func takeFarewell() -> (@Sendable () -> Void)? {
            guard openLoops == 0, connections == 0 else { return nil }
            return whenEmpty.take()
        }
    }

    init(_ limits: GatewayLimits) { self.limits = limits }

    var connections: Int { state.withLock { $0.connections } }
    var capacity: Int { limits.connections }
    /// How many connections each network has.
    var networks: [PeerAddress: Int] { state.withLock { $0.networks } }
    var isFull: Bool { connections >= limits.connections }

    /// Keeps a place for whoever is accepted next; false if none is left. Kept before it is known whether
    /// somebody is there, or two loops would accept two for one place and turn one of them away.
    func keepPlace() -> Bool {
        state.withLock { state in
            guard state.connections < limits.connections else { return false }
            state.connections += 1
            return true
        }
    }

    /// Nobody was there.
    func giveBackPlace() { leave(from: nil) }

    /// Gives the place that was kept to a connection from there: the number of those who came before, or nil
    /// and no place if its network has too many.
    func enter(from network: PeerAddress) -> Int? {
        let number = state.withLock { state -> Int? in
            guard state.networks[network, default: 0] < limits.connectionsPerNetwork else { return nil }
            state.networks[network, default: 0] += 1
            defer { state.arrivals += 1 }
            return state.arrivals
        }
        if number == nil { giveBackPlace() }
        return number
    }

    func leave(from network: PeerAddress?) {
        let farewell = state.withLock { state in
            state.connections -= 1
            if let network {
                let left = state.networks[network, default: 1] - 1
                state.networks[network] = left > 0 ? left : nil
            }
            return state.takeFarewell()
        }
        farewell?()
    }

    /// Calls `whenEmpty` once so many loops have said `loopIsClosed` and no connection is left.
    func close(loops: Int, whenEmpty: @escaping @Sendable () -> Void) {
        state.withLock { state in
            state.openLoops = loops
            state.whenEmpty = whenEmpty
        }
    }

    func loopIsClosed() {
        let farewell = state.withLock { state in
            state.openLoops = state.openLoops.map { $0 - 1 }
            return state.takeFarewell()
        }
        farewell?()
    }
}
