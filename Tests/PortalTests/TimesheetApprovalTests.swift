import HTTP
import Staffing
import Tenancy
import Testing

@testable import Portal

@Suite("Approving many at once")
struct TimesheetApprovalTests {
    @Test("what was selected is approved, and the page says how many and how many hours")
    func selected() async throws {
        let scene = try await TimesheetScene.open()
        let browser = try await scene.browser("approver")
        let fields = try await [
            ("scope", "selected"), ("sheet", scene.seen("A1")), ("sheet", scene.seen("A3")),
        ]
        let tenant = try await scene.house.tenant(scene.slug)
        let before = await tenant.revision
        let answer = try await browser.post("/timesheets/approvals", fields)
        #expect(answer.status == .seeOther)
        #expect(await tenant.revision == before + 1)
        let page = try await browser.get(try #require(answer.location))
        expectWellFormed(page)
        #expect(page.text.contains("2 timesheets approved, 82.0 h"))
        #expect(try await scene.areApproved("A1", "A3"))
        #expect(try await scene.status("A2") == .submitted)
    }

    @Test("all clean ones means the clean ones of the page, not those with exceptions")
    func clean() async throws {
        let scene = try await TimesheetScene.open()
        let browser = try await scene.browser("approver")
        let page = try await browser.get("/timesheets")
        let fields =
            page.values(of: "sheet").map { ("sheet", $0) } + page.values(of: "clean").map { ("clean", $0) }
        try await browser.post("/timesheets/approvals", fields + [("scope", "clean")])
        #expect(try await scene.areApproved("A1", "A2"))
        #expect(try await scene.status("A3") == .submitted)
    }

    @Test("what came in after the page was opened is not approved with it")
    func notOnThePage() async throws {
        let scene = try await TimesheetScene.open()
        let browser = try await scene.browser("approver")
        let page = try await browser.get("/timesheets")
        try await scene.deliver("A1", [480], week: TestCompany.week.adding(days: -7))
        let fields = page.values(of: "clean").map { ("clean", $0) } + [("scope", "clean")]
        try await browser.post("/timesheets/approvals", fields)
        let waiting = try await scene.state.timesheets.values.filter(\.isWaiting)
        #expect(waiting.contains { $0.week != TestCompany.week })
    }

    @Test("the clean ones of one worksite are one tap, and no other worksite's go with them")
    func oneWorksite() async throws {
        let scene = try await TimesheetScene.open()
        let browser = try await scene.browser("approver-all")
        let page = try await browser.get("/timesheets")
        let id = try #require(try await scene.state.worksite(code: "B")).id.pathText
        #expect(page.text.contains("name=\"clean-at\" value=\"\(id)\">Approve 2 clean at Dock B"))
        let fields = page.values(of: "clean").map { ("clean", $0) } + [("clean-at", id)]
        let answer = try await browser.post("/timesheets/approvals", fields)
        #expect(try #require(answer.location).contains("approved=2"))
        #expect(try await scene.areApproved("B1", "B2"))
        #expect(try await scene.status("A1") == .submitted)
    }

    @Test("what changed since the page was opened is not approved, and the others are")
    func stale() async throws {
        let scene = try await TimesheetScene.open()
        let browser = try await scene.browser("approver")
        for name in ["sheet", "clean"] {
            let page = try await browser.get("/timesheets")
            try await scene.deliver("A1", [name == "sheet" ? 400 : 300])
            let fields = page.values(of: name).map { (name, $0) }
            let scope = name == "sheet" ? "selected" : "clean"
            let answer = try await browser.post("/timesheets/approvals", fields + [("scope", scope)])
            if name == "sheet" {
                let location = try #require(answer.location)
                #expect(location.contains("approved=2") && location.contains("changed=1"))
                let text = try await browser.get(location).text
                #expect(text.contains("1 changed since you opened the page"))
            }
            #expect(try await scene.status("A1") == .submitted)
        }
    }

    @Test("an edit that was made good again is no longer clean, and is not approved as clean")
    func editedBack() async throws {
        let scene = try await TimesheetScene.open()
        let browser = try await scene.browser("approver")
        let seen = try await scene.seen("A1")
        try await scene.deliver("A1", [480])
        try await scene.deliver("A1", [480, 480, 480, 480, 480])
        #expect(try await scene.seen("A1") == seen)
        let answer = try await browser.post("/timesheets/approvals", [("scope", "clean"), ("clean", seen)])
        #expect(try #require(answer.location).contains("approved=0&changed=1"))
        #expect(try await scene.status("A1") == .submitted)
    }

    @Test("approving twice approves once, and the answer is the same")
    func twice() async throws {
        let scene = try await TimesheetScene.open()
        let browser = try await scene.browser("approver")
        let fields = [("sheet", try await scene.seen("A1"))]
        let first = try await browser.post("/timesheets/approvals", fields)
        #expect(try #require(first.location).contains("approved=1"))
        let again = try await browser.post("/timesheets/approvals", fields)
        #expect(again.location == first.location)
        #expect(try await scene.sheet("A1").history.count { $0.what == .approved } == 1)
    }

    @Test("another worksite's and another company's sheets are refused like none at all")
    func foreign() async throws {
        let scene = try await TimesheetScene.open()
        let browser = try await scene.browser("approver")
        let cedar = SeenSheet(try await scene.sheet("A1", of: "cedar")).text
        for value in [try await scene.seen("B1"), cedar, "0000000000001@0000000000001"] {
            for field in [("sheet", "selected"), ("clean", "clean")] {
                let answer = try await browser.post(
                    "/timesheets/approvals", [(field.0, value), ("scope", field.1)])
                #expect(answer.location == "/timesheets?approved=0&refused=1")
            }
        }
        #expect(try await scene.status("B1") == .submitted)
        #expect(try await scene.sheet("A1", of: "cedar").isWaiting)
    }

    @Test("nothing selected, a form of nobody's making, and somebody without the right")
    func refused() async throws {
        let scene = try await TimesheetScene.open()
        let browser = try await scene.browser("approver")
        let none = try await browser.post("/timesheets/approvals", [("scope", "selected")])
        #expect(none.location == "/timesheets?chosen=0")
        #expect(try await browser.get("/timesheets?chosen=0").text.contains("Nothing was selected"))
        for fields in [
            [("sheet", "x")], [("scope", "everything")], [("clean-at", "x")],
            [("scope", "clean"), ("clean-at", "0000000000001")],
        ] {
            let answer = try await browser.post("/timesheets/approvals", fields)
            #expect(answer.status == .unprocessableContent)
        }
        let fields = [("sheet", try await scene.seen("A1"))]
        for name in ["viewer", "billing", "admin", "requester"] {
            let answer = try await scene.browser(name).post("/timesheets/approvals", fields)
            #expect(answer.status == .notFound)
        }
        #expect(try await scene.status("A1") == .submitted)
    }

    @Test("notices repeat numbers and nothing else that stands in an address")
    func notices() async throws {
        let scene = try await TimesheetScene.open()
        let browser = try await scene.browser("approver")
        for query in [
            "changed=evil", "changed=-1", "changed=01", "batch=evil", "batch=5", "withdrawn=9999999",
        ] {
            let page = try await browser.get("/timesheets?approved=12&\(query)")
            #expect(!page.text.contains("class=\"notice"))
            #expect(!page.text.contains("evil"))
        }
    }
}

@Suite("Taking approvals back")
struct TimesheetUndoTests {
    private func approved() async throws -> (TimesheetScene, Browser, batch: String) {
        let scene = try await TimesheetScene.open()
        let browser = try await scene.browser("approver")
        let fields = try await [("sheet", scene.seen("A1")), ("sheet", scene.seen("A2"))]
        let answer = try await browser.post("/timesheets/approvals", fields)
        let page = try await browser.get(try #require(answer.location))
        return (scene, browser, try #require(page.values(of: "batch").first))
    }

    private func undo(_ browser: Browser, _ batch: String) async throws -> Response {
        try await browser.post("/timesheets/approvals/withdrawal", [("batch", batch)])
    }

    @Test("within ten minutes all of the batch waits again")
    func within() async throws {
        let (scene, browser, batch) = try await approved()
        scene.house.clock.advance(seconds: 600)
        let answer = try await undo(browser, batch)
        let page = try await browser.get(try #require(answer.location))
        expectWellFormed(page)
        #expect(page.text.contains("2 approvals taken back"))
        #expect(page.text.contains("3 timesheets wait for you"))
        #expect(try await undo(browser, batch).status == .conflict)
    }

    @Test("after ten minutes the page offers it no more, and nothing is taken back")
    func after() async throws {
        let (scene, browser, batch) = try await approved()
        scene.house.clock.advance(seconds: 601)
        let page = try await browser.get("/timesheets?approved=2&batch=\(batch)")
        #expect(page.text.contains("2 timesheets approved") && !page.text.contains("Undo"))
        let answer = try await undo(browser, batch)
        #expect(answer.status == .conflict && answer.text.contains("ten minutes"))
        #expect(try await scene.sheet("A1").isApproved)
    }

    @Test("another person's batch is not theirs to undo")
    func others() async throws {
        let (scene, _, batch) = try await approved()
        let other = try await scene.browser("approver-all")
        #expect(try await undo(other, batch).status == .conflict)
        let page = try await other.get("/timesheets?approved=2&batch=\(batch)")
        #expect(!page.text.contains("Undo"))
        #expect(try await scene.sheet("A1").isApproved)
    }

    @Test("what an invoice has picked up stays approved")
    func invoiced() async throws {
        let (scene, browser, batch) = try await approved()
        try await scene.company.invoiceAll(at: scene.slug)
        #expect(try await undo(browser, batch).status == .conflict)
        #expect(try await scene.sheet("A1").isApproved)
        let page = try await browser.get(try await scene.path("A1"))
        #expect(page.text.contains("on an invoice") && !page.text.contains("Take approval back"))
        let answer = try await browser.post(try await scene.path("A1", "/approval/withdrawal"))
        #expect(answer.status == .conflict && answer.text.contains("an invoice has picked the hours up"))
    }
}
