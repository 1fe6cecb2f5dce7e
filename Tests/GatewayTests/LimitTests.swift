import Testing
import Unix

@testable import Gateway

@Suite("Limits", .serialized)
struct LimitTests {
    @Test("let one network have so many connections, and no more")
    func perNetwork() async throws {
        let rig = try Rig { $0.connectionsPerNetwork = 2 }
        let first = try rig.client()
        let second = try rig.client()
        #expect(throws: Client.Failure.self) { try rig.client() }
        #expect(try first.get("/a").status == 200)
        #expect(try second.get("/b").status == 200)
        #expect(rig.metric("countersign_connections_refused_total 1"))
        first.hangUp()
        #expect(await rig.until { rig.gateway.connections == 1 })
        #expect(try rig.client().get("/c").status == 200)
    }

    @Test("let connections wait outside while the house is full of those who wait for us")
    func inAll() async throws {
        let rig = try Rig(loops: 1) { $0.connections = 1 }
        let first = try rig.client()
        try first.send("GET /later HTTP/1.1\r\nhost: localhost\r\n\r\n")
        #expect(await rig.until { rig.application.heldCount == 1 })
        let second = try rig.client(shakesHands: false)
        #expect(await rig.until { !rig.metric("countersign_accept_failures_total 0") })
        try rig.application.release("at last")
        #expect(try first.answer().text == "at last")
        first.hangUp()
        #expect(await rig.until { rig.metric("countersign_connections_total 2") })
        second.hangUp()
        #expect(await rig.until { rig.gateway.connections == 0 })
    }

    @Test("let who keeps us waiting give way when the house is full")
    func givingWay() async throws {
        let rig = try Rig(loops: 1) { $0.connections = 3 }
        let busy = try rig.client()
        try busy.send("GET /later HTTP/1.1\r\nhost: localhost\r\n\r\n")
        #expect(await rig.until { rig.application.heldCount == 1 })
        let mute = try rig.client(shakesHands: false)
        #expect(await rig.until { rig.gateway.connections == 2 })
        rig.clock.advance(seconds: 1)
        let idle = try rig.client()
        #expect(try idle.get("/a").status == 200)
        rig.clock.advance(seconds: 1)
        let third = try rig.client()
        #expect(try third.get("/b").status == 200, "the one that never shook hands has gone")
        rig.clock.advance(seconds: 1)
        #expect(try idle.get("/c").status == 200)
        let last = try rig.client()
        #expect(try last.get("/d").status == 200)
        #expect(rig.metric("countersign_connections_evicted_total 2"))
        #expect(third.readToEnd().isEmpty && third.wasToldGoodbye, "it was idle for longer than the other")
        #expect(try idle.get("/e").status == 200)
        try rig.application.release("at last")
        #expect(try busy.answer().text == "at last")
        mute.hangUp()
    }

    @Test("let the old give way and not the young, whichever loop they are at")
    func givingWayAcrossLoops() async throws {
        let capacity = 24
        let rig = try Rig {
            $0.connections = capacity
            $0.partThatGivesWay = 2
        }
        var guests: [Client] = []
        for _ in 0..<8 * capacity {
            rig.clock.advance(seconds: 0.001)
            guests.append(try rig.client())
            // A loop that has lost its share would come to these, of whom each loop has about half.
            let young = try #require(guests.suffix(capacity / 8).first)
            #expect(try young.get("/a").status == 200)
        }
        #expect(rig.gateway.connections <= capacity)
        #expect(rig.metric("countersign_connections_refused_total 0"))
    }

    @Test("close an idle connection politely")
    func idle() async throws {
        let rig = try Rig()
        let client = try rig.client()
        #expect(try client.get("/a").status == 200)
        rig.clock.advance(seconds: 59)
        await rig.tick()
        #expect(try client.get("/b").status == 200)
        rig.clock.advance(seconds: 61)
        await rig.tick()
        #expect(client.readToEnd().isEmpty)
        #expect(client.wasToldGoodbye)
        #expect(rig.gateway.connections == 0)
    }

    @Test("close a connection that never shakes hands, or says nothing after it")
    func handshake() async throws {
        let rig = try Rig()
        let mute = try rig.client(shakesHands: false)
        let silent = try rig.client()
        #expect(await rig.until { rig.gateway.connections == 2 })
        rig.clock.advance(seconds: 9)
        await rig.tick()
        #expect(rig.gateway.connections == 2)
        rig.clock.advance(seconds: 1)
        await rig.tick()
        #expect(rig.gateway.connections == 0)
        #expect(silent.readToEnd().isEmpty)
        mute.hangUp()
    }

    @Test("tell a client that drips its head that it was too slow")
    func slowHead() async throws {
        let rig = try Rig()
        let client = try rig.client()
        for (place, byte) in "GET /abcde".utf8.enumerated() {
            try client.send([byte])
            #expect(await rig.hasReceived(place + 1))
            rig.clock.advance(seconds: 1)
            await rig.tick()
        }
        #expect(try client.answer().status == 408)
        #expect(client.readToEnd().isEmpty)
        #expect(client.wasToldGoodbye)
    }

    @Test("tell a client that drips its body that it was too slow")
    func slowBody() async throws {
        let rig = try Rig()
        let client = try rig.client()
        let part = "POST /echo HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100000\r\n\r\nabc"
        try client.send(part)
        #expect(await rig.hasReceived(part.utf8.count))
        rig.clock.advance(seconds: 11)
        await rig.tick()
        #expect(try client.answer().status == 408)
    }

    @Test("cut off a client that does not read its answer")
    func writeStall() async throws {
        let rig = try Rig()
        let client = try rig.client()
        try client.send("GET /big/30000000 HTTP/1.1\r\nhost: localhost\r\n\r\n")
        #expect(await rig.until { rig.application.askedCount == 1 })
        rig.clock.advance(seconds: 29)
        await rig.tick()
        #expect(rig.gateway.connections == 1)
        rig.clock.advance(seconds: 31)
        await rig.tick()
        #expect(rig.gateway.connections == 0)
    }

    @Test("give the application time, but not for ever")
    func unanswered() async throws {
        let rig = try Rig()
        let client = try rig.client()
        try client.send("GET /later HTTP/1.1\r\nhost: localhost\r\n\r\n")
        #expect(await rig.until { rig.application.heldCount == 1 })
        rig.clock.advance(seconds: 119)
        await rig.tick()
        rig.clock.advance(seconds: 1)
        await rig.tick()
        #expect(try client.answer().status == 504)
        try rig.application.release("too late")
        #expect(try client.get("/next").text == "/next")
    }

    @Test("fit the descriptors that there are")
    func descriptors() {
        #expect(GatewayLimits.fitting(descriptors: 1_024).connections == 768)
        #expect(GatewayLimits.fitting(descriptors: 300).connections == 150)
        #expect(GatewayLimits.fitting(descriptors: 1 << 20).connections == 8_192)
    }
}
