/// Why a passkey is not taken, or does not open the door. People read one sentence for all of them: whoever
/// holds the right passkey at the right place meets none.
package enum WebAuthnRefusal: Error, Hashable, Sendable, CaseIterable {
    /// What the browser says it did is not readable.
    case badClientData
    /// A sign-in where a passkey should be made, or the other way round.
    case otherCeremony
    case otherChallenge
    /// It was done at another site.
    case otherOrigin
    /// It was done inside a page of another site.
    case crossOrigin
    /// What the authenticator says is not readable.
    case badAuthenticatorData
    /// A passkey of another host.
    case otherHost
    /// Nobody touched the authenticator.
    case noUserPresent
    /// Nobody was recognised, by finger, face or PIN.
    case userNotVerified
    /// It says of itself that it is copied, and that it cannot be.
    case badBackupState
    case badAttestation
    case badKey
    /// An algorithm that was not asked for.
    case otherAlgorithm
    case badSignature
    /// It has counted as far before: somebody holds a copy of the passkey.
    case counterWentBack
    /// A passkey does not change between one that is copied and one that is not.
    case backupEligibilityChanged
}
