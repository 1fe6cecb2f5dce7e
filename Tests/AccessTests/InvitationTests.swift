import Access
import MemoryDisk
import Staffing
import Testing

@Suite("Invitations")
struct InvitationTests {
    private var time = Time()

    private func accept(
        _ token: AccessToken, _ password: String = goodPassword, words: [String] = [], at door: Doorkeeper
    ) async -> AcceptOutcome {
        await door.accept(
            token.text, password: password, words: words, place: SessionPlace(network: "a", device: .unknown),
            at: time.reading)
    }

    @Test("a link sets the password once and signs in")
    func accepted() async throws {
        let disk = MemoryDisk()
        let door = try Doorkeeper.open(disk, try settings(), at: time.reading)
        let link = try #require(await door.invite(People.ada, at: time.reading))
        #expect(await door.invitation(link.text, at: time.reading) == People.ada)
        #expect(await door.invitation(link.text, at: time.reading) == People.ada, "looking changes nothing")
        let token = try #require(await accept(link, at: door).token)
        #expect(door.sessions.find(token.text, at: time.reading)?.account == People.ada)
        #expect(await accept(link, otherPassword, at: door).hasNoInvitation)
        #expect(await door.signIn(People.ada, goodPassword, at: time).token != nil)
        let again = try Doorkeeper.open(disk.restarted(.everything), try settings(), at: time.reading)
        #expect(await accept(link, otherPassword, at: again).hasNoInvitation)
        #expect(await again.signIn(People.ada, goodPassword, at: time).token != nil)
    }

    @Test("a link ends after seven days")
    mutating func expires() async throws {
        let door = try Doorkeeper.open(MemoryDisk(), try settings(), at: time.reading)
        let link = try #require(await door.invite(People.ada, at: time.reading))
        time.advance(seconds: 7 * 86_400 - 1)
        #expect(await door.invitation(link.text, at: time.reading) == People.ada)
        time.advance(seconds: 1)
        #expect(await door.invitation(link.text, at: time.reading) == nil)
        #expect(await accept(link, at: door).hasNoInvitation)
        #expect(await !door.hasPassword(People.ada))
    }

    @Test("a newer link and a withdrawal end the older one")
    func replaced() async throws {
        let disk = MemoryDisk()
        let door = try Doorkeeper.open(disk, try settings(), at: time.reading)
        let first = try #require(await door.invite(People.ada, at: time.reading))
        let second = try #require(await door.invite(People.ada, at: time.reading))
        #expect(await accept(first, at: door).hasNoInvitation)
        #expect(await door.withdrawInvitation(of: People.ada, at: time.reading))
        let again = try Doorkeeper.open(disk.restarted(.everything), try settings(), at: time.reading)
        for keeper in [door, again] { #expect(await accept(second, at: keeper).hasNoInvitation) }
    }

    @Test("a refused password leaves the link as it was")
    func refused() async throws {
        let door = try Doorkeeper.open(MemoryDisk(), try settings(), at: time.reading)
        let link = try #require(await door.invite(People.ada, at: time.reading))
        #expect(await accept(link, "too short", at: door).refusal == .tooShort(minimum: 15))
        #expect(await accept(link, "northwind2026!!", words: ["Northwind"], at: door).refusal == .personal)
        #expect(await accept(link, at: door).token != nil)
    }

    @Test("of two people with the same link one comes in")
    func race() async throws {
        let hashes = HeldJobs()
        var settings = try settings()
        let scrypt = settings.scrypt
        settings = DoorkeeperSettings(
            home: settings.home, post: settings.post, run: settings.run, hash: { hashes.add($0) })
        settings.scrypt = scrypt
        let door = try Doorkeeper.open(MemoryDisk(), settings, at: time.reading)
        let link = try #require(await door.invite(People.ada, at: time.reading))
        async let first = accept(link, at: door)
        async let second = accept(link, otherPassword, at: door)
        await hashes.wait(for: 2)
        hashes.runAll()
        let outcomes = await [first, second]
        #expect(outcomes.count { $0.token != nil } == 1)
        #expect(outcomes.count { $0.hasNoInvitation } == 1)
    }

    @Test("accepting a link ends the sessions that there were: it is also how a lost password is replaced")
    func reset() async throws {
        let door = try Doorkeeper.open(MemoryDisk(), try settings(), at: time.reading)
        let old = try await door.welcome(People.ada, at: time)
        let link = try #require(await door.invite(People.ada, at: time.reading))
        #expect(await accept(link, otherPassword, at: door).token != nil)
        #expect(door.sessions.find(old.text, at: time.reading) == nil)
        #expect(await door.signIn(People.ada, goodPassword, at: time).isWrong)
    }

    @Test(
        "tokens that were never made find nothing", arguments: ["", "x", String(repeating: "A", count: 43)])
    func unknown(text: String) async throws {
        let door = try Doorkeeper.open(MemoryDisk(), try settings(), at: time.reading)
        #expect(await door.invitation(text, at: time.reading) == nil)
    }
}
