import Access
import Journal
import Locking
import MemoryDisk
import Staffing
import Testing

@Suite("Ending sessions")
struct RevocationTests {
    private var time = Time()

    private func reopened(_ disk: MemoryDisk) throws -> Doorkeeper {
        try Doorkeeper.open(disk.restarted(.everything), try settings(), at: time.reading)
    }

    @Test("a session lives through a crash, and what remains of its time goes on")
    mutating func survives() async throws {
        let disk = MemoryDisk()
        let door = try Doorkeeper.open(disk, try settings(), at: time.reading)
        let token = try await door.welcome(People.ada, at: time)
        time.restart(after: 29 * 60)
        #expect(try reopened(disk).sessions.find(token.text, at: time.reading)?.account == People.ada)
        time.restart(after: 60)
        #expect(try reopened(disk).sessions.find(token.text, at: time.reading) == nil)
    }

    @Test("use that was written down counts after a crash")
    mutating func seen() async throws {
        let disk = MemoryDisk()
        let door = try Doorkeeper.open(disk, try settings(), at: time.reading)
        let token = try await door.welcome(People.ada, at: time)
        time.advance(seconds: 20 * 60)
        #expect(door.sessions.find(token.text, at: time.reading) != nil)
        #expect(await door.settle(at: time.reading))
        time.restart(after: 20 * 60)
        #expect(try reopened(disk).sessions.find(token.text, at: time.reading) != nil)
    }

    @Test("signing out ends this session only, at once and after a crash")
    func signOut() async throws {
        let disk = MemoryDisk()
        let door = try Doorkeeper.open(disk, try settings(), at: time.reading)
        let token = try await door.welcome(People.ada, at: time)
        let other = try #require(await door.signIn(People.ada, goodPassword, at: time).token)
        let session = try #require(door.sessions.find(token.text, at: time.reading))
        #expect(await door.signOut(session, at: time.reading))
        for sessions in [door.sessions, try reopened(disk).sessions] {
            #expect(sessions.find(token.text, at: time.reading) == nil)
            #expect(sessions.find(other.text, at: time.reading) != nil)
        }
    }

    @Test("signing out everywhere spares other accounts of the same person")
    func everywhere() async throws {
        let disk = MemoryDisk()
        let door = try Doorkeeper.open(disk, try settings(), at: time.reading)
        let tokens = [
            try await door.welcome(People.ada, at: time),
            try await door.welcome(People.adaElsewhere, at: time),
        ]
        #expect(await door.signOutEverywhere(People.ada, at: time.reading))
        for sessions in [door.sessions, try reopened(disk).sessions] {
            #expect(tokens.map { sessions.find($0.text, at: time.reading) != nil } == [false, true])
        }
    }

    @Test("removing a person ends password, sessions and invitation at once and after a crash")
    func close() async throws {
        let disk = MemoryDisk()
        let door = try Doorkeeper.open(disk, try settings(), at: time.reading)
        let token = try await door.welcome(People.ada, at: time)
        let invitation = try #require(await door.invite(People.ada, at: time.reading))
        #expect(await door.close(People.ada, at: time.reading))
        for keeper in [door, try reopened(disk)] {
            #expect(keeper.sessions.find(token.text, at: time.reading) == nil)
            #expect(await keeper.invitation(invitation.text, at: time.reading) == nil)
            #expect(await keeper.signIn(People.ada, goodPassword, at: time).isWrong)
            let outcome = await keeper.accept(
                invitation.text, password: otherPassword, words: [],
                place: SessionPlace(network: "a", device: .unknown), at: time.reading)
            #expect(outcome.hasNoInvitation)
        }
    }

    @Test("the answer to a sign-out waits for the disk, the end of the session does not")
    func durableBeforeTheAnswer() async throws {
        let disk = MemoryDisk()
        let writes = HeldJobs()
        let isHolding = Lock(false)
        let isAnswered = Lock(false)
        var settings = try settings()
        let scrypt = settings.scrypt
        let run: @Sendable (@escaping @Sendable () -> Void) -> Void = { job in
            if isHolding.withLock({ $0 }) { writes.add(job) } else { job() }
        }
        settings = DoorkeeperSettings(
            home: settings.home, post: settings.post, run: run, hash: settings.hash)
        settings.scrypt = scrypt
        let door = try Doorkeeper.open(disk, settings, at: time.reading)
        let token = try await door.welcome(People.ada, at: time)
        let session = try #require(door.sessions.find(token.text, at: time.reading))
        isHolding.withLock { $0 = true }
        let moment = time.reading
        let answer = Task {
            let answer = await door.signOut(session, at: moment)
            isAnswered.withLock { $0 = true }
            return answer
        }
        await writes.wait(for: 1)
        #expect(door.sessions.find(token.text, at: time.reading) == nil)
        #expect(!isAnswered.withLock { $0 })
        #expect(try reopened(disk).sessions.find(token.text, at: time.reading) != nil)
        writes.runAll()
        #expect(await answer.value)
        #expect(try reopened(disk).sessions.find(token.text, at: time.reading) == nil)
    }

