import Cast
import Formats
import HTTP
import Staffing
import Tenancy
import Testing

@testable import Portal

/// From the choice of rules to the page that says which of them made each minute.
@Suite("Overtime by rules")
struct OvertimeTests {
    private static let week = TestCompany.week.adding(days: 7)
    private static let header = "Employee ID,Employee,Site,Date,In,Out\n"
    private static let mapping = Array(
        """
        layout = punches
        delimiter = comma
        decimal = point
        dates = yyyy-MM-dd
        times = HH:mm
        shift_gap_minutes = 120
        longest_pair_hours = 16
        [columns]
        employee = Employee ID
        worker = Employee
        worksite = Site
        date = Date
        punch_in = In
        punch_out = Out

        """.utf8)

    private func imported(
        _ rows: String, _ tenant: Tenant, mapping: [UInt8] = mapping, header: String = header
    ) async throws -> IntakeReport {
        try await IntakeRun.importTimesheets(
            file: Array((header + rows).utf8), mapping: mapping, week: Self.week, into: tenant,
            as: .system, dryRun: false, zones: DemoFiles.zones)
    }

    private func sheet(_ number: String, _ tenant: Tenant) async throws -> Timesheet {
        let state = await tenant.state
        let worker = try #require(state.worker(number: number))
        let assignment = try #require(state.assignments(of: worker.id).first)
        return try #require(state.timesheet(of: assignment.id, week: Self.week))
    }

    /// Worksite A of northwind, under the rules of a pack.
    private func open(_ pack: String) async throws -> (TestCompany, Tenant) {
        let company = try await TestCompany.open(in: TestHouse())
        let tenant = try await company.house.tenant("northwind")
        let worksite = try #require(await tenant.state.worksite(code: "A"))
        let browser = try await company.signedIn("ops", at: "staff")
        let answer = try await browser.post(
            "/tenants/northwind/overtime-rules", [("worksite", worksite.id.pathText), ("rules", pack)])
        #expect(answer.location == "/tenants/northwind/worksites?done=rules")
        let page = try await browser.get("/tenants/northwind/worksites?done=rules")
        expectWellFormed(page)
        #expect(page.text.contains("<option value=\"\(pack)\" selected>"))
        return (company, tenant)
    }

    private static let longMonday =
        "A1,,A,2026-11-16,06:00,10:30\nA1,,A,2026-11-16,11:00,15:30\nA1,,A,2026-11-16,16:00,20:30\n"

    @Test("punches are split when they come in, and the sheet says which rule made each minute")
    func explained() async throws {
        let (company, tenant) = try await open("US-CA")
        #expect(try await imported(Self.longMonday, tenant).outcomes == [.new])
        let sheet = try await sheet("A1", tenant)
        #expect(sheet.hours == HoursByType(regular: 480, overtime: 240, doubleTime: 90))
        #expect(sheet.ruling?.version == "2026.1")
        #expect(sheet.days.flatMap(\.punches).count == 3)
        let page = try await company.signedIn("approver", at: "northwind").get(
            "/timesheets/" + sheet.id.pathText)
        expectWellFormed(page)
        for words in [
            "Why 4.0 h overtime and 1.5 h double time?", "1.5 h double time on Mon, Nov 16",
            "beyond 12 hours of the day", "Cal. Lab. Code § 510(a)", "rules of California, version 2026.1",
        ] {
            #expect(page.text.contains(words), "\(words)")
        }
        let staff = try await company.signedIn("coordinator", at: "staff").get(
            "/tenants/northwind/timesheets?sheet=" + sheet.id.pathText)
        expectWellFormed(staff)
    }

