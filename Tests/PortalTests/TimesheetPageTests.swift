import Cast
import HTTP
import Staffing
import Tenancy
import Testing

@testable import Portal

@Suite("One timesheet")
struct TimesheetPageTests {
    @Test("what is not theirs looks exactly like what does not exist", arguments: ["approver", "viewer"])
    func absent(name: String) async throws {
        let scene = try await TimesheetScene.open()
        let browser = try await scene.browser(name)
        let missing = try await browser.get("/timesheets/0000000000001")
        #expect(missing.status == .notFound)
        for path in [try await scene.path("B1"), try await scene.path("A1", of: "cedar"), "/timesheets/x"] {
            let page = try await browser.get(path)
            #expect(page.status == .notFound && page.body == missing.body)
        }
        for rest in ["/approval", "/rejection", "/approval/withdrawal", "/comments"] {
            let fields = [
                ("seen", "0000000000001"), ("reason", "not-worked"), ("words", "Hello"),
            ]
            let foreign = try await browser.post(try await scene.path("B1", rest), fields)
            #expect(foreign.status == .notFound && foreign.body == missing.body, "\(rest)")
        }
    }

    @Test("pay rates never, bill rates for whom they open, invoices for whom they are")
    func rates() async throws {
        let scene = try await TimesheetScene.open()
        try await scene.company.invoiceAll(at: scene.slug)
        for (name, isBilling) in [
            ("approver", false), ("viewer", false), ("admin", false), ("billing", true),
        ] {
            let browser = try await scene.browser(name)
            for target in [try await scene.path("A1"), "/timesheets?state=done", "/assignments"] {
                let page = try await browser.get(target)
                #expect(!page.text.contains("22.22") && !page.text.contains("888.80"))
                if !isBilling {
                    #expect(!page.text.contains("31.50") && !page.text.contains("1,260.00"))
                    #expect(!page.text.contains("/invoices/"))
                }
            }
        }
        let page = try await scene.browser("billing").get(scene.path("A1"))
        expectWellFormed(page)
        #expect(page.text.contains("$1,260.00") && page.text.contains("href=\"/invoices/"))
        let foreign = try await scene.browser("billing-a").get(scene.path("B1"))
        #expect(foreign.status == .notFound)
    }

