import Access
import Crypto
import Dispatch
import MemoryDisk
import Staffing

/// Whether the time of an answer at the door tells who has an account, with passwords so cheap that they hide
/// nothing. Welch's t of interleaved samples, without the slowest tenth, which tells of the machine.
enum SignInClock {
    private static let samples = 2_000
    private static let threshold = 4.5
    private static let tries = 5
    private static let realm = Realm.agency
    private static let reading = Reading(
        moment: Moment(microseconds: 1_790_000_000_000_000), steadyMicroseconds: 5_000_000)

    /// Who is asked for, and how they came to be as they are.
    private enum Asker: UInt64, CaseIterable {
        case known = 1
        case closed, invited, unknown

        var account: Account {
            Account(realm: realm, person: self == .unknown ? .nobody : .staff(StaffID(rawValue)))
        }

        var identity: String { "staff person\(rawValue)@agency.example" }
    }

    static func run(_ order: Order) async -> [Tally] {
        guard let open = await door(guesses: 1 << 30), let locked = await door(guesses: 1) else {
            return [Tally(what: "a doorkeeper for the clock", tried: 1, found: 1)]
        }
        // One try each, and nobody is heard any more.
        for asker in Asker.allCases { await ask(asker, locked) }
        let count = order.count ?? samples
        return [
            await alike("wrong passwords", open, count), await alike("locked sign-ins", locked, count),
            await control(open, locked, count),
        ]
    }

    private static func door(guesses: Int64) async -> Doorkeeper? {
        let queue = DoorQueue()
        var settings = DoorkeeperSettings(
            home: queue, post: { queue.post($0) }, run: { $0() }, hash: { $0() })
        guard let scrypt = Scrypt(n: 16, r: 1, p: 1) else { return nil }
        settings.scrypt = scrypt
        settings.guesses.network = Budget(burst: 1 << 30, refillSeconds: 1)
        settings.guesses.pair = Budget(burst: guesses, refillSeconds: 3_600)
        settings.guesses.identity = settings.guesses.network
        guard let door = try? Doorkeeper.open(MemoryDisk(), settings, at: reading) else { return nil }
        for asker in [Asker.known, .closed] {
            _ = await door.setPassword(
                asker.account, to: "violet anchors drift slowly", words: [], at: reading)
        }
        _ = await door.close(Asker.closed.account, at: reading)
        _ = await door.invite(Asker.invited.account, at: reading)
        return door
    }

    private static func ask(_ asker: Asker, _ door: Doorkeeper) async {
        let attempt = SignInAttempt(
            account: asker.account, password: "not this one at all",
            place: SessionPlace(network: "203.0.113.7", device: .unknown),
            identity: asker.identity)
        _ = await door.signIn(attempt, at: reading)
    }

    /// A difference that is there shows each time; one that the machine made does not.
    private static func alike(_ what: String, _ door: Doorkeeper, _ count: Int) async -> Tally {
        var (tried, failures) = (0, [String]())
        for asker in Asker.allCases where asker != .unknown {
            var seen: [Double] = []
            repeat {
                seen.append(await welch(count, { await ask(asker, door) }, { await ask(.unknown, door) }))
            } while abs(seen[seen.count - 1]) >= threshold && seen.count < tries
            tried += 2 * count * seen.count
            if abs(seen[seen.count - 1]) >= threshold { failures.append("\(asker): Welch's t is \(seen)") }
        }
        return Tally(
            what: "\(what) of people known, removed and invited, and of nobody, by the clock", tried: tried,
            found: failures.count, failures: failures)
    }

    /// What the measure is worth: a password that is compared and one that is not have to be told apart.
    private static func control(_ open: Doorkeeper, _ locked: Doorkeeper, _ count: Int) async -> Tally {
        var tally = Tally(
            what: "passwords compared and not compared, told apart by the same clock", tried: 2 * count)
        let t = await welch(count, { await ask(.unknown, open) }, { await ask(.unknown, locked) })
        if abs(t) < threshold {
            tally.found = 1
            tally.failures = ["Welch's t is \(t)"]
        }
        return tally
    }

    private static func welch(_ count: Int, _ one: () async -> Void, _ other: () async -> Void) async
        -> Double
    {
        let clock = ContinuousClock()
        var taken: [[Double]] = [[], []]
        while taken.contains(where: { $0.count < count }) {
            let isOne = Bool.random()
            let spent = await clock.measure { if isOne { await one() } else { await other() } }
            taken[isOne ? 0 : 1].append(spent / .microseconds(1))
        }
        let all = (taken[0] + taken[1]).sorted()
        let bound = all[all.count * 9 / 10]
        let (a, b) = (Spread(taken[0].filter { $0 <= bound }), Spread(taken[1].filter { $0 <= bound }))
        return (a.mean - b.mean) / (a.error + b.error).squareRoot()
    }

    private struct Spread {
        let mean: Double
        /// The variance of the mean.
        let error: Double

        init(_ sample: [Double]) {
            let count = Double(sample.count)
            let mean = sample.reduce(0, +) / count
            self.mean = mean
            error = sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1) / count
        }
    }
}

/// Where the doorkeeper lives; nothing else does.
private final class DoorQueue: SerialExecutor {
    private let queue = DispatchQueue(label: "doorkeeper")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { unsafe job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }

    func post(_ work: @escaping @Sendable () -> Void) { queue.async(execute: work) }

    func checkIsolated() { dispatchPrecondition(condition: .onQueue(queue)) }
}
