import Access
import Crypto
import Formats
import Gateway
import Journal
import Locking
import Portal
import Reactor
import Staffing
import Tenancy
import Unix

/// Fills an empty folder with the demonstration agency: its files through the importer, week by week, and
/// what its
/// people would have done meanwhile. The clock stands where each of them acted.
struct DemoSeed {
    let settings: ServerSettings

    /// Monday of the first week of hours, and how many weeks there are.
    private static let firstMonday = CivilDate(iso: "2026-09-21")
    private static let weeks = 8
    private static let approvedWeeks = 6
    private static let invoicedWeeks = 5
    private static let paidWeeks = 3

    func run() async throws(Complaint) {
        guard let first = Self.firstMonday else { throw Complaint("The demonstration has no first week.") }
        let clock = SeedClock()
        let installation = try await Installation.open(
            settings, publicPort: settings.listen.port, now: { clock.now })
        do throws(Errno) { for loop in installation.loops { try loop.start() } } catch {
            throw Complaint("The event loops could not be started.", why: error.description)
        }
        let story = DemoStory(installation: installation, clock: clock)
        clock.set(Day(number: first.days).adding(days: -7))
        try await story.takeOverAgencyFiles()
        Console.tell("  agency, clients, worksites, contacts and assignments are there")
        let people = try await DemoCast(installation: installation).letIn()
        Console.tell("  \(people.people.count) people have passwords")
        try await DemoDeadlines(installation: installation).set()
        for week in 0..<Self.weeks {
            let monday = Day(number: first.days).adding(days: 7 * week)
            try await story.importHours(of: monday)
            if week < Self.approvedWeeks { try await story.approve(monday) }
            if week < Self.invoicedWeeks { try await story.invoice(monday) }
        }
        try await story.recordPayments(
            ofWeeksBefore: Day(number: first.days).adding(days: 7 * Self.paidWeeks))
        Console.tell("  \(Self.weeks) weeks of hours came in, \(Self.invoicedWeeks) of them are on invoices")
        await installation.close()
        try people.write(to: installation.folder)
    }
}

/// The seeding's own clock.
final class SeedClock: Sendable {
    private let moment = Lock(Moment(microseconds: SystemClock.wallMicroseconds()))

    var now: Moment { moment.withLock { $0 } }

    /// Three in the afternoon, UTC: a working hour all over North America.
    func set(_ day: Day) {
        moment.withLock { $0 = Moment(microseconds: (Int64(day.number) * 86_400 + 15 * 3_600) * 1_000_000) }
    }
}
