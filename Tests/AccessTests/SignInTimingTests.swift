import Access
import MemoryDisk
import Staffing
import Testing

@Suite("How long an answer at the door takes")
struct SignInTimingTests {
    private static let samples = 2_000
    /// Welch's t at which two kinds of people count as told apart.
    private static let threshold = 4.5
    /// A difference that is there shows each time; one that the machine made does not.
    private static let attempts = 3

    /// Who is asked for, with a password so cheap that it hides nothing.
    private struct Asker: Sendable {
        let account: Account?
        let identity: String
    }

    private static let known = Asker(account: People.ada, identity: "ada@northwind.example")
    private static let unknown = Asker(account: nil, identity: "nix@northwind.example")
    private static let closed = Asker(account: People.ben, identity: "ben@northwind.example")
    private static let without = Asker(account: People.adaElsewhere, identity: "eva@northwind.example")

    private func door(_ guesses: Int64) async throws -> Doorkeeper {
        var settings = try settings()
        settings.guesses.network = Budget(burst: guesses, refillSeconds: 1)
        settings.guesses.pair = settings.guesses.network
        settings.guesses.identity = settings.guesses.network
        let time = Time()
        let door = try Doorkeeper.open(MemoryDisk(), settings, at: time.reading)
        for account in [People.ada, People.ben] {
            _ = await door.setPassword(account, to: goodPassword, words: [], at: time.reading)
        }
        #expect(await door.close(People.ben, at: time.reading))
        #expect(await door.invite(People.adaElsewhere, at: time.reading) != nil)
        return door
    }

    @Test("somebody known, removed or invited takes as long to turn down as nobody")
    func wrong() async throws {
        let door = try await door(1 << 30)
        for asker in [Self.known, Self.closed, Self.without] {
            #expect(try await isAlike(asker, Self.unknown, at: door), "\(asker.identity)")
        }
    }

    @Test("so does somebody whose password may not be tried any more")
    func locked() async throws {
        let door = try await door(5)
        let time = Time()
        for asker in [Self.known, Self.unknown, Self.closed, Self.without] {
            for _ in 0..<6 { _ = await ask(asker, door, time) }
        }
        for asker in [Self.known, Self.closed, Self.without] {
            #expect(try await isAlike(asker, Self.unknown, at: door), "\(asker.identity)")
        }
    }

    @Test("a password that is compared and one that is not are told apart, so the measure measures")
    func control() async throws {
        let (open, locked) = (try await door(1 << 30), try await door(1))
        let time = Time()
        for _ in 0..<2 { _ = await ask(Self.unknown, locked, time) }
        let t = await welch(
            { _ = await ask(Self.unknown, open, time) }, { _ = await ask(Self.unknown, locked, time) })
        #expect(abs(t) > Self.threshold)
    }

    private func ask(_ asker: Asker, _ door: Doorkeeper, _ time: Time) async -> SignInOutcome {
        await door.signIn(asker.account, otherPassword, as: asker.identity, at: time)
    }

    private func isAlike(_ one: Asker, _ other: Asker, at door: Doorkeeper) async throws -> Bool {
        let time = Time()
        for _ in 0..<Self.attempts {
            let t = await welch({ _ = await ask(one, door, time) }, { _ = await ask(other, door, time) })
            if abs(t) < Self.threshold { return true }
        }
        return false
    }

    /// Interleaved by lot, without the slowest tenth of both together, which tells of the machine.
    private func welch(_ one: () async -> Void, _ other: () async -> Void) async -> Double {
        var dice = SystemRandomNumberGenerator()
        var taken: [[Double]] = [[], []]
        let clock = ContinuousClock()
        while taken.contains(where: { $0.count < Self.samples }) {
            let isOne = Bool.random(using: &dice)
            let seconds = await clock.measure { await isOne ? one() : other() }
            taken[isOne ? 0 : 1].append(seconds / .microseconds(1))
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
