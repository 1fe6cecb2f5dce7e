import HTTP

/// What a caller sees when a stream of bytes goes through the machine: one line for each action.
///
/// The caller here is the simplest that could be: it takes bodies up to a limit and answers each request
/// once.
struct Conversation: Equatable {
    private(set) var events: [String] = []
    private(set) var requests: [Request] = []
    private(set) var rejection: Rejection?
    private(set) var isFinished = false

    var statuses: [Int] { requests.map { _ in 200 } + (rejection.map { [$0.status.code] } ?? []) }

    static func == (left: Conversation, right: Conversation) -> Bool { left.events == right.events }

    init(
        _ stream: [UInt8], cuts: [Int] = [], endsInput: Bool = true, limits: Limits = .standard,
        bodyLimit: Int = 1_000_000
    ) {
        var machine = ServerMachine(limits: limits)
        var start = 0
        for cut in cuts + [stream.count] {
            machine.receive(stream[start..<cut])
            start = cut
            drain(&machine, bodyLimit)
        }
        if endsInput {
            machine.endOfInput()
            drain(&machine, bodyLimit)
        }
    }

    init(_ text: String, endsInput: Bool = true, limits: Limits = .standard, bodyLimit: Int = 1_000_000) {
        self.init(Array(text.utf8), endsInput: endsInput, limits: limits, bodyLimit: bodyLimit)
    }

    private mutating func drain(_ machine: inout ServerMachine, _ bodyLimit: Int) {
        while true {
            switch machine.next() {
            case .needMore: return
            case .head(let head):
                events.append("head \(head.path)")
                machine.accept(bodyLimit: bodyLimit)
            case .sendContinue: events.append("continue")
            case .request(let request):
                let head = request.head
                events.append(
                    "request \(head.method.name) \(head.segments) \(head.query.fields) \(request.body)")
                requests.append(request)
            case .reject(let rejection):
                events.append("reject \(rejection)")
                self.rejection = rejection
            case .finished:
                if !isFinished { events.append("finished") }
                isFinished = true
                return
            }
        }
    }
}

/// The same stream cut in every way that has been a bug somewhere: whole, byte by byte, and at random places.
func everyCut(of stream: [UInt8], seed: UInt64) -> [[Int]] {
    var random = SplitMix(state: seed)
    let scattered = (0..<4).map { _ in
        stream.indices.dropFirst().filter { _ in Int.random(in: 0..<24, using: &random) == 0 }
    }
    return [[], Array(stream.indices.dropFirst())] + scattered
}

/// A small generator (SplitMix64), so that a failing seed can be run again.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
