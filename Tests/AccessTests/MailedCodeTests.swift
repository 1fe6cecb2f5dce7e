import Crypto
import MemoryDisk
import Staffing
import Testing

@testable import Access

/// Somebody of whom a code by mail is asked in a browser that is not known.
private struct CodeScene {
    let door: Doorkeeper
    var time = Time()

    init() async throws {
        door = try Doorkeeper.open(MemoryDisk(), try settings(), at: time.reading)
        for account in [People.ada, People.ben] {
            _ = await door.setPassword(account, to: goodPassword, words: [], at: time.reading)
        }
    }

    func signIn(
        _ account: Account = People.ada, _ demand: SignInDemand = .mailedCode, browser: String = "",
        password: String = goodPassword
    ) async -> SignInOutcome {
        await door.signIn(
            SignInAttempt(
                account: account, password: password, place: somewhere, identity: "\(account)",
                browser: browser, demand: { demand }), at: time.reading)
    }

    func half(_ account: Account = People.ada) async throws -> (token: AccessToken, code: String) {
        guard case .codeNeeded(let token, let code) = await signIn(account) else {
            throw NoCode()
        }
        return (token, code)
    }

    func finish(_ token: AccessToken, _ code: String, in realm: Realm = People.northwind) async
        -> SecondStepOutcome
    {
        await door.finishSignIn(token.text, code: code, in: realm, at: time.reading)
    }

    struct NoCode: Error {}
}

/// Another code than the right one.
private func other(_ code: String) -> String { code == "000000" ? "000001" : "000000" }

@Suite("A code by mail at the sign-in")
struct MailedCodeTests {
    @Test("is six digits, opens the door once, and confirms no second factor")
    func opens() async throws {
        let scene = try await CodeScene()
        let (token, code) = try await scene.half()
        #expect(code.utf8.count == 6 && code.allSatisfy(\.isNumber))
        #expect(await scene.door.awaitsMailedCode(token.text, in: People.northwind, at: scene.time.reading))
        let session = try #require(await scene.finish(token, " \(code.prefix(3)) \(code.suffix(3))").token)
        let found = try #require(scene.door.sessions.find(session.text, at: scene.time.reading))
        #expect(found.account == People.ada && !found.isConfirmed)
        #expect(await scene.finish(token, code).isOver, "once")
    }

    @Test("is asked for by the demand and the browser, and of nobody with a wrong password")
    func whoIsAsked() async throws {
        let scene = try await CodeScene()
        #expect(await scene.signIn(People.ada, .password).token != nil)
        #expect(await scene.signIn(password: otherPassword).isWrong)
        #expect(await scene.signIn(People.nobody).isWrong)
        let key = await scene.door.recognise("", of: People.ada, at: scene.time.reading).key.text
        #expect(await scene.signIn(browser: key).token != nil, "a known browser")
        #expect(await scene.signIn(People.ada, .secondFactor, browser: key).token != nil)
        guard case .codeNeeded = await scene.signIn(People.ben, browser: key) else {
            Issue.record("a browser is known to one account, not to another")
            return
        }
        guard case .codeNeeded = await scene.signIn(browser: AccessToken.draw().text) else {
            Issue.record("a key that somebody made up is known")
            return
        }
    }

