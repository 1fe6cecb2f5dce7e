import HTTP
import Streams
import Testing

@Suite("Strict reading of requests")
struct StrictnessTests {
    @Test("every rule says no and yes, however the bytes are cut", arguments: StrictCase.all)
    func rules(example: StrictCase) {
        for cuts in Cuts.every(of: example.stream, seed: UInt64(example.stream.count)) {
            let seen = Conversation(example.stream, cuts: cuts)
            #expect(seen.rejection == example.verdict)
            #expect(seen.requests.count == example.requests)
        }
    }

    @Test("every rejection that bytes can cause is caused by one of them")
    func everyRejectionOccurs() {
        let caused = Set(StrictCase.all.compactMap(\.verdict))
        // The clock causes the one; the other needs a caller that answers later than the next bytes come.
        #expect(Set(Rejection.allCases).subtracting(caused) == [.tooSlow, .backlogTooLong])
    }

    @Test("two hundred cases, each under a name of its own")
    func count() {
        #expect(StrictCase.all.count >= 200)
        #expect(Set(StrictCase.all.map(\.name)).count == StrictCase.all.count)
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
