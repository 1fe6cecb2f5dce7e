import Foundation
import HTTP
import Staffing
import Testing

@testable import Portal

@Suite("The access log")
struct StaffAccessLogTests {
    @Test("is for who may read it", arguments: [("coordinator", false), ("billing", false), ("ops", true)])
    func roles(role: String, mayRead: Bool) async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let browser = try await company.signedIn(role, at: "staff")
        #expect(try await browser.get("/access-log").status == (mayRead ? .ok : .notFound))
        #expect(try await browser.get("/").text.contains("/access-log") == false)
        #expect(try await browser.get("/help").text.contains("href=\"/access-log\"") == mayRead)
    }

    @Test("says who looked at whose records, the newest first, in UTC")
    func shows() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let admin = try await company.signedIn("admin", at: "northwind")
        _ = try await admin.get("/people?q=secret-search")
        company.house.clock.advance(seconds: 61)
        let coordinator = try await company.signedIn("coordinator", at: "staff")
        _ = try await coordinator.get("/tenants/cedar/worksites")
        company.house.clock.advance(seconds: 61)
        let ops = try await company.signedIn("ops", at: "staff")
        let page = try await ops.get("/access-log")
        expectWellFormed(page)
        let later = try #require(page.text.range(of: "GET /tenants/cedar/worksites"))
        let earlier = try #require(page.text.range(of: "GET /people"))
        #expect(later.lowerBound < earlier.lowerBound)
        #expect(page.text.contains("datetime=\"2026-11-18T12:01:01Z\""))
        #expect(page.text.contains("Nov 18, 2026, 12:01:01"))
        #expect(!page.text.contains("secret-search"))
    }

    @Test("is narrowed by client and by person; what the agency did at a client stands with the client")
    func filters() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        for slug in ["northwind", "cedar"] {
            _ = try await company.signedIn("admin", at: slug).get("/people")
        }
        let coordinator = try await company.signedIn("coordinator", at: "staff")
        _ = try await coordinator.get("/tenants")
        _ = try await coordinator.get("/tenants/cedar/worksites")
        let ops = try await company.signedIn("ops", at: "staff")
        let cedar = try await ops.get("/access-log?client=cedar").text
        #expect(cedar.contains("admin of cedar") && cedar.contains("GET /tenants/cedar/worksites"))
        #expect(!cedar.contains("admin of northwind") && !cedar.contains("GET /tenants<"))
        let agency = try await ops.get("/access-log?client=agency").text
        #expect(agency.contains("GET /tenants<") && !agency.contains("admin of"))
        let person = try await ops.get("/access-log?q=NORTHWIND").text
        #expect(person.contains("admin of northwind") && !person.contains("admin of cedar"))
        #expect(try await ops.get("/access-log?client=nobody").text.contains("no client of that short name"))
        expectWellFormed(try await ops.get("/access-log?client=%3Cb%3E"))
    }

    @Test("a long log is shown in part, and longer when asked")
    func limits() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let ops = try await company.signedIn("ops", at: "staff")
        for _ in 0..<5 { _ = try await ops.get("/help?") }
        let short = try await ops.get("/access-log?limit=2")
        #expect(short.text.components(separatedBy: "<tr><td").count == 3)
        #expect(short.text.contains("/access-log?limit=102"))
        #expect(try await ops.get("/access-log").text.contains("rel=\"next\"") == false)
        for limit in ["0", "5001", "-1", "two", ""] {
            #expect(try await ops.get("/access-log?limit=\(limit)").status == .notFound, "\(limit)")
        }
    }
}
