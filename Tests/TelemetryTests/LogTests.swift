import Foundation
import Locking
import Telemetry
import Testing

@Suite("The log")
struct LogTests {
    /// Lines written so far.
    private final class Paper: Sendable {
        let lines = Lock<[[UInt8]]>([])
        func log(_ minimum: LogLevel = .debug) -> Log {
            Log(minimum: minimum, clock: { 1_767_225_600_000_042 }) { line in
                self.lines.withLock { $0.append(line) }
            }
        }
        var all: [String] { lines.withLock { $0.map { String(decoding: $0, as: UTF8.self) } } }
    }

    @Test("writes one object a line, fields in their order")
    func line() {
        let paper = Paper()
        paper.log().notice("gateway.started", ["port": 443, "tls": true, "host": "a \"b\""])
        #expect(
            paper.all == [
                #"{"time":"2026-01-01T00:00:00.000042Z","level":"notice","message":"gateway.started","#
                    + #""port":443,"tls":true,"host":"a \"b\""}"# + "\n"
            ])
    }

    @Test("says nothing below its level, and does not even ask for the fields")
    func levels() {
        let paper = Paper()
        let log = paper.log(.warning)
        func fields() -> LogFields {
            Issue.record("the fields were evaluated")
            return [:]
        }
        log.info("quiet", fields())
        log.error("loud")
        #expect(paper.all.count == 1)
    }

    @Test(
        "stays one line that parses, whatever a field holds",
        arguments: [
            "line\nfeed\r", "\u{0}\u{1b}[31m\u{7f}\u{9b}", "\"},{\"", "\\", "\u{2028}\u{202e}", "ÿ€😀",
            "\t\u{8}",
        ])
    func injection(text: String) throws {
        let paper = Paper()
        paper.log().info("test", ["field": .text(text)])
        let line = try #require(paper.all.first)
        #expect(line.utf8.filter { $0 == 10 }.count == 1)
        #expect(line.unicodeScalars.dropLast().allSatisfy { $0.value >= 32 && !(127...159 ~= $0.value) })
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        #expect(object?["field"] as? String == text)
    }

    @Test("cuts texts that are too long")
    func long() throws {
        let paper = Paper()
        paper.log().info("test", ["field": .text(String(repeating: "x", count: 100_000))])
        #expect(try #require(paper.all.first).utf8.count < Log.textLimit + 200)
    }

    @Test("knows its calendar", arguments: [-1, 0, 951_782_400, 4_102_444_799] as [Int64])
    func calendar(second: Int64) throws {
        let paper = Paper()
        Log(clock: { second * 1_000_000 }, write: { line in paper.lines.withLock { $0.append(line) } })
            .info("test")
        let formatter = ISO8601DateFormatter()
        let expected = formatter.string(from: Date(timeIntervalSince1970: TimeInterval(second)))
        #expect(try #require(paper.all.first).contains("\"\(expected.dropLast()).000000Z\""))
    }
}
