import Testing
import Unix

@testable import Gateway

@Suite("A gateway that stops", .serialized)
struct StopTests {
    @Test("finishes what is in flight, closes what is idle and takes nobody any more")
    func graceful() async throws {
        let rig = try Rig()
        let port = rig.gateway.port
        let busy = try rig.client()
        let idle = try rig.client()
        #expect(try idle.get("/a").status == 200)
        try busy.send("GET /later HTTP/1.1\r\nhost: localhost\r\n\r\n")
        #expect(await rig.until { rig.application.heldCount == 1 })
        let stopping = Task { await rig.gateway.stop(within: .seconds(30)) }
        // The task may have to wait for a thread; only then may this one block in a read.
        #expect(await rig.until { (try? Client(port: port)) == nil })
        #expect(idle.readToEnd().isEmpty)
        #expect(idle.wasToldGoodbye)
        idle.hangUp()
        #expect(await rig.until { rig.gateway.connections == 1 })
        #expect(throws: Client.Failure.self) { try Client(port: port) }
        try rig.application.release("done")
        let answer = try busy.answer()
        #expect(answer.text == "done")
        #expect(answer.headers["connection"] == "close")
        #expect(busy.readToEnd().isEmpty)
        #expect(busy.wasToldGoodbye)
        busy.hangUp()
        await stopping.value
        #expect(rig.gateway.connections == 0)
    }

    @Test("cuts off who is still there when its time is up")
    func impatient() async throws {
        let rig = try Rig()
        let client = try rig.client()
        try client.send("GET /later HTTP/1.1\r\nhost: localhost\r\n\r\n")
        #expect(await rig.until { rig.application.heldCount == 1 })
        let stopping = Task { await rig.gateway.stop(within: .seconds(30)) }
        let hasBegun = await rig.until { (try? Client(port: rig.gateway.port)) == nil }
        #expect(hasBegun)
        rig.clock.advance(seconds: 31)
        await rig.tick()
        await stopping.value
        #expect(client.readToEnd().isEmpty)
    }

    @Test("has nothing to wait for without clients")
    func empty() async throws {
        let rig = try Rig()
        await rig.gateway.stop(within: .seconds(1))
        #expect(rig.gateway.connections == 0)
    }
}

@Suite("Ports", .serialized)
struct PortTests {
    @Test("that are taken are an error that the caller sees")
    func taken() throws {
        let rig = try Rig()
        #expect(throws: Errno.addressInUse) {
            _ = try Listener(address: "127.0.0.1", port: rig.gateway.port)
        }
    }

    @Test("without TLS answer every request with the address to use")
    func redirect() throws {
        let rig = try Rig()
        let client = try rig.plainClient()
        let answer = try client.get("/timesheets/7?week=2026-W01&q=a%20b", host: "portal.example.com:80")
        #expect(answer.status == 308)
        let expected = "https://portal.example.com:8443/timesheets/7?week=2026-W01&q=a%20b"
        #expect(answer.headers["location"] == expected)
        try client.send("POST /sign-in HTTP/1.1\r\nhost: a.example.com\r\ncontent-length: 2\r\n\r\nhi")
        #expect(try client.answer().headers["location"] == "https://a.example.com:8443/sign-in")
        #expect(rig.application.askedCount == 0)
    }

    @Test("without TLS refuse what is no request")
    func redirectRejects() throws {
        let rig = try Rig()
        let client = try rig.plainClient()
        try client.send("\u{16}\u{3}\u{1}hello\r\n\r\n")
        #expect(try client.answer().status == 400)
        #expect(client.readToEnd().isEmpty)
        let options = try rig.plainClient()
        try options.send("OPTIONS * HTTP/1.1\r\nhost: localhost\r\n\r\n")
        #expect(try options.answer().status == 400)
    }

    @Test("with TLS turn away who speaks none")
    func plainBytes() async throws {
        let rig = try Rig()
        let client = try Client(port: rig.gateway.port, speaksTLS: false)
        try client.send("GET / HTTP/1.1\r\nhost: localhost\r\n\r\n")
        _ = client.readToEnd()
        #expect(await rig.until { rig.gateway.connections == 0 })
        #expect(rig.metric(#"countersign_tls_handshakes_total{result="failed"} 1"#))
    }
}
