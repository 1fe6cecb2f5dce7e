import Access
import Crypto
import Journal
import Locking
import MemoryDisk
import Staffing
import Testing

@Suite("Signing in")
struct SignInTests {
    private var time = Time()

    @Test("the right password opens a session under a new token each time")
    func right() async throws {
        let door = try Doorkeeper.open(MemoryDisk(), try settings(), at: time.reading)
        let first = try await door.welcome(People.ada, at: time)
        let second = try #require(await door.signIn(People.ada, goodPassword, at: time).token)
        #expect(first.text != second.text)
        #expect(door.sessions.find(first.text, at: time.reading)?.account == People.ada)
        #expect(door.sessions.find(second.text, at: time.reading)?.account == People.ada)
    }

    @Test(
        "wrong, unknown, without a password, removed, and of another client: the same answer, the same work")
    func enumeration() async throws {
        let hashes = Lock(0)
        var settings = try settings()
        settings = DoorkeeperSettings(home: settings.home, post: settings.post, run: settings.run) { job in
            hashes.withLock { $0 += 1 }
            job()
        }
        settings.scrypt = try #require(Scrypt(n: 16, r: 1, p: 1))
        let door = try Doorkeeper.open(MemoryDisk(), settings, at: time.reading)
        _ = try await door.welcome(People.ada, at: time)
        _ = try await door.welcome(People.sam, at: time)
        #expect(await door.close(People.sam, at: time.reading))
        let before = hashes.withLock { $0 }
        let attempts: [(Account, String)] = [
            (People.ada, otherPassword), (People.nobody, goodPassword), (People.ben, goodPassword),
            (People.sam, goodPassword), (People.adaElsewhere, goodPassword), (People.ada, ""),
        ]
        for (number, attempt) in attempts.enumerated() {
            let outcome = await door.signIn(
                attempt.0, attempt.1, from: "198.51.100.\(number)", as: "somebody\(number)", at: time)
            #expect(outcome.isWrong)
            #expect(hashes.withLock { $0 } == before + number + 1)
        }
    }

    @Test(
        "accounts that do not exist are limited like those that do", arguments: [People.ada, People.nobody])
    func limits(account: Account) async throws {
        let door = try Doorkeeper.open(MemoryDisk(), try settings(), at: time.reading)
        _ = await door.setPassword(People.ada, to: goodPassword, words: [], at: time.reading)
        for _ in 0..<5 { #expect(await door.signIn(account, otherPassword, at: time).isWrong) }
        #expect(await door.signIn(account, goodPassword, at: time).waitSeconds == 60)
    }

    @Test(
        "from a place where the account signed in before, nobody elsewhere locks it out, even after a restart"
    )
    mutating func familiar() async throws {
        let disk = MemoryDisk()
        let first = try Doorkeeper.open(disk, try settings(), at: time.reading)
        _ = try await first.welcome(People.ada, at: time)
        time.restart(after: 86_400)
        let door = try Doorkeeper.open(disk.restarted(.everything), try settings(), at: time.reading)
        for number in 0..<100 {
            _ = await door.signIn(People.ada, otherPassword, from: "198.51.100.\(number)", at: time)
        }
        #expect(await door.signIn(People.ada, goodPassword, from: "192.0.2.1", at: time).token == nil)
        #expect(await door.signIn(People.ada, goodPassword, at: time).token != nil)
    }

    @Test("when too many hashes wait, people are asked to come back, and it costs no guess")
    func busy() async throws {
        struct Full: Error {}
        let isFull = Lock(false)
        var settings = DoorkeeperSettings(home: Queue(), run: { $0() }) { job in
            if isFull.withLock({ $0 }) { throw Full() }
            job()
        }
        settings.scrypt = try #require(Scrypt(n: 16, r: 1, p: 1))
        let door = try Doorkeeper.open(MemoryDisk(), settings, at: time.reading)
        _ = try await door.welcome(People.ada, at: time)
        isFull.withLock { $0 = true }
        for _ in 0..<20 { #expect(await door.signIn(People.ada, goodPassword, at: time).waitSeconds == 5) }
        let setting = await door.setPassword(People.ada, to: otherPassword, words: [], at: time.reading)
        #expect(setting == .tooMany(retryAfterSeconds: 5))
        isFull.withLock { $0 = false }
        #expect(await door.signIn(People.ada, goodPassword, at: time).token != nil)
    }

    @Test("an account that is closed while its password is looked at is not let in")
    func closedMeanwhile() async throws {
        let hashes = HeldJobs()
        let isHolding = Lock(false)
        var settings = DoorkeeperSettings(home: Queue(), run: { $0() }) { job in
            if isHolding.withLock({ $0 }) { hashes.add(job) } else { job() }
        }
        settings.scrypt = try #require(Scrypt(n: 16, r: 1, p: 1))
        let door = try Doorkeeper.open(MemoryDisk(), settings, at: time.reading)
        _ = try await door.welcome(People.ada, at: time)
        isHolding.withLock { $0 = true }
        async let outcome = door.signIn(People.ada, goodPassword, at: time)
        await hashes.wait(for: 1)
        #expect(await door.close(People.ada, at: time.reading))
        hashes.runAll()
        #expect(await outcome.isWrong)
        #expect(door.sessions.count == 0)
    }

    @Test("nobody is signed in when the disk fails")
    func diskFails() async throws {
        let disk = MemoryDisk()
        let door = try Doorkeeper.open(disk, try settings(), at: time.reading)
        _ = await door.setPassword(People.ada, to: goodPassword, words: [], at: time.reading)
        for call in 1...20 { disk.plan(.fails(.failed("broken")), atCall: disk.calls + call) }
        #expect(await door.signIn(People.ada, goodPassword, at: time).isUnavailable)
        #expect(door.sessions.count == 0)
        #expect(await door.failure != nil)
    }

    @Test("the eleventh session ends the first, after a restart too")
    func perAccount() async throws {
        let disk = MemoryDisk()
        let door = try Doorkeeper.open(disk, try settings(), at: time.reading)
        let first = try await door.welcome(People.ada, at: time)
        for _ in 0..<10 { #expect(await door.signIn(People.ada, goodPassword, at: time).token != nil) }
        #expect(door.sessions.count == 10)
        #expect(door.sessions.find(first.text, at: time.reading) == nil)
        let again = try Doorkeeper.open(disk.restarted(.everything), try settings(), at: time.reading)
        #expect(again.sessions.count == 10)
        #expect(again.sessions.find(first.text, at: time.reading) == nil)
    }

    @Test("there is a bound on all sessions together, and expired ones make room")
    mutating func total() async throws {
        var settings = try settings()
        settings.sessions.total = 2
        let door = try Doorkeeper.open(MemoryDisk(), settings, at: time.reading)
        _ = try await door.welcome(People.ada, at: time)
        _ = try await door.welcome(People.ben, at: time)
        #expect(await door.signIn(People.ada, goodPassword, at: time).isUnavailable)
        time.advance(seconds: 30 * 60)
        #expect(await door.signIn(People.ada, goodPassword, at: time).token != nil)
    }
}
