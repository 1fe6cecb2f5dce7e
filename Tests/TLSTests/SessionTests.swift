import COpenSSL
import TLS
import Testing

@Suite("Sessions")
struct SessionTests {
    private let room = 16_384

    private func connect(_ wish: ClientWish = ClientWish()) throws -> Connection {
        var connection = try Connection(
            ServerContext(certificates: [Certificates.make("portal.example.com")]), wish)
        #expect(connection.shakeHands() == .done(0))
        return connection
    }

    @Test("bytes are appended to what is there, and with none the session asks for some")
    func reads() throws {
        var connection = try connect()
        var bytes: [UInt8] = [9]
        #expect(connection.server.read(into: &bytes, atMost: room) == .wantsRead)
        #expect(connection.client.send([1, 2]))
        #expect(connection.server.read(into: &bytes, atMost: room) == .done(2))
        #expect(connection.server.read(into: &bytes, atMost: room) == .wantsRead)
        #expect(bytes == [9, 1, 2])
    }

    @Test("records that arrive together are all read, although the socket falls silent")
    func readsAhead() throws {
        var connection = try connect()
        for byte in 0..<5 as Range<UInt8> { #expect(connection.client.send([byte])) }
        var bytes: [UInt8] = []
        #expect(connection.server.read(into: &bytes, atMost: room) == .done(5))
        #expect(connection.server.hasBufferedBytes == false)
        #expect(bytes == [0, 1, 2, 3, 4])
    }

    @Test("fresh keys do not hide the bytes behind them")
    func keyUpdate() throws {
        var connection = try connect()
        #expect(connection.client.updateKeys())
        #expect(connection.client.send([7]))
        var bytes: [UInt8] = []
        #expect(connection.server.read(into: &bytes, atMost: room) == .done(1))
        #expect(connection.server.write([8]) == .done(1))
        #expect(connection.client.receive() == [8])
    }

    @Test("a full answer says that more is buffered")
    func limits() throws {
        var connection = try connect()
        #expect(connection.client.send([1, 2, 3]))
        var bytes: [UInt8] = []
        #expect(connection.server.read(into: &bytes, atMost: 2) == .done(2))
        #expect(connection.server.hasBufferedBytes == true)
        #expect(connection.server.read(into: &bytes, atMost: 2) == .done(1))
        #expect(connection.server.hasBufferedBytes == false)
        #expect(bytes == [1, 2, 3])
    }

    @Test("reading and writing into arrays with room moves no array")
    func keepsStorage() throws {
        var connection = try connect()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(room * 2)
        let before = unsafe bytes.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
        for _ in 0..<3 {
            #expect(connection.client.send([UInt8](repeating: 1, count: 1000)))
            #expect(connection.server.read(into: &bytes, atMost: room) == .done(1000))
        }
        let after = unsafe bytes.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
        #expect(before == after)
    }

    @Test("a reply larger than the socket is sent in parts, from wherever its bytes lie by then")
    func writesParts() throws {
        var connection = try connect()
        let reply = (0..<2_000_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
        var sent = 0
        var received: [UInt8] = []
        var waits = 0
        while sent < reply.count {
            let moved = Array(reply)
            switch connection.server.write(moved, from: sent) {
            case .done(let count):
                sent += count
            case .wantsWrite:
                waits += 1
                received += connection.client.receive()
            case .wantsRead, .closed, .failed:
                Issue.record("a write must go on")
                return
            }
        }
        received += connection.client.receive()
        #expect(received == reply)
        #expect(waits > 0)
    }

    @Test("what is followed at once leaves with what follows")
    func gathers() throws {
        var connection = try Connection(
            ServerContext(certificates: [Certificates.make("portal.example.com")]), overTCP: true)
        #expect(connection.shakeHands() == .done(0))
        #expect(connection.server.write([1, 2].span, isFollowed: true) == .done(2))
        #expect(connection.client.receive() == [])
        #expect(connection.server.write([3].span) == .done(1))
        #expect(connection.client.receive() == [1, 2, 3])
    }

    @Test("writing nothing is done at once")
    func writesNothing() throws {
        var connection = try connect()
        #expect(connection.server.write([]) == .done(0))
        #expect(connection.server.write([1, 2], from: 2) == .done(0))
    }

    @Test("both sides may say goodbye", arguments: [TLS1_2_VERSION, TLS1_3_VERSION])
    func closes(version: Int32) throws {
        var connection = try connect(ClientWish(maximum: version))
        #expect(connection.client.send([1]))
        connection.client.sayGoodbye()
        var bytes: [UInt8] = []
        #expect(connection.server.read(into: &bytes, atMost: room) == .done(1))
        #expect(connection.server.read(into: &bytes, atMost: room) == .closed)
        #expect(connection.server.read(into: &bytes, atMost: room) == .closed)
        #expect(connection.server.shutdown() == .done(0))
        #expect(connection.server.shutdown() == .done(0))
        #expect(connection.client.receive() == [])
        #expect(connection.client.wasToldGoodbye)
    }

    @Test("a server that stops tells its client")
    func shutsDown() throws {
        var connection = try connect()
        #expect(connection.server.write([1]) == .done(1))
        #expect(connection.server.shutdown() == .done(0))
        #expect(connection.client.receive() == [1])
        #expect(connection.client.wasToldGoodbye)
    }

    @Test("a client that vanishes without a word is told from one that says goodbye")
    func vanishes() throws {
        var connection = try connect()
        #expect(connection.client.send([1]))
        connection.cutClient()
        var bytes: [UInt8] = []
        #expect(connection.server.read(into: &bytes, atMost: room) == .done(1))
        #expect(connection.server.read(into: &bytes, atMost: room) == .failed(.peerVanished))
        #expect(connection.server.write([1]) == .failed(.peerVanished))
        #expect(connection.server.shutdown() == .done(0))
    }

    @Test("writing to a client that has vanished fails, and only this session")
    func writesIntoTheVoid() throws {
        var other = try connect()
        var connection = try connect()
        connection.cutClient()
        #expect(connection.server.write([1]) == .failed(.peerVanished))
        #expect(other.client.send([1]))
        var bytes: [UInt8] = []
        #expect(other.server.read(into: &bytes, atMost: room) == .done(1))
    }

    @Test("a client in the middle of a handshake may be dropped")
    func dropsEarly() throws {
        let context = try ServerContext(certificates: [Certificates.make("portal.example.com")])
        var connection = try Connection(context)
        #expect(connection.server.handshake() == .wantsRead)
        _ = connection.client.handshake()
        _ = connection.server.handshake()
        #expect(connection.server.shutdown() == .done(0))
        connection.cutClient()
        #expect(connection.server.handshake() == .failed(.peerVanished))
    }

    @Test("renegotiation is refused and the session goes on")
    func refusesRenegotiation() throws {
        var connection = try connect(ClientWish(maximum: TLS1_2_VERSION))
        #expect(!connection.client.renegotiate())
        var bytes: [UInt8] = []
        #expect(connection.server.read(into: &bytes, atMost: room) == .wantsRead)
        #expect(!connection.client.renegotiate())
        #expect(connection.client.failure == "no renegotiation")
    }

    @Test("a browser that speaks plain HTTP is refused")
    func refusesPlainText() throws {
        let context = try ServerContext(certificates: [Certificates.make("portal.example.com")])
        var connection = try Connection(context)
        connection.sendPlain(Array("GET / HTTP/1.1\r\nHost: portal.example.com\r\n\r\n".utf8))
        #expect(connection.server.handshake() == .failed(.protocolError(reason: "http request")))
    }

    @Test("a session may move to another thread")
    func moves() async throws {
        let session = ServerSession(
            context: try ServerContext(certificates: [Certificates.make("portal.example.com")]), descriptor: 0
        )
        let name = await Task { session.serverName }.value
        #expect(name == nil)
    }
}
