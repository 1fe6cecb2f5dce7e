import HTTP
import Locking
import Unix

/// Which request an answer is for.
struct Ticket: Sendable {
    let token: Epoll.Token
    let turn: UInt32
}

/// The request that takes a connection to another loop.
struct Errand: Sendable {
    let request: Request
    let moves: Int
}

/// A connection between two loops. It is taken out once; if nobody does, it closes.
final class Parcel: Sendable {
    private let connection: Lock<Connection?>

    init(_ connection: consuming Connection) { self.connection = Lock(consume connection) }

    func take() -> Connection? { connection.withLock { $0.take() } }
}

/// Request ids: SplitMix64 from a random start, so that a run does not repeat another's and loops do not
/// meet.
struct Identifiers {
    private var state: UInt64

    init(seed: UInt64, loop: Int) { state = seed &+ UInt64(loop) << 48 }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
        return mixed ^ mixed >> 31
    }
}
