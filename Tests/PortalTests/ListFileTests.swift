import Formats
import HTTP
import Staffing
import Tenancy
import Testing

@testable import Portal

@Suite("Lists as files")
struct ListFileTests {
    @Test("timesheets: what the page shows on all its pages, and no more")
    func timesheets() async throws {
        let scene = try await TimesheetScene.open()
        let mine = try await rows(scene.browser("approver").get("/timesheets/csv"))
        #expect(mine.map { $0["worker"] }.sorted { ($0 ?? "") < ($1 ?? "") } == names("A1", "A2", "A3"))
        let odd = try #require(mine.first)
        #expect(odd["worker"] == "Worker A3 of northwind")
        #expect(odd["regular hours"] == "40.00" && odd["overtime hours"] == "2.00" && odd["hours"] == "42.00")
        #expect(odd["state"] == "waiting" && odd["exceptions"]?.contains("Overtime 2.0 h") == true)
        let all = try await scene.browser("approver-all")
        #expect(try await rows(all.get("/timesheets/csv")).count == 5)
        #expect(try await rows(all.get("/timesheets/csv?q=b1")).map { $0["worker"] } == names("B1"))
        let site = try #require(try await scene.state.worksite(code: "B")).id.pathText
        #expect(
            try await rows(all.get("/timesheets/csv?worksite=\(site)")).map { $0["worker"] }
                == names("B1", "B2"))
        #expect(
            try await rows(scene.browser("approver").get("/timesheets/csv?worksite=\(site)")).count == 3)
        #expect(try await scene.browser("billing-a").get("/people/csv").status == .notFound)
    }

    @Test("timesheets: the other tab has what was decided, with who did it")
    func decided() async throws {
        let scene = try await TimesheetScene.open()
        let browser = try await scene.browser("approver")
        #expect(try await rows(browser.get("/timesheets/csv?state=done")).isEmpty)
        let done = try await browser.post(
            scene.path("A1", "/approval"), scene.fields("A1"))
        #expect(done.status == .seeOther)
        let file = try await rows(browser.get("/timesheets/csv?state=done"))
        #expect(file.map { $0["worker"] } == names("A1"))
        #expect(file.first?["state"] == "approved")
        #expect(file.first?["by or reason"]?.contains("approver of northwind") == true)
    }

    @Test("assignments: bill rates are a column for who sees them, and absent for others")
    func assignments() async throws {
        let scene = try await TimesheetScene.open()
        let plain = try await scene.browser("approver").get("/assignments/csv")
        #expect(try rows(plain).map { $0["worker"] } == names("A1", "A2", "A3"))
        #expect(!plain.text.contains("31.50") && !plain.text.contains("bill rate"))
        try await scene.company.add(
            "buyer",
            [Role.requester, .billingContact].map {
                GrantAsk(role: $0, node: .tenant, days: DayRange(from: TestCompany.week))
            }, to: scene.house.tenant("northwind"))
        let priced = try await rows(scene.browser("buyer").get("/assignments/csv"))
        #expect(priced.count == 5)
        #expect(priced.allSatisfy { $0["bill rate"] == "31.50" && $0["currency"] == "USD" })
        #expect(try await rows(scene.browser("buyer").get("/assignments/csv?show=ended")).isEmpty)
    }

    @Test("people: a row for each role; addresses only for who may see them")
    func people() async throws {
        let scene = try await TimesheetScene.open()
        let file = try await rows(scene.browser("admin").get("/people/csv"))
        let approver = try #require(file.first { $0["name"] == "approver of northwind" })
        #expect(approver["email"] == "approver@northwind.example" && approver["place"] == "A")
        #expect(file.contains { $0["name"] == "admin of northwind" && $0["place"] == "" })
        let found = try await rows(scene.browser("admin").get("/people/csv?q=viewer"))
        #expect(found.map { $0["name"] } == ["viewer of northwind"])
        try await scene.company.add(
            "hr", [GrantAsk(role: .humanResources, node: .tenant, days: DayRange(from: TestCompany.week))],
            to: scene.house.tenant("northwind"))
        let masked = try await scene.browser("hr").get("/people/csv")
        #expect(try rows(masked).count > 8 && !masked.text.contains("@northwind.example"))
    }

    @Test("a name that a spreadsheet would run is only text")
    func formula() async throws {
        let house = try await TestHouse()
        let company = try await TestCompany.open(in: house, mark: { _, _ in "" })
        let tenant = try await house.tenant("northwind")
        let id = try #require(await tenant.state.worksite(code: "A")).id
        try await tenant.perform(.registerWorker(number: "X", name: "=cmd|' /C calc'!A0"), for: .system)
        let worker = try #require(await tenant.state.worker(number: "X")).id
        try await tenant.perform(
            .startAssignment(
                worker, id, title: "Picker", DayRange(from: TestCompany.week),
                billRate: HourlyRate(minorUnits: 3_150), WeekSchedule(minutes: [480, 0, 0, 0, 0, 0, 0]),
                purchaseOrder: ""), for: .system)
        let file = try await company.signedIn("approver", at: "northwind").get("/assignments/csv")
        #expect(file.text.contains("\"'=cmd|' /C calc'!A0\""))
    }

    @Test("the pages lead there with their filter")
    func links() async throws {
        let scene = try await TimesheetScene.open()
        let browser = try await scene.browser("approver-all")
        let list = try await browser.get("/timesheets?q=b1")
        #expect(list.text.contains("href=\"/timesheets/csv?q=b1\""))
        #expect(try await browser.get("/timesheets?q=zzz").text.contains("/timesheets/csv") == false)
        #expect(try await browser.get("/assignments").text.contains("href=\"/assignments/csv\""))
        let admin = try await scene.browser("admin")
        #expect(try await admin.get("/people?q=view").text.contains("href=\"/people/csv?q=view\""))
    }

    private func names(_ workers: String...) -> [String?] { workers.map { "Worker \($0) of northwind" } }

    private func rows(_ response: Response) throws -> [[String: String]] {
        try #require(response.status == .ok)
        #expect(response.text.isEmpty == false && response.headers[.cacheControl]?.text == "no-store")
        var reader = try CSVReader(response.body, delimiter: .comma)
        let lines = try reader.rows().map(\.fields)
        let header = try #require(lines.first)
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }
}
