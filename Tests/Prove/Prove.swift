import Unix

/// The command `prove`: the proofs that run inside one process, without sockets or files. `Scripts/prove`
/// runs it beside those that need the whole server.
///
///     prove NAME [--count N] [--seeds A..B] [--input FILE]
@main
struct Prove {
    static func main() async {
        let words = Array(CommandLine.arguments.dropFirst())
        if let name = words.first, let list = StreamList.named[name], let order = Order(words.dropFirst()) {
            for line in list(order) { say(line, to: 1) }
            ProcessFacts.exit(0)
        }
        guard let name = words.first, let proof = proofs[name], let order = Order(words.dropFirst()) else {
            let known = proofs.keys.sorted().joined(separator: ", ")
            say(
                "usage: prove NAME [--count N] [--seeds A..B] [--input FILE], where NAME is one of \(known)",
                to: 2)
            ProcessFacts.exit(2)
        }
        var isSound = true
        for tally in await proof(order) {
            say(tally.json, to: 1)
            if !tally.isSound { isSound = false }
        }
        ProcessFacts.exit(isSound ? 0 : 1)
    }

    /// Each name with what it tries; a new proof is one file and one line here.
    private static let proofs: [String: @Sendable (Order) async -> [Tally]] = [
        "crash": CrashProof.run,
        "flip": FlipProof.run,
        "plug": PlugProof.run,
        "tamper": TamperProof.run,
        "http": HTTPProof.run,
    ]

    private static func say(_ line: String, to descriptor: Int32) {
        ProcessFacts.write(Array((line + "\n").utf8), to: descriptor)
    }
}
