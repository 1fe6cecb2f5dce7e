internal import Crypto
internal import Staffing

/// What happens to an account's means of signing in, beside its password.
enum FactorEvent: Hashable, Sendable {
    case passkeyAdded(Passkey)
    case passkeyRenamed(PasskeyID, String)
    case passkeyRemoved(PasskeyID)
    case passkeyUsed(PasskeyID, counter: UInt32, at: Moment)
    case authenticatorSet(Authenticator)
    /// The recovery codes go with it.
    case authenticatorRemoved
    case codeTaken(step: Int64)
    /// Those that there were end.
    case recoveryCodesMade([SHA256Digest])
    case recoveryCodeTaken(SHA256Digest)
}
