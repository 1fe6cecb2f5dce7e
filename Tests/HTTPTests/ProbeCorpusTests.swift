import Foundation
import HTTP
import Streams
import Testing

/// One request of Http11Probe (github.com/MDA2AV/Http11Probe), with the verdicts that it accepts.
struct Probe: Sendable, Decodable, CustomTestStringConvertible {
    let id: String
    let expected: String
    let request_base64: String
    let truncated_at_8192: Bool
    let non_ascii_replaced_by_question_mark: Bool
    var testDescription: String { id }

    /// The published log is cut at 8 KiB and has lost bytes outside ASCII; both are put back in kind.
    var stream: [UInt8] {
        var bytes = [UInt8](Data(base64Encoded: request_base64) ?? Data())
        if id == "MAL-MANY-HEADERS" {
            bytes = Array(StrictCase.get("/", String(repeating: "X-H: value\r\n", count: 10_000)).utf8)
        } else if truncated_at_8192, let last = bytes.last {
            bytes += [UInt8](repeating: last, count: 100_000)
        }
        guard non_ascii_replaced_by_question_mark else { return bytes }
        return bytes.map { $0 == UInt8(ascii: "?") ? 0xC3 : $0 }
    }

    static let all: [Probe] = {
        guard let file, let lines = try? String(contentsOf: file, encoding: .utf8) else {
            print("The Http11Probe corpus is missing: set COUNTERSIGN_CORPORA to the folder that holds it.")
            return []
        }
        return lines.split(separator: "\n").compactMap {
            try? JSONDecoder().decode(Probe.self, from: Data($0.utf8))
        }
    }()

    private static var file: URL? {
        let checkout = URL(filePath: #filePath).appending(path: "../../..").standardized
        let named = ProcessInfo.processInfo.environment["COUNTERSIGN_CORPORA"].map { URL(filePath: $0) }
        let folder = named ?? checkout.appending(path: "../shared/corpora").standardized
        let file = folder.appending(path: "http11probe/requests.jsonl")
        return FileManager.default.fileExists(atPath: file.path()) ? file : nil
    }
}

@Suite("The Http11Probe corpus", .enabled(if: !Probe.all.isEmpty, "The corpus is missing."))
struct ProbeCorpusTests {
    /// Where we differ on purpose, and why.
    private static let differences = [
        // Trailers reach no code of ours, and parsers disagree on whether they may overwrite headers.
        "COMP-CHUNKED-TRAILER-VALID": 400
    ]

    @Test("every probe gets a verdict that it accepts, however it is cut", arguments: Probe.all)
    func probe(_ probe: Probe) {
        let stream = probe.stream
        let whole = Conversation(stream)
        for cuts in Cuts.every(of: stream, seed: 11) where stream.count < 20_000 || cuts.count < 20_000 {
            #expect(Conversation(stream, cuts: cuts) == whole)
        }
        let statuses = Self.statuses(whole)
        if let status = Self.differences[probe.id] {
            #expect(statuses == [status])
        } else {
            #expect(
                Self.accepts(probe.expected, statuses, closes: whole.rejection != nil || statuses.isEmpty),
                "\(probe.expected), but \(whole.events)")
        }
        if probe.expected.contains("2xx + close") {
            #expect(whole.requests.map(\.head.keepAlive) == [false])
        }
    }

    @Test("the corpus is whole")
    func count() {
        #expect(Probe.all.count == 143)
    }

    /// A caller that answers 200 to the seven methods we know, and to others, such as TRACE, that they are
    /// not allowed.
    private static func statuses(_ conversation: Conversation) -> [Int] {
        conversation.requests.map { request in
            if case .other = request.head.method { 405 } else { 200 }
        } + (conversation.rejection.map { [$0.status.code] } ?? [])
    }

    private static func accepts(_ expected: String, _ statuses: [Int], closes: Bool) -> Bool {
        if expected == "!101" { return !statuses.contains(101) }
        if closes, expected.contains("close") || expected.contains("timeout") {
            return !statuses.contains(200)
        }
        guard let status = statuses.first else { return false }
        return expected.contains("\(status)") || status == 200 && expected.contains("2xx")
    }
}
