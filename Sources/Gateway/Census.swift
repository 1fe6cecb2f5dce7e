import Locking
import Unix

/// Who is connected, on all loops together. A connection that moves between loops is counted all the while.
final class Census: Sendable {
    enum Verdict {
        /// With the number of those who came before.
        case welcome(Int)
        case crowded, full
    }

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

    /// Counts a connection in, unless it is one too many.
    func enter(from network: PeerAddress) -> Verdict {
        state.withLock { state in
            guard state.connections < limits.connections else { return .full }
            guard state.networks[network, default: 0] < limits.connectionsPerNetwork else { return .crowded }
            state.connections += 1
            state.networks[network, default: 0] += 1
            defer { state.arrivals += 1 }
            return .welcome(state.arrivals)
        }
    }

    func leave(from network: PeerAddress) {
        let farewell = state.withLock { state in
            state.connections -= 1
            let left = state.networks[network, default: 1] - 1
            state.networks[network] = left > 0 ? left : nil
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
