import Access
import Journal
import Locking
import Mail
import Staffing
import Tenancy

/// Looks after the deadlines of all clients. It keeps in memory when each has to be looked at next, so that
/// clients at rest are left alone: those are looked at that have changed, and those whose hour has come.
///
/// After a start nothing is known of anybody. All are then looked at once, a few at a time.
package final class ReminderDesk: Sendable {
    private let services: Services
    private let plan = Lock(Plan())

    private struct Plan {
        var next: [TenantID: Moment] = [:]
        /// Not looked at since the start; nothing before the first run.
        var unseen: [TenantID]?
        var isBusy = false

        /// False while somebody else is at it.
        mutating func begin() -> Bool {
            defer { isBusy = true }
            return !isBusy
        }
    }

    /// Looks in one run at clients that nothing is known of. At one run a second ten thousand clients take
    /// eight minutes.
    static let unseenPerRun = 20
    /// A client that is at work is looked at so long after a change, however many follow it.
    static let settleSeconds: Int64 = 10
    /// One whose records could not be read or written is tried again so much later.
    static let pauseSeconds: Int64 = 600
    /// A mail that could not be kept is tried again so much later.
    static let mailPauseSeconds: Int64 = 60

    package init(_ services: Services) { self.services = services }

    /// What is due. One run at a time; who comes while another is under way goes away again.
    package func run() async {
        let now = services.reading().moment
        guard let due = begin(at: now) else { return }
        for id in due { await look(at: id, now) }
        plan.withLock { $0.isBusy = false }
    }

    /// What changes while clients are looked at waits for the next run: it must not be taken for looked at.
    private func begin(at now: Moment) -> [TenantID]? {
        guard plan.withLock({ $0.begin() }) else { return nil }
        let changed = services.world.changes.take()
        // Once: whoever is opened later has changed.
        let all = plan.withLock { $0.unseen == nil } ? services.tenants.all : []
        return plan.withLock { plan in
            let settled = now.adding(seconds: Self.settleSeconds)
            for id in changed { plan.next[id] = min(plan.next[id] ?? settled, settled) }
            var unseen = plan.unseen ?? all
            let fresh = Array(unseen.prefix(Self.unseenPerRun))
            unseen.removeFirst(fresh.count)
            plan.unseen = unseen
            return Set(fresh).union(plan.next.filter { $0.value <= now }.keys).sorted()
        }
    }

    private func look(at id: TenantID, _ now: Moment) async {
        let reminding = Reminding(services: services, now: now)
        do throws(StoreFailure) {
            let outcome = try await services.tenants.look(at: id) { tenant throws(StoreFailure) in
                try reminding.look(tenant)
            }
            services.exceptions.put(outcome.exceptions, of: id)
            var next = outcome.next
            for mail in outcome.mails {
                guard let letter = mail.outgoing(services, mail.contact.language.sentences) else { continue }
                if await services.outbox.put(letter) { continue }
                next = now.adding(seconds: Self.mailPauseSeconds)
            }
            plan.withLock { $0.next[id] = next }
        } catch {
            plan.withLock { $0.next[id] = now.adding(seconds: Self.pauseSeconds) }
        }
    }
}
