import Crypto
import Dispatch
import Journal
import Locking
import MemoryDisk
import Staffing
import Testing

@testable import Access

extension AccessToken {
    static func draw() -> AccessToken { draw { randomBytes($0) } }
}

/// A queue for actors to live on.
final class Queue: SerialExecutor {
    private let queue = DispatchQueue(label: "access tests")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { unsafe job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }

    func post(_ work: @escaping @Sendable () -> Void) { queue.async(execute: work) }

    func checkIsolated() { dispatchPrecondition(condition: .onQueue(queue)) }
}

extension TrailSettings {
    init(
        home: Queue, now: @escaping @Sendable () -> Moment,
        run: @escaping @Sendable (@escaping Job) -> Void
    ) {
        self.init(home: home, post: { home.post($0) }, now: now, run: run)
    }
}

extension DoorkeeperSettings {
    init(
        home: Queue, run: @escaping @Sendable (@escaping Job) -> Void,
        hash: @escaping @Sendable (@escaping Job) throws -> Void
    ) {
        self.init(home: home, post: { home.post($0) }, run: run, hash: hash)
    }
}

/// Jobs that run when the test says so.
final class HeldJobs: Sendable {
    typealias Job = @Sendable () -> Void
    private let jobs = Lock<[Job]>([])

    func add(_ job: @escaping Job) { jobs.withLock { $0.append(job) } }
    var count: Int { jobs.withLock { $0.count } }

    /// Returns as soon as so many wait.
    func wait(for count: Int) async { while self.count < count { await Task.yield() } }

    func runAll() {
        let held = jobs.withLock { jobs in
            defer { jobs = [] }
            return jobs
        }
        for job in held { job() }
    }
}

enum People {
    static let northwind = Realm.tenant(TenantID("northwind") ?? fallback)
    static let harbour = Realm.tenant(TenantID("harbour") ?? fallback)
    static let ada = Account(realm: northwind, person: .contact(ContactID(1)))
    static let ben = Account(realm: northwind, person: .contact(ContactID(2)))
    static let adaElsewhere = Account(realm: harbour, person: .contact(ContactID(1)))
    static let sam = Account(realm: .agency, person: .staff(StaffID(1)))
    static let nobody = Account(realm: northwind, person: .nobody)

    private static var fallback: TenantID { preconditionFailure("the cast's slugs are good ones") }
}

let goodPassword = "violet anchors drift slowly"
let somewhere = SessionPlace(
    network: "203.0.113.7", device: Device(browser: .firefox, system: .linux))
let otherPassword = "eleven quiet lanterns wobble"

/// A clock that only tests move.
struct Time {
    private(set) var reading = Reading(
        moment: Moment(microseconds: 1_790_000_000_000_000), steadyMicroseconds: 5_000_000)

    mutating func advance(seconds: Int64) {
        reading = Reading(
            moment: reading.moment.adding(seconds: seconds),
            steadyMicroseconds: reading.steadyMicroseconds + seconds * 1_000_000)
    }

    /// Somebody sets the clock; nothing else passes.
    mutating func setWall(by seconds: Int64) {
        reading = Reading(
            moment: reading.moment.adding(seconds: seconds), steadyMicroseconds: reading.steadyMicroseconds)
    }

    /// The machine stands still: the wall clock goes on, the steady one starts anew.
    mutating func restart(after seconds: Int64) {
        reading = Reading(moment: reading.moment.adding(seconds: seconds), steadyMicroseconds: 0)
    }
}

func settings() throws -> DoorkeeperSettings {
    var settings = DoorkeeperSettings(home: Queue(), run: { $0() }, hash: { $0() })
    settings.scrypt = try #require(Scrypt(n: 16, r: 1, p: 1))
    return settings
}

extension Doorkeeper {
    func signIn(
        _ account: Account, _ password: String, from network: String = "203.0.113.7",
        as identity: String = "ada@northwind.example", at time: Time
    ) async -> SignInOutcome {
        await signIn(
            SignInAttempt(
                account: account, password: password,
                place: SessionPlace(network: network, device: .unknown), identity: identity),
            at: time.reading)
    }

    /// Gives the account the good password and opens a session for it.
    func welcome(_ account: Account, at time: Time) async throws -> AccessToken {
        let outcome = await setPassword(account, to: goodPassword, words: [], at: time.reading)
        #expect(outcome == .changed)
        return try #require(await signIn(account, goodPassword, at: time).token)
    }
}

extension SignInOutcome {
    var halfOpen: AccessToken? { if case .halfOpen(let token) = self { token } else { nil } }
    var token: AccessToken? { if case .signedIn(let token) = self { token } else { nil } }
    var isWrong: Bool { if case .wrong = self { true } else { false } }
    var isUnavailable: Bool { if case .unavailable = self { true } else { false } }
    var waitSeconds: Int64? { if case .tooMany(let seconds) = self { seconds } else { nil } }
}

extension AcceptOutcome {
    var token: AccessToken? { if case .signedIn(let token, _) = self { token } else { nil } }
    var hasNoInvitation: Bool { if case .noInvitation = self { true } else { false } }
    var refusal: PasswordRefusal? { if case .refused(let refusal) = self { refusal } else { nil } }
}
