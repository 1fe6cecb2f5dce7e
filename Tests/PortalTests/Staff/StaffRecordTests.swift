import Cast
import HTTP
import Staffing
import Tenancy
import Testing

@testable import Portal

@Suite("A client's records, read by the agency")
struct StaffRecordTests {
    @Test("pay rates and margins are absent for a coordinator, and shown to billing and ops")
    func payRates() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        for (role, seesPay) in [("coordinator", false), ("billing", true), ("ops", true)] {
            let browser = try await company.signedIn(role, at: "staff")
            let page = try await browser.get("/tenants/northwind/assignments")
            #expect(page.status == .ok)
            expectWellFormed(page)
            #expect(page.text.contains("$31.50") && page.text.contains("Worker A1 of northwind"))
            for word in ["$22.22", "$9.28", "29 %", "Pay rate", "Margin"] {
                #expect(page.text.contains(word) == seesPay, "\(role) \(word)")
            }
            #expect(!page.text.contains("cedar"))
        }
    }

    @Test("assignments are searched by worker, job and worksite")
    func assignments() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let browser = try await company.signedIn("billing", at: "staff")
        let page = try await browser.get("/tenants/northwind/assignments?q=dock+b")
        #expect(page.text.contains("Worker B1") && !page.text.contains("Worker A1"))
        let none = try await browser.get("/tenants/northwind/assignments?q=zzz")
        #expect(none.text.contains("Nothing found"))
    }

    @Test("the matrix shows who holds what where, to whoever may see people")
    func people() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        for role in ["coordinator", "ops"] {
            let browser = try await company.signedIn(role, at: "staff")
            let page = try await browser.get("/tenants/northwind/people")
            #expect(page.status == .ok)
            expectWellFormed(page)
            #expect(page.text.contains("approver@northwind.example") && page.text.contains("8 people"))
            #expect(!page.text.contains("cedar") && !page.text.contains("method=\"post\" action=\"/tenants"))
        }
        let billing = try await company.signedIn("billing", at: "staff")
        #expect(try await billing.get("/tenants/northwind/people").status == .notFound)
        let overview = try await billing.get("/tenants/northwind")
        #expect(!overview.text.contains("/tenants/northwind/people"))
        let worksites = try await billing.get("/tenants/northwind/worksites")
        #expect(worksites.text.contains("Covered") && !worksites.text.contains("approver-all"))
    }

    @Test("whoever was removed is gone from the matrix; whoever comes later says when")
    func dates() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let tenant = try await company.house.tenant("northwind")
        let viewer = try #require(await tenant.contact("viewer"))
        try await tenant.perform(.remove(viewer.id, leavingUncovered: false), for: .system)
        let later = DayRange(from: Day(number: 20_820), through: Day(number: 20_830))
        try await tenant.perform(
            .invite(
                name: "Later", email: "later@northwind.example", language: .english,
                grants: [GrantAsk(role: .approver, node: .tenant, days: later)]), for: .system)
        let browser = try await company.signedIn("coordinator", at: "staff")
        let page = try await browser.get("/tenants/northwind/people")
        #expect(!page.text.contains("viewer@northwind.example"))
        #expect(page.text.contains("Jan 2, 2027 to Jan 12, 2027"))
        #expect(page.text.contains("Invited, not joined yet"))
    }

    @Test("sheets are found by state, week and worker, and nonsense is refused")
    func filters() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let tenant = try await company.house.tenant("northwind")
        let sheet = try #require(
            await tenant.state.waiting(at: tenant.site("A")).first { $0.hours.overtime > 0 })
        let approver = try #require(await tenant.contact("approver"))
        try await tenant.perform(
            .reject(sheet.id, seen: sheet.fingerprint.short, reason: .wrongHours, words: "Two hours off"),
            for: Caller(viewer: .contact(approver), request: 1))
        let browser = try await company.signedIn("coordinator", at: "staff")
        let path = "/tenants/northwind/timesheets"
        for (query, count) in [
            ("", "5 timesheets"), ("?state=waiting", "4 timesheets"), ("?state=sent-back", "1 timesheet<"),
            ("?week=2026-11-11", "5 timesheets"), ("?q=b1", "1 timesheet<"),
            ("?state=&week=&q=", "5 timesheets"),
        ] {
            let page = try await browser.get(path + query)
            #expect(page.status == .ok)
            expectWellFormed(page)
            #expect(page.text.contains(count), "\(query)")
        }
        for query in ["?state=invoiced", "?week=2026-11-16", "?q=cedar"] {
            #expect(try await browser.get(path + query).text.contains("No timesheets here"))
        }
        for query in ["?state=lost", "?week=yesterday", "?week=2026-02-30"] {
            #expect(try await browser.get(path + query).status == .badRequest)
        }
    }

    @Test("a sheet shows its days, its remarks and everything that happened to it")
    func detail() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let tenant = try await company.house.tenant("northwind")
        let sheet = try #require(
            await tenant.state.waiting(at: tenant.site("A")).first { $0.hours.overtime > 0 })
        let approver = try #require(await tenant.contact("approver"))
        try await tenant.perform(
            .reject(sheet.id, seen: sheet.fingerprint.short, reason: .wrongHours, words: "Two <b>off</b>"),
            for: Caller(viewer: .contact(approver), request: 1))
        let browser = try await company.signedIn("billing", at: "staff")
        let page = try await browser.get("/tenants/northwind/timesheets?sheet=\(sheet.id.pathText)")
        #expect(page.status == .ok)
        expectWellFormed(page)
        for word in [
            "Worker A3 of northwind", "Sent back", "Overtime 2.0", "Two &lt;b&gt;off&lt;/b&gt;", "CST",
        ] {
            #expect(page.text.contains(word), "\(word)")
        }
        #expect(page.text.contains("<b>approver of northwind</b>"))
    }

    @Test("another client's sheet under this client's address is missing, and so is nonsense")
    func otherClient() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let cedar = try await company.house.tenant("cedar")
        let theirs = try #require(await cedar.state.timesheets.keys.first)
        let browser = try await company.signedIn("ops", at: "staff")
        let path = "/tenants/northwind/timesheets?sheet="
        for text in [theirs.pathText, "", "0", "zzz", theirs.pathText.lowercased() + "!"] {
            #expect(try await browser.get(path + text).status == .notFound, "\(text)")
        }
        #expect(try await browser.get("/tenants/cedar/timesheets?sheet=\(theirs.pathText)").status == .ok)
    }
}

extension Tenant {
    func site(_ code: String) -> WorksiteID { state.worksite(code: code)?.id ?? Identifier(0) }
}
