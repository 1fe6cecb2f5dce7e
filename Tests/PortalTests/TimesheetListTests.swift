import HTTP
import Staffing
import Testing

@testable import Portal

@Suite("The list of timesheets")
struct TimesheetListTests {
    @Test("an approver of one worksite sees its sheets and no other, in list, counts and navigation")
    func oneWorksite() async throws {
        let scene = try await TimesheetScene.open()
        let page = try await scene.browser("approver").get("/timesheets")
        expectWellFormed(page)
        for name in ["A1", "A2", "A3"] { #expect(page.text.contains("Worker \(name) of northwind")) }
        for other in ["Worker B1", "Worker B2", "Dock B", "cedar"] { #expect(!page.text.contains(other)) }
        #expect(page.text.contains("3 timesheets wait for you. 1 needs a look; 2 are clean"))
        #expect(page.text.contains("<span class=\"count\">3</span>"))
        let all = try await scene.browser("approver-all").get("/timesheets")
        #expect(all.text.contains("5 timesheets wait for you"))
        #expect(all.text.contains("<span class=\"count\">5</span>"))
    }

    @Test("what is odd stands first and is not selected; what is clean is")
    func exceptionsFirst() async throws {
        let scene = try await TimesheetScene.open()
        let page = try await scene.browser("approver").get("/timesheets")
        let names = page.text.split(separator: "Worker ").dropFirst().map { $0.prefix(2) }
        #expect(names.first == "A3")
        #expect(page.values(of: "sheet").count == 3)
        #expect(Set(page.values(of: "clean")) == [try await scene.seen("A1"), try await scene.seen("A2")])
        #expect(page.text.split(separator: "\" checked>").count == 3)
        #expect(page.text.contains("Overtime 2.0 h"))
    }

    @Test("a search finds by name without marks, and finds nothing elsewhere")
    func search() async throws {
        let scene = try await TimesheetScene.open()
        let browser = try await scene.browser("approver")
        let found = try await browser.get("/timesheets?q=WORKER%20a1")
        #expect(found.text.contains("Worker A1") && !found.text.contains("Worker A2"))
        let none = try await browser.get("/timesheets?q=worker%20b1")
        expectWellFormed(none)
        #expect(none.text.contains("No timesheet matches"))
        #expect(searchable("Tomasz WIŚNIEWSKI") == "tomasz wisniewski")
        #expect(searchable("Ørsted Þór e\u{301}") == "orsted þor e")
    }

    @Test("the filter for a worksite that is not theirs shows what no filter shows")
    func foreignFilter() async throws {
        let scene = try await TimesheetScene.open()
        let browser = try await scene.browser("approver")
        let foreign = try #require(try await scene.state.worksite(code: "B")).id.pathText
        let bodies = try await [foreign, "0000000000001", "nonsense"].asyncMap {
            try await browser.get("/timesheets?worksite=\($0)").text
        }
        for body in bodies { #expect(body.contains("3 timesheets wait for you")) }
    }

    @Test("one worksite alone, for a viewer of several")
    func ownFilter() async throws {
        let scene = try await TimesheetScene.open()
        let id = try #require(try await scene.state.worksite(code: "B")).id.pathText
        let page = try await scene.browser("approver-all").get("/timesheets?worksite=\(id)")
        expectWellFormed(page)
        #expect(page.text.contains("2 timesheets wait for you") && !page.text.contains("Worker A1"))
        #expect(page.text.contains("Approve 2 clean at Dock B"))
    }

    @Test("who may not decide sees the sheets and no control", arguments: ["viewer", "admin", "billing"])
    func withoutControls(name: String) async throws {
        let scene = try await TimesheetScene.open()
        let browser = try await scene.browser(name)
        for target in ["/timesheets", try await scene.path("A3")] {
            let page = try await browser.get(target)
            expectWellFormed(page)
            #expect(page.text.contains("Worker A3"))
            for control in ["type=\"checkbox\"", "approval", "rejection", "Approve"] {
                #expect(!page.text.contains(control), "\(control) at \(target)")
            }
        }
    }

    @Test("who may see no hours finds no such page")
    func requester() async throws {
        let scene = try await TimesheetScene.open()
        let browser = try await scene.browser("requester")
        #expect(try await browser.get("/timesheets").status == .notFound)
        #expect(try await browser.get(scene.path("A1")).status == .notFound)
    }

    @Test("nothing to approve says what comes next; what was decided moves to Done")
    func empty() async throws {
        let scene = try await TimesheetScene.open()
        let browser = try await scene.browser("approver")
        let done = try await browser.get("/timesheets?state=done")
        expectWellFormed(done)
        #expect(done.text.contains("Nothing here yet"))
        let page = try await browser.get("/timesheets")
        try await browser.post("/timesheets/approvals", page.values(of: "sheet").map { ("sheet", $0) })
        let after = try await browser.get("/timesheets")
        expectWellFormed(after)
        #expect(after.text.contains("Nothing to approve") && after.text.contains("Sun, Nov 22"))
        let decided = try await browser.get("/timesheets?state=done")
        expectWellFormed(decided)
        #expect(decided.text.contains("Approved by approver of northwind"))
    }

    @Test("an older week is late and stands below the newest")
    func late() async throws {
        let scene = try await TimesheetScene.open()
        try await scene.deliver("A1", [480], week: TestCompany.week.adding(days: -7))
        let page = try await scene.browser("approver").get("/timesheets")
        let tables = page.text.split(separator: "<caption>").dropFirst().map { $0.prefix(200) }
        #expect(tables[0].contains("Nov 9–15, 2026") && !tables[0].contains("Late"))
        #expect(tables[1].contains("Nov 2–8, 2026") && tables[1].contains("Late"))
    }
}

extension Array {
    func asyncMap<Value>(_ body: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await body(element)) }
        return values
    }
}
