/// What holds for every stream of bytes, whether anybody meant it as HTTP or not.
package enum StreamRules {
    /// Cuts that say most about a stream, for many streams: whole, byte by byte, at head and body, at random.
    package static func cuts(
        of stream: [UInt8], using random: inout some RandomNumberGenerator
    ) -> [[Int]] {
        [
            [], Array(stream.indices.dropFirst()), Cuts.behindHeads(stream),
            Cuts.atRandom(stream, oneIn: 8, using: &random), Cuts.atRandom(stream, oneIn: 40, using: &random),
        ]
    }

    /// The broken rules, each as a sentence; none when all is well.
    package static func broken(
        by stream: [UInt8], cuts: [[Int]], fault: PlantedFault = .none
    ) -> [String] {
        let whole = Conversation(stream, fault: fault)
        var broken = faults(in: whole, of: stream)
        for cut in cuts where Conversation(stream, cuts: cut, fault: fault) != whole {
            broken.append("cut at \(cut.prefix(12)) it says something else than whole")
        }
        return broken
    }

    private static func faults(in whole: Conversation, of stream: [UInt8]) -> [String] {
        var broken: [String] = []
        let heads = Cuts.behindHeads(stream + [0]).count
        if whole.requests.count > heads {
            broken.append("\(whole.requests.count) requests from \(heads) heads")
        }
        if !whole.isFinished { broken.append("the input has ended and the conversation has not") }
        if let place = whole.events.firstIndex(where: { $0.hasPrefix("reject") }),
            whole.events[(place + 1)...] != ["finished"]
        {
            broken.append("after a refusal it went on: \(whole.events[(place + 1)...])")
        }
        return broken
    }
}
