import HTTP
import Journal
import MemoryDisk
import Staffing
import Tenancy
import Testing

@testable import Portal

@Suite("A client whose records have stopped")
struct HaltTests {
    @Test("its people read why, and not a word of its records")
    func clientSide() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let browser = try await company.signedIn("approver-all", at: "northwind")
        let doubtful = try await company.halt(browser)
        #expect(doubtful.status == .serviceUnavailable)
        #expect(doubtful.text.contains("could not confirm your change"))
        for answer in [doubtful, try await browser.get("/timesheets"), try await browser.get("/sign-in")] {
            #expect(answer.status == .serviceUnavailable)
            expectWellFormed(answer)
            for word in ["Northwind", "Worker", "Dock", "class=\"count\""] {
                #expect(!answer.text.contains(word), "\(word) is shown")
            }
        }
        #expect(try await browser.get("/timesheets").text.contains("stopped this company’s records"))
        let other = try await company.signedIn("approver-all", at: "cedar")
        #expect(try await other.get("/timesheets").status == .ok)
    }

    @Test("the staff side says since when and why, and what to do", arguments: ["coordinator", "ops"])
    func staffSide(role: String) async throws {
        let company = try await TestCompany.open(in: TestHouse())
        try await company.halt(try await company.signedIn("approver-all", at: "northwind"))
        let browser = try await company.signedIn(role, at: "staff")
        let list = try await browser.get("/tenants")
        #expect(list.text.contains("Records have stopped") && list.text.contains("Since Wed, Nov 18"))
        let page = try await browser.get("/tenants/northwind")
        expectWellFormed(page)
        #expect(page.status == .ok && page.text.contains("the disk broke"))
        #expect(page.text.contains("Nothing that was confirmed to anybody is lost"))
        #expect(page.text.contains("/tenants/northwind/reopening") == (role == "ops"))
        let people = try await browser.get("/tenants/northwind/people")
        #expect(people.status == (role == "ops" ? .serviceUnavailable : people.status))
        #expect(!people.text.contains("approver-all"))
    }

    @Test("an ops admin opens them again, and work goes on")
    func reopening() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let approver = try await company.signedIn("approver-all", at: "northwind")
        try await company.halt(approver)
        let browser = try await company.signedIn("ops", at: "staff")
        let answer = try await browser.post("/tenants/northwind/reopening")
        #expect(answer.status == .seeOther)
        let page = try await browser.get("/tenants/northwind?done=reopened")
        #expect(page.text.contains("The records are open again."))
        #expect(!page.text.contains("Records have stopped"))
        #expect(try await approver.get("/timesheets").status == .ok)
        #expect(try await browser.post("/tenants/northwind/reopening").status == .seeOther)
    }
}

extension TestCompany {
    /// Lets the sync of a comment fail, and returns what its writer was told.
    @discardableResult
    fileprivate func halt(_ browser: Browser) async throws -> Response {
        let tenant = try await house.tenant("northwind")
        let sheet = try #require(
            await tenant.state.timesheets.values.min { $0.id.rawValue < $1.id.rawValue })
        try await tenant.untilDurable()
        house.disk.plan(.fails(.failed("the disk broke")), atCall: house.disk.calls + 2)
        return try await browser.post(Routes.timesheetComments(sheet.id).path, [("words", "in doubt")])
    }
}
