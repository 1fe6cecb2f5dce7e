import HTTP
import Staffing
import Tenancy
import Testing

@testable import Portal

@Suite("Two approvals above a limit, on the pages")
struct ApprovalLimitPageTests {
    /// `approver` (Dock A) approves alone up to so much; `approver-all` has no limit.
    private static func scene(_ minutes: Int?, _ amount: Int64? = nil) async throws -> TimesheetScene {
        let scene = try await TimesheetScene.open()
        try await limit("approver", ApprovalLimit(minutes: minutes, amount: amount), scene)
        return scene
    }

    private static func limit(
        _ name: String, _ limit: ApprovalLimit?, _ scene: TimesheetScene
    ) async throws {
        let tenant = try await scene.house.tenant(scene.slug)
        let contact = try await scene.state.contact(name, scene.slug)
        let asks = contact.grants.map {
            GrantAsk(role: $0.role, node: $0.node, days: $0.days, limit: limit)
        }
        try await tenant.perform(
            .edit(
                contact.id, name: contact.name, email: contact.email.text, language: contact.language,
                grants: asks), for: .system)
    }

    @Test("a batch says what is approved and what waits for a second approval, and undo takes all back")
    func batch() async throws {
        let scene = try await Self.scene(2_400)
        let browser = try await scene.browser("approver")
        let list = try await browser.get("/timesheets")
        let fields = list.values(of: "sheet").map { ("sheet", $0) } + [("scope", "selected")]
        let answer = try await browser.post("/timesheets/approvals", fields)
        let page = try await browser.get(try #require(answer.location))
        expectWellFormed(page)
        #expect(page.text.contains("2 approved, 80.0 h; 1 waits for a second approval"))
        #expect(page.text.contains("Approved by approver of northwind, waits for approver-all of northwind"))
        #expect(page.text.contains("over 40.0 h"))
        // It is not this person's any more, so nothing waits for them.
        #expect(!page.text.contains("waits for you") && page.values(of: "sheet").isEmpty)
        let batch = try #require(page.values(of: "batch").first)
        let undone = try await browser.post("/timesheets/approvals/withdrawal", [("batch", batch)])
        #expect(try #require(undone.location).contains("withdrawn=3"))
        #expect(try await scene.status("A3") == .submitted)
    }

    @Test("the same form once more gets the same answer and does nothing twice")
    func repeated() async throws {
        let scene = try await Self.scene(2_400)
        let browser = try await scene.browser("approver")
        let fields = try await [
            ("scope", "selected"), ("sheet", scene.seen("A1")), ("sheet", scene.seen("A3")),
        ]
        let first = try await browser.post("/timesheets/approvals", fields)
        let tenant = try await scene.house.tenant(scene.slug)
        let revision = await tenant.revision
        let second = try await browser.post("/timesheets/approvals", fields)
        #expect(first.location == second.location)
        #expect(await tenant.revision == revision)
    }

    @Test("the second person sees who was first and why, and approves; both stand in the history")
    func second() async throws {
        let scene = try await Self.scene(2_400)
        let first = try await scene.browser("approver")
        let path = try await scene.path("A3")
        let before = try await first.get(path)
        #expect(before.text.contains("Your approval is the first of two"))
        let fields = try await scene.fields("A3")
        #expect(try await first.post(path + "/approval", fields).status == .seeOther)
        let own = try await first.get(path)
        expectWellFormed(own)
        #expect(own.text.contains("Take approval back") && !own.text.contains(path + "/approval\""))
        // Again by the same person: not even by a form that was kept.
        #expect(try await first.post(path + "/approval", fields).status == .seeOther)
        #expect(try await scene.sheet("A3").isBegun)
        let other = try await scene.browser("approver-all")
        let list = try await other.get("/timesheets")
        #expect(list.values(of: "sheet").count == 5 && list.values(of: "clean").count == 4)
        let page = try await other.get(path)
        expectWellFormed(page)
        #expect(page.text.contains("approver of northwind approved it. It is over 40.0 h"))
        #expect(try await other.post(path + "/approval", fields).status == .seeOther)
        #expect(try await scene.areApproved("A3"))
        let history = try await other.get(path).text
        #expect(history.contains("approved as the first of two: over 40.0 h"))
    }

    @Test("whose limit does not reach so far is told so, and may only send it back")
    func overLimit() async throws {
        let scene = try await Self.scene(2_400)
        try await Self.limit("approver-all", ApprovalLimit(minutes: 2_400, amount: nil), scene)
        let fields = try await scene.fields("A3")
        let path = try await scene.path("A3")
        try await scene.browser("approver").post(path + "/approval", fields)
        let other = try await scene.browser("approver-all")
        let page = try await other.get(path)
        #expect(page.text.contains("nobody can give the second approval yet"))
        #expect(!page.text.contains(path + "/approval\""))
        let refused = try await other.post(path + "/approval", fields)
        #expect(refused.status == .conflict && refused.text.contains("they are over your limit"))
        let batch = try await other.post(
            "/timesheets/approvals", [("scope", "selected"), ("sheet", scene.seen("A3"))])
        #expect(try #require(batch.location).contains("held=1"))
        let back = fields + [("reason", "wrong-hours"), ("words", "")]
        #expect(try await other.post(path + "/rejection", back).status == .seeOther)
        #expect(try await scene.status("A3") == .rejected(.wrongHours))
        // The staff side and the client's admin see that nobody could have.
        let staff = try await scene.company.signedIn("ops", at: "staff")
        let overview = try await staff.get("/tenants/northwind").text
        #expect(overview.contains("Nobody approves without a limit at Dock A"))
        #expect(try await staff.get("/tenants").text.contains("Nobody approves without a limit"))
        let people = try await scene.browser("admin").get("/people").text
        #expect(people.contains("Nobody approves without a limit at Dock A"))
    }

    @Test("an amount is told to nobody who may not see rates, on no page and in no history")
    func amountsAreMasked() async throws {
        let scene = try await Self.scene(nil, 123_457)
        let first = try await scene.browser("approver")
        let fields = try await scene.fields("A3")
        let path = try await scene.path("A3")
        try await first.post(path + "/approval", fields)
        for (name, target) in [
            ("approver", "/timesheets"), ("approver", path), ("approver-all", path), ("viewer", path),
            ("admin", path), ("admin", "/people"), ("admin", path + "/access"), ("approver", "/account"),
            ("admin", try await "/people/" + scene.state.contact("approver", "northwind").id.pathText),
        ] {
            let page = try await scene.browser(name).get(target)
            #expect(page.status == .ok, "\(name) \(target)")
            for trace in ["1,234", "1234.", "123457", "1234,"] {
                #expect(!page.text.contains(trace), "\(name) \(target)")
            }
        }
        #expect(try await first.get(path).text.contains("over the approval limit"))
        let billing = try await scene.browser("billing").get(path).text
        #expect(billing.contains("over $1,234.57"))
    }

    @Test("an admin sets hours at the person; an amount that is there stays with who may not see it")
    func form() async throws {
        let scene = try await PeopleScene()
        let page = try await scene.admin.get(scene.path("approver"))
        #expect(page.fault == nil)
        #expect(page.text.contains("name=\"limit-hours\"") && !page.text.contains("name=\"limit-amount\""))
        #expect(page.text.contains("approver-all of northwind"))
        let path = try await scene.path("approver")
        let fields = try await scene.form(of: "approver", [("limit-hours", "37.5"), ("limit-amount", "5")])
        #expect(try await scene.admin.post(path, fields).status == .seeOther)
        #expect(try await scene.contact("approver").commonLimit == ApprovalLimit(minutes: 2_250, amount: nil))
        #expect(try await scene.admin.get("/people").text.contains("alone up to 37.5 h a timesheet"))
        let wrong = try await scene.form(of: "approver", [("limit-hours", "many")])
        let refused = try await scene.admin.post(path, wrong)
        #expect(refused.status == .unprocessableContent && refused.text.contains("id=\"limit-hours-error\""))
        let large = try await scene.form(of: "approver", [("limit-hours", "169")])
        #expect(try await scene.admin.post(path, large).text.contains("more than a timesheet can have"))
        // The amount was set by somebody who may.
        let grant = try await scene.contact("approver").grants[0]
        try await scene.give(
            "approver",
            [
                GrantAsk(
                    role: grant.role, node: grant.node, days: grant.days,
                    limit: ApprovalLimit(minutes: nil, amount: 70_000))
            ])
        let more = try await scene.form(of: "approver", [("limit-hours", "20"), ("limit-amount", "9")])
        try await scene.admin.post(path, more)
        #expect(
            try await scene.contact("approver").commonLimit == ApprovalLimit(minutes: 1_200, amount: 70_000))
    }
}
