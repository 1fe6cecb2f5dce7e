import Crypto
import Journal
import Staffing
import Testing
import WebAuthn

@testable import Access

@Suite("What Access stores")
struct StoredAccessTests {
    private static let digest = sha256(Array("token".utf8))
    private static let moment = Moment(microseconds: 1_790_000_000_000_000)

    private static func events() throws -> [(String, AccessEvent)] {
        let scrypt = try #require(Scrypt(n: 16, r: 1, p: 1))
        let salt = [UInt8](repeating: 7, count: PasswordHash.saltCount)
        let hash = try #require(PasswordHash.make(password: [1, 2, 3], salt: salt, parameters: scrypt))
        return [
            ("password.set/1", .passwordSet(People.ada, hash)),
            ("session.opened/1", .sessionOpened(digest, People.sam, at: moment)),
            ("network.learned/1", .networkLearned(People.ada, NetworkMark("203.0.113.7", for: People.ada))),
            (
                "browser.learned/1",
                .browserLearned(People.ada, BrowserMark(AccessToken.draw(), for: People.ada))
            ),
            ("session.seen/1", .sessionSeen(digest, at: moment)),
            ("session.ended/1", .sessionEnded(digest)),
            ("sessions.ended/1", .sessionsEnded(People.ada, except: nil)),
            ("sessions.ended/1", .sessionsEnded(People.ada, except: digest)),
            ("invitation.made/1", .invitationMade(digest, People.ben, expires: moment)),
            ("invitation.used/1", .invitationUsed(digest)),
            ("invitation.withdrawn/1", .invitationWithdrawn(digest)),
            ("session.placed/1", .sessionPlaced(digest, somewhere)),
            ("passkey.added/1", .factor(.passkeyAdded(try passkey()), of: People.ada)),
            ("passkey.renamed/1", .factor(.passkeyRenamed(PasskeyID([1]), "Téléphone"), of: People.ada)),
            ("passkey.removed/1", .factor(.passkeyRemoved(PasskeyID([1])), of: People.sam)),
            (
                "passkey.used/1",
                .factor(.passkeyUsed(PasskeyID([1]), counter: .max, at: moment), of: People.ada)
            ),
            (
                "authenticator.set/1",
                .factor(
                    .authenticatorSet(Authenticator(secret: [1, 2, 3], set: moment, lastStep: 4)),
                    of: People.ada)
            ),
            ("authenticator.removed/1", .factor(.authenticatorRemoved, of: People.ada)),
            ("authenticator.code-taken/1", .factor(.codeTaken(step: 59_666_666), of: People.ada)),
            ("recovery-codes.made/1", .factor(.recoveryCodesMade([digest, digest]), of: People.ada)),
            ("recovery-code.taken/1", .factor(.recoveryCodeTaken(digest), of: People.ada)),
            ("account.closed/1", .accountClosed(People.adaElsewhere)),
        ]
    }

    private static func passkey() throws -> Passkey {
        let key = try #require(VerifyingKey(raw: [UInt8](repeating: 5, count: 32)))
        return Passkey(
            credentialID: [9, 8, 7], key: .edDSA(key), name: "Phone", added: moment, used: moment, counter: 7,
            isShared: true)
    }

    @Test("every event is read as it was written, under its frozen name")
    func events() throws {
        let events = try Self.events()
        #expect(events.map(\.0) == events.map(\.1.storedName))
        #expect(try [AccessEvent](stored: events.map(\.1).stored) == events.map(\.1))
    }

    @Test("a record that is cut, longer or of a newer program is refused")
    func damaged() throws {
        let bytes = try Self.events().map(\.1).stored
        for count in 0..<bytes.count {
            #expect(throws: Damaged.self) { try [AccessEvent](stored: Array(bytes.prefix(count))) }
        }
        #expect(throws: Damaged.self) { try [AccessEvent](stored: bytes + [0]) }
        var reader = RecordReader([])
        #expect(throws: Damaged.self) { try AccessEvent(named: StoredName("password.set/2"), from: &reader) }
    }

    @Test("an access record is read as it was written")
    func trail() throws {
        let record = AccessRecord(
            at: Self.moment, request: .max, realm: .agency, person: .nobody, name: "Zoë", method: "POST",
            path: "/sign-in", status: 401, network: "2001:db8::", session: nil)
        for event in [TrailEvent.accessed(record), .lost(3, at: Self.moment)] {
            #expect(try TrailEvent(stored: event.stored) == event)
        }
    }

    @Test("so is what it was about, from the journal and from a snapshot; a page stays what it always was")
    func occasions() throws {
        let seen = Occasion.Seen(contact: ContactID(7), name: "Zoë")
        let occasions: [Occasion] = [
            .page, .sensitive, .signedIn, .signInFailed, .invited, .viewBegan(as: seen, reason: "Look"),
            .viewed(as: seen), .viewEnded(as: seen),
        ]
        var state = TrailState(limits: .standard)
        for (number, occasion) in occasions.enumerated() {
            let event = TrailEvent.accessed(
                AccessRecord(
                    at: Self.moment, request: UInt64(number), realm: .agency, person: .nobody, name: "",
                    method: "GET", path: "/", status: 200, network: "", session: nil, occasion: occasion))
            #expect(try TrailEvent(stored: event.stored) == event)
            #expect(event.storedName == (occasion == .page ? "access/1" : "access/2"))
            state.evolve(event)
        }
        var restored = TrailState(limits: .standard)
        try restored.restore(state.snapshot)
        #expect(Set(restored.recent.all) == Set(state.recent.all) && restored.recent.count == 8)
        #expect(throws: Damaged.self) { try restored.restore(Array(state.snapshot.dropLast())) }
    }

    @Test("no secret is stored: neither token nor password")
    func secrets() throws {
        let token = AccessToken.draw()
        let bytes = [AccessEvent.sessionOpened(token.digest, People.ada, at: Self.moment)].stored
        let raw = try #require(Base64URL.decode(token.text))
        #expect(!bytes.indices.contains { bytes[$0...].starts(with: raw) })
    }
}
