import Gateway
import HTTP
import Synchronization
import Testing

@Suite("A body that is kept elsewhere", .serialized)
struct StoredBodyTests {
    @Test(
        "arrives whole, and the next answer behind it",
        arguments: ["kept", "stored", "fetched"],
        [0, 1, 15_000, 16_000, 16_384, 32_000, 50_000, 89_111, 3_000_000])
    func whole(kind: String, size: Int) throws {
        let rig = try Rig()
        let client = try rig.client()
        let requests = ["/\(kind)/\(size)", "/behind", "/\(kind)/\(size)"]
        try client.send(requests.map { "GET \($0) HTTP/1.1\r\nhost: localhost\r\n\r\n" }.joined())
        #expect(try client.answer().body == Pattern.bytes(0..<size))
        #expect(try client.answer().text == "/behind")
        #expect(try client.answer().body == Pattern.bytes(0..<size))
    }

    @Test("is sent behind what was answered before it, and ends a connection that ends with it")
    func last() throws {
        let rig = try Rig()
        let client = try rig.client()
        try client.send(
            "GET /a HTTP/1.1\r\nhost: localhost\r\n\r\n"
                + "GET /fetched/120000 HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n")
        #expect(try client.answer().text == "/a")
        let answer = try client.answer()
        #expect(answer.headers["connection"] == "close" && answer.body == Pattern.bytes(0..<120_000))
    }

    @Test("is not sent for HEAD, which says its length")
    func head() throws {
        let rig = try Rig()
        let client = try rig.client()
        try client.send("HEAD /stored/70000 HTTP/1.1\r\nhost: localhost\r\n\r\n")
        #expect(try client.answer(hasBody: false).headers["content-length"] == "70000")
        #expect(try client.get("/after").text == "/after")
    }

    @Test("is read no faster than the client takes it")
    func slowly() async throws {
        let rig = try Rig()
        let client = try rig.client()
        let before = Pattern.read.load(ordering: .sequentiallyConsistent)
        let size = 64 << 20
        try client.send("GET /stored/\(size) HTTP/1.1\r\nhost: localhost\r\n\r\n")
        var last = -1
        // Until nothing is read any more between two looks: the sockets are full.
        _ = await rig.until {
            let now = Pattern.read.load(ordering: .sequentiallyConsistent)
            defer { last = now }
            return now == last && now > before
        }
        let read = Pattern.read.load(ordering: .sequentiallyConsistent) - before
        #expect(read > 0 && read < size / 2, "\(read) bytes were read for a client that takes none")
    }

    @Test("that breaks off is cut, and nobody takes it for whole")
    func broken() throws {
        let rig = try Rig()
        let client = try rig.client()
        #expect(throws: Client.Failure.self) { try client.get("/broken/400000") }
        #expect(try rig.client().get("/after").text == "/after")
    }
}
