import Streams

/// A whole connection: the first byte draws the cuts, the others are what the client sends.
enum RequestFuzz {
    @Sendable static func check(_ bytes: [UInt8]) { check(bytes, fault: .none) }

    /// The same with a reader that has a fault. libFuzzer must find it, or it finds nothing.
    @Sendable static func checkPlanted(_ bytes: [UInt8]) { check(bytes, fault: .goesOnAfterRefusal) }

    private static func check(_ bytes: [UInt8], fault: PlantedFault) {
        guard let first = bytes.first else { return }
        let stream = Array(bytes.dropFirst())
        var random = SplitMix(state: UInt64(first))
        let cuts = [
            Array(stream.indices.dropFirst()), Cuts.behindHeads(stream),
            Cuts.atRandom(stream, oneIn: 8, using: &random),
        ]
        let broken = StreamRules.broken(by: stream, cuts: cuts, fault: fault)
        Fuzz.demand(broken.isEmpty, broken.joined(separator: "; "))
    }
}
