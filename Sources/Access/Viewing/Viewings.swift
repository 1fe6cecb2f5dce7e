internal import Crypto
internal import Locking
package import Staffing

/// Who of the agency looks as whom, and who is about to. In memory only: a restart ends them all.
///
/// Each hangs on the session in which it was asked for on the staff side, and ends with that session at the
/// same instant. One staff session looks as one person at a time.
package final class Viewings: Sendable {
    private let table = Lock(Table())
    private let sessions: SessionTable
    private let limits: ViewingLimits
    private let drawBytes: @Sendable (Int) -> [UInt8]

    private struct Held {
        let viewing: Viewing
        /// Of the session on the staff side.
        let staffSession: SHA256Digest
        let began: Reading
        var formToken = ""
    }

    private struct Table {
        var offers: [SHA256Digest: Held] = [:]
        var open: [SHA256Digest: Held] = [:]
        /// Views that ended by themselves and whose end nobody has written down yet.
        var over: [EndedView] = []

        mutating func removeAll(of session: SHA256Digest, at now: Moment) {
            offers = offers.filter { $0.value.staffSession != session }
            for digest in open.filter({ $0.value.staffSession == session }).keys { end(digest, at: now) }
        }

        mutating func end(_ digest: SHA256Digest, at moment: Moment) {
            guard let held = open.removeValue(forKey: digest) else { return }
            over.append(EndedView(viewing: held.viewing, at: moment))
        }
    }

    init(
        _ sessions: SessionTable, _ limits: ViewingLimits,
        _ drawBytes: @escaping @Sendable (Int) -> [UInt8]
    ) {
        self.sessions = sessions
        self.limits = limits
        self.drawBytes = drawBytes
    }

    /// A token that opens the view once, at the client's host. What the session looked at before has ended.
    /// Nothing when too many look already.
    package func offer(_ viewing: Viewing, by session: Session, at now: Reading) -> AccessToken? {
        let token = AccessToken.draw(drawBytes)
        let held = Held(viewing: viewing, staffSession: session.digest, began: now)
        let digest = token.digest
        removeExpired(at: now)
        return table.withLock { table in
            table.removeAll(of: held.staffSession, at: now.moment)
            guard table.offers.count + table.open.count < limits.total else { return nil }
            table.offers[digest] = held
            return token
        }
    }

    /// What a token would open there; it stays as good as it was.
    package func offered(_ text: String, at tenant: TenantID, now: Reading) -> Viewing? {
        guard let digest = AccessToken(text)?.digest else { return nil }
        let held = table.withLock { $0.offers[digest] }
        return held.flatMap { isOffered($0, at: tenant, now) ? $0.viewing : nil }
    }

    /// Spends the token, and opens the view under another one. Only one of two who come with the same token
    /// gets in.
    package func begin(
        _ text: String, at tenant: TenantID, now: Reading
    ) -> (token: AccessToken, session: Session)? {
        guard let digest = AccessToken(text)?.digest,
            let offer = table.withLock({ $0.offers.removeValue(forKey: digest) }),
            isOffered(offer, at: tenant, now)
        else { return nil }
        let token = AccessToken.draw(drawBytes)
        let held = Held(
            viewing: offer.viewing, staffSession: offer.staffSession, began: now,
            formToken: Base64URL.encode(token.derived(for: "form").array))
        let opened = token.digest
        table.withLock { $0.open[opened] = held }
        return (token, session(held, opened))
    }

    /// The view that a cookie's text stands for, as a session of the person who is looked as. It is no use of
    /// that person's sessions, nor of the staff member's.
    package func find(_ text: String, at tenant: TenantID, now: Reading) -> Session? {
        guard let digest = AccessToken(text)?.digest, let held = table.withLock({ $0.open[digest] }) else {
            return nil
        }
        guard isAlive(held, for: limits.seconds, now) else {
            lapse(digest, held, at: now)
            return nil
        }
        return held.viewing.tenant == tenant ? session(held, digest) : nil
    }

    /// Whoever ends it so writes it down themselves.
    package func end(_ session: Session) {
        table.withLock { _ = $0.open.removeValue(forKey: session.digest) }
    }

    /// Ends it because whoever looks may not any more.
    package func close(_ session: Session, at now: Reading) {
        table.withLock { $0.end(session.digest, at: now.moment) }
    }

    /// The views that ended by the clock, with the staff member's session or by another look of theirs, each
    /// given once.
    package func takeEnded(at now: Reading) -> [EndedView] {
        removeExpired(at: now)
        return table.withLock { table in
            let over = table.over
            table.over = []
            return over
        }
    }

    /// At the end of its time, or when it was seen that the session is gone.
    private func lapse(_ digest: SHA256Digest, _ held: Held, at now: Reading) {
        let end = min(held.began.moment.adding(seconds: limits.seconds), now.moment)
        table.withLock { $0.end(digest, at: end) }
    }

    private func session(_ held: Held, _ digest: SHA256Digest) -> Session {
        let viewing = held.viewing
        return Session(
            account: Account(realm: .tenant(viewing.tenant), person: .contact(viewing.contact)),
            digest: digest, opened: held.began.moment, formToken: held.formToken,
            view: View(viewing: viewing, until: held.began.moment.adding(seconds: limits.seconds)))
    }

    private func isOffered(_ held: Held, at tenant: TenantID, _ now: Reading) -> Bool {
        held.viewing.tenant == tenant && isAlive(held, for: limits.offerSeconds, now)
    }

    private func isAlive(_ held: Held, for seconds: Int64, _ now: Reading) -> Bool {
        now.elapsed(since: held.began) < seconds * 1_000_000 && sessions.isOpen(held.staffSession, at: now)
    }

    private func removeExpired(at now: Reading) {
        let held = table.withLock { ($0.offers, $0.open) }
        let offers = held.0.filter { !isAlive($0.value, for: limits.offerSeconds, now) }.keys
        table.withLock { table in
            for digest in offers { table.offers[digest] = nil }
        }
        for (digest, view) in held.1 where !isAlive(view, for: limits.seconds, now) {
            lapse(digest, view, at: now)
        }
    }
}

/// A view that is over, and since when.
package struct EndedView: Hashable, Sendable {
    package let viewing: Viewing
    package let at: Moment
}

/// What makes a session a view: whose, and how long it lasts.
package struct View: Hashable, Sendable {
    package let viewing: Viewing
    package let until: Moment
}
