import HTTP
import Staffing
import Tenancy
import Testing

@testable import Portal

@Suite("Deadlines, and who will be there")
struct CutoffTests {
    private let wednesday = [("weekday", "2"), ("time", "12:00")]

    @Test("ops admins set a deadline for a client and for one worksite; approvers read by when, and where")
    func sets() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let ops = try await company.signedIn("ops", at: "staff")
        let path = "/tenants/northwind/cutoffs"
        #expect(try await ops.get(path).text.contains("No deadline"))
        #expect(try await ops.post(path, wednesday).location == path + "?done=saved")
        let tenant = try await company.house.tenant("northwind")
        let dock = try #require(await tenant.state.worksite(code: "B")).id.pathText
        try await ops.post(path, [("worksite", dock), ("weekday", "4"), ("time", "09:30")])
        let page = try await ops.get(path)
        #expect(page.fault == nil)
        #expect(page.text.contains("Wed, Nov 18, 12:00") && page.text.contains("Fri, Nov 20, 9:30"))
        // Thanksgiving Day and the state of it, two weeks on.
        #expect(page.text.contains("Thu, Nov 26"))
        #expect(try await ops.get(path + "?worksite=" + dock).fault == nil)
        let approver = try await company.signedIn("approver-all", at: "northwind")
        let list = try await approver.get("/timesheets")
        #expect(list.fault == nil)
        // The client's clocks show another time than the worksite's.
        #expect(list.text.contains("Due by Wed, Nov 18, 12:00"))
        #expect(list.text.contains("Due by Fri, Nov 20, 9:30"))
        #expect(list.text.contains("UTC"))
        let other = try await company.signedIn("approver", at: "northwind")
        #expect(!(try await other.get("/timesheets").text.contains("Nov 20")), "of another worksite")
    }

    @Test("what makes no sense comes back at its field")
    func refuses() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let ops = try await company.signedIn("ops", at: "staff")
        let billing = try await company.house.tenant("northwind").state.contact("billing-a", "northwind").id
        for (fields, field) in [
            ([("weekday", "2"), ("time", "25:00")], "time"), ([("weekday", "2"), ("time", "noon")], "time"),
            (wednesday + [("days", "2026-12-24 soon")], "days"),
            (wednesday + [("escalation", billing.pathText)], "escalation"),
        ] {
            let page = try await ops.post("/tenants/northwind/cutoffs", fields)
            #expect(page.status == .unprocessableContent && page.fault == nil)
            #expect(page.text.contains("id=\"\(field)-error\""), "\(fields)")
        }
        let empty = try await company.house.tenant("northwind").state.cutoffs.isEmpty
        #expect(empty)
    }

    @Test("where nobody is there by the deadline, an admin is told why and mends it with one button")
    func covers() async throws {
        let scene = try await PeopleScene()
        let ops = try await scene.company.signedIn("ops", at: "staff")
        try await ops.post("/tenants/northwind/cutoffs", [("weekday", "4"), ("time", "12:00")])
        #expect(!(try await scene.admin.get("/people").text.contains("will be missed")))
        // Who decides everywhere goes; who decides at B is away until after the deadline, and who stood in for
        // them goes too.
        try await scene.remove("approver-all")
        let tenant = try await scene.house.tenant("northwind")
        let away = DayRange(from: TestCompany.week, through: TestCompany.week.adding(days: 20))
        let people = try await scene.state()
        for (giver, delegate) in [("approver-b", "viewer")] {
            try await tenant.perform(
                .give(
                    from: people.contact(giver, "northwind").id,
                    to: people.contact(delegate, "northwind").id, worksites: [], away), for: .system)
        }
        try await scene.remove("viewer")
        let page = try await scene.admin.get("/people")
        #expect(page.fault == nil)
        #expect(page.text.contains("A deadline will be missed"), "\(page.text)")
        #expect(page.text.contains("approver-b of northwind is away until Nov 29, 2026."))
        #expect(!page.text.contains("Dock A, by"))
        let fix = [
            ("worksite", try await scene.site("B").pathText),
            ("person", try await scene.contact("approver").id.pathText),
        ]
        #expect(try await scene.admin.post("/people/coverage", fix).location == "/people?done=covered")
        let after = try await scene.admin.get("/people?done=covered")
        #expect(!after.text.contains("A deadline will be missed") && after.fault == nil)
        let grants = try await scene.contact("approver").grants
        let today = try #require(Day(iso: "2026-11-18"))
        #expect(grants.last?.days == DayRange(from: today, through: today.adding(days: 2)))
        #expect(grants.count == 2)
        let again = try await scene.admin.post("/people/coverage", fix)
        #expect(again.status == .seeOther)
        #expect(try await scene.contact("approver").grants.count == 2, "sent twice, given once")
    }
}
