import HTTP
import MemoryDisk
import Staffing
import Tenancy
import Testing

@testable import Portal

/// Roles on the staff side, and what a change means to people who are signed in.
@Suite("Roles")
struct RoleTests {
    private static func company() async throws -> TestCompany {
        try await TestCompany.open(in: try await TestHouse())
    }

    /// The form about a role as the page has it, with these permissions instead.
    private func form(_ page: Response, _ permissions: [Permission]) throws -> [(String, String)] {
        let edition = try #require(page.text.firstMatch(of: /name="edition" value="([^"]*)"/)).1
        return [("edition", String(edition)), ("given", "yes")]
            + permissions.map { ("permission", $0.rawValue) }
    }

    private func seen(_ page: Response) throws -> String {
        String(try #require(page.text.firstMatch(of: /name="seen" value="([^"]*)"/)).1)
    }

    private func change(_ role: Role, to permissions: [Permission], in company: TestCompany) async throws {
        let ops = try await company.signedIn("ops", at: "staff")
        let fields = try form(try await ops.get("/roles/\(role.rawValue)"), permissions)
        let impact = try await ops.post("/roles/\(role.rawValue)", fields)
        #expect(impact.status == .ok)
        let done = try await ops.post(
            "/roles/\(role.rawValue)", fields + [("seen", try seen(impact))])
        #expect(done.status == .seeOther, "\(done.text)")
    }

    @Test("a page says whom a change affects before it applies, and nothing applies before it is confirmed")
    func impact() async throws {
        let company = try await Self.company()
        let ops = try await company.signedIn("ops", at: "staff")
        let fields = try form(
            try await ops.get("/roles/approver"), [.seeTimesheets, .seeAssignments, .seeBillRates])
        let page = try await ops.post("/roles/approver", fields)
        #expect(page.text.contains("1 person at Dock A could see bill rates"))
        #expect(page.text.contains("1 person at Dock A could no longer approve time"))
        #expect(page.text.contains("Nobody could approve time at Dock A and Dock B after this"))
        #expect(company.house.services.world.roles.book == .templates)
        #expect(
            try await ops.post("/roles/approver", fields + [("seen", "otherwise")]).text.contains("once more")
        )
        #expect(company.house.services.world.roles.book == .templates)
    }

    @Test("a change holds for open sessions from the next request on, also for a page that was kept")
    func openSessions() async throws {
        let company = try await Self.company()
        let viewer = try await company.signedIn("viewer", at: "northwind")
        for _ in 0..<2 { #expect(try await viewer.get("/timesheets").status == .ok) }
        try await change(.viewer, to: [.seeAssignments], in: company)
        #expect(try await viewer.get("/timesheets").status == .notFound)
        #expect(!(try await viewer.get("/assignments").text.contains("/timesheets")))
        try await change(.viewer, to: [.seeAssignments, .seeTimesheets], in: company)
        #expect(try await viewer.get("/timesheets").status == .ok)
    }

    @Test("a retired role takes away what it gave, and asks first")
    func retirement() async throws {
        let company = try await Self.company()
        let ops = try await company.signedIn("ops", at: "staff")
        let viewer = try await company.signedIn("viewer", at: "northwind")
        let page = try await ops.post("/roles/viewer/retirement")
        #expect(page.text.contains("could no longer see hours"))
        #expect(try await viewer.get("/timesheets").status == .ok)
        let done = try await ops.post("/roles/viewer/retirement", [("seen", try seen(page))])
        #expect(done.status == .seeOther)
        #expect(try await viewer.get("/timesheets").status == .notFound)
    }

    @Test("two ops admins do not undo each other unnoticed")
    func editions() async throws {
        let company = try await Self.company()
        let ops = try await company.signedIn("ops", at: "staff")
        let old = try form(try await ops.get("/roles/viewer"), [.seeAssignments])
        try await change(.viewer, to: [.seeTimesheets], in: company)
        #expect(try await ops.post("/roles/viewer", old).status == .conflict)
    }

    @Test("what cannot be is said at the form, in words")
    func refusals() async throws {
        let company = try await Self.company()
        let ops = try await company.signedIn("ops", at: "staff")
        let page = try await ops.get("/roles/approver")
        let pay = try await ops.post("/roles/approver", try form(page, [.seePayRates]))
        #expect(pay.status == .unprocessableContent && pay.text.contains("No such role can see pay rates"))
        let lone = try await ops.post("/roles/approver", try form(page, [.decideTimesheets]))
        #expect(lone.text.contains("needs these, too: see hours"))
        let own = try await ops.get("/roles/ops-admin")
        let lost = try await ops.post("/roles/ops-admin", try form(own, [.seeTenants]))
        #expect(lost.status == .unprocessableContent && lost.text.contains("Nobody could change roles"))
        #expect(
            try await ops.post("/roles/approver", try form(page, []) + [("permission", "fly")]).status
                == .badRequest)
    }

    @Test("a new role is offered to client admins, or kept for the agency to give")
    func making() async throws {
        let company = try await Self.company()
        let ops = try await company.signedIn("ops", at: "staff")
        for (title, given) in [("Yard lead", "yes"), ("Night desk", "no")] {
            let made = try await ops.post(
                "/roles",
                [
                    ("side", "client"), ("title", title), ("permission", "seeTimesheets"), ("given", given),
                ])
            #expect(made.status == .seeOther)
        }
        let admin = try await company.signedIn("admin", at: "northwind")
        let page = try await admin.get("/people/invitation").text
        #expect(page.contains("Yard lead") && !page.contains("Night desk"))
        #expect(try await ops.get("/roles").text.contains("Night desk"))
    }

    @Test("roles are as they were after a restart")
    func restart() async throws {
        let company = try await Self.company()
        try await change(.viewer, to: [.seeTimesheets], in: company)
        let house = try await TestHouse(disk: company.house.disk.copy(), clock: company.house.clock)
        let book = house.services.world.roles.book
        #expect(book.permissions(of: .viewer, for: .client) == [.seeTimesheets])
    }
}
