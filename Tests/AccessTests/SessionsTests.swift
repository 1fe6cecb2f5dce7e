import Crypto
import Staffing
import Testing

@testable import Access

@Suite("Sessions")
struct SessionsTests {
    private var time = Time()
    private let token = AccessToken.draw()

    private func table(_ token: AccessToken, at time: Time) -> SessionTable {
        var sessions = Sessions(limits: .standard)
        sessions.evolve(.sessionOpened(token.digest, People.ada, at: time.reading.moment), at: time.reading)
        return SessionTable(sessions)
    }

    @Test("a token finds its session; other texts find nothing")
    mutating func finding() {
        let table = table(token, at: time)
        #expect(table.find(token.text, at: time.reading)?.account == People.ada)
        #expect(table.find(AccessToken.draw().text, at: time.reading) == nil)
        for text in ["", "x", token.text + "A", String(token.text.dropLast()), token.digest.hex] {
            #expect(table.find(text, at: time.reading) == nil)
        }
    }

    @Test("a session ends when nobody used it for half an hour, by either clock")
    mutating func idle() {
        let table = table(token, at: time)
        time.advance(seconds: 30 * 60 - 1)
        #expect(table.find(token.text, at: time.reading) != nil)
        time.advance(seconds: 30 * 60 - 1)
        #expect(table.find(token.text, at: time.reading) != nil)
        time.advance(seconds: 30 * 60)
        #expect(table.find(token.text, at: time.reading) == nil)
        time.advance(seconds: -30 * 60)
        #expect(table.find(token.text, at: time.reading) == nil, "what ended stays so")
    }

    @Test("a busy session ends after twelve hours")
    mutating func absolute() {
        let table = table(token, at: time)
        for _ in 0..<(12 * 60 / 20 - 1) {
            time.advance(seconds: 20 * 60)
            #expect(table.find(token.text, at: time.reading) != nil)
        }
        time.advance(seconds: 20 * 60)
        #expect(table.find(token.text, at: time.reading) == nil)
    }

    @Test("setting the wall clock back gives nobody more time")
    mutating func clockBack() {
        let table = table(token, at: time)
        time.setWall(by: -3_600)
        time.advance(seconds: 30 * 60)
        #expect(table.find(token.text, at: time.reading) == nil)
    }

    @Test("a machine that stood still for a day finds its sessions ended")
    mutating func suspended() {
        let table = table(token, at: time)
        time.setWall(by: 86_400)
        #expect(table.find(token.text, at: time.reading) == nil)
    }

    @Test("each session has a form token of its own, and takes no other")
    mutating func formToken() throws {
        let table = table(token, at: time)
        let session = try #require(table.find(token.text, at: time.reading))
        let other = AccessToken.draw()
        let stranger = try #require(self.table(other, at: time).find(other.text, at: time.reading))
        #expect(session.accepts(formToken: session.formToken))
        #expect(!session.accepts(formToken: stranger.formToken))
        #expect(!session.accepts(formToken: token.text))
        #expect(!session.accepts(formToken: ""))
        #expect(session.formToken == table.find(token.text, at: time.reading)?.formToken)
    }

    @Test("the identifier for logs tells sessions apart and does not open them")
    mutating func identifier() throws {
        let table = table(token, at: time)
        let session = try #require(table.find(token.text, at: time.reading))
        #expect(session.id.text.count == 13)
        #expect(table.find(session.id.text, at: time.reading) == nil)
    }

    @Test("one session more than an account may have names the oldest to end")
    mutating func surplus() {
        var sessions = Sessions(limits: .standard)
        let tokens = (0..<10).map { _ in AccessToken.draw().digest }
        for token in tokens {
            #expect(sessions.surplus(of: People.ada) == [])
            sessions.evolve(.sessionOpened(token, People.ada, at: time.reading.moment), at: time.reading)
        }
        #expect(sessions.surplus(of: People.ada) == [tokens[0]])
        #expect(sessions.surplus(of: People.ben) == [])
    }

    @Test("being used is written down once in five minutes")
    mutating func noting() {
        var sessions = Sessions(limits: .standard)
        sessions.evolve(.sessionOpened(token.digest, People.ada, at: time.reading.moment), at: time.reading)
        time.advance(seconds: 299)
        _ = sessions.use(token.digest, at: time.reading)
        #expect(sessions.takeUnnoted().isEmpty)
        time.advance(seconds: 1)
        _ = sessions.use(token.digest, at: time.reading)
        _ = sessions.use(token.digest, at: time.reading)
        #expect(sessions.takeUnnoted().map(\.1) == [time.reading.moment])
        _ = sessions.use(token.digest, at: time.reading)
        #expect(sessions.takeUnnoted().isEmpty)
    }

    @Test("finding a session is fast")
    mutating func fast() throws {
        let table = table(token, at: time)
        let text = token.text
        let rounds = 1_000
        let best = (0..<20).map { _ in
            ContinuousClock().measure {
                for _ in 0..<rounds { _ = table.find(text, at: time.reading) }
            }
        }.min()
        let taken = try #require(best) / rounds
        print("finding a session: \(taken)")
        #expect(taken < .microseconds(200), "unoptimised, and with the machine under load")
    }
}
