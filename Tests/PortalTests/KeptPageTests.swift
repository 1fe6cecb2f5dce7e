import Access
import HTTP
import Locking
import Markup
import Staffing
import Tenancy
import Testing

@testable import Portal

@Suite("A page that is kept")
struct KeptPageTests {
    private final class Count: Sendable {
        private let number = Lock(0)
        var now: Int { number.withLock { $0 } }
        func up() { number.withLock { $0 += 1 } }

        /// How far it goes up meanwhile.
        func during(_ body: () async throws -> Void) async throws -> Int {
            let before = now
            try await body()
            return now - before
        }
    }

    /// The product's routes, with a list of timesheets that counts how often it is made anew.
    private static func company(
        _ keeps: Endpoint.Keeps, shows: Endpoint.Shows = .ordinary, counting count: Count
    ) async throws -> TestCompany {
        let table = Tables.client.map { endpoint in
            guard endpoint.method == .get, endpoint.pattern == "/timesheets" else { return endpoint }
            return Endpoint.inTenant(
                .get, Routes.timesheets, needs: endpoint.needs, shows: shows, keeps: keeps
            ) { (tenant: isolated Tenant, visit: Visit, _: NoKey) in
                count.up()
                return Page("Counted", visit.frame, content: "<p>\(tenant.state.timesheets.count)</p>")
                    .response()
            }
        }
        let house = try await TestHouse {
            Portal($0, client: table, staff: Tables.staff, landing: Tables.landing)
        }
        return try await TestCompany.open(in: house)
    }

    @Test("is sent again while nothing changes, to the same session and for the same address only")
    func again() async throws {
        let made = Count()
        let company = try await Self.company(.page, counting: made)
        let browser = try await company.signedIn("approver", at: "northwind")
        let first = try await browser.get("/timesheets")
        var next = first
        #expect(try await made.during { next = try await browser.get("/timesheets") } == 0)
        #expect(next.text == first.text)
        #expect(try await made.during { _ = try await browser.get("/timesheets?page=1") } == 1)
        let other = try await company.signedIn("approver", at: "northwind")
        #expect(try await made.during { next = try await other.get("/timesheets") } == 1)
        #expect(next.text != first.text, "another session of the same person has another token in its forms")
        let foreign = try await company.signedIn("approver", at: "cedar")
        #expect(try await made.during { _ = try await foreign.get("/timesheets") } == 1)
    }

    @Test("is made anew after any change at the client, and on another day")
    func change() async throws {
        let made = Count()
        let company = try await Self.company(.page, counting: made)
        // Ten minutes before midnight.
        company.house.clock.advance(seconds: (11 * 60 + 50) * 60)
        let browser = try await company.signedIn("approver", at: "northwind")
        _ = try await browser.get("/timesheets")
        let scene = TimesheetScene(company: company)
        try await scene.deliver("B1", [480], week: TestCompany.week.adding(days: -7))
        try await scene.house.tenant("northwind").untilDurable()
        #expect(try await made.during { _ = try await browser.get("/timesheets") } == 1)
        #expect(try await made.during { _ = try await browser.get("/timesheets") } == 0)
        company.house.clock.advance(seconds: 20 * 60)
        #expect(try await made.during { _ = try await browser.get("/timesheets") } == 1)
    }

