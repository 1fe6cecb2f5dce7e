import HTTP
import Staffing
import Tenancy
import Testing

@testable import Portal

@Suite("Departments and cost centers on the pages")
struct UnitAccessTests {
    /// Worker A1 in Operations and A2 for Line 1, both at Dock A; `leader` approves in Operations only.
    private struct Scene {
        let sheets: TimesheetScene
        let operations: UnitID
        let line: UnitID
        let leader: Browser

        init() async throws {
            sheets = try await TimesheetScene.open()
            let tenant = try await sheets.house.tenant(sheets.slug)
            try await tenant.perform(
                .addUnit(.department, code: "OPS", name: "Operations"), for: .system)
            try await tenant.perform(.addUnit(.costCenter, code: "4711", name: "Line 1"), for: .system)
            let state = await tenant.state
            operations = try #require(state.unit(.department, code: "OPS")).id
            line = try #require(state.unit(.costCenter, code: "4711")).id
            let (one, two) = (try await sheets.sheet("A1"), try await sheets.sheet("A2"))
            try await tenant.perform(
                .placeAssignment(one.assignment, department: operations, costCenter: nil), for: .system)
            try await tenant.perform(
                .placeAssignment(two.assignment, department: nil, costCenter: line), for: .system)
            let ask = GrantAsk(
                role: .approver, node: .unit(operations), days: DayRange(from: TestCompany.week))
            try await sheets.company.add("leader", [ask], to: tenant)
            leader = try await sheets.browser("leader")
        }
    }

    @Test("who approves in a department sees its sheets, counts them, and finds no others")
    func sees() async throws {
        let scene = try await Scene()
        let list = try await scene.leader.get("/timesheets")
        expectWellFormed(list)
        #expect(list.text.contains("Worker A1") && !list.text.contains("Worker A2"))
        #expect(!list.text.contains("Worker A3") && !list.text.contains("Dock B"))
        #expect(list.text.contains("1 timesheet waits for you"))
        #expect(try await scene.leader.get("/timesheets?q=worker").text.contains("Worker A1"))
        #expect(try await !scene.leader.get("/timesheets?q=A2").text.contains("Worker A2"))
        let own = try await scene.leader.get(scene.sheets.path("A1"))
        #expect(own.status == .ok && own.text.contains("Operations"))
        for worker in ["A2", "A3", "B1"] {
            #expect(try await scene.leader.get(scene.sheets.path(worker)).status == .notFound)
            #expect(try await scene.leader.get(scene.sheets.path(worker, "/access")).status == .notFound)
        }
        let assignments = try await scene.leader.get("/assignments")
        #expect(assignments.text.contains("Worker A1") && !assignments.text.contains("Worker A2"))
    }

    @Test("they approve these, and a batch with others counts those as not theirs")
    func decides() async throws {
        let scene = try await Scene()
        let fields = try await [
            ("scope", "selected"), ("sheet", scene.sheets.seen("A1")), ("sheet", scene.sheets.seen("A2")),
        ]
        let answer = try await scene.leader.post("/timesheets/approvals", fields)
        let location = try #require(answer.location)
        #expect(location.contains("approved=1") && location.contains("refused=1"))
        #expect(try await scene.sheets.areApproved("A1"))
        #expect(try await scene.sheets.status("A2") == .submitted)
        #expect(try await scene.leader.get(location).text.contains("1 timesheet approved"))
        let done = try await scene.leader.get("/timesheets?state=done")
        #expect(done.text.contains("Worker A1"))
    }

    @Test("a list where only a part is theirs to decide keeps its columns")
    func mixed() async throws {
        let scene = try await Scene()
        let tenant = try await scene.sheets.house.tenant(scene.sheets.slug)
        let site = try #require(await tenant.state.worksite(code: "A")).id
        let days = DayRange(from: TestCompany.week)
        let asks = [
            GrantAsk(role: .viewer, node: .worksite(site), days: days),
            GrantAsk(role: .approver, node: .unit(scene.line), days: days),
        ]
        try await scene.sheets.company.add("mixed", asks, to: tenant)
        let page = try await scene.sheets.browser("mixed").get("/timesheets")
        expectWellFormed(page)
        #expect(page.values(of: "sheet").count == 1)
        #expect(page.text.contains("Worker A1") && page.text.contains("Worker A2"))
        let rows = page.text.split(separator: "<tr>").dropFirst(2).filter { $0.contains("Worker A") }
        #expect(Set(rows.map { $0.split(separator: "<td").count }).count == 1)
    }

    @Test("staff add them, rename and retire them, and put an assignment there")
    func staff() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let ops = try await company.signedIn("ops", at: "staff")
        let tenant = try await company.house.tenant("northwind")
        #expect(try await ops.get("/tenants/northwind/units").text.contains("No departments"))
        let fields = [("kind", "department"), ("code", "OPS"), ("name", "Operations")]
        #expect(try await ops.post("/tenants/northwind/units", fields).status == .seeOther)
        let taken = try await ops.post("/tenants/northwind/units", fields)
        #expect(taken.status == .unprocessableContent && taken.text.contains("id=\"code-error\""))
        let page = try await ops.get("/tenants/northwind/units?done=added")
        expectWellFormed(page)
        #expect(page.text.contains("Operations"))
        let unit = try #require(await tenant.state.unit(.department, code: "OPS")).id
        let assignment = try #require(await tenant.state.assignments.values.first).id
        let list = try await ops.get("/tenants/northwind/assignments")
        #expect(list.text.contains("/tenants/northwind/placement?assignment="))
        let form = try await ops.get("/tenants/northwind/placement?assignment=\(assignment.pathText)")
        expectWellFormed(form)
        #expect(form.text.contains("Operations (OPS)"))
        let place = [
            ("assignment", assignment.pathText), ("department", unit.pathText), ("cost-center", ""),
        ]
        #expect(try await ops.post("/tenants/northwind/placement", place).status == .seeOther)
        #expect(await tenant.state.assignments[assignment]?.department == unit)
        let change = [("unit", unit.pathText), ("name", "Ops"), ("state", "retired")]
        #expect(try await ops.post("/tenants/northwind/units/change", change).status == .seeOther)
        let retired = await tenant.state.units[unit]
        #expect(retired?.name == "Ops" && retired?.isRetired == true)
        #expect(await tenant.state.assignments[assignment]?.department == unit)
    }

    @Test("a client without any sees nothing of them on the form; one with some gives roles there")
    func personForm() async throws {
        let scene = try await PeopleScene()
        #expect(try await !scene.admin.get("/people/invitation").text.contains("unit-"))
        let tenant = try await scene.house.tenant("northwind")
        try await tenant.perform(.addUnit(.department, code: "OPS", name: "Operations"), for: .system)
        let unit = try #require(await tenant.state.unit(.department, code: "OPS")).id
        let form = try await scene.admin.get("/people/invitation")
        #expect(form.fault == nil)
        #expect(form.text.contains("approve time at Operations"))
        let grant = Holding(.approver, .unit(unit)).formText
        let answer = try await scene.admin.post(
            "/people", try await scene.invitation([("grant", grant), ("email", "new@northwind.example")]))
        #expect(answer.status == .ok)
        #expect(try await scene.contact("new").grants.map(\.node) == [.unit(unit)])
        let people = try await scene.admin.get("/people")
        #expect(people.fault == nil)
        #expect(people.text.contains("Operations<span class=\"sub\">OPS</span>"))
        let known = try await scene.admin.get(scene.path("new"))
        #expect(known.text.contains("value=\"\(grant)\""))
    }
}
