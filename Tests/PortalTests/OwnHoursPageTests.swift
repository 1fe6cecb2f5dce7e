import Crypto
import HTTP
import Staffing
import Tenancy
import Testing

@testable import Portal

@Suite("One's own hours on pages")
struct OwnHoursPageTests {
    private static let path = "/tenants/northwind/people/worker"

    @Test("staff say who is which worker; from then on the sheet says why it is not theirs to decide")
    func wholeWay() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let state = try await company.house.tenant("northwind").state
        let approver = try state.contact("approver", "northwind").id.pathText
        let sheet = try state.sheet(of: "A1")
        let browser = try await company.signedIn("approver", at: "northwind")
        let box = "value=\"\(sheet.id.pathText)@"
        #expect(try await browser.get("/timesheets").text.contains(box))
        let ops = try await company.signedIn("ops", at: "staff")
        #expect(try await ops.get(Self.path + "?person=" + approver).fault == nil)
        let unknown = try await ops.post(Self.path, [("person", approver), ("worker", "nobody")])
        #expect(unknown.status == .unprocessableContent)
        let done = try await ops.post(Self.path, [("person", approver), ("worker", "A1")])
        #expect(try await ops.get(try #require(done.location)).text.contains("is also the worker"))
        let page = try await browser.get("/timesheets/" + sheet.id.pathText)
        #expect(page.text.contains("Nobody decides about their own hours"))
        #expect(!page.text.contains("/approval\""))
        #expect(try await !browser.get("/timesheets").text.contains(box), "no box to approve it by")
        let seen = Base32Crockford.encode(sheet.fingerprint.short)
        let forced = try await browser.post(
            "/timesheets/\(sheet.id.pathText)/approval", [("seen", seen)])
        #expect(forced.status == .conflict)
        let batch = [("scope", "selected"), ("sheet", "\(sheet.id.pathText)@\(seen)")]
        #expect(
            try await browser.post("/timesheets/approvals", batch).location?.contains("refused=1") == true)
        let after = try await company.house.tenant("northwind").state
        #expect(after.timesheets[sheet.id]?.isApproved == false)
        let admin = try await company.signedIn("admin", at: "northwind")
        let sight = try await admin.get("/timesheets/\(sheet.id.pathText)/access")
        #expect(sight.text.contains("not about these: they are their own"))
    }
}
