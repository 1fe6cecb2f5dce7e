import Gateway
import Testing

@Suite("A conversation", .serialized)
struct ConversationTests {
    @Test("goes on over one connection, request after request")
    func keepAlive() throws {
        let rig = try Rig()
        let client = try rig.client()
        for number in 0..<20 {
            let answer = try client.get("/page/\(number)")
            #expect(answer.status == 200)
            #expect(answer.text == "/page/\(number)")
            #expect(answer.headers["connection"] == nil)
            #expect(answer.headers["date"] == "Thu, 01 Jan 2026 00:00:00 GMT")
        }
        #expect(rig.gateway.connections == 1)
        #expect(rig.metric("countersign_connections_total 1"))
        #expect(rig.metric(#"countersign_requests_total{status="2xx"} 20"#))
        #expect(rig.metric(#"countersign_tls_handshakes_total{result="ok"} 1"#))
    }

    @Test("answers pipelined requests in their order, also when some answers come late")
    func pipelining() async throws {
        let rig = try Rig()
        let client = try rig.client()
        let paths = ["/a", "/later", "/b", "/later", "/c", "/move/0", "/move/1", "/d"]
        try client.send(paths.map { "GET \($0) HTTP/1.1\r\nhost: localhost\r\n\r\n" }.joined())
        #expect(try client.answer().text == "/a")
        #expect(await rig.until { rig.application.heldCount == 1 })
        try rig.application.release("first")
        #expect(try client.answer().text == "first")
        #expect(try client.answer().text == "/b")
        #expect(await rig.until { rig.application.heldCount == 1 })
        try rig.application.release("second")
        for text in ["second", "/c", "loop 0", "loop 1", "/d"] { #expect(try client.answer().text == text) }
    }

    @Test("does not depend on how the bytes were cut")
    func splits() throws {
        let rig = try Rig()
        let client = try rig.client()
        let request = "POST /echo HTTP/1.1\r\nhost: localhost\r\ncontent-length: 5\r\n\r\nhello"
        for byte in request.utf8 { try client.send([byte]) }
        #expect(try client.answer().text == "hello")
    }

    @Test("takes large bodies and gives large answers, whole")
    func large() throws {
        let rig = try Rig()
        let client = try rig.client()
        let body = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) }
        try client.send("POST /echo HTTP/1.1\r\nhost: localhost\r\ncontent-length: \(body.count)\r\n\r\n")
        try client.send(body)
        #expect(try client.answer().body == body)
        #expect(try client.get("/big/8000000").body.count == 8_000_000)
        #expect(try client.get("/after").text == "/after")
    }

    @Test("stops taking requests while answers wait, and goes on when they are read")
    func backlog() async throws {
        let rig = try Rig { $0.outputBacklog = 1_000 }
        let client = try rig.client()
        for _ in 0..<100 { try client.send("GET /big/300000 HTTP/1.1\r\nhost: localhost\r\n\r\n") }
        _ = await rig.until { rig.application.askedCount > 0 }
        for _ in 0..<100 { #expect(try client.answer().body.count == 300_000) }
        #expect(rig.application.askedCount == 100)
    }

    @Test("answers HEAD with the length of a body that it does not send")
    func head() throws {
        let rig = try Rig()
        let client = try rig.client()
        try client.send("HEAD /big/77 HTTP/1.1\r\nhost: localhost\r\n\r\n")
        let answer = try client.answer(hasBody: false)
        #expect(answer.headers["content-length"] == "77")
        #expect(try client.get("/next").text == "/next")
    }

    @Test("tells a client that waits to send its body")
    func continuing() throws {
        let rig = try Rig()
        let client = try rig.client()
        try client.send(
            """
            POST /echo HTTP/1.1\r\nhost: localhost\r\ncontent-length: 2\r\n\
            expect: 100-continue\r\n\r\n
            """)
        #expect(try client.answer(hasBody: false).status == 100)
        try client.send("ok")
        #expect(try client.answer().text == "ok")
    }

    @Test(
        "ends after one refusal, and the client reads it to the end",
        arguments: [
            ("GET / HTTP/1.1\r\n\r\n", 400), ("GET / HTTP/1.1\nhost: localhost\n\n", 400),
            ("GET / HTTP/3.0\r\nhost: localhost\r\n\r\n", 505),
            ("POST /small HTTP/1.1\r\nhost: localhost\r\ncontent-length: 17\r\n\r\n", 413),
        ])
    func rejections(bytes: String, status: Int) throws {
        let rig = try Rig()
        let client = try rig.client()
        try client.send("GET /first HTTP/1.1\r\nhost: localhost\r\n\r\n" + bytes)
        // More than the socket buffers: a server that closes with unread bytes would reset the connection.
        try client.send(String(repeating: "GET / HTTP/1.1\r\nhost: localhost\r\n\r\n", count: 500))
        #expect(try client.answer().text == "/first")
        let answer = try client.answer()
        #expect(answer.status == status)
        #expect(answer.headers["connection"] == "close")
        #expect(client.readToEnd().isEmpty)
        #expect(client.wasToldGoodbye)
        #expect(rig.application.askedCount == 1)
    }

    @Test("answers a HEAD whose body is refused without a body")
    func rejectedHead() throws {
        let rig = try Rig()
        let client = try rig.client()
        try client.send("HEAD /small HTTP/1.1\r\nhost: localhost\r\ncontent-length: 17\r\n\r\n")
        let answer = String(decoding: client.readToEnd(), as: UTF8.self)
        #expect(answer.hasPrefix("HTTP/1.1 413 "))
        #expect(answer.hasSuffix("\r\n\r\n"), "a body behind it would be read as the next answer")
    }

    @Test("ends when the client asks for it, or speaks the old version")
    func closing() throws {
        let rig = try Rig()
        for request in [
            "GET /x HTTP/1.0\r\nhost: localhost\r\n\r\n",
            "GET /x HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n",
        ] {
            let client = try rig.client()
            try client.send(request)
            #expect(try client.answer().headers["connection"] == "close")
            #expect(client.readToEnd().isEmpty)
            #expect(client.wasToldGoodbye)
        }
    }

    @Test("is answered to the end, although the client has said that it sends no more")
    func halfClosing() async throws {
        let rig = try Rig()
        for client in [try rig.client(), try rig.plainClient()] {
            let request = "GET /big/500000 HTTP/1.1\r\nhost: localhost\r\n\r\n"
            try client.send(request + request)
            client.finishSending()
            let answers = [try client.answer(), try client.answer()]
            #expect(answers.map(\.status) == [200, 200] || answers.map(\.status) == [308, 308])
            #expect(client.readToEnd().isEmpty)
        }
        #expect(await rig.until { rig.gateway.connections == 0 })
    }

    @Test("that breaks off within a body never reaches the application")
    func cutShort() async throws {
        let rig = try Rig()
        let client = try rig.client()
        try client.send("POST /echo HTTP/1.1\r\nhost: localhost\r\ncontent-length: 9\r\n\r\nhell")
        client.hangUp()
        #expect(await rig.until { rig.gateway.connections == 0 })
        #expect(rig.application.askedCount == 0)
    }

    @Test("is refused when TLS and HTTP name different hosts")
    func misdirection() throws {
        let rig = try Rig()
        #expect(try rig.client("a.example.com").get("/", host: "a.example.com").status == 200)
        #expect(try rig.client("a.example.com").get("/", host: "b.example.com").status == 421)
        #expect(try rig.client(nil).get("/", host: "b.example.com").status == 200)
    }

    @Test("tells the application who is there")
    func peers() throws {
        let rig = try Rig()
        #expect(try rig.client().get("/peer").text == "127.0.0.1 127.0.0.1")
    }
}
