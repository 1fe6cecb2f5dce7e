import Crypto
import Foundation
import HTTP
import Staffing
import Tenancy
import Testing

@testable import Access
@testable import Portal

@Suite("A client's own access log")
struct ClientLogTests {
    private func company() async throws -> TestCompany { try await TestCompany.open(in: TestHouse()) }

    /// The lines of a page: what happened, who did it and about what, in the order in which they stand.
    private func lines(_ page: Response) -> [String] {
        page.text.components(separatedBy: "<tbody>").last?.components(separatedBy: "</tr>").dropLast().map {
            $0.replacing(/<[^>]+>/, with: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        } ?? []
    }

    @Test("tells of sign-ins, also those that failed, of reads, of changes, with names and times")
    func tells() async throws {
        let company = try await company()
        _ = try await Browser(company.house, at: "northwind").post(
            "/sign-in", [("email", "billing@northwind.example"), ("password", "wrong")])
        _ = try await Browser(company.house, at: "northwind").post(
            "/sign-in", [("email", "stranger@elsewhere.example"), ("password", "wrong")])
        let invoices = try await company.invoiceAll(at: "northwind")
        let billing = try await company.signedIn("billing", at: "northwind")
        _ = try await billing.get(try #require(invoices.first).path + "/pdf")
        _ = try await billing.get("/timesheets")
        let admin = try await company.signedIn("admin", at: "northwind")
        let viewer = try await company.house.tenant("northwind").state.contact("viewer", "northwind")
        try await admin.post(
            "/people",
            [
                ("name", "Ana Ribeiro"), ("email", "ana@elsewhere.example"), ("language", "en"),
                ("from", "2026-11-18"), ("through", ""), ("grant", "viewer:all"),
            ])
        try await admin.post("/people/\(viewer.id.pathText)/removal")
        let page = try await admin.get("/access-log")
        expectWellFormed(page)
        let lines = lines(page)
        func has(_ words: String...) -> Bool {
            lines.contains { line in words.allSatisfy(line.contains) }
        }
        #expect(has("billing of northwind", "Tried to sign in and was not let in", "127.0.0.1"))
        #expect(has("billing of northwind", "Signed in", "Wed, Nov 18, 12:00"))
        #expect(has("billing of northwind", "Opened an invoice file"))
        #expect(has("admin of northwind", "Removed a person’s access", "viewer of northwind"))
        #expect(!lines.contains { $0.contains("stranger") })
        #expect(!lines.contains { $0.contains("Opened the list of invoices") })
        let people = try await admin.get("/people")
        #expect(people.text.contains("href=\"/access-log\""))
    }

    @Test("tells when the agency looked as somebody, with the reason and each page")
    func views() async throws {
        let company = try await company()
        let view = try await company.viewing("approver", at: "northwind", by: "coordinator")
        _ = try await view.get("/timesheets")
        let admin = try await company.signedIn("admin", at: "northwind")
        let lines = lines(try await admin.get("/access-log?kind=views"))
        #expect(lines.count == 2)
        #expect(lines.last?.contains("Coordinator Meridian Staffing Began to look as approver") == true)
        #expect(lines.last?.contains("approver of northwind: They cannot find last week.") == true)
        #expect(lines.first?.contains("Asked for a page as approver of northwind /timesheets") == true)
        #expect(!lines.contains { $0.contains("127.0.0.1") })
    }

    @Test("a look that ends by the clock has its end, once")
    func endOfView() async throws {
        let company = try await company()
        let view = try await company.viewing("approver", at: "northwind", by: "coordinator")
        _ = try await view.get("/timesheets")
        company.house.clock.advance(seconds: 16 * 60)
        let admin = try await company.signedIn("admin", at: "northwind")
        for _ in 0..<2 {
            let lines = lines(try await admin.get("/access-log?kind=views"))
            #expect(lines.count == 3)
            #expect(lines.first?.contains("Stopped looking as approver of northwind") == true)
            #expect(lines.first?.contains("12:15") == true, "when it ended, not when that was noted")
        }
    }

    @Test("tells how many sheets were approved together, and what the agency chose and changed for them")
    func deeds() async throws {
        let company = try await company()
        let tenant = try await company.house.tenant("northwind")
        let approver = try await company.signedIn("approver", at: "northwind")
        let sheets = await tenant.state.timesheets.values.filter(\.isWaiting)
        let chosen = sheets.map { sheet in
            ("sheet", sheet.id.pathText + "@" + Base32Crockford.encode(sheet.fingerprint.short))
        }
        try await approver.post("/timesheets/approvals", [("scope", "selected")] + chosen)
        let approved = try #require(await tenant.state.timesheets.values.first { $0.isApproved })
        _ = try await approver.get("/timesheets/\(approved.id.pathText)/receipt/pdf")
        let ops = try await company.signedIn("ops", at: "staff")
        let site = try #require(await tenant.state.worksite(code: "A")).id.pathText
        try await ops.post(
            "/tenants/northwind/overtime-rules", [("worksite", site), ("rules", "US-CA")])
        try await company.narrowViewers(as: ops)
        let admin = try await company.signedIn("admin", at: "northwind")
        let lines = lines(try await admin.get("/access-log"))
        func has(_ words: String...) -> Bool {
            lines.contains { line in words.allSatisfy(line.contains) }
        }
        #expect(has("approver of northwind", "Approved 3 timesheets"))
        #expect(!has("Approved hours"))
        #expect(has("approver of northwind", "Opened a receipt"))
        #expect(has("Ops", "Chose the overtime rules of a worksite"))
        #expect(has("Ops", "Changed what a role can do", "viewer"))
    }

    @Test("has no line of another client's, and none of the agency's inner work")
    func apart() async throws {
        let company = try await company()
        for slug in ["northwind", "cedar"] {
            _ = try await company.signedIn("admin", at: slug).get("/people")
            _ = try await company.viewing("viewer", at: slug).get("/assignments")
        }
        let ops = try await company.signedIn("ops", at: "staff")
        for path in [
            "/tenants/northwind/invoices", "/tenants/northwind/imports", "/tenants/northwind/assignments",
            "/tenants", "/roles", "/access-log", "/tenants/cedar/people",
        ] {
            #expect(try await ops.get(path).status == .ok)
        }
        let admin = try await company.signedIn("admin", at: "northwind")
        for path in ["/access-log", "/access-log?person=agency", "/access-log/csv"] {
            let text = try await admin.get(path).text
            #expect(!text.contains("cedar") && !text.contains("/tenants"), "\(path)")
            #expect(!text.contains("Took hours in") && !text.contains("Made invoices"))
        }
        _ = try await ops.get("/tenants/northwind/people")
        let agency = lines(try await admin.get("/access-log?person=agency&kind=reads"))
        #expect(agency.count == 1 && agency.first?.contains("Ops Meridian Staffing Opened the list") == true)
    }

    @Test("is narrowed by person, kind and days, a page at a time, and exported as it is narrowed")
    func narrowed() async throws {
        let company = try await company()
        let admin = try await company.signedIn("admin", at: "northwind")
        _ = try await company.signedIn("billing", at: "northwind")
        let billing = try await company.house.tenant("northwind").state.contact("billing", "northwind")
        let mine = lines(try await admin.get("/access-log?person=\(billing.id.pathText)&kind=signIns"))
        #expect(mine.count == 1 && mine.first?.contains("billing of northwind") == true)
        #expect(lines(try await admin.get("/access-log?from=2026-11-19")).isEmpty)
        #expect(lines(try await admin.get("/access-log?through=2026-11-17")).isEmpty)
        #expect(!lines(try await admin.get("/access-log?from=2026-11-18&through=2026-11-18")).isEmpty)
        for _ in 0..<60 { _ = try await admin.get("/people") }
        let first = try await admin.get("/access-log?kind=reads")
        expectWellFormed(first)
        #expect(lines(first).count == 50 && first.text.contains("page=2"))
        #expect(try await admin.get("/access-log?page=0").status == .notFound)
        expectWellFormed(try await admin.get("/access-log?person=%3Cb%3E&kind=x&from=y&through=z"))
        let file = try await admin.get("/access-log/csv?kind=signIns")
        #expect(file.headers[.contentType]?.text.hasPrefix("text/csv") == true)
        #expect(file.text.split(separator: "\r\n").count == 3)
        #expect(file.text.contains("2026-11-18T12:00+00:00,billing of northwind,Northwind Ltd,Sign-ins"))
    }

    @Test("is for admins of the whole client, and ordinary pages do not push its lines out")
    func keeps() async throws {
        var limits = TrailLimits()
        limits.recentPerRealm = 3
        var recent = RecentRecords(limits: limits)
        func record(_ occasion: Occasion, _ number: UInt64) -> AccessRecord {
            AccessRecord(
                at: Moment(microseconds: Int64(number)), request: number, realm: .agency, person: .system,
                name: "", method: "GET", path: "/", status: 200, network: "", session: nil,
                occasion: occasion)
        }
        recent.add(record(.signedIn, 1))
        for number in 2..<10 { recent.add(record(.page, UInt64(number))) }
        #expect(recent.notable(.agency).map(\.request) == [1])
        #expect(recent.newest(in: .agency, limit: 9) { _ in true }.map(\.request) == [9, 8, 7, 1])
        #expect(recent.count == 4)
    }

    @Test("has words for every form of a client's portal that changes something")
    func complete() {
        for endpoint in Tables.client where endpoint.method == .post && endpoint.needs != .nothing {
            let isTold = [303, 200].contains { status in
                LogDeed(
                    AccessRecord(
                        at: Moment(microseconds: 0), request: 1, realm: .agency, person: .nobody, name: "",
                        method: "POST", path: endpoint.pattern.replacing("*", with: "x"), status: status,
                        network: "", session: nil)) != nil
            }
            // A batch is told by a record of its own, with its count.
            let isBatch = endpoint.pattern == Routes.timesheetApprovals.address.path
            #expect(isTold || isBatch || endpoint.isAboutViewing, "\(endpoint.pattern)")
        }
    }
}

extension TestCompany {
    /// A change of a role that somebody at each client holds.
    fileprivate func narrowViewers(as ops: Browser) async throws {
        let page = try await ops.get("/roles/viewer")
        let edition = try #require(page.text.firstMatch(of: /name="edition" value="([^"]*)"/)).1
        let fields = [("edition", String(edition)), ("given", "yes"), ("permission", "seeAssignments")]
        let impact = try await ops.post("/roles/viewer", fields)
        let seen = try #require(impact.text.firstMatch(of: /name="seen" value="([^"]*)"/)).1
        #expect(try await ops.post("/roles/viewer", fields + [("seen", String(seen))]).status == .seeOther)
        #expect(try await ops.get("/roles/viewer").text.contains("see hours"), "the template has more")
    }
}