    @Test("wrong five times, it is over, also for the right one")
    func fiveTries() async throws {
        let scene = try await CodeScene()
        let (token, code) = try await scene.half()
        for _ in 0..<4 { #expect(await scene.finish(token, other(code)).isWrong) }
        #expect(await scene.finish(token, other(code)).isOver)
        #expect(await scene.finish(token, code).isOver)
    }

    @Test("holds for ten minutes, by whichever clock says that they have passed", arguments: [599, 600, 601])
    func expires(seconds: Int64) async throws {
        var scene = try await CodeScene()
        let (token, code) = try await scene.half()
        scene.time.advance(seconds: seconds)
        #expect(await (scene.finish(token, code).token != nil) == (seconds < 600))
        var other = try await CodeScene()
        let again = try await other.half()
        other.time.setWall(by: seconds)
        #expect(await (other.finish(again.token, again.code).token != nil) == (seconds < 600))
    }

    @Test("belongs to its own try, at its own host")
    func ofAnotherTry() async throws {
        let scene = try await CodeScene()
        let ada = try await scene.half()
        let ben = try await scene.half(People.ben)
        #expect(await scene.finish(ada.token, ada.code, in: People.harbour).isOver)
        if ada.code != ben.code { #expect(await scene.finish(ada.token, ben.code).isWrong) }
        #expect(await scene.finish(ada.token, ada.code).token != nil)
        #expect(await scene.finish(ben.token, ben.code).token != nil)
    }

    @Test("is dead once the password is another one")
    func passwordChanged() async throws {
        let scene = try await CodeScene()
        let (token, code) = try await scene.half()
        _ = await scene.door.setPassword(People.ada, to: otherPassword, words: [], at: scene.time.reading)
        #expect(await scene.finish(token, code).isOver)
    }

    @Test("goes out three times, then somebody waits")
    func mailsAreCounted() async throws {
        var scene = try await CodeScene()
        for _ in 0..<3 { _ = try await scene.half() }
        #expect(await scene.signIn().waitSeconds == 300)
        #expect(await scene.signIn(People.ada, .password).token != nil, "the password is not locked by it")
        scene.time.advance(seconds: 300)
        _ = try await scene.half()
    }
}

@Suite("Sessions that have seen a second factor")
struct ConfirmedSessionTests {
    @Test("a code of the app or a recovery code confirms one, the password does not; it is kept on disk")
    func confirmed() async throws {
        var scene = try await AppScene()
        let isMade = scene.door.sessions.change { $0.isConfirmed(scene.session.digest) }
        #expect(isMade, "setting the app up has shown that it is there")
        let recovered = try await token(scene)
        #expect(scene.door.sessions.find(recovered, at: scene.time.reading)?.isConfirmed == true)
        scene.time.advance(seconds: 30)
        let opened = try #require(await scene.finish(try await scene.half(), scene.code()).token)
        #expect(scene.door.sessions.find(opened.text, at: scene.time.reading)?.isConfirmed == true)
        let again = try Doorkeeper.open(
            scene.disk.restarted(.everything), try settings(), at: scene.time.reading)
        #expect(again.sessions.find(opened.text, at: scene.time.reading)?.isConfirmed == true)
        _ = await scene.door.removeAuthenticator(by: scene.session, at: scene.time.reading)
        #expect(scene.door.sessions.find(opened.text, at: scene.time.reading)?.isConfirmed == false)
    }

    private func token(_ scene: AppScene) async throws -> String {
        let half = try await scene.half()
        return try #require(await scene.finish(half, scene.recoveryCodes[9]).token).text
    }

    @Test("who owes a second factor and has one sets up no other")
    func noSecondOne() async throws {
        let scene = try await AppScene()
        let now = scene.time.reading
        let owed = await scene.door.prepareAuthenticator(by: scene.session, isOwed: true, at: now).refusal
        #expect(owed == .notConfirmed)
        let code = await scene.door.setAuthenticator(
            code: "000000", by: scene.session, isOwed: true, at: now)
        #expect(code.refusal == .notConfirmed)
    }

    @Test("ending somebody's second factors ends their sessions, and asks for a fresh proof of who does it")
    func ended() async throws {
        var scene = try await AppScene()
        let token = try await scene.door.welcome(People.ben, at: scene.time)
        let admin = try #require(scene.door.sessions.find(token.text, at: scene.time.reading))
        let removed = await scene.door.endSecondFactors(of: People.ada, by: admin, at: scene.time.reading)
        #expect(removed == .removed(SecondFactors(hasApp: true, passkeys: [])))
        #expect(await scene.door.secondFactors(of: People.ada).isEmpty)
        #expect(!scene.door.sessions.change { $0.contains(scene.session.digest) })
        #expect(await scene.door.signIn(People.ada, goodPassword, at: scene.time).token != nil)
        #expect(
            await scene.door.endSecondFactors(of: People.ada, by: admin, at: scene.time.reading) == .none)
        scene.time.advance(seconds: 601)
        #expect(
            await scene.door.endSecondFactors(of: People.ada, by: admin, at: scene.time.reading)
                == .notProved)
    }
}
