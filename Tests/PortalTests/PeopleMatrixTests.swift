import Access
import HTTP
import Staffing
import Testing

@testable import Portal

@Suite("Who can do what, where")
struct PeopleMatrixTests {
    @Test("an admin of the company sees everybody there, and nobody of another company")
    func everybody() async throws {
        let scene = try await PeopleScene()
        let page = try await scene.admin.get("/people")
        #expect(page.status == .ok)
        #expect(page.fault == nil)
        for name in [
            "admin", "approver", "approver-b", "approver-all", "billing", "billing-a", "requester", "viewer",
        ] {
            #expect(page.text.contains(">\(name) of northwind</a>"))
        }
        #expect(page.text.contains("8 people, 2 worksites"))
        #expect(!page.text.contains("cedar"))
        #expect(!page.text.contains("Nobody can approve"))
    }

    @Test(
        "who may not see people finds nothing there",
        arguments: ["approver", "billing", "requester", "viewer"])
    func others(name: String) async throws {
        let scene = try await PeopleScene()
        let browser = try await scene.company.signedIn(name, at: "northwind")
        for path in ["/people", "/people/invitation", try await scene.path("viewer")] {
            #expect(try await browser.get(path).status == .notFound)
        }
        let viewer = try await scene.path("viewer")
        let fields = try await scene.form(of: "viewer")
        for path in ["/people", viewer, viewer + "/removal", viewer + "/invitation"] {
            #expect(try await browser.post(path, fields).status == .notFound)
        }
        #expect(try await scene.contact("viewer").standing == .active)
        #expect(scene.house.mails.mails.isEmpty)
    }

    @Test("somebody of another company cannot be reached by their identifier")
    func otherCompany() async throws {
        let scene = try await PeopleScene()
        let stranger = try await scene.company.signedIn("admin", at: "cedar")
        let viewer = try await scene.path("viewer")
        #expect(try await stranger.get(viewer).status == .notFound)
        let fields = try await scene.form(of: "viewer")
        for path in [viewer, viewer + "/removal", viewer + "/invitation"] {
            #expect(try await stranger.post(path, fields).status == .notFound)
        }
        #expect(try await scene.contact("viewer").standing == .active)
    }

    @Test("an admin of one worksite sees what holds there and no more, and changes nobody")
    func oneWorksite() async throws {
        let scene = try await PeopleScene()
        let here = Node.worksite(try await scene.site("A"))
        try await scene.give(
            "requester", [GrantAsk(role: .clientAdmin, node: here, days: DayRange(from: TestCompany.week))])
        let browser = try await scene.company.signedIn("requester", at: "northwind")
        let page = try await browser.get("/people")
        #expect(page.status == .ok)
        #expect(page.fault == nil)
        #expect(page.text.contains("approver of northwind"))
        #expect(page.text.contains("4 people, 1 worksite"))
        for hidden in ["approver-b", "approver-all", "Dock B", "Whole company", "Invite a person"] {
            #expect(!page.text.contains(hidden))
        }
        #expect(try await browser.get("/people?q=approver-b").text.contains("Nobody found"))
        #expect(try await browser.get("/people/invitation").status == .notFound)
        let viewer = try await scene.path("viewer")
        #expect(try await browser.get(viewer).status == .notFound)
        #expect(try await browser.post(viewer + "/removal").status == .notFound)
        #expect(try await scene.contact("viewer").standing == .active)
    }

    @Test("a search finds by name and by address, whatever the case, and echoes no markup")
    func search() async throws {
        let scene = try await PeopleScene()
        let byName = try await scene.admin.get("/people?q=BILLING-A")
        #expect(byName.text.contains("1 person, 2 worksites"))
        let byEmail = try await scene.admin.get("/people?q=viewer%40north")
        #expect(byEmail.text.contains("viewer of northwind"))
        #expect(!byEmail.text.contains("requester of northwind"))
        let nobody = try await scene.admin.get("/people?q=%3Cscript%3E")
        #expect(nobody.text.contains("Nobody found"))
        #expect(!nobody.text.contains("<script>"))
    }

    @Test("what has not begun and what has ended says so")
    func dates() async throws {
        let scene = try await PeopleScene()
        let today = try #require(Day(iso: "2026-11-18"))
        try await scene.give(
            "viewer",
            [
                GrantAsk(role: .viewer, node: .tenant, days: DayRange(from: today.adding(days: 13))),
                GrantAsk(
                    role: .requester, node: .tenant,
                    days: DayRange(from: today.adding(days: -9), through: today.adding(days: -1))),
                GrantAsk(role: .billingContact, node: .tenant, days: DayRange(from: today, through: today)),
            ])
        let page = try await scene.admin.get("/people?q=viewer")
        #expect(page.text.contains("Viewer <span class=\"sub\">from Dec 1, 2026</span>"))
        #expect(page.text.contains("Requester <span class=\"sub\">ended Nov 17, 2026</span>"))
        #expect(page.text.contains("<li>Billing contact <span class=\"sub\">through Nov 18, 2026</span>"))
    }

    @Test("worksites without an approver today are named")
    func uncovered() async throws {
        let scene = try await PeopleScene()
        try await scene.remove("approver-all")
        #expect(!(try await scene.admin.get("/people").text.contains("Nobody can approve")))
        try await scene.remove("approver-b")
        let page = try await scene.admin.get("/people")
        #expect(page.text.contains("Nobody can approve time at Dock B today"))
        #expect(!page.text.contains("approver-b of northwind</a>"))
    }
}