    @Test("the same file again changes nothing, and rules that are chosen later change no approved hours")
    func again() async throws {
        let (company, tenant) = try await open("US-CA")
        _ = try await imported(Self.longMonday, tenant)
        #expect(try await imported(Self.longMonday, tenant).outcomes == [.unchanged])
        let sheet = try await sheet("A1", tenant)
        let state = await tenant.state
        let email = EmailAddress("approver@northwind.example")
        let approver = try #require(email.flatMap { state.contact(email: $0) })
        try await tenant.perform(
            .approve(sheet.id, seen: sheet.fingerprint.short),
            for: Caller(viewer: .contact(approver), request: 1))
        let browser = try await company.signedIn("approver", at: "northwind")
        let receipt = try await browser.get("/timesheets/\(sheet.id.pathText)/receipt")
        expectWellFormed(receipt)
        #expect(receipt.text.contains("rules of California, version 2026.1"))
        let file = try await browser.get("/timesheets/\(sheet.id.pathText)/receipt/json")
        let said = try ReceiptFile(file: Array(file.text.utf8)).content()["timesheet"]?["rules"]
        #expect(said?["pack"]?.string == "US-CA" && said?["version"]?.string == "2026.1")
        #expect(said?["premiums"]?.array?.count == sheet.ruling?.premiums.count)
        try await tenant.perform(.chooseOvertimeRules(sheet.worksite, pack: "US"), for: .system)
        #expect(try await imported(Self.longMonday, tenant).outcomes == [.unchanged])
        let after = try await self.sheet("A1", tenant)
        #expect(after.ruling == sheet.ruling && after.hours == sheet.hours)
        try await tenant.perform(.chooseOvertimeRules(sheet.worksite, pack: nil), for: .system)
        #expect(try await imported(Self.longMonday, tenant).outcomes == [.unchanged])
    }

    @Test("where the source has its own split it stays, and the difference is something to look at")
    func differs() async throws {
        let (company, tenant) = try await open("US-CA")
        let report = try await imported(
            "A1,,A,11/16/2026,REG,9\nA1,,A,11/16/2026,OT,2\n", tenant, mapping: IntakeRunTests.mapping,
            header: IntakeRunTests.header)
        #expect(report.outcomes == [.new])
        let sheet = try await sheet("A1", tenant)
        #expect(sheet.hours == HoursByType(regular: 540, overtime: 120))
        let page = try await company.signedIn("approver", at: "northwind").get(
            "/timesheets/" + sheet.id.pathText)
        expectWellFormed(page)
        #expect(page.text.contains("The source has 2.0 h overtime, the rules of the worksite make it 3.0 h"))
        #expect(page.text.contains("Why 3.0 h overtime?"))
    }

    @Test("a break that the punches do not show stands beside its day, with what is owed for it")
    func missedBreak() async throws {
        let (company, tenant) = try await open("US-CA")
        _ = try await imported("A1,,A,2026-11-16,08:00,14:30\n", tenant)
        let sheet = try await sheet("A1", tenant)
        let page = try await company.signedIn("approver", at: "northwind").get(
            "/timesheets/" + sheet.id.pathText)
        expectWellFormed(page)
        #expect(page.text.contains("No meal break Mon, Nov 16"))
        #expect(page.text.contains("owed 1.0 h of pay"))
        #expect(page.text.contains("rules of California, version 2026.1"))
    }

    @Test("without rules hours stay as they come, and rules that there are not cannot be chosen")
    func none() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let tenant = try await company.house.tenant("northwind")
        _ = try await imported(Self.longMonday, tenant)
        let sheet = try await sheet("A1", tenant)
        #expect(sheet.hours == HoursByType(regular: 810) && sheet.ruling == nil)
        let browser = try await company.signedIn("ops", at: "staff")
        let worksite = sheet.worksite.pathText
        for rules in ["US-XX", "us-ca"] {
            let answer = try await browser.post(
                "/tenants/northwind/overtime-rules", [("worksite", worksite), ("rules", rules)])
            #expect(answer.status == .unprocessableContent)
        }
        #expect(await tenant.state.worksite(code: "A")?.overtimeRules == nil)
    }
}
