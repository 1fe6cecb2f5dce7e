import Crypto
import Journal
import MemoryDisk
import Staffing
import Testing

@testable import Access

/// Somebody with an authenticator app, and what it shows.
struct AppScene {
    let disk: MemoryDisk
    let door: Doorkeeper
    var time = Time()
    let session: Session
    let secret: AuthenticatorSecret
    let recoveryCodes: [String]

    init(disk: MemoryDisk = MemoryDisk()) async throws {
        self.disk = disk
        door = try Doorkeeper.open(disk, try settings(), at: time.reading)
        let token = try await door.welcome(People.ada, at: time)
        session = try #require(door.sessions.find(token.text, at: time.reading))
        secret = try await door.prepareAuthenticator(by: session, at: time.reading).get()
        let code = secret.code(at: time.reading.moment)
        recoveryCodes = try await door.setAuthenticator(code: code, by: session, at: time.reading).get()
    }

    /// What the app shows, on a phone whose clock is so many seconds ahead.
    func code(ahead seconds: Int64 = 0) -> String {
        secret.code(at: time.reading.moment.adding(seconds: seconds))
    }

    func half(_ door: Doorkeeper? = nil) async throws -> AccessToken {
        try #require(await (door ?? self.door).signIn(People.ada, goodPassword, at: time).halfOpen)
    }

    func finish(_ token: AccessToken, _ code: String, in realm: Realm = People.northwind) async
        -> SecondStepOutcome
    {
        await door.finishSignIn(token.text, code: code, in: realm, at: time.reading)
    }
}

@Suite("The code after the password")
struct SecondStepTests {
    @Test("the password alone opens nothing; with the app's code it does")
    func signsIn() async throws {
        var scene = try await AppScene()
        scene.time.advance(seconds: 30)
        let half = try await scene.half()
        #expect(scene.door.sessions.find(half.text, at: scene.time.reading) == nil)
        #expect(await scene.door.isHalfOpen(half.text, in: People.northwind, at: scene.time.reading))
        #expect(await !scene.door.isHalfOpen(half.text, in: People.harbour, at: scene.time.reading))
        let token = try #require(await scene.finish(half, scene.code()).token)
        #expect(scene.door.sessions.find(token.text, at: scene.time.reading)?.account == People.ada)
        #expect(await scene.finish(half, scene.code()).isOver, "it is used up")
    }

    @Test("a code is taken once, also after a crash; the one of the set-up counts")
    func takenOnce() async throws {
        var scene = try await AppScene()
        #expect(await scene.finish(try scene.half(), scene.code()).isWrong)
        scene.time.advance(seconds: 30)
        #expect(await scene.finish(try scene.half(), scene.code()).token != nil)
        #expect(await scene.finish(try scene.half(), scene.code()).isWrong)
        let again = try Doorkeeper.open(
            scene.disk.restarted(.everything), try settings(), at: scene.time.reading)
        let half = try await scene.half(again)
        let outcome = await again.finishSignIn(
            half.text, code: scene.code(), in: People.northwind, at: scene.time.reading)
        #expect(outcome.isWrong)
    }

    @Test(
        "a phone's clock may be a step off, either way, and no more",
        arguments: [(-60, false), (-30, true), (0, true), (30, true), (60, false)])
    func skew(seconds: Int64, isTaken: Bool) async throws {
        var scene = try await AppScene()
        scene.time.advance(seconds: 600)
        let outcome = await scene.finish(try scene.half(), scene.code(ahead: seconds))
        #expect((outcome.token != nil) == isTaken)
    }

