import HTTP
import Testing

@Suite("Damaged streams")
struct MutationTests {
    private static let stream = Array(
        (StrictCase.get("/a/b?c=d", "Cookie: a=b\r\n") + StrictCase.post("Content-Length: 7", "GET / H")
            + StrictCase.chunked("5;x=y\r\nhello\r\n0\r\n\r\n") + StrictCase.get("/last")).utf8)

    @Test("damage never makes more answers than requests, and every cut gives the same verdict")
    func mutations() {
        for seed in 1...2_000 {
            var random = SplitMix(state: UInt64(seed))
            let stream = Self.damaged(using: &random)
            let whole = Conversation(stream)
            let cuts = stream.indices.dropFirst().filter { _ in Int.random(in: 0..<8, using: &random) == 0 }
            #expect(Conversation(stream, cuts: cuts) == whole, "seed \(seed), random cuts")
            #expect(
                Conversation(stream, cuts: Array(stream.indices.dropFirst())) == whole, "seed \(seed), bytes")
            #expect(whole.requests.count <= Self.heads(in: stream), "seed \(seed)")
            #expect(whole.isFinished, "seed \(seed)")
        }
    }

    /// No request can end before a blank line does, so their number bounds the answers.
    private static func heads(in stream: [UInt8]) -> Int {
        let blank = Array("\r\n\r\n".utf8)
        return stream.indices.count { stream[$0...].starts(with: blank) }
    }

    private static func damaged(using random: inout SplitMix) -> [UInt8] {
        var stream = stream
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let place = Int.random(in: stream.indices, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: stream[place] = UInt8.random(in: 0...255, using: &random)
            case 1: stream.remove(at: place)
            case 2: stream.insert(Array("\r\n :;,\0%0".utf8).randomElement(using: &random) ?? 0, at: place)
            case 3: stream.swapAt(place, Int.random(in: stream.indices, using: &random))
            default:
                let end = min(stream.count, place + Int.random(in: 1...20, using: &random))
                stream.insert(
                    contentsOf: stream[place..<end], at: Int.random(in: stream.indices, using: &random))
            }
        }
        return stream
    }
}