    @Test("approving from the page leads back to the list, where it can be undone")
    func approve() async throws {
        let scene = try await TimesheetScene.open()
        let browser = try await scene.browser("approver")
        let page = try await browser.get(scene.path("A3"))
        expectWellFormed(page)
        #expect(page.text.contains("Approve 42.0 h") && page.text.contains("2 things to check"))
        let answer = try await browser.post(scene.path("A3", "/approval"), scene.fields("A3"))
        let list = try await browser.get(try #require(answer.location))
        #expect(list.text.contains("1 timesheet approved, 42.0 h") && list.text.contains("Undo"))
        let after = try await browser.get(scene.path("A3"))
        expectWellFormed(after)
        #expect(after.text.contains("Take approval back"))
        let back = try await browser.post(scene.path("A3", "/approval/withdrawal"))
        #expect(try await browser.get(try #require(back.location)).text.contains("was taken back"))
        #expect(try await scene.status("A3") == .submitted)
    }

    @Test("hours that changed meanwhile are shown beside those that were seen, and not approved")
    func conflict() async throws {
        let scene = try await TimesheetScene.open()
        let browser = try await scene.browser("approver")
        let fields = try await scene.fields("A1", [("minutes", "2400")])
        try await scene.deliver("A1", [480])
        let answer = try await browser.post(scene.path("A1", "/approval"), fields)
        expectWellFormed(answer)
        #expect(answer.status == .conflict)
        #expect(answer.text.contains("You saw 40.0 h. Now it has 8.0 h."))
        #expect(try await scene.status("A1") == .submitted)
        let reject = try await browser.post(
            scene.path("A1", "/rejection"), fields + [("reason", "other"), ("words", "Two hours short")])
        #expect(reject.status == .conflict && reject.text.contains("Two hours short"))
    }

    @Test("sending back wants a reason, wants words for another reason, and keeps what was typed")
    func reject() async throws {
        let scene = try await TimesheetScene.open()
        let browser = try await scene.browser("approver")
        let path = try await scene.path("A1", "/rejection")
        let seen = try await scene.fields("A1")
        let none = try await browser.post(path, seen + [("words", "Not <here> on Friday")])
        expectWellFormed(none)
        #expect(none.status == .unprocessableContent && none.text.contains("<title>Error:"))
        #expect(none.text.contains("Not &lt;here&gt; on Friday</textarea>"))
        let wordless = try await browser.post(path, seen + [("reason", "other")])
        expectWellFormed(wordless)
        #expect(wordless.status == .unprocessableContent && wordless.text.contains("Write a few words."))
        #expect(wordless.text.contains("value=\"other\" required checked"))
        let long = String(repeating: "x", count: TimesheetRules.longestWords + 1)
        let tooLong = try await browser.post(path, seen + [("reason", "other"), ("words", long)])
        #expect(tooLong.status == .unprocessableContent && tooLong.text.contains(long))
        #expect(try await scene.status("A1") == .submitted)
        let done = try await browser.post(path, seen + [("reason", "break-missing")])
        let list = try await browser.get(try #require(done.location))
        #expect(list.text.contains("1 timesheet sent back"))
        #expect(try await scene.status("A1") == .rejected(.breakMissing))
        let page = try await browser.get(scene.path("A1"))
        expectWellFormed(page)
        #expect(page.text.contains("Sent back: Break missing") && page.text.contains("agency corrects"))
        #expect(try await browser.post(path, seen + [("reason", "not-worked")]).status == .conflict)
    }

    @Test("a comment stands in the history with its author; empty and endless ones do not")
    func comment() async throws {
        let scene = try await TimesheetScene.open()
        let browser = try await scene.browser("viewer")
        let path = try await scene.path("A1", "/comments")
        #expect(try await browser.post(path, [("words", " ")]).status == .unprocessableContent)
        let long = String(repeating: "x", count: TimesheetRules.longestWords + 1)
        let refused = try await browser.post(path, [("words", long)])
        expectWellFormed(refused)
        #expect(refused.status == .unprocessableContent && refused.text.contains(long))
        let answer = try await browser.post(path, [("words", "Was he <there>?")])
        #expect(try #require(answer.location).hasSuffix("?done=commented#history"))
        let page = try await scene.browser("approver").get(scene.path("A1"))
        expectWellFormed(page)
        #expect(page.text.contains("<b>viewer of northwind</b> commented"))
        #expect(page.text.contains("<blockquote>Was he &lt;there&gt;?</blockquote>"))
    }

    @Test("whoever acts for the agency is the agency, by no name of their own")
    func agency() async throws {
        let scene = try await TimesheetScene.open()
        let staff = StaffMember(
            id: Identifier(1), name: "Secret Name", email: try #require(EmailAddress("s@agency.example")),
            roles: [.coordinator])
        let sheet = try await scene.sheet("A1")
        try await scene.house.tenant(scene.slug).perform(
            .comment(sheet.id, words: "Checked with the worker."),
            for: .init(viewer: .staff(staff), request: 1))
        let page = try await scene.browser("approver").get(scene.path("A1"))
        #expect(page.text.contains("<b>Meridian Staffing</b> commented"))
        #expect(!page.text.contains("Secret Name"))
    }

    @Test("punches stand in the clocks of the worksite, over midnight as well")
    func punches() async throws {
        let scene = try await TimesheetScene.open()
        let sheet = try await scene.sheet("A1")
        // 22:00 to 02:00 and 02:30 to 06:30 in Chicago, which is six hours behind in November.
        let start = Moment(microseconds: 0).adding(
            seconds: Int64(TestCompany.week.number) * 86_400 + 28 * 3_600)
        let punches = [
            Punch(start: start, end: start.adding(seconds: 4 * 3_600)),
            Punch(start: start.adding(seconds: 16_200), end: start.adding(seconds: 30_600)),
        ]
        let day = WorkedDay(day: TestCompany.week, hours: HoursByType(regular: 480), punches: punches)
        try await scene.house.tenant(scene.slug).perform(
            .receive(sheet.assignment, week: TestCompany.week, days: [day]), for: .system)
        let page = try await scene.browser("approver").get(scene.path("A1"))
        expectWellFormed(page)
        #expect(page.text.contains("10:00\u{A0}PM–2:00\u{A0}AM next day"))
        #expect(page.text.contains("2:30\u{A0}AM–6:30\u{A0}AM next day"))
        #expect(page.text.contains("30 min") && page.text.contains("(CST)"))
    }
}
