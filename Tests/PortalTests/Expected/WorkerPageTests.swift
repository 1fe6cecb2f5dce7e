import Access
import HTTP
import Staffing
import Tenancy
import Testing

@testable import Portal

@Suite("A worker's own page")
struct WorkerPageTests {
    private struct Scene {
        let sheets: TimesheetScene
        let tenant: Tenant
        let worker: Worker
        let assignment: AssignmentID
        let link: String
        /// Nobody who is signed in.
        let phone: Browser

        init() async throws {
            sheets = try await TimesheetScene.open()
            tenant = try await sheets.house.tenant(sheets.slug)
            let state = await tenant.state
            worker = try #require(state.worker(number: "A1"))
            assignment = try #require(state.assignments(of: worker.id).first).id
            let token = await sheets.house.services.doorkeeper.makePersonalLink(
                of: worker.id, at: tenant.id, now: sheets.house.clock.reading)
            link = "/my-hours/" + (try #require(token).text)
            phone = Browser(sheets.house, at: sheets.slug)
        }

        /// The week before the one whose sheets wait: nobody brought anything.
        var week: Day { TestCompany.week.adding(days: 7) }

        var fields: [(String, String)] { [("assignment", assignment.pathText), ("week", week.iso)] }

        var form: String { link + "?assignment=\(assignment.pathText)&week=\(week.iso)" }

        func sheet() async -> Timesheet? { await tenant.state.timesheet(of: assignment, week: week) }
    }

    private func seen(_ sheet: Timesheet) -> String {
        String(SeenSheet(sheet).text.split(separator: "@")[1])
    }

    private let worked = [
        ("start-0", "08:00"), ("from-0", "12:00"), ("until-0", "12:30"), ("end-0", "16:30"),
    ]

    @Test("the link shows the worker's own weeks and nobody else's, and no rate")
    func shows() async throws {
        let scene = try await Scene()
        let page = try await scene.phone.get(scene.link)
        expectWellFormed(page)
        #expect(page.status == .ok && page.text.contains("Worker A1") && page.text.contains("Fill in"))
        #expect(!page.text.contains("Worker A2") && !page.text.contains("31.50"))
        let week = try await scene.phone.get(scene.form)
        expectWellFormed(week)
        #expect(week.text.contains("start-6") && !week.text.contains("31.50"))
        #expect(await scene.sheet() == nil)
    }

    @Test("hours are sent with the box ticked, and stand in history and trail under the worker's name")
    func sends() async throws {
        let scene = try await Scene()
        let unticked = try await scene.phone.post(scene.link, scene.fields + worked)
        #expect(unticked.status == .unprocessableContent && unticked.text.contains("attested-error"))
        #expect(unticked.text.contains("value=\"16:30\""))
        expectWellFormed(unticked)
        let sent = try await scene.phone.post(scene.link, scene.fields + worked + [("attested", "yes")])
        #expect(sent.status == .seeOther)
        let sheet = try #require(await scene.sheet())
        #expect(sheet.hours.total == 480 && sheet.isWaiting)
        #expect(sheet.history.first?.by == .worker(scene.worker.id))
        let page = try await scene.sheets.browser("approver").get("/timesheets/\(sheet.id.pathText)")
        #expect(page.text.contains("by personal link"))
        #expect(page.text.contains("attested these hours"))
    }

    @Test("a mistake stands at its field and nothing that was typed is lost")
    func mistakes() async throws {
        let scene = try await Scene()
        let typed = [
            ("start-0", "8 o'clock 🕗"), ("end-0", "16:00"), ("hours-1", "-4"), ("attested", "yes"),
        ]
        let page = try await scene.phone.post(scene.link, scene.fields + typed)
        #expect(page.status == .unprocessableContent)
        for text in ["8 o&#39;clock 🕗", "-4", "start-0-error", "hours-1-error"] {
            #expect(page.text.contains(text), "\(text)")
        }
        expectWellFormed(page)
        #expect(await scene.sheet() == nil)
    }

