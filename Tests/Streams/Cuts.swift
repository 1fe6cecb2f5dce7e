/// The ways in which a stream may arrive.
package enum Cuts {
    /// Whole, byte by byte, behind each line and each head, and at random places: every way that has been a
    /// bug somewhere.
    package static func every(of stream: [UInt8], seed: UInt64) -> [[Int]] {
        var random = SplitMix(state: seed)
        let scattered = (0..<3).map { _ in atRandom(stream, oneIn: 24, using: &random) }
        return [[], Array(stream.indices.dropFirst()), behindLines(stream), behindHeads(stream)] + scattered
    }

    package static func atRandom(
        _ stream: [UInt8], oneIn share: Int, using random: inout some RandomNumberGenerator
    ) -> [Int] {
        stream.indices.dropFirst().filter { _ in Int.random(in: 0..<share, using: &random) == 0 }
    }

    /// Behind each line feed.
    package static func behindLines(_ stream: [UInt8]) -> [Int] {
        stream.indices.dropFirst().filter { stream[$0 - 1] == 0x0A }
    }

    /// Behind each blank line: where a head ends and its body, or the next head, begins.
    package static func behindHeads(_ stream: [UInt8]) -> [Int] {
        stream.indices.dropFirst(4).filter { stream[($0 - 4)..<$0].elementsEqual("\r\n\r\n".utf8) }
    }
}

/// A small generator (SplitMix64), so that a failing seed can be run again.
package struct SplitMix: RandomNumberGenerator {
    package var state: UInt64

    package init(state: UInt64) { self.state = state }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
