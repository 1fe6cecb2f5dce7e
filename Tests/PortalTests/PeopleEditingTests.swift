import Access
import HTTP
import Staffing
import Testing

@testable import Portal

@Suite("Changing what somebody holds")
struct PeopleEditingTests {
    @Test("a change holds from the next request on")
    func changes() async throws {
        let scene = try await PeopleScene()
        let path = try await scene.path("viewer")
        let form = try await scene.admin.get(path)
        #expect(form.status == .ok)
        #expect(form.fault == nil)
        let viewer = try await scene.company.signedIn("viewer", at: "northwind")
        #expect(try await viewer.get("/people").status == .notFound)
        let grant = Holding(.clientAdmin, .tenant).formText
        let answer = try await scene.admin.post(
            path, try await scene.form(of: "viewer", [("grant", grant), ("name", "Vera")]))
        #expect(answer.location == "/people?done=changed")
        #expect(try await viewer.get("/people").status == .ok)
        #expect(try await scene.contact("viewer").name == "Vera")
        #expect(try await scene.admin.get("/people?done=changed").text.contains("Saved."))
    }

    @Test("a refused change keeps what was typed and changes nothing")
    func refused() async throws {
        let scene = try await PeopleScene()
        let path = try await scene.path("viewer")
        let fields = try await scene.form(
            of: "viewer", [("email", "billing@northwind.example"), ("name", "Vera")])
        let page = try await scene.admin.post(path, fields)
        #expect(page.status == .unprocessableContent)
        #expect(page.fault == nil)
        #expect(page.text.contains("id=\"email-error\""))
        #expect(page.text.contains("value=\"Vera\""))
        #expect(try await scene.contact("viewer").name == "viewer of northwind")
    }

    @Test("dates that differ stay as they are while the fields are empty, and what is new begins today")
    func keepsDates() async throws {
        let scene = try await PeopleScene()
        let week = TestCompany.week
        let today = try #require(Day(iso: "2026-11-18"))
        let early = GrantAsk(
            role: .viewer, node: .tenant, days: DayRange(from: week, through: today.adding(days: 30)))
        let late = GrantAsk(role: .requester, node: .tenant, days: DayRange(from: today.adding(days: 3)))
        try await scene.give("viewer", [early, late])
        let path = try await scene.path("viewer")
        let page = try await scene.admin.get(path)
        #expect(page.text.contains("has different dates"))
        #expect(page.text.contains("Viewer <span class=\"small muted\">through Dec 18, 2026</span>"))
        let fields = try await scene.form(of: "viewer")
        #expect(fields.contains { $0 == ("from", "") })
        let new = Holding(.billingContact, .tenant)
        try await scene.admin.post(path, fields + [("grant", new.formText)])
        let asks = Set(try await scene.contact("viewer").grants.map(\.ask))
        let begun = GrantAsk(role: .billingContact, node: .tenant, days: DayRange(from: today))
        #expect(asks == [early, late, begun])
    }

    @Test("two people who edit at once cannot undo each other unnoticed")
    func meanwhile() async throws {
        let scene = try await PeopleScene()
        let path = try await scene.path("viewer")
        let stale = try await scene.form(of: "viewer", [("name", "Typed By Me")])
        let grant = GrantAsk(role: .requester, node: .tenant, days: DayRange(from: TestCompany.week))
        try await scene.give("viewer", [grant])
        let page = try await scene.admin.post(path, stale)
        #expect(page.status == .conflict)
        #expect(page.fault == nil)
        #expect(page.text.contains("changed this person meanwhile"))
        #expect(page.text.contains("order workers for the whole company"))
        #expect(page.text.contains("value=\"Typed By Me\""))
        #expect(try await scene.contact("viewer").grants.map(\.ask) == [grant])
        let edition = try await scene.form(of: "viewer").first { $0.0 == "edition" }
        let again = stale.filter { $0.0 != "edition" } + [try #require(edition)]
        #expect(try await scene.admin.post(path, again).status == .seeOther)
        #expect(try await scene.contact("viewer").name == "Typed By Me")
    }

    @Test("a change that leaves a worksite without an approver is asked about by name, then done")
    func uncovering() async throws {
        let scene = try await PeopleScene()
        try await scene.remove("approver-all")
        let path = try await scene.path("approver-b")
        let fields = try await scene.form(
            of: "approver-b", [("grant", Holding(.viewer, .tenant).formText)])
        let page = try await scene.admin.post(path, fields)
        #expect(page.status == .conflict)
        #expect(page.fault == nil)
        #expect(page.text.contains("Save anyway: nobody can approve at Dock B"))
        #expect(try await scene.contact("approver-b").grants.map(\.role) == [.approver])
        let other = try await scene.site("A").pathText
        #expect(try await scene.admin.post(path, fields + [("uncovered", other)]).status == .conflict)
        let site = try await scene.site("B").pathText
        #expect(page.text.contains("name=\"uncovered\" value=\"\(site)\""))
        let answer = try await scene.admin.post(path, fields + [("uncovered", site)])
        #expect(answer.status == .seeOther)
        #expect(try await scene.contact("approver-b").grants.map(\.role) == [.viewer])
    }

    @Test("nobody gives up their own administration unknowingly, and the last admin cannot")
    func ownAdmin() async throws {
        let scene = try await PeopleScene()
        let path = try await scene.path("admin")
        let fields = try await scene.form(of: "admin", [("grant", Holding(.viewer, .tenant).formText)])
        let last = try await scene.admin.post(path, fields)
        #expect(last.status == .unprocessableContent)
        #expect(last.text.contains("the only client admin"))
        let second = GrantAsk(role: .clientAdmin, node: .tenant, days: DayRange(from: TestCompany.week))
        try await scene.give("viewer", [second])
        let page = try await scene.admin.post(path, fields)
        #expect(page.status == .conflict)
        #expect(page.text.contains("You would no longer be client admin"))
        #expect(try await scene.admin.get("/people").status == .ok)
        let answer = try await scene.admin.post(path, fields + [("own-loss", "yes")])
        #expect(answer.status == .seeOther)
        #expect(try await scene.admin.get("/people").status == .notFound)
    }

    @Test("a new address keeps the person and their password, and ends a link that went to the old one")
    func newAddress() async throws {
        let scene = try await PeopleScene()
        let contact = try await scene.contact("approver")
        let path = try await scene.path("approver")
        let session = try await scene.company.signedIn("approver", at: "northwind")
        try await scene.admin.post(path + "/invitation")
        let link = try scene.house.mails.link()
        let fields = try await scene.form(of: "approver", [("email", "Chidi@northwind.example")])
        #expect(try await scene.admin.post(path, fields).location == "/people?done=changed")
        #expect(try await scene.contact("chidi").id == contact.id)
        #expect(try await Browser(scene.house, at: "northwind").get(link).status == .notFound)
        #expect(try await session.get("/account").status == .ok)
        _ = try await scene.company.signedIn("chidi", at: "northwind")
    }
}