    @Test("on a disk that fails a session ends all the same, but nobody is told that it lasts")
    func diskFails() async throws {
        let disk = MemoryDisk()
        let door = try Doorkeeper.open(disk, try settings(), at: time.reading)
        let token = try await door.welcome(People.ada, at: time)
        let session = try #require(door.sessions.find(token.text, at: time.reading))
        for call in 1...20 { disk.plan(.fails(.failed("broken")), atCall: disk.calls + call) }
        #expect(await !door.signOut(session, at: time.reading))
        #expect(door.sessions.find(token.text, at: time.reading) == nil)
    }

    @Test("what a full disk could not take is recorded as soon as there is room, and nobody has to ask again")
    func owesTheDisk() async throws {
        let first = MemoryDisk()
        let token = try await Doorkeeper.open(first, try settings(), at: time.reading).welcome(
            People.ada, at: time)
        let disk = first.copy()
        let door = try Doorkeeper.open(disk, try settings(), at: time.reading)
        let session = try #require(door.sessions.find(token.text, at: time.reading))
        disk.trouble(DiskTrouble(below: Doorkeeper.storeName, [.write], .full))
        #expect(await !door.signOut(session, at: time.reading))
        #expect(door.sessions.find(token.text, at: time.reading) == nil)
        #expect(try reopened(disk).sessions.find(token.text, at: time.reading) != nil)
        disk.endTroubles()
        #expect(await door.settle(at: time.reading))
        #expect(try reopened(disk).sessions.find(token.text, at: time.reading) == nil)
    }

    @Test("a hundred sign-outs at the same time all last")
    func hundred() async throws {
        let disk = MemoryDisk()
        let door = try Doorkeeper.open(disk, try settings(), at: time.reading)
        var tokens: [AccessToken] = []
        for number in 0..<10 {
            let account = Account(realm: People.northwind, person: .contact(ContactID(UInt64(100 + number))))
            tokens.append(try await door.welcome(account, at: time))
            for _ in 0..<9 {
                tokens.append(try #require(await door.signIn(account, goodPassword, at: time).token))
            }
        }
        let sessions = tokens.compactMap { door.sessions.find($0.text, at: time.reading) }
        #expect(sessions.count == 100)
        let moment = time.reading
        let answers = await withTaskGroup(of: Bool.self) { group in
            for session in sessions { group.addTask { await door.signOut(session, at: moment) } }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(answers == 100)
        #expect(door.sessions.count == 0)
        #expect(try reopened(disk).sessions.count == 0)
    }

    @Test("a power cut at any call to the disk leaves every answer true")
    func powerCuts() async throws {
        let whole = MemoryDisk()
        #expect(try await live(on: whole).hasEnded)
        #expect(whole.calls > 20)
        for cut in 1...whole.calls {
            let disk = MemoryDisk()
            disk.plan(.powerCut, atCall: cut)
            guard let life = try? await live(on: disk) else { continue }
            for loss in [Loss.everything, .nothing, .byLot(seed: UInt64(cut))] {
                let again = try Doorkeeper.open(disk.restarted(loss), try settings(), at: time.reading)
                if life.hasPassword { #expect(await again.hasPassword(People.ada)) }
                if life.hasEnded { #expect(again.sessions.count == 0) }
            }
        }
    }

    /// What somebody was told who set a password, signed in and signed out. Throws when the store did not
    /// open.
    private func live(on disk: MemoryDisk) async throws -> (hasPassword: Bool, hasEnded: Bool) {
        let door = try Doorkeeper.open(disk, try settings(), at: time.reading)
        let outcome = await door.setPassword(People.ada, to: goodPassword, words: [], at: time.reading)
        let token = await door.signIn(People.ada, goodPassword, at: time).token
        guard let session = token.flatMap({ door.sessions.find($0.text, at: time.reading) }) else {
            return (outcome == .changed, false)
        }
        return (outcome == .changed, await door.signOut(session, at: time.reading))
    }

    @Test("a snapshot holds the same as the events that it stands for")
    func snapshot() async throws {
        let disk = MemoryDisk()
        var settings = try settings()
        settings.snapshotEvery = 1
        let door = try Doorkeeper.open(disk, settings, at: time.reading)
        let token = try await door.welcome(People.ada, at: time)
        let invitation = try #require(await door.invite(People.ben, at: time.reading))
        await door.tidy(at: time.reading)
        #expect(await door.signOutEverywhere(People.sam, at: time.reading))
        #expect(disk.files.contains { $0.hasSuffix(".snapshot") })
        let again = try reopened(disk)
        #expect(again.sessions.find(token.text, at: time.reading)?.account == People.ada)
        #expect(await again.invitation(invitation.text, at: time.reading) == People.ben)
        for number in 0..<100 {
            _ = await again.signIn(People.ada, otherPassword, from: "198.51.100.\(number)", at: time)
        }
        #expect(await again.signIn(People.ada, goodPassword, at: time).token != nil, "the network is known")
    }
}
