import HTTP
import Streams

/// Malformed, damaged and split streams through the real reader of requests.
enum HTTPProof {
    private static let shownFailures = 5
    /// A fault that is not found among so many damaged streams would have stayed unfound.
    private static let streamsForAFault = 2_000
    /// Beyond this, byte by byte is a matter of minutes and shows nothing that shorter streams do not.
    private static let longestDamaged = 4_096

    static func run(_ order: Order) -> [Tally] {
        let streams =
            StrictCase.all.map { NamedStream(name: $0.name, bytes: $0.stream) }
            + NamedStream.read(order.input)
        return [wholes(streams), cases(), damaged(streams, order), plantedFaults(streams)]
    }

    /// Each stream of both collections, in every way in which it may arrive.
    private static func wholes(_ streams: [NamedStream]) -> Tally {
        var (tried, failures) = (0, [String]())
        for stream in streams {
            let cuts = Cuts.every(of: stream.bytes, seed: 11).filter { $0.count < 20_000 }
            tried += cuts.count
            failures += StreamRules.broken(by: stream.bytes, cuts: cuts).map { "\(stream.name): \($0)" }
        }
        return tally("each request of the collections, whole and cut in six ways", tried, failures)
    }

    /// The project's own cases come to the verdict that a person wrote beside them.
    private static func cases() -> Tally {
        let failures = StrictCase.all.filter { !$0.isMet() }
            .map { "\($0.name): \(Conversation($0.stream).events)" }
        return tally(
            "own cases against the verdict that was written for them", StrictCase.all.count, failures)
    }

    private static func damaged(_ streams: [NamedStream], _ order: Order) -> Tally {
        let streams = streams.filter { $0.bytes.count <= longestDamaged }
        var (tried, failures) = (0, [String]())
        var seed = order.seeds.lowerBound
        while tried < order.count ?? 10_000 || seed <= order.seeds.upperBound {
            let (stream, cuts) = sample(streams, seed)
            tried += cuts.count
            failures += StreamRules.broken(by: stream, cuts: cuts).map { "seed \(seed): \($0)" }
            seed += 1
        }
        var tally = tally("damaged requests, each whole and cut in four ways", tried, failures)
        tally.seeds = "\(order.seeds.lowerBound)..\(seed - 1)"
        return tally
    }

    /// The proof's own proof: each reader with a planted fault must be caught.
    private static func plantedFaults(_ streams: [NamedStream]) -> Tally {
        let streams = streams.filter { $0.bytes.count <= longestDamaged }
        let missed = PlantedFault.allCases.dropFirst().filter { fault in
            StrictCase.all.allSatisfy { $0.isMet(fault: fault) }
                && !(1...UInt64(streamsForAFault)).contains { seed in
                    let (stream, cuts) = sample(streams, seed)
                    return !StreamRules.broken(by: stream, cuts: cuts, fault: fault).isEmpty
                }
        }
        return tally(
            "planted faults of a reader, to be found", PlantedFault.allCases.count - 1,
            missed.map { "\($0) was not found" })
    }

    /// Damaged streams for others to send: own cases only, so that a seed means the same everywhere.
    static func damagedStreams(_ order: Order) -> [String] {
        let streams = StrictCase.all.map { NamedStream(name: $0.name, bytes: $0.stream) }
            .filter { $0.bytes.count <= longestDamaged }
        return order.seeds.map { NamedStream(name: "\($0)", bytes: sample(streams, $0).0).line }
    }

    private static func sample(_ streams: [NamedStream], _ seed: UInt64) -> ([UInt8], [[Int]]) {
        var random = SplitMix(state: seed)
        let whole = streams[Int(random.next() % UInt64(streams.count))].bytes
        let tail = Array(StrictCase.get("/last").utf8)
        let stream = Damage.damaged(whole + tail, using: &random)
        return (stream, StreamRules.cuts(of: stream, using: &random))
    }

    private static func tally(_ what: String, _ tried: Int, _ failures: [String]) -> Tally {
        Tally(
            what: what, tried: tried, found: failures.count,
            failures: Array(failures.prefix(shownFailures)))
    }
}
