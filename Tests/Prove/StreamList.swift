import Crypto
import HTTP
import Streams
import Unix

/// Streams of bytes as they travel between this program and the proofs in Python: a line for each, with its
/// name and its bytes in base64.
struct NamedStream {
    let name: String
    let bytes: [UInt8]

    var line: String { "\(name)\t\(Base64URL.encode(bytes))" }

    private static let longestFile = 64 << 20

    /// The project's own cases, each with the refusal that it must come to, or `-`.
    static func ownCases() -> [String] {
        StrictCase.all.map { example in
            let verdict = example.verdict.map { "\($0)" } ?? "-"
            return [example.name, Base64URL.encode(example.stream), verdict, "\(example.requests)"]
                .joined(separator: "\t")
        }
    }

    /// The streams of a file, or nothing where there is none.
    static func read(_ path: String?) -> [NamedStream] {
        guard let path, let bytes = try? WholeFile.read(path, atMost: longestFile) else { return [] }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count >= 2, let stream = Base64URL.decode(fields[1]) else { return nil }
            return NamedStream(name: String(fields[0]), bytes: stream)
        }
    }

    /// What we make of each stream of a file: the requests as method and body length, then how it ended.
    static func verdicts(_ order: Order) -> [String] {
        read(order.input).map { stream in
            let seen = Conversation(stream.bytes)
            let requests = seen.requests.map { "\($0.head.method.name)+\($0.body.count)" }
            let ended = seen.rejection.map { "\($0)" } ?? "-"
            let stays = seen.requests.last?.head.keepAlive ?? true
            return [stream.name, requests.joined(separator: " "), ended, stays ? "stays" : "closes"]
                .joined(separator: "\t")
        }
    }
}

/// What proofs in Python ask of this program: lines for them to read.
enum StreamList {
    static let named: [String: @Sendable (Order) -> [String]] = [
        "http-cases": { _ in NamedStream.ownCases() },
        "http-damaged": HTTPProof.damagedStreams,
        "http-verdicts": NamedStream.verdicts,
    ]
}
