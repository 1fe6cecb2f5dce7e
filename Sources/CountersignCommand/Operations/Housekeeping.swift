import Access
import Journal
import Locking
import Mail
import Portal
import Staffing
import Telemetry
import Tenancy

/// What nobody waits for, about once a second: access records to disk, sessions that expired, clients that
/// nobody uses, checkpoints, mails that are due, and a look at the stores without which nobody is served.
final class Housekeeping: Sendable {
    private let installation: Installation
    private let halted: Gauge
    private let known = Lock<Set<String>>([])

    private static let tenantIdleSeconds: Int64 = 15 * 60

    init(_ installation: Installation) {
        self.installation = installation
        halted = installation.metrics.gauge(
            "stores_halted", "Of the agency's records, the keys and the trail: how many have stopped.")
    }

    func run() async {
        installation.mailRoom.postman?.lookAround()
        let services = installation.services
        services.noteEndedViews()
        await services.trail.drain()
        let now = services.reading()
        await services.doorkeeper.tidy(at: now)
        services.tenants.rest(unusedSince: now.moment.adding(seconds: -Self.tenantIdleSeconds))
        await lookAtStores()
        await installation.attestIfDue()
    }

    /// Each halt is logged once.
    private func lookAtStores() async {
        let stores = await installation.services.haltedStores
        halted.set(stores.count)
        for (name, failure) in stores where known.withLock({ $0.insert(name).inserted }) {
            installation.log.error(
                "store.halted", ["store": .text(name), "reason": .text(failure.explanation)])
        }
    }
}

extension Services {
    /// The stores that every client depends on and that can record nothing any more. A restart helps them.
    var haltedStores: [(name: String, failure: StoreFailure)] {
        get async {
            let found: [(String, StoreFailure?)] = [
                ("agency", await agency.failure), (Doorkeeper.storeName, await doorkeeper.failure),
                (Trail.storeName, await trail.failure),
            ]
            return found.compactMap { name, failure in failure.map { (name: name, failure: $0) } }
        }
    }
}
