import Unix

/// The command `prove`: the proofs that run inside one process, without sockets or files. `Scripts/prove`
/// runs it beside those that need the whole server.
///
///     prove NAME [--count N] [--seeds A..B] [--input FILE]
@main
struct Prove {
    static func main() async {
        let words = Array(CommandLine.arguments.dropFirst())
        if let list = words.first.flatMap({ StreamList.named[$0] }), let order = Order(words.dropFirst()) {
            for line in list(order) { say(line, to: 1) }
            ProcessFacts.exit(0)
        }
        guard let proof = words.first.flatMap(Proof.init), let order = Order(words.dropFirst()) else {
            let known = Proof.allCases.map(\.rawValue).joined(separator: ", ")
            say("usage: prove NAME [--count N] [--seeds A..B], where NAME is one of \(known)", to: 2)
            ProcessFacts.exit(2)
        }
        var isSound = true
        for tally in await proof.run(order) {
            say(tally.json, to: 1)
            if !tally.isSound { isSound = false }
        }
        ProcessFacts.exit(isSound ? 0 : 1)
    }

    private static func say(_ line: String, to descriptor: Int32) {
        ProcessFacts.write(Array((line + "\n").utf8), to: descriptor)
    }
}

/// Each proof by its name; a new one is a file and two lines here.
private enum Proof: String, CaseIterable {
    case crash
    case flip
    case http
    case plants
    case plug
    case signInClock = "sign-in-clock"
    case simulate
    case tamper

    func run(_ order: Order) async -> [Tally] {
        switch self {
        case .crash: CrashProof.run(order)
        case .flip: FlipProof.run(order)
        case .http: HTTPProof.run(order)
        case .plants: await Planted.prove(order)
        case .plug: await PlugProof.run()
        case .signInClock: await SignInClock.run(order)
        case .simulate: await Simulated.prove(order)
        case .tamper: await TamperProof.run(order)
        }
    }
}
