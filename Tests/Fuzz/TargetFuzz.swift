import HTTP
import Streams

/// The target of a request: what was taken apart can be put together again and means the same.
enum TargetFuzz {
    @Sendable static func check(_ bytes: [UInt8]) {
        guard let head = head(of: bytes), head.path != "*" else { return }
        for segment in head.segments {
            let isClean = segment.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != 0x2F && $0 != 0x5C }
            Fuzz.demand(isClean && segment != "." && segment != "..", "the segment \(segment) got through")
        }
        let path = "/" + head.segments.map(PercentEncoding.encode).joined(separator: "/")
        let query = head.query.fields.map {
            PercentEncoding.encode($0.name) + "=" + PercentEncoding.encode($0.value)
        }
        let again = Self.head(of: Array((path + "?" + query.joined(separator: "&")).utf8))
        // Encoding may triple a target or a name in it, and then it is too long.
        let isLong = bytes.count > 2_000 || query.contains { $0.utf8.count > FormLimits.standard.nameBytes }
        guard let again else { return Fuzz.demand(isLong, "not read again: \(path)?\(query)") }
        Fuzz.demand(again.segments == head.segments, "\(head.segments) became \(again.segments)")
        Fuzz.demand(again.query == head.query, "\(head.query) became \(again.query)")
    }

    private static func head(of target: [UInt8]) -> RequestHead? {
        let stream = Array("GET ".utf8) + target + Array(" HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
        return Conversation(stream).requests.first?.head
    }
}
