internal import Crypto

/// A passkey's answer to a challenge, as a browser sends it (WebAuthn, section 7.2).
package struct Assertion: Sendable {
    package let credentialID: [UInt8]
    package let clientData: [UInt8]
    package let authenticatorData: [UInt8]
    package let signature: [UInt8]

    package init(
        credentialID: [UInt8], clientData: [UInt8], authenticatorData: [UInt8], signature: [UInt8]
    ) {
        self.credentialID = credentialID
        self.clientData = clientData
        self.authenticatorData = authenticatorData
        self.signature = signature
    }

    /// What is known of the passkey that answers.
    package struct Known: Hashable, Sendable {
        package let key: CredentialKey
        package let counter: UInt32
        package let isBackupEligible: Bool

        package init(key: CredentialKey, counter: UInt32, isBackupEligible: Bool) {
            self.key = key
            self.counter = counter
            self.isBackupEligible = isBackupEligible
        }
    }

    /// The counter to remember, when the answer holds. The signature comes before the counter: only the
    /// passkey itself, or a copy, may be believed that it was copied.
    package func accepted(
        challenge: [UInt8], at party: RelyingParty, known: Known
    ) throws(WebAuthnRefusal) -> UInt32 {
        try ClientData(clientData).check(.signIn, challenge, at: party)
        let data = try AuthenticatorData(authenticatorData)
        try data.check(at: party)
        guard known.key.verify(signature, of: authenticatorData + sha256(clientData).array) else {
            throw .badSignature
        }
        guard data.isBackupEligible == known.isBackupEligible else { throw .backupEligibilityChanged }
        // Zero on both sides is a passkey that does not count, as those that are copied on purpose.
        let counts = data.counter != 0 || known.counter != 0
        guard !counts || data.counter > known.counter else { throw .counterWentBack }
        return data.counter
    }
}
