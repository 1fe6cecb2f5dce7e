import Crypto
import Journal
import MemoryDisk
import SoftPasskey
import Staffing
import Testing
import WebAuthn

@testable import Access

/// One doorkeeper, somebody who is signed in, and their passkey.
struct PasskeyScene {
    let disk = MemoryDisk()
    let door: Doorkeeper
    var time = Time()
    let session: Session
    var passkey = SoftPasskey(host: "northwind.example", origin: "https://northwind.example")

    static let party = RelyingParty(id: "northwind.example", origin: "https://northwind.example")

    init() async throws {
        door = try Doorkeeper.open(disk, try settings(), at: time.reading)
        let token = try await door.welcome(People.ada, at: time)
        session = try #require(door.sessions.find(token.text, at: time.reading))
    }

    func challenge(_ realm: Realm = People.northwind) -> [UInt8] {
        door.challenge(for: realm, at: time.reading)
    }

    func add(_ challenge: [UInt8]? = nil, named name: String = "Phone") async
        -> Result<PasskeyID, FactorRefusal>
    {
        let challenge = challenge ?? self.challenge()
        let made = passkey.registration(challenge)
        return await door.addPasskey(
            Registration(clientData: made.clientData, attestationObject: made.attestation), named: name,
            challenge: challenge, at: Self.party, by: session, now: time.reading)
    }

    func answer(
        _ challenge: [UInt8]? = nil, realm: Realm = People.northwind, party: RelyingParty = party
    ) -> PasskeyAnswer {
        let challenge = challenge ?? self.challenge(realm)
        let made = passkey.assertion(challenge)
        let assertion = Assertion(
            credentialID: passkey.id, clientData: made.clientData,
            authenticatorData: made.authenticatorData, signature: made.signature)
        return PasskeyAnswer(realm: realm, party: party, challenge: challenge, assertion: assertion)
    }

    func signIn(_ answer: PasskeyAnswer, on door: Doorkeeper? = nil) async -> Result<Account, PasskeyFailure>
    {
        await (door ?? self.door).signIn(answer, from: somewhere, former: nil, at: time.reading).map { $0.1 }
    }
}

@Suite("Passkeys of an account")
struct PasskeyTests {
    @Test("open the door, before and after a crash")
    func signsIn() async throws {
        let scene = try await PasskeyScene()
        let id = try await scene.add().get()
        #expect(await scene.signIn(scene.answer()) == .success(People.ada))
        let means = await scene.door.means(of: scene.session, at: scene.time.reading)
        #expect(means.passkeys.map(\.id) == [id] && means.passkeys[0].used == scene.time.reading.moment)
        let again = try Doorkeeper.open(
            scene.disk.restarted(.everything), try settings(), at: scene.time.reading)
        let challenge = again.challenge(for: People.northwind, at: scene.time.reading)
        #expect(await scene.signIn(scene.answer(challenge), on: again) == .success(People.ada))
    }

    @Test("a challenge is answered once, for ten minutes, at its own host, in its own process")
    func challenges() async throws {
        var scene = try await PasskeyScene()
        _ = try await scene.add().get()
        let used = scene.answer()
        #expect(await scene.signIn(used) == .success(People.ada))
        #expect(await scene.signIn(used) == .failure(.refused(.otherChallenge)))
        let early = scene.answer()
        scene.time.advance(seconds: ChallengeMint.lifeSeconds)
        #expect(await scene.signIn(early) == .failure(.refused(.otherChallenge)))
        for foreign in [
            scene.challenge(People.harbour), randomBytes(56), [], [UInt8](repeating: 0, count: 56),
        ] {
            #expect(await scene.signIn(scene.answer(foreign)) == .failure(.refused(.otherChallenge)))
        }
        var changed = scene.challenge()
        changed[20] ^= 1
        #expect(await scene.signIn(scene.answer(changed)) == .failure(.refused(.otherChallenge)))
    }

    @Test("a passkey of one host opens nothing at another")
    func otherHost() async throws {
        var scene = try await PasskeyScene()
        _ = try await scene.add().get()
        let harbour = RelyingParty(id: "harbour.example", origin: "https://harbour.example")
        let answer = scene.answer(realm: People.harbour, party: harbour)
        #expect(await scene.signIn(answer) == .failure(.refused(.otherHost)))
        scene.passkey.host = "harbour.example"
        #expect(await scene.signIn(scene.answer()) == .failure(.refused(.otherHost)))
        scene.passkey.host = "northwind.example"
        scene.passkey.origin = "https://evil.example"
        #expect(await scene.signIn(scene.answer()) == .failure(.refused(.otherOrigin)))
    }