    @Test("what is saved for later comes back as it was typed, and is gone once it is sent")
    func drafts() async throws {
        let scene = try await Scene()
        let saved = try await scene.phone.post(scene.link + "/draft", scene.fields + [("start-0", "8:")])
        #expect(saved.status == .seeOther)
        #expect(try await scene.phone.get(scene.form).text.contains("value=\"8:\""))
        #expect(await scene.sheet() == nil)
        try await scene.phone.post(scene.link, scene.fields + worked + [("attested", "yes")])
        #expect(await scene.tenant.state.expected.drafts.isEmpty)
    }

    @Test("sent back hours show why, are sent again, and approved ones cannot be changed")
    func sentBack() async throws {
        let scene = try await Scene()
        try await scene.phone.post(scene.link, scene.fields + worked + [("attested", "yes")])
        var sheet = try #require(await scene.sheet())
        let approver = try await scene.sheets.browser("approver")
        let path = "/timesheets/\(sheet.id.pathText)"
        try await approver.post(
            path + "/rejection",
            [("seen", seen(sheet)), ("reason", "wrong-hours"), ("words", "You left at four.")])
        let page = try await scene.phone.get(scene.form)
        #expect(page.text.contains("You left at four.") && page.text.contains("value=\"16:30\""))
        let right = [("start-0", "08:00"), ("from-0", "12:00"), ("until-0", "12:30"), ("end-0", "16:00")]
        try await scene.phone.post(scene.link, scene.fields + right + [("attested", "yes")])
        sheet = try #require(await scene.sheet())
        #expect(sheet.isWaiting && sheet.hours.total == 450)
        try await approver.post(path + "/approval", [("seen", seen(sheet))])
        let done = try await scene.phone.get(scene.form)
        #expect(done.text.contains("cannot be changed") && !done.text.contains("<form"))
        let late = try await scene.phone.post(scene.link, scene.fields + worked + [("attested", "yes")])
        #expect(late.status == .unprocessableContent)
        #expect(await scene.sheet()?.isApproved == true)
    }

    @Test("nothing worked is said with a reason and a ticked box, and nobody waits any more")
    func nothing() async throws {
        let scene = try await Scene()
        let empty = try await scene.phone.post(scene.link + "/none", scene.fields)
        #expect(empty.status == .unprocessableContent)
        let fields = scene.fields + [("reason", "away"), ("nothing", "yes")]
        #expect(try await scene.phone.post(scene.link + "/none", fields).status == .seeOther)
        #expect(try await scene.phone.get(scene.link).text.contains("Nothing worked"))
        let list = try await scene.sheets.browser("approver").get("/timesheets?state=expected")
        expectWellFormed(list)
        #expect(list.text.contains("Nothing worked: away or ill"))
    }

    @Test("another worker's week, another client's host and an ended link open nothing")
    func scoped() async throws {
        let scene = try await Scene()
        let state = await scene.tenant.state
        let other = try #require(state.worker(number: "A2"))
        let theirs = try #require(state.assignments(of: other.id).first).id
        let path = scene.link + "?assignment=\(theirs.pathText)&week=\(scene.week.iso)"
        #expect(try await scene.phone.get(path).status == .notFound)
        let fields = [("assignment", theirs.pathText), ("week", scene.week.iso)]
        let post = try await scene.phone.post(scene.link, fields + worked + [("attested", "yes")])
        #expect(post.status == .notFound)
        let elsewhere = Browser(scene.sheets.house, at: "cedar")
        #expect(try await elsewhere.get(scene.link).status == .notFound)
        let house = scene.sheets.house
        #expect(
            await house.services.doorkeeper.endPersonalLink(
                of: scene.worker.id, at: scene.tenant.id, now: house.clock.reading))
        #expect(try await scene.phone.get(scene.link).status == .notFound)
        // A worker has no account: no password is chosen by such a link, while it works or after.
        let token = await house.services.doorkeeper.makePersonalLink(
            of: scene.worker.id, at: scene.tenant.id, now: house.clock.reading)
        let invitation = "/invitations/" + (try #require(token).text)
        #expect(try await scene.phone.get(invitation).status == .notFound)
    }
}
