import Gateway
import Testing

@Suite("Loops", .serialized)
struct LoopTests {
    @Test("give an answer that comes from another thread, and only the first")
    func later() async throws {
        let rig = try Rig()
        let client = try rig.client()
        for text in ["one", "two"] {
            try client.send("GET /later HTTP/1.1\r\nhost: localhost\r\n\r\n")
            #expect(await rig.until { rig.application.heldCount == 1 })
            try rig.application.release(text, times: 3)
            #expect(try client.answer().text == text)
        }
        #expect(try client.get("/next").text == "/next")
    }

    @Test("hand a connection over with its request, and it stays")
    func moving() throws {
        let rig = try Rig()
        let client = try rig.client()
        for _ in 0..<3 {
            for loop in 0..<2 { #expect(try client.get("/move/\(loop)").text == "loop \(loop)") }
        }
        #expect(try client.get("/move/1").text == "loop 1")
        #expect(try client.get("/move/1").text == "loop 1")
        #expect(rig.gateway.connections == 1)
    }

    @Test("share who comes in")
    func sharing() throws {
        let rig = try Rig()
        let clients = try (0..<10).map { _ in try rig.client() }
        let loops = try clients.map { try $0.get("/loop").text }.sorted()
        #expect(loops == Array(repeating: "0", count: 5) + Array(repeating: "1", count: 5))
    }

    @Test("do not let a request wander for ever, nor to a loop that is none")
    func wandering() throws {
        let rig = try Rig()
        #expect(try rig.client().get("/wander").status == 500)
        #expect(try rig.client().get("/move/7").status == 500)
    }

    @Test("drop an answer whose client is gone")
    func vanishing() async throws {
        let rig = try Rig()
        let client = try rig.client()
        try client.send("GET /later HTTP/1.1\r\nhost: localhost\r\n\r\n")
        #expect(await rig.until { rig.application.heldCount == 1 })
        client.hangUp()
        try rig.application.release("to nobody", times: 2)
        rig.clock.advance(seconds: 10)
        #expect(await rig.until { rig.gateway.connections == 0 })
        #expect(try rig.client().get("/next").text == "/next")
    }

    @Test("serve many clients at once")
    func many() throws {
        let rig = try Rig()
        let clients = try (0..<40).map { _ in try rig.client() }
        for round in 0..<5 {
            for client in clients { try client.send("GET /\(round) HTTP/1.1\r\nhost: localhost\r\n\r\n") }
            for client in clients { #expect(try client.answer().text == "/\(round)") }
        }
        // Optimised code would hang up as soon as the last client has its answer.
        withExtendedLifetime(clients) { #expect(rig.gateway.connections == 40) }
    }
}
