import Cast
import HTTP
import MemoryDisk
import Staffing
import Tenancy
import Testing

@testable import Portal

@Suite("The agency's list of clients")
struct StaffListTests {
    private static let roles = ["coordinator", "billing", "ops"]

    @Test("shows each client with what is stuck there", arguments: roles)
    func shows(role: String) async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let tenant = try await company.house.tenant("cedar")
        let sheets = await tenant.state.timesheets.values.sorted { $0.id.rawValue < $1.id.rawValue }
        let approver = try #require(await tenant.contact("approver-all"))
        let caller = Caller(viewer: .contact(approver), request: 1)
        try await tenant.perform(.approve(sheets[0].id, seen: sheets[0].fingerprint.short), for: caller)
        try await tenant.perform(
            .reject(sheets[1].id, seen: sheets[1].fingerprint.short, reason: .notWorked, words: ""),
            for: caller)
        let browser = try await company.signedIn(role, at: "staff")
        let page = try await browser.get("/tenants")
        #expect(page.status == .ok)
        expectWellFormed(page)
        #expect(page.text.contains("2 clients"))
        #expect(page.text.contains("href=\"/tenants/northwind\">Northwind</a>"))
        #expect(page.text.contains("/tenants/northwind/timesheets?state=waiting\">5</a>"))
        #expect(page.text.contains("/tenants/cedar/timesheets?state=waiting\">3</a>"))
        #expect(page.text.contains("/tenants/cedar/timesheets?state=sent-back\">1</a>"))
        #expect(page.text.contains("/tenants/cedar/timesheets?state=approved\">1</a>"))
        #expect(page.text.contains("oldest: week of Nov 9, 2026"))
        #expect(page.text.contains("Every worksite has an approver"))
        #expect(page.text.contains("/new-tenant") == (role == "ops"))
    }

    @Test("a worksite that nobody approves for shows")
    func uncovered() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let tenant = try await company.house.tenant("cedar")
        for name in ["approver-all", "approver-b"] {
            let contact = try #require(await tenant.contact(name))
            try await tenant.perform(.remove(contact.id, leavingUncovered: true), for: .system)
        }
        let browser = try await company.signedIn("coordinator", at: "staff")
        #expect(try await browser.get("/tenants").text.contains("1 worksite without an approver today"))
        let overview = try await browser.get("/tenants/cedar")
        #expect(overview.text.contains("<li>Dock B</li>") && !overview.text.contains("<li>Dock A</li>"))
        let worksites = try await browser.get("/tenants/cedar/worksites")
        #expect(worksites.text.contains(">Nobody</span>"))
    }

    @Test("is searched by name and short name, and pages keep the search")
    func search() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let browser = try await company.signedIn("coordinator", at: "staff")
        let found = try await browser.get("/tenants?q=CED")
        #expect(found.text.contains("1 client<") && !found.text.contains("Northwind"))
        let none = try await browser.get("/tenants?q=%3Cb%3E")
        #expect(none.text.contains("Nothing found") && none.text.contains("value=\"&lt;b&gt;\""))
        expectWellFormed(none)
        #expect(try await browser.get("/tenants?page=0").status == .notFound)
        #expect(try await browser.get("/tenants?page=x").status == .notFound)
    }

    @Test("fifty stand on a page, and only the clients of that page are woken")
    func pages() async throws {
        let house = try await TestHouse()
        let company = try await TestCompany.open(in: house, slugs: [])
        for number in 100..<160 {
            try await house.services.agency.perform(
                .openTenant("client-\(number)", name: "Client \(number)"), for: .system)
            house.services.tenants.register(try #require(TenantID("client-\(number)")))
        }
        let browser = try await company.signedIn("coordinator", at: "staff")
        let second = try await browser.get("/tenants?page=2&q=client")
        #expect(second.text.contains("51–60 of 60") && second.text.contains("Client 150"))
        #expect(!second.text.contains("Client 149"))
        #expect(second.text.contains("href=\"/tenants?q=client&amp;page=1\" rel=\"prev\""))
        #expect(house.services.tenants.awakeCount == 10)
        #expect(try await browser.get("/tenants?page=9").text.contains("51–60 of 60"))
    }

    @Test("a client whose records cannot be opened is shown with the reason, and harms no other")
    func unreadable() async throws {
        let first = try await TestCompany.open(in: TestHouse())
        await first.house.services.tenants.restAll()
        try await first.house.services.agency.untilDurable()
        let disk = first.house.disk.copy()
        let segment = try #require(
            disk.files.first { $0.hasPrefix("tenants/cedar/journal/") && $0.hasSuffix(".segment") })
        for name in disk.files where name.hasSuffix(".snapshot") && name.hasPrefix("tenants/") {
            try disk.remove(name)
        }
        disk.flip(bit: 8 * 600, of: segment)
        let company = TestCompany(house: try await TestHouse(disk: disk), mark: { _, _ in "" })
        let browser = try await company.signedIn("coordinator", at: "staff")
        let page = try await browser.get("/tenants")
        #expect(page.status == .ok)
        expectWellFormed(page)
        #expect(page.text.contains("Records cannot be opened"))
        #expect(page.text.contains("was altered after it was written"))
        #expect(page.text.contains("/tenants/northwind/timesheets?state=waiting\">5</a>"))
        let overview = try await browser.get("/tenants/cedar")
        #expect(overview.status == .ok && overview.text.contains("Records cannot be opened"))
        #expect(try await browser.get("/tenants/cedar/people").status == .serviceUnavailable)
        #expect(try await browser.get("/tenants/northwind/people").status == .ok)
    }

    @Test("nobody of a client comes in, and nobody without a session")
    func outsiders() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let token = try await company.signedIn("admin", at: "northwind").sessionToken
        let browser = Browser(company.house, at: "staff")
        for path in ["/tenants", "/tenants/northwind", "/tenants/northwind/assignments", "/access-log"] {
            #expect(try await browser.get(path).location?.hasPrefix("/sign-in") == true)
        }
        browser.sessionToken = token
        #expect(try await browser.get("/tenants").location?.hasPrefix("/sign-in") == true)
    }

    @Test("an unknown client is missing, wherever one asks")
    func unknown() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let browser = try await company.signedIn("ops", at: "staff")
        for rest in ["", "/people", "/worksites", "/assignments", "/timesheets"] {
            #expect(try await browser.get("/tenants/nobody\(rest)").status == .notFound)
            #expect(try await browser.get("/tenants/North%20wind\(rest)").status == .notFound)
        }
    }
}

extension Tenant {
    func contact(_ name: String) -> Contact? {
        EmailAddress("\(name)@\(id.slug).example").flatMap { state.contact(email: $0) }
    }
}