    @Test("after five wrong codes the right one waits as well, and the password is not hurt by it")
    func guesses() async throws {
        var scene = try await AppScene()
        scene.time.advance(seconds: 60)
        let half = try await scene.half()
        for _ in 0..<5 { #expect(await scene.finish(half, "not it").isWrong) }
        #expect(await scene.finish(half, scene.code()).waitSeconds == 60)
        let another = try await scene.half()
        #expect(await scene.finish(another, scene.code()).waitSeconds == 60, "it is the account that waits")
        scene.time.advance(seconds: 60)
        #expect(await scene.finish(another, scene.code()).token != nil)
    }

    @Test("a recovery code is taken once, however it is typed; new ones end the old")
    func recovery() async throws {
        let scene = try await AppScene()
        #expect(scene.recoveryCodes.count == RecoveryCode.perSet && Set(scene.recoveryCodes).count == 10)
        let typed = scene.recoveryCodes[3].lowercased().replacing("-", with: " ").replacing("0", with: "o")
        #expect(await scene.finish(try scene.half(), typed).token != nil)
        #expect(await scene.finish(try scene.half(), scene.recoveryCodes[3]).isWrong)
        #expect(await scene.door.means(of: scene.session, at: scene.time.reading).recoveryCodesLeft == 9)
        let fresh = try await scene.door.renewRecoveryCodes(by: scene.session, at: scene.time.reading).get()
        #expect(await scene.finish(try scene.half(), scene.recoveryCodes[4]).isWrong)
        #expect(await scene.finish(try scene.half(), fresh[0]).token != nil)
    }

    @Test("whoever takes five minutes, or whose password is another by then, begins anew")
    func over() async throws {
        var scene = try await AppScene()
        let half = try await scene.half()
        scene.time.advance(seconds: HalfOpenDoors.lifeSeconds)
        #expect(await scene.finish(half, scene.code()).isOver)
        let second = try await scene.half()
        let invitation = try #require(await scene.door.invite(People.ada, at: scene.time.reading))
        let accepted = await scene.door.accept(
            invitation.text, password: otherPassword, words: [], place: somewhere, at: scene.time.reading)
        guard case .halfOpen(let third, _) = accepted else {
            Issue.record("a link in a mail took somebody past the code")
            return
        }
        #expect(await scene.finish(second, scene.code()).isOver)
        #expect(await scene.finish(third, scene.code(), in: People.harbour).isOver)
        #expect(await scene.finish(third, scene.code()).token != nil)
    }

    @Test("turned off, the password is enough; set up anew, the old app's codes are not taken")
    func removal() async throws {
        var scene = try await AppScene()
        let now = scene.time.reading
        let refused = await scene.door.prepareAuthenticator(by: scene.session, at: now).refusal
        #expect(refused == .isSet)
        try await scene.door.removeAuthenticator(by: scene.session, at: now).get()
        #expect(await scene.door.signIn(People.ada, goodPassword, at: scene.time).token != nil)
        let secret = try await scene.door.prepareAuthenticator(by: scene.session, at: now).get()
        #expect(secret.text != scene.secret.text)
        let wrong = await scene.door.setAuthenticator(
            code: scene.code(), by: scene.session, at: now)
        #expect(wrong.refusal == .wrongCode)
        _ = try await scene.door.setAuthenticator(
            code: secret.code(at: now.moment), by: scene.session, at: now
        ).get()
        scene.time.advance(seconds: 60)
        #expect(await scene.finish(try scene.half(), scene.code()).isWrong)
    }

    @Test("a password set by the operator asks for no code any more: it is for whoever lost everything")
    func operatorSets() async throws {
        let scene = try await AppScene()
        let set = await scene.door.setPassword(
            People.ada, to: otherPassword, words: [], at: scene.time.reading)
        #expect(set == .changed)
        #expect(await scene.door.signIn(People.ada, otherPassword, at: scene.time).token != nil)
    }

    @Test("a snapshot keeps passkeys, app, recovery codes and where sessions are")
    func snapshot() async throws {
        let disk = MemoryDisk()
        let scene = try await AppScene(disk: disk)
        let half = try await scene.half()
        #expect(await scene.finish(half, scene.recoveryCodes[0]).token != nil)
        var few = try settings()
        few.snapshotEvery = 1
        let copy = disk.restarted(.everything)
        let again = try Doorkeeper.open(copy, few, at: scene.time.reading)
        _ = try await again.welcome(People.ben, at: scene.time)
        #expect(await again.settle(at: scene.time.reading))
        let third = try Doorkeeper.open(
            copy.restarted(.everything), try settings(), at: scene.time.reading)
        let means = await third.means(of: scene.session, at: scene.time.reading)
        #expect(means.recoveryCodesLeft == 9 && means.authenticatorSince != nil)
        #expect(means.sessions.allSatisfy { $0.place != nil } && means.sessions.count == 2)
    }
}

@Suite("One's own sessions")
struct OwnSessionTests {
    @Test("are listed with browser and network, and one ends at once where it is asked to")
    func ends() async throws {
        let disk = MemoryDisk()
        let time = Time()
        let door = try Doorkeeper.open(disk, try settings(), at: time.reading)
        let here = try await door.welcome(People.ada, at: time)
        let there = try #require(
            await door.signIn(People.ada, goodPassword, from: "198.51.100.7", at: time).token)
        let session = try #require(door.sessions.find(here.text, at: time.reading))
        let other = try #require(door.sessions.find(there.text, at: time.reading))
        let listed = await door.means(of: session, at: time.reading).sessions
        #expect(listed.map(\.id) == [session.id, other.id])
        #expect(listed.map { $0.place?.network } == ["203.0.113.7", "198.51.100.7"])
        let strange = try await door.welcome(People.ben, at: time)
        let ben = try #require(door.sessions.find(strange.text, at: time.reading))
        #expect(await door.end(other.id, by: ben, at: time.reading).refusal == .missing)
        try await door.end(other.id, by: session, at: time.reading).get()
        for sessions in [
            door.sessions,
            try Doorkeeper.open(disk.restarted(.everything), try settings(), at: time.reading).sessions,
        ] {
            #expect(sessions.find(there.text, at: time.reading) == nil)
            #expect(sessions.find(here.text, at: time.reading) != nil)
        }
    }

    @Test(
        "a browser is known by family and system",
        arguments: [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 "
                    + "Safari/537.36 Edg/142.0", Device.Browser.edge, Device.System.windows
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 "
                    + "Mobile/15E148 Safari/604.1", .safari, .iPhone
            ),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", .firefox, .linux),
            (
                "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36",
                .chrome,
                .android
            ),
            ("", .other, .other),
        ])
    func devices(text: String, browser: Device.Browser, system: Device.System) {
        #expect(Device(userAgent: text) == Device(browser: browser, system: system))
    }
}

extension SecondStepOutcome {
    var token: AccessToken? { if case .signedIn(let token, _, _) = self { token } else { nil } }
    var isWrong: Bool { if case .wrong = self { true } else { false } }
    var isOver: Bool { if case .over = self { true } else { false } }
    var waitSeconds: Int64? { if case .tooMany(let seconds) = self { seconds } else { nil } }
}
