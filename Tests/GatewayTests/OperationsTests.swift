import Testing

@testable import Gateway

@Suite("The address of operations")
struct OperationsTests {
    @Test("speaks plain HTTP, and has an application of its own")
    func ownApplication() throws {
        let rig = try Rig()
        #expect(try rig.monitor().get("/readyz").text == "/readyz")
        #expect(rig.operations.askedCount == 1 && rig.application.askedCount == 0)
        #expect(try rig.client().get("/readyz").text == "/readyz")
        #expect(rig.operations.askedCount == 1 && rig.application.askedCount == 1)
    }

    @Test("answers while the portal is full, and its guests are not counted there")
    func ownCrowd() async throws {
        let rig = try Rig { $0.connections = 1 }
        let guest = try rig.client()
        // One who waits for us gives way to nobody.
        try guest.send("GET /later HTTP/1.1\r\nhost: localhost\r\n\r\n")
        #expect(await rig.until { rig.application.heldCount == 1 })
        let waiting = try rig.plainClient()
        #expect(await rig.until { !rig.metric("countersign_accept_failures_total 0") })
        let monitor = try rig.monitor()
        for _ in 1...3 { #expect(try monitor.get("/livez").text == "/livez") }
        #expect(rig.gateway.connections == 1)
        try rig.application.release("at last")
        #expect(try guest.answer().text == "at last")
        guest.hangUp()
        try waiting.send("GET / HTTP/1.1\r\nhost: localhost\r\n\r\n")
        #expect(await rig.until { rig.metric("countersign_connections_total 3") })
    }
}
