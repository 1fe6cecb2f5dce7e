import HTTP
import Streams
import Testing

@Suite("The server's side of a connection")
struct ServerMachineTests {
    @Test("a request is read whole: head, segments, query, host and headers")
    func readsRequest() throws {
        let seen = Conversation(
            "POST /caf%C3%A9/7/?q=a+b&q=c HTTP/1.1\r\nHOST: Acme.Example:8443\r\nX-One:  a \r\nx-one: b\r\n"
                + "Content-Length: 5\r\n\r\nhello")
        let request = try #require(seen.requests.first)
        #expect(request.head.method == .post)
        #expect(request.head.path == "/caf%C3%A9/7/")
        #expect(request.head.segments == ["caf\u{e9}", "7", ""])
        #expect(request.head.query["q"] == "a b")
        #expect(request.head.query.all("q") == ["a b", "c"])
        #expect(request.head.host == "acme.example")
        #expect(request.head.headers["x-one"] == "a, b")
        #expect(request.head.headers.count == 4)
        #expect(request.head.keepAlive)
        #expect(request.body == Array("hello".utf8))
    }

    @Test("pipelined requests come out in order, each once")
    func pipelines() {
        let stream =
            StrictCase.get("/1") + StrictCase.chunked("2\r\nab\r\n1\r\nc\r\n0\r\n\r\n") + StrictCase.get("/3")
        for cuts in Cuts.every(of: Array(stream.utf8), seed: 3) {
            let seen = Conversation(Array(stream.utf8), cuts: cuts)
            #expect(seen.requests.map(\.head.path) == ["/1", "/", "/3"])
            #expect(seen.requests[1].body == Array("abc".utf8))
            #expect(seen.isFinished && seen.rejection == nil)
        }
    }

    @Test(
        "a connection ends with the request that says so",
        arguments: [
            "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nConnection: x, Close\r\n\r\n",
            "GET / HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n",
        ])
    func closes(first: String) {
        let seen = Conversation(first + StrictCase.get("/2"), endsInput: false)
        #expect(seen.requests.map(\.head.keepAlive) == [false])
        #expect(seen.events.last == "finished")
    }

    @Test("a client that waits for 100 is told to go on, once the body is accepted, and never in HTTP/1.0")
    func continues() {
        let waiting = "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-Continue\r\nContent-Length: 2\r\n\r\n"
        #expect(Conversation(waiting, endsInput: false).events == ["head /", "continue"])
        #expect(
            Conversation(waiting, endsInput: false, bodyLimit: 1).events == [
                "head /", "reject bodyTooLarge", "finished",
            ])
        #expect(Conversation(waiting + "ab").requests.map(\.body) == [Array("ab".utf8)])
        let old = waiting.replacing("HTTP/1.1", with: "HTTP/1.0")
        #expect(Conversation(old, endsInput: false).events == ["head /"])
    }

    @Test("a refused head ends the conversation, and its body is never a request")
    func refuses() {
        var machine = ServerMachine()
        let smuggled = StrictCase.get("/smuggled")
        machine.receive(Array(StrictCase.post("Content-Length: \(smuggled.utf8.count)", smuggled).utf8))
        guard case .head = machine.next(), case .head = machine.next() else {
            Issue.record("A head must be asked about until it is decided.")
            return
        }
        machine.refuse()
        machine.receive(Array(smuggled.utf8))
        guard case .finished = machine.next() else {
            Issue.record("After a refusal nothing comes.")
            return
        }
        #expect(!machine.wantsBytes && machine.unread == 0)
    }

    @Test("bodies up to the limit pass, with either framing")
    func bodyLimits() {
        #expect(Conversation(StrictCase.post("Content-Length: 5", "hello"), bodyLimit: 5).statuses == [200])
        #expect(Conversation(StrictCase.post("Content-Length: 5", "hello"), bodyLimit: 4).statuses == [413])
        let chunks = "3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n"
        #expect(Conversation(StrictCase.chunked(chunks), bodyLimit: 5).statuses == [200])
        #expect(Conversation(StrictCase.chunked(chunks), bodyLimit: 4).statuses == [413])
    }

    @Test("what is sent ahead of an answer is bounded")
    func backlog() {
        var limits = Limits.standard
        limits.backlog = 1_000
        var machine = ServerMachine(limits: limits)
        let request = Array(StrictCase.get("/", "X: \(String(repeating: "a", count: 400))\r\n").utf8)
        machine.receive(request)
        guard case .request = machine.next() else {
            Issue.record("The first request is due.")
            return
        }
        var sent = 1
        while machine.wantsBytes {
            machine.receive(request)
            sent += 1
        }
        #expect(machine.unread <= limits.backlog + request.count)
        machine.receive(request)
        for _ in 1..<sent {
            guard case .request = machine.next() else {
                Issue.record("What was taken in must come out.")
                return
            }
        }
        guard case .reject(.backlogTooLong) = machine.next() else {
            Issue.record("What was dropped must not go unnoticed.")
            return
        }
    }

    @Test("an end between requests is no offence")
    func endsQuietly() {
        #expect(Conversation("").events == ["finished"])
        #expect(Conversation(StrictCase.get("/")).events.last == "finished")
    }

    @Test("a head made for a test is one that a client could have sent")
    func madeHeads() throws {
        let head = try RequestHead(.get, "/a?b=c", headers: [(.cookie, "x=1")])
        #expect(head.segments == ["a"] && head.cookies["x"] == "1")
        #expect(throws: Rejection.self) { try RequestHead(.get, "/", headers: [(.origin, "a\r\nb: c")]) }
        #expect(throws: Rejection.forbiddenPath) { try RequestHead(.get, "/..") }
    }
}
