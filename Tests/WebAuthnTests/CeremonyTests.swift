import Crypto
import SoftPasskey
import Testing

@testable import WebAuthn

@Suite("The rules of passkeys")
struct CeremonyTests {
    private static let party = RelyingParty(id: "northwind.example", origin: "https://northwind.example")
    private static let challenge = [UInt8](repeating: 9, count: 32)
    private let passkey = SoftPasskey(host: CeremonyTests.party.id, origin: CeremonyTests.party.origin)

    private static func register(
        _ passkey: SoftPasskey, _ answered: [UInt8] = challenge
    ) throws(WebAuthnRefusal) -> Registration.Accepted {
        let made = passkey.registration(answered)
        return try Registration(clientData: made.clientData, attestationObject: made.attestation)
            .accepted(challenge: challenge, at: party)
    }

    private static func signIn(
        _ passkey: SoftPasskey, known: Assertion.Known? = nil, answering answered: [UInt8] = challenge
    ) throws(WebAuthnRefusal) -> UInt32 {
        let made = passkey.assertion(answered)
        let assertion = Assertion(
            credentialID: passkey.id, clientData: made.clientData,
            authenticatorData: made.authenticatorData, signature: made.signature)
        let usual = Assertion.Known(
            key: .edDSA(passkey.signer.publicKey), counter: 0, isBackupEligible: true)
        return try assertion.accepted(challenge: challenge, at: party, known: known ?? usual)
    }

    @Test("a passkey that keeps every rule is taken, and opens the door")
    func accepted() throws {
        let made = try Self.register(passkey)
        #expect(made.id == passkey.id && made.key == .edDSA(passkey.signer.publicKey))
        #expect(made.counter == 0 && made.isBackupEligible)
        #expect(try Self.signIn(passkey) == 0)
    }

    @Test("each rule has a no, in both ceremonies", arguments: Fault.all)
    func refused(fault: Fault) {
        var changed = passkey
        fault.spoil(&changed)
        #expect(throws: fault.refusal) { try Self.register(changed) }
        #expect(throws: fault.refusal) { try Self.signIn(changed) }
    }

    @Test("another challenge is refused, and so is a ceremony in the other's place")
    func challenges() {
        #expect(throws: WebAuthnRefusal.otherChallenge) { try Self.register(passkey, [1]) }
        #expect(throws: WebAuthnRefusal.otherChallenge) { try Self.signIn(passkey, answering: []) }
        var changed = passkey
        changed.type = "webauthn.get"
        #expect(throws: WebAuthnRefusal.otherCeremony) { try Self.register(changed) }
        changed.type = "webauthn.create"
        #expect(throws: WebAuthnRefusal.otherCeremony) { try Self.signIn(changed) }
    }

    @Test("another key's signature is refused, and so is a changed one")
    func signatures() throws {
        let other = Assertion.Known(
            key: .edDSA(SigningKey.generate().publicKey), counter: 0, isBackupEligible: true)
        #expect(throws: WebAuthnRefusal.badSignature) { try Self.signIn(passkey, known: other) }
    }

    @Test(
        "a counter only goes on; one that stands still at zero does not count",
        arguments: [(0, 0, true), (0, 1, true), (5, 6, true), (5, 5, false), (5, 4, false), (5, 0, false)])
    func counters(before: UInt32, now: UInt32, isTaken: Bool) throws {
        var changed = passkey
        changed.counter = now
        let known = Assertion.Known(
            key: .edDSA(changed.signer.publicKey), counter: before, isBackupEligible: true)
        if isTaken {
            #expect(try Self.signIn(changed, known: known) == now)
        } else {
            #expect(throws: WebAuthnRefusal.counterWentBack) { try Self.signIn(changed, known: known) }
        }
    }

    @Test("a passkey that could not be copied does not become one that can")
    func backup() {
        let known = Assertion.Known(
            key: .edDSA(passkey.signer.publicKey), counter: 0, isBackupEligible: false)
        #expect(throws: WebAuthnRefusal.backupEligibilityChanged) { try Self.signIn(passkey, known: known) }
    }

    @Test("an attestation object is one of the standard's, or refused")
    func attestations() throws {
        let made = passkey.registration(Self.challenge)
        var cases = [[], Array(made.attestation.dropLast()), made.attestation + [0], [0xa0], [0x01]]
        // The statement of “none” has nothing in it; a format of another name is taken as nobody's word.
        var spoken = made.attestation
        spoken[spoken.count - made.attestation.count + 18] = 0xff
        cases.append(spoken)
        for attestation in cases {
            #expect(throws: WebAuthnRefusal.self) {
                try Registration(clientData: made.clientData, attestationObject: attestation)
                    .accepted(challenge: Self.challenge, at: Self.party)
            }
        }
        #expect(throws: WebAuthnRefusal.badAuthenticatorData) {
            try AuthenticatorData(passkey.authenticatorData(with: Array(passkey.credential.dropLast())))
        }
        #expect(throws: WebAuthnRefusal.badClientData) { try ClientData(Array("{}".utf8)) }
        #expect(throws: WebAuthnRefusal.badClientData) { try ClientData(Array("not JSON".utf8)) }
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        let refusal: WebAuthnRefusal
        let spoil: @Sendable (inout SoftPasskey) -> Void
        var testDescription: String { "\(refusal)" }

        static let all: [Fault] = [
            Fault(refusal: .otherOrigin) { $0.origin = "https://northwind.example:8443" },
            Fault(refusal: .otherOrigin) { $0.origin = "https://evil.example" },
            Fault(refusal: .crossOrigin) { $0.isCrossOrigin = true },
            Fault(refusal: .otherHost) { $0.host = "harbour.example" },
            Fault(refusal: .noUserPresent) { $0.flags = 0x0c },
            Fault(refusal: .userNotVerified) { $0.flags = 0x09 },
            Fault(refusal: .badBackupState) { $0.flags = 0x15 },
            Fault(refusal: .badAuthenticatorData) { $0.rest = [0] },
            Fault(refusal: .badAuthenticatorData) { $0.flags |= 0x80 },
            Fault(refusal: .otherCeremony) { $0.type = "payment.get" },
        ]
    }
}
