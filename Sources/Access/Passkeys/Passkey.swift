internal import Crypto
package import Staffing
package import WebAuthn

/// A passkey of an account: the public half, and what its owner needs to tell it from others.
package struct Passkey: Hashable, Sendable {
    /// As its authenticator named it.
    package let credentialID: [UInt8]
    package let key: CredentialKey
    package internal(set) var name: String
    package let added: Moment
    package internal(set) var used: Moment?
    /// How far its authenticator had counted when it was last used; zero for those that do not count.
    package internal(set) var counter: UInt32
    /// Whether its owner's devices may share it.
    package let isShared: Bool

    /// An account has no more of them.
    package static let mostPerAccount = 10

    package var id: PasskeyID { PasskeyID(credentialID) }

    var known: Assertion.Known { .init(key: key, counter: counter, isBackupEligible: isShared) }
}

/// Names a passkey in addresses and events, and opens nothing.
package struct PasskeyID: Hashable, Sendable {
    package let rawValue: UInt64

    package init(rawValue: UInt64) { self.rawValue = rawValue }

    init(_ credentialID: [UInt8]) {
        rawValue = sha256(credentialID).array.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}

/// A passkey's answer, and where it was given.
package struct PasskeyAnswer: Sendable {
    package let realm: Realm
    package let party: RelyingParty
    package let challenge: [UInt8]
    package let assertion: Assertion

    package init(realm: Realm, party: RelyingParty, challenge: [UInt8], assertion: Assertion) {
        self.realm = realm
        self.party = party
        self.challenge = challenge
        self.assertion = assertion
    }
}