    @Test("is not for somebody who was signed out or may not see it any more")
    func gone() async throws {
        let made = Count()
        let company = try await Self.company(.page, counting: made)
        let browser = try await company.signedIn("approver", at: "northwind")
        let stranger = Browser(company.house, at: "northwind")
        stranger.sessionToken = browser.sessionToken
        #expect(try await stranger.get("/timesheets").status == .ok)
        try await browser.post("/sign-out")
        #expect(try await stranger.get("/timesheets").status == .seeOther)
        let again = try await company.signedIn("approver", at: "northwind")
        #expect(try await again.get("/timesheets").status == .ok)
        let tenant = try await company.house.tenant("northwind")
        let approver = try #require(
            await tenant.state.contacts.values.first { $0.name.hasPrefix("approver of") })
        try await tenant.perform(.remove(approver.id, leavingUncovered: true), for: .system)
        #expect(try await again.get("/timesheets").status == .seeOther)
    }

    @Test("leaves a record of each time it is sent")
    func recorded() async throws {
        let company = try await Self.company(.page, counting: Count())
        let browser = try await company.signedIn("approver", at: "northwind")
        for _ in 0..<3 { _ = try await browser.get("/timesheets?q=x") }
        #expect(await company.house.services.trail.flush())
        let records = await company.house.services.trail.newest(in: nil, limit: 10) {
            $0.path.hasPrefix("/timesheets")
        }
        #expect(records.count == 3)
        #expect(Set(records.map(\.session)).count == 1 && records[0].status == 200)
    }

    @Test("is none that tells the time, and none that is guarded")
    func never() async throws {
        let made = Count()
        let timed = try await Self.company(.pageWithout(parameter: "batch"), counting: made)
        var browser = try await timed.signedIn("approver", at: "northwind")
        _ = try await browser.get("/timesheets?batch=1")
        #expect(try await made.during { _ = try await browser.get("/timesheets?batch=1") } == 1)
        let guarded = try await Self.company(.page, shows: .documents, counting: made)
        browser = try await guarded.signedIn("approver", at: "northwind")
        _ = try await browser.get("/timesheets")
        #expect(try await made.during { _ = try await browser.get("/timesheets") } == 1)
        let kept = (Tables.client + Tables.staff + Tables.landing).filter { $0.keeps != .nothing }
        #expect(kept.map(\.pattern) == ["/timesheets"])
    }

    @Test("makes room for others")
    func room() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let token = try #require(try await company.signedIn("approver", at: "northwind").sessionToken)
        let sessions = company.house.services.doorkeeper.sessions
        let session = try #require(sessions.find(token, at: company.house.clock.reading)).id
        let pages = KeptPages(mostBytes: 1_000)
        let base = KeptPages.Base(
            revision: 7, roles: 0, look: 0, today: Day(number: 20_000), language: .english)
        let knock = try #require(TenantID("northwind"))
        func key(_ number: Int) throws -> KeptPages.Key {
            let head = try RequestHead(.get, "/timesheets?page=\(number)")
            return KeptPages.Key(
                tenant: knock, session: session, person: .contact(ContactID(1)),
                path: head.path, query: head.query)
        }
        let page = Response(.ok, .html, body: Array(repeating: 0x20, count: 200))
        for number in 0..<4 { pages.keep(page, for: try key(number), on: base) }
        for number in 2..<4 { #expect(pages.page(try key(number), on: base) != nil) }
        // One is asked for again and again, so it outlasts the others.
        for number in 4..<20 {
            pages.keep(page, for: try key(number), on: base)
            #expect(pages.page(try key(3), on: base) != nil)
        }
        #expect(pages.page(try key(2), on: base) == nil)
        let later = KeptPages.Base(revision: 8, roles: 0, look: 0, today: base.today, language: .english)
        #expect(pages.page(try key(3), on: later) == nil)
        let big = Response(.ok, .html, body: Array(repeating: 0x20, count: 501))
        pages.keep(big, for: try key(50), on: base)
        #expect(pages.page(try key(50), on: base) == nil)
        let long = try RequestHead(.get, "/timesheets?q=" + String(repeating: "x", count: 400))
        let longKey = KeptPages.Key(
            tenant: knock, session: session, person: .contact(ContactID(1)), path: long.path,
            query: long.query)
        pages.keep(page, for: longKey, on: base)
        #expect(pages.page(longKey, on: base) == nil, "what an address takes counts as well")
        pages.keep(Response(.notFound, .html), for: try key(51), on: base)
        #expect(pages.page(try key(51), on: base) == nil)
    }
}
