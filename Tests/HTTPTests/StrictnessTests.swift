import HTTP
import Testing

/// A stream and what must come of it.
struct StrictCase: Sendable, CustomTestStringConvertible {
    let name: String
    let stream: String
    let verdict: Rejection?
    var testDescription: String { name }

    static func no(_ verdict: Rejection, _ name: String, _ stream: String) -> StrictCase {
        StrictCase(name: name, stream: stream, verdict: verdict)
    }

    static func yes(_ name: String, _ stream: String) -> StrictCase {
        StrictCase(name: name, stream: stream, verdict: nil)
    }

    static func get(_ target: String, _ headers: String = "") -> String {
        "GET \(target) HTTP/1.1\r\nHost: a\r\n\(headers)\r\n"
    }

    static func post(_ headers: String, _ body: String = "") -> String {
        "POST / HTTP/1.1\r\nHost: a\r\n\(headers)\r\n\r\n\(body)"
    }

    static func chunked(_ body: String) -> String { post("Transfer-Encoding: chunked", body) }
}

@Suite("Strict reading of requests")
struct StrictnessTests {
    @Test("every rule says no and yes, however the bytes are cut", arguments: StrictCase.all)
    func rules(example: StrictCase) {
        let stream = Array(example.stream.utf8)
        for cuts in everyCut(of: stream, seed: UInt64(stream.count)) {
            let seen = Conversation(stream, cuts: cuts)
            #expect(seen.rejection == example.verdict)
            #expect(seen.requests.count == (example.verdict == nil ? 1 : 0))
        }
    }

    @Test("nothing is parsed after a rejection")
    func silenceAfterRejection() {
        let seen = Conversation("GET /\\ HTTP/1.1\r\nHost: a\r\n\r\n" + StrictCase.get("/"))
        #expect(seen.events == ["reject malformedTarget", "finished"])
    }

    @Test("bytes outside ASCII are refused in targets and names, and let through in values")
    func nonAscii() {
        #expect(Conversation(StrictCase.get("/caf\u{e9}")).rejection == .malformedTarget)
        #expect(Conversation(StrictCase.get("/", "X-\u{e9}: a\r\n")).rejection == .malformedHeader)
        let seen = Conversation(StrictCase.get("/", "User-Agent: \u{e9}\r\n"))
        #expect(seen.requests.first?.head.headers[.userAgent] == "\u{e9}")
    }

    @Test("every rejection has a status of refusal and an explanation", arguments: Rejection.allCases)
    func rejectionsExplain(rejection: Rejection) {
        #expect(rejection.status.code >= 400)
        #expect(rejection.explanation.hasSuffix("."))
        #expect(Response(rejection).closesConnection)
    }
}
