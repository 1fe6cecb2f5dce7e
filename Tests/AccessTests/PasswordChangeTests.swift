import Access
import MemoryDisk
import Staffing
import Testing

@Suite("Changing a password")
struct PasswordChangeTests {
    private var time = Time()

    private func change(_ session: Session, _ old: String, _ new: String, at door: Doorkeeper) async
        -> Result<AccessToken, PasswordOutcome>
    {
        await door.changePassword(
            PasswordChange(
                session: session, old: old, new: new, words: ["Ada Quimby"], place: somewhere),
            at: time.reading)
    }

    @Test("ends every session, and the one that asked goes on under a new token, at once and after a crash")
    func changed() async throws {
        let disk = MemoryDisk()
        let door = try Doorkeeper.open(disk, try settings(), at: time.reading)
        let here = try await door.welcome(People.ada, at: time)
        let there = try #require(await door.signIn(People.ada, goodPassword, at: time).token)
        let session = try #require(door.sessions.find(here.text, at: time.reading))
        let changed = try await change(session, goodPassword, otherPassword, at: door).get()
        let again = try Doorkeeper.open(disk.restarted(.everything), try settings(), at: time.reading)
        for keeper in [door, again] {
            #expect(keeper.sessions.find(changed.text, at: time.reading)?.account == People.ada)
            #expect(keeper.sessions.find(here.text, at: time.reading) == nil)
            #expect(keeper.sessions.find(there.text, at: time.reading) == nil)
            #expect(await keeper.signIn(People.ada, goodPassword, at: time).isWrong)
            #expect(await keeper.signIn(People.ada, otherPassword, at: time).token != nil)
        }
    }

    @Test("needs the old one, and guesses at it are counted")
    func wrong() async throws {
        let door = try Doorkeeper.open(MemoryDisk(), try settings(), at: time.reading)
        let token = try await door.welcome(People.ada, at: time)
        let session = try #require(door.sessions.find(token.text, at: time.reading))
        for _ in 0..<5 {
            #expect(await change(session, otherPassword, otherPassword, at: door).refusal == .wrong)
        }
        let outcome = await change(session, goodPassword, otherPassword, at: door)
        #expect(outcome.refusal == .tooMany(retryAfterSeconds: 60))
    }

    @Test("follows the rules")
    func rules() async throws {
        let door = try Doorkeeper.open(MemoryDisk(), try settings(), at: time.reading)
        let token = try await door.welcome(People.ada, at: time)
        let session = try #require(door.sessions.find(token.text, at: time.reading))
        #expect(
            await change(session, goodPassword, "quimby19880412!", at: door).refusal == .refused(.personal))
        #expect(
            await change(session, goodPassword, "short", at: door).refusal == .refused(.tooShort(minimum: 15))
        )
        let set = await door.setPassword(People.ada, to: "aaaaaaaaaaaaaaaa", words: [], at: time.reading)
        #expect(set == .refused(.repetitive))
    }

    @Test("is not for a session that has ended meanwhile")
    func ended() async throws {
        let door = try Doorkeeper.open(MemoryDisk(), try settings(), at: time.reading)
        let token = try await door.welcome(People.ada, at: time)
        let session = try #require(door.sessions.find(token.text, at: time.reading))
        #expect(await door.signOutEverywhere(People.ada, at: time.reading))
        #expect(await change(session, goodPassword, otherPassword, at: door).refusal == .wrong)
        #expect(await door.signIn(People.ada, goodPassword, at: time).token != nil)
    }

    @Test("by the command line ends all sessions")
    func setting() async throws {
        let door = try Doorkeeper.open(MemoryDisk(), try settings(), at: time.reading)
        let token = try await door.welcome(People.ada, at: time)
        let set = await door.setPassword(People.ada, to: otherPassword, words: [], at: time.reading)
        #expect(set == .changed)
        #expect(door.sessions.find(token.text, at: time.reading) == nil)
    }
}

extension Result where Failure == PasswordOutcome {
    fileprivate var refusal: PasswordOutcome? {
        if case .failure(let refusal) = self { refusal } else { nil }
    }
}
