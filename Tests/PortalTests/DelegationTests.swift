import Access
import HTTP
import Staffing
import Testing

@testable import Portal

@Suite("Who decides while somebody is away")
struct DelegationTests {
    private func form(to name: String, _ changes: [(String, String)] = []) -> [(String, String)] {
        let fields = [
            ("delegate", "\(name)@northwind.example"), ("from", "2026-11-18"), ("through", "2026-11-20"),
            ("scope", "all"),
        ]
        return fields.filter { field in !changes.contains { $0.0 == field.0 } } + changes
    }

    @Test("whoever stands in sees and decides, and both names stand in the history; the mails go to both")
    func standsIn() async throws {
        let scene = try await PeopleScene()
        let giver = try await scene.company.signedIn("approver-b", at: "northwind")
        let other = try await scene.company.signedIn("approver", at: "northwind")
        #expect(!(try await other.get("/timesheets").text.contains("Worker B1")))
        let answer = try await giver.post("/account/delegations", form(to: "approver"))
        #expect(answer.location == "/account/delegations?done=given")
        #expect(scene.house.mails.mails.count == 2)
        let page = try await giver.get("/account/delegations?done=given")
        #expect(page.fault == nil)
        let line = "approver of northwind stands in for approver-b of northwind everywhere"
        for (browser, path) in [
            (giver, "/account/delegations"), (giver, "/account"), (other, "/account"),
            (other, "/account/delegations"), (other, "/timesheets"), (scene.admin, "/people"),
            (scene.admin, try await scene.path("approver-b")),
            (scene.admin, try await scene.path("approver")),
        ] {
            let page = try await browser.get(path)
            #expect(page.text.contains(line), "\(path)")
            #expect(page.fault == nil)
        }
        let sheet = try await scene.state().sheet(of: "B1")
        #expect(try await other.get("/timesheets").text.contains("Worker B1"))
        let path = "/timesheets/" + sheet.id.pathText
        let seen = ("seen", SeenSheet(sheet).text.split(separator: "@").last.map(String.init) ?? "")
        #expect(try await other.post(path + "/approval", [seen]).status == .seeOther)
        let entry = try #require(try await scene.state().timesheets[sheet.id]?.history.last)
        #expect(entry.what == .approved && entry.onBehalf?.name == "approver-b of northwind")
        let shown = try await giver.get(path)
        let both = "approver of northwind for approver-b of northwind"
        #expect(shown.text.contains("<b>\(both)</b> approved"))
        #expect(try await giver.get(path + "/receipt").text.contains("<b>\(both)</b> approved"))
    }

    @Test("it begins and ends by the client's date, kept pages included, and ends early at once")
    func dates() async throws {
        let scene = try await PeopleScene()
        let giver = try await scene.company.signedIn("approver-b", at: "northwind")
        let tomorrow = [("from", "2026-11-19"), ("through", "2026-11-19")]
        try await giver.post("/account/delegations", form(to: "approver", tomorrow))
        // Five minutes before midnight at the client, and after it, twice.
        func sees(_ browser: Browser) async throws -> Bool {
            try await browser.get("/timesheets").text.contains("Worker B1")
        }
        for (before, after) in [(false, true), (true, false)] {
            let day: Int64 = 86_400
            let now = scene.house.clock.reading.moment.seconds
            scene.house.clock.advance(seconds: day - now % day - 300)
            let other = try await scene.company.signedIn("approver", at: "northwind")
            #expect(try await sees(other) == before)
            scene.house.clock.advance(seconds: 600)
            #expect(try await sees(other) == after)
        }
        let again = [("from", "2026-11-20"), ("through", "2026-11-25")]
        let back = try await scene.company.signedIn("approver-b", at: "northwind")
        let other = try await scene.company.signedIn("approver", at: "northwind")
        try await back.post("/account/delegations", form(to: "approver", again))
        #expect(try await sees(other))
        let state = try await scene.state()
        let today = try #require(Day(iso: "2026-11-20"))
        let running = state.lending(by: try await scene.contact("approver-b").id, on: today)
        let path = "/delegations/\(try #require(running.first).id.pathText)/end"
        #expect(try await other.post(path).status == .notFound)
        #expect(try await back.post(path).location == "/account/delegations?done=ended")
        #expect(!(try await sees(other)))
        #expect(try await back.post(path).status == .notFound)
    }

    @Test("an admin arranges it for somebody who is away already, and ends it")
    func byAdmin() async throws {
        let scene = try await PeopleScene()
        let path = try await scene.path("approver-b", "/delegations")
        #expect(try await scene.admin.get(path).text.contains("When approver-b of northwind is away"))
        let site = ("worksite", try await scene.site("B").pathText)
        let answer = try await scene.admin.post(path, form(to: "viewer", [("scope", "some"), site]))
        #expect(answer.location == path + "?done=given")
        let page = try await scene.admin.get(path)
        #expect(page.fault == nil)
        #expect(page.text.contains("viewer of northwind stands in for approver-b of northwind at Dock B"))
        let leaving = try await scene.admin.get(try await scene.path("viewer"))
        #expect(leaving.text.contains("from Nov 18, 2026 through Nov 20, 2026: that ends."))
        let sight = try await scene.admin.get(try await scene.path("viewer", "/access"))
        #expect(sight.text.contains("Stands in for approver-b of northwind until Nov 20, 2026"))
        let today = try #require(Day(iso: "2026-11-18"))
        let giver = try await scene.contact("approver-b").id
        let id = try #require(try await scene.state().lending(by: giver, on: today).first).id
        let end = try await scene.admin.post("/delegations/\(id.pathText)/end")
        #expect(end.location == path + "?done=ended")
        #expect(try await scene.state().lending(by: giver, on: today).isEmpty)
    }

    @Test("what cannot be arranged comes back with its reason at its field, and mails nobody")
    func refuses() async throws {
        let scene = try await PeopleScene()
        let approver = try await scene.company.signedIn("approver", at: "northwind")
        let other = ("worksite", try await scene.site("B").pathText)
        for (fields, field) in [
            (form(to: "nobody"), "delegate"), (form(to: "approver"), "delegate"),
            (form(to: "viewer", [("delegate", "viewer@cedar.example")]), "delegate"),
            (form(to: "viewer", [("delegate", "viewer@")]), "delegate"),
            (form(to: "viewer", [("from", "soon")]), "from"),
            (form(to: "viewer", [("through", "")]), "through"),
            (form(to: "viewer", [("through", "2026-11-17"), ("from", "2026-11-16")]), "through"),
            (form(to: "viewer", [("through", "2028-11-17")]), "through"),
            (form(to: "viewer", [("scope", "some")]), "scope"),
            (form(to: "viewer", [("scope", "some"), other]), "scope"),
        ] {
            let page = try await approver.post("/account/delegations", fields)
            #expect(page.status == .unprocessableContent)
            #expect(page.fault == nil)
            #expect(page.text.contains("id=\"\(field)-error\""), "\(fields)")
        }
        let broken = form(to: "viewer", [("scope", "most")])
        #expect(try await approver.post("/account/delegations", broken).status == .badRequest)
        #expect(scene.house.mails.mails.isEmpty)
        let viewer = try await scene.company.signedIn("viewer", at: "northwind")
        let page = try await viewer.get("/account/delegations")
        #expect(page.text.contains("There is nothing to hand on"))
        #expect(
            try await viewer.post("/account/delegations", form(to: "approver")).status
                == .unprocessableContent)
    }
}
