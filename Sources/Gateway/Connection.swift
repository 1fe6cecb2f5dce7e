import HTTP
import TLS
import Telemetry
import Unix

/// One client's connection: what it is at, what it may do next. It says what is to be done, and does no more
/// itself than move bytes between its socket and its machine.
struct Connection: ~Copyable, Sendable {
    /// What the loop must do before the connection can go on.
    enum Step {
        /// A body follows: how long may it be? Answer with `machine.accept(bodyLimit:)`.
        case judge(RequestHead)
        /// Put this to the application, then `answer` or `hold`.
        case ask(Request)
        /// Nothing until the socket is ready for what `desired` says, or an answer comes.
        case wait
        case close
    }

    /// A request that the application has not answered yet.
    struct Pending: Sendable {
        let head: RequestHead
        /// Microseconds of the steady clock.
        let since: Int64
    }

    enum Stage {
        case handshaking
        /// Requests are read, and answered at once.
        case serving
        /// The application has a request and will answer later.
        case held(Pending)
        /// The last answer is on its way; nothing more is read.
        case closing
        /// Everything is said. Only the client's end is awaited, so that it can read in peace.
        case lingering(until: Duration, bytes: Int)
    }

    var wire: Wire
    let guest: Guest
    var machine: ServerMachine
    var patience: Patience
    var stage: Stage
    var rest = Outflow()
    /// Whether the socket may have bytes: set by a wake-up, cleared by a read.
    var mayRead = false
    /// Whether TLS asked for room to write where it was to read.
    var wantsRoom = false
    /// The head of the request whose body is being read.
    var openHead: RequestHead?
    /// Whether the client waits for us and not we for it.
    var isOurTurn = false
    /// The host that the TLS handshake named.
    var serverName: String?
    /// Counts requests, so that an answer finds its own.
    private(set) var turn: UInt32 = 0

    /// Without a context no TLS is spoken.
    init(_ number: Int32, _ guest: Guest, _ context: ServerContext?, _ bench: borrowing Workbench) {
        wire = Wire(number, context)
        self.guest = guest
        stage = context == nil ? .serving : .handshaking
        machine = ServerMachine(limits: bench.limits.requests)
        patience = Patience(openedAt: bench.moment, terms: bench.limits.patience)
    }

    /// What is worth a wake-up.
    var desired: Epoll.Interest {
        if rest.isFetching { return [] }
        return switch stage {
        case .handshaking: wantsRoom ? .writable : .readable
        case .serving:
            if !rest.isEmpty || wantsRoom { .writable } else { machine.wantsBytes ? .readable : [] }
        case .held: rest.isEmpty ? [] : .writable
        case .closing: .writable
        case .lingering: .readable
        }
    }

    mutating func woken(by interest: Epoll.Interest) {
        if !interest.isDisjoint(with: .hangUp.union(.readable)) || wantsRoom { mayRead = true }
        wantsRoom = false
    }

    /// Gives the request that was just asked to the application for as long as it wants.
    mutating func hold(_ pending: Pending) {
        turn &+= 1
        stage = .held(pending)
    }

    /// Puts a body behind its head. What is longer than a record, or stored, is sent from where it is kept.
    private mutating func carry(_ response: Response, _ bench: inout Workbench) {
        if let stored = response.stored {
            gather(&bench)
            rest.follow(with: stored)
        } else if bench.output.count + response.body.count <= ServerSession.record {
            bench.output += response.body
        } else {
            gather(&bench)
            rest.follow(with: response.body)
        }
    }

    /// Puts what was said since the last time behind what already waits.
    mutating func gather(_ bench: inout Workbench) {
        if bench.output.isEmpty { return }
        if rest.isEmpty { rest.trade(&bench.output) } else { rest.append(bench.output) }
        bench.output.removeAll(keepingCapacity: true)
    }

    /// Writes an answer to the bench. Call `step` afterwards, which sends it.
    mutating func answer(_ response: Response, to pending: Pending?, _ bench: inout Workbench) {
        let isLast = response.closesConnection || bench.isStopping || pending?.head.keepAlive != true
        var response = response
        response.closesConnection = isLast
        // A refusal in the middle of a body answers the head before it: HEAD gets no body even then.
        let head = pending?.head ?? openHead
        response.encodeHead(for: head, date: bench.date, into: &bench.output)
        if response.carriesBody(for: head) { carry(response, &bench) }
        isOurTurn = true
        stage = isLast ? .closing : .serving
        bench.metrics.answered(response.status)
        if let pending { bench.metrics.durations.record(microseconds: bench.elapsed(since: pending.since)) }
    }
}

/// Who is at the other end, and what he came for.
struct Guest: Sendable {
    let peer: String
    let network: String
    let place: PeerAddress
    let application: any Application
    /// Where he is counted.
    let census: Census

    init(_ peer: PeerAddress, at door: Door) {
        self.init(peer, for: door.application, among: door.census)
    }

    init(_ peer: PeerAddress, for application: any Application, among census: Census) {
        self.peer = peer.description
        place = peer.network
        network = place == peer ? self.peer : place.description
        self.application = application
        self.census = census
    }
}