    @Test("a counter that goes back keeps a copy out, also after a crash")
    func counters() async throws {
        var scene = try await PasskeyScene()
        _ = try await scene.add().get()
        scene.passkey.counter = 5
        #expect(await scene.signIn(scene.answer()) == .success(People.ada))
        #expect(await scene.signIn(scene.answer()) == .failure(.refused(.counterWentBack)))
        let again = try Doorkeeper.open(
            scene.disk.restarted(.everything), try settings(), at: scene.time.reading)
        let challenge = again.challenge(for: People.northwind, at: scene.time.reading)
        #expect(
            await scene.signIn(scene.answer(challenge), on: again) == .failure(.refused(.counterWentBack)))
    }

    @Test("are named and removed by their owner, and open nothing then")
    func removal() async throws {
        let scene = try await PasskeyScene()
        let id = try await scene.add().get()
        let (door, now) = (scene.door, scene.time.reading)
        try await door.renamePasskey(id, to: "Ada’s phone", by: scene.session, at: now).get()
        #expect(await door.means(of: scene.session, at: now).passkeys.map(\.name) == ["Ada’s phone"])
        let other = try await door.welcome(People.ben, at: scene.time)
        let ben = try #require(door.sessions.find(other.text, at: now))
        #expect(await door.removePasskey(id, by: ben, at: now).refusal == .missing)
        #expect(await door.renamePasskey(id, to: "Mine", by: ben, at: now).refusal == .missing)
        try await door.removePasskey(id, by: scene.session, at: now).get()
        #expect(await scene.signIn(scene.answer()) == .failure(.refused(.otherHost)))
        #expect(await door.removePasskey(id, by: scene.session, at: now).refusal == .missing)
    }

    @Test("the same one is not added twice, nor more than ten")
    func limits() async throws {
        var scene = try await PasskeyScene()
        _ = try await scene.add().get()
        #expect(await scene.add().refusal == .known)
        for _ in 1..<Passkey.mostPerAccount {
            scene.passkey = SoftPasskey(host: scene.passkey.host, origin: scene.passkey.origin)
            _ = try await scene.add().get()
        }
        scene.passkey = SoftPasskey(host: scene.passkey.host, origin: scene.passkey.origin)
        #expect(await scene.add().refusal == .tooMany(maximum: Passkey.mostPerAccount))
    }

    @Test("die with the account, at once")
    func closing() async throws {
        let scene = try await PasskeyScene()
        _ = try await scene.add().get()
        #expect(await scene.door.close(People.ada, at: scene.time.reading))
        #expect(await scene.signIn(scene.answer()) == .failure(.refused(.otherHost)))
    }

    @Test("nothing is changed ten minutes after the sign-in, until password or passkey is shown once more")
    func stepUp() async throws {
        var scene = try await PasskeyScene()
        let id = try await scene.add().get()
        scene.time.advance(seconds: 600)
        let (door, now) = (scene.door, scene.time.reading)
        #expect(await scene.add().refusal == .notProved)
        #expect(await door.removePasskey(id, by: scene.session, at: now).refusal == .notProved)
        #expect(await door.renamePasskey(id, to: "x", by: scene.session, at: now).refusal == .notProved)
        #expect(await door.prepareAuthenticator(by: scene.session, at: now).refusal == .notProved)
        #expect(await door.renewRecoveryCodes(by: scene.session, at: now).refusal == .notProved)
        #expect(await door.removeAuthenticator(by: scene.session, at: now).refusal == .notProved)
        #expect(await door.end(scene.session.id, by: scene.session, at: now).refusal == .notProved)
        let wrong = await door.prove(scene.session, password: otherPassword, network: "x", at: now)
        #expect(wrong == .wrong)
        #expect(await !door.means(of: scene.session, at: now).isProved)
        let right = await door.prove(scene.session, password: goodPassword, network: "x", at: now)
        #expect(right == .proved)
        #expect(await door.means(of: scene.session, at: now).isProved)
        scene.time.advance(seconds: 600)
        let answer = scene.answer()
        #expect(await door.prove(scene.session, by: answer, at: scene.time.reading) == .proved)
        #expect(await door.prove(scene.session, by: answer, at: scene.time.reading) == .wrong)
        try await door.removePasskey(id, by: scene.session, at: scene.time.reading).get()
    }

    @Test("somebody else's passkey proves nothing")
    func foreignProof() async throws {
        let scene = try await PasskeyScene()
        _ = try await scene.add().get()
        let token = try await scene.door.welcome(People.ben, at: scene.time)
        let ben = try #require(scene.door.sessions.find(token.text, at: scene.time.reading))
        #expect(await scene.door.prove(ben, by: scene.answer(), at: scene.time.reading) == .wrong)
    }
}

extension Result where Failure == FactorRefusal {
    var refusal: FactorRefusal? { if case .failure(let refusal) = self { refusal } else { nil } }
}
