internal import Crypto
internal import Locking

/// Every loop's view of who is signed in: one hash and one look-up a request, whichever loop asks.
///
/// Only the doorkeeper opens and ends sessions here, each beside the event that makes it last.
package final class SessionTable: Sendable {
    private let sessions: Lock<Sessions>

    init(_ sessions: Sessions) { self.sessions = Lock(sessions) }

    /// The session that a cookie's text stands for. Finding it is a use: its idle time begins again.
    package func find(_ text: some StringProtocol, at now: Reading) -> Session? {
        guard let token = AccessToken(text) else { return nil }
        let digest = token.digest
        guard let held = sessions.withLock({ $0.use(digest, at: now) }) else { return nil }
        return Session(
            account: held.account, digest: digest, opened: held.opened.moment,
            isConfirmed: held.isConfirmed, formToken: held.formToken ?? formToken(of: token, digest))
    }

    /// Made at a session's first request, and again after a restart: only the browser has the token itself.
    private func formToken(of token: AccessToken, _ digest: SHA256Digest) -> String {
        let text = Base64URL.encode(token.derived(for: "form").array)
        sessions.withLock { $0.keep(formToken: text, of: digest) }
        return text
    }

    /// Whether a session still stands; asking is no use of it.
    func isOpen(_ digest: SHA256Digest, at now: Reading) -> Bool {
        sessions.withLock { sessions in sessions.isOpen(digest, at: now) }
    }

    package var count: Int { sessions.withLock { $0.count } }

    func change<Result: Sendable>(_ change: (inout sending Sessions) -> sending Result) -> Result {
        sessions.withLock { change(&$0) }
    }
}
