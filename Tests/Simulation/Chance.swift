import Locking

/// What a seed decides. Each purpose has a stream of its own, so that one more draw here changes nothing there.
final class Chance: Sendable {
    private let state: Lock<UInt64>

    init(_ seed: UInt64, for purpose: String) {
        // FNV-1a over the purpose, so that equal seeds of two purposes do not run side by side.
        let offset = purpose.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01b3
        }
        state = Lock(seed &* 0x9e37_79b9_7f4a_7c15 ^ offset)
    }

    /// SplitMix64 (Steele, Lea, Flood 2014).
    func next() -> UInt64 {
        state.withLock { state in
            state &+= 0x9e37_79b9_7f4a_7c15
            var mixed = state
            mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
            mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
            return mixed ^ mixed >> 31
        }
    }

    func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

    func within(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    func happens(percent: Int) -> Bool { below(100) < percent }

    func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

    func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) } }
}
