/// Makes a stream slightly worse, by lot: what a broken client or a patient attacker would try.
package enum Damage {
    private static let telling = Array("\r\n :;,\0%0\t+-xa\u{7f}".utf8)
    private static let phrases = [
        "\r\n\r\n", "\n\n", "\r\n ", "Content-Length: 5\r\n", "Transfer-Encoding: chunked\r\n", "Host: b\r\n",
        "0\r\n\r\n", "GET / HTTP/1.1\r\n", "Connection: close\r\n", "Expect: 100-continue\r\n", "\r\r\n",
    ].map { Array($0.utf8) }

    package static func damaged(
        _ whole: [UInt8], using random: inout some RandomNumberGenerator
    ) -> [UInt8] {
        var stream = whole
        for _ in 0..<Int.random(in: 1...3, using: &random) where !stream.isEmpty {
            let place = Int.random(in: stream.indices, using: &random)
            switch Int.random(in: 0..<8, using: &random) {
            case 0: stream[place] = UInt8.random(in: 0...255, using: &random)
            case 1: stream.remove(at: place)
            case 2: stream.insert(telling.randomElement(using: &random) ?? 0, at: place)
            case 3: stream.swapAt(place, Int.random(in: stream.indices, using: &random))
            case 4: stream[place] = telling.randomElement(using: &random) ?? 0
            case 5: stream.insert(contentsOf: phrases.randomElement(using: &random) ?? [], at: place)
            case 6: stream.removeSubrange(place..<min(stream.count, place + 8))
            default:
                let end = min(stream.count, place + Int.random(in: 1...20, using: &random))
                stream.insert(
                    contentsOf: stream[place..<end], at: Int.random(in: stream.indices, using: &random))
            }
        }
        return stream
    }
}
