import Journal
import Locking
import Portal
import Staffing
import Tenancy

/// Which hours: whose assignment, by its place in the roster, and how many weeks after the first.
struct Hours: Hashable, Sendable {
    let place: Int
    let week: Int
}

/// The agency's side: hours of one week more come in for somebody, again and again.
final class Feed: Sendable {
    private let confirmed = Lock<[(slug: String, hours: Hours)]>([])
    private let asked = Lock<[(slug: String, hours: Hours)]>([])
    private let chance: Chance
    private let roster: Roster
    private static let pause = 150_000...600_000

    init(_ roster: Roster, seed: UInt64) {
        self.roster = roster
        chance = Chance(seed, for: "feed")
    }

    /// Begins to feed this life of the server; ends with it.
    func begin(_ house: House) {
        let conductor = house.conductor
        conductor.after(microseconds: chance.within(Self.pause)) { [self] in
            guard !conductor.isClosing else { return }
            deliver(house)
            begin(house)
        }
    }

    private func deliver(_ house: House) {
        let client = chance.pick(roster.clients)
        let place = chance.below(client.assignments.count)
        let assignment = client.assignments[place]
        let slug = client.id.slug
        let week = 1 + chance.below(40)
        let hours = Hours(place: place, week: week)
        asked.withLock { $0.append((slug, hours)) }
        house.perform { [self] in
            do {
                let tenant = try await house.services.tenants.tenant(client.id)
                let first = Roster.week.adding(days: 7 * week)
                try await tenant.perform(
                    .receive(assignment, week: first, days: Founding.hours(from: first)), for: .system)
                try await tenant.untilDurable()
                confirmed.withLock { $0.append((slug, hours)) }
            } catch {
                // Nobody was promised anything.
            }
        }
    }

    /// Tells the ledger what has been asked and confirmed since the last time.
    func settle(_ ledger: Ledger) {
        for (slug, hours) in Self.take(asked) { ledger.feed(hours, to: slug) }
        for (slug, hours) in Self.take(confirmed) { ledger.confirm(hours, of: slug) }
    }

    private static func take(_ box: borrowing Lock<[(slug: String, hours: Hours)]>) -> [(
        slug: String, hours: Hours
    )] {
        box.withLock { list in
            defer { list = [] }
            return list
        }
    }
}
