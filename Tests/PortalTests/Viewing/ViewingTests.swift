import Access
import HTTP
import Journal
import MemoryDisk
import Staffing
import Tenancy
import Testing

@testable import Portal

@Suite("Looking as somebody of a client")
struct ViewingTests {
    private func company() async throws -> TestCompany {
        try await TestCompany.open(in: TestHouse())
    }

    @Test("shows their pages under a band that says who looks, as whom and until when")
    func shows() async throws {
        let company = try await company()
        let view = try await company.viewing("approver", at: "northwind")
        let page = try await view.get("/timesheets")
        expectWellFormed(page)
        #expect(page.text.contains("Ops is looking as approver of northwind."))
        #expect(page.text.contains("Until 12:15\u{A0}PM UTC"))
        #expect(page.text.contains("Dock A") && !page.text.contains("Dock B"))
        #expect(page.headers[.refresh]?.text == "901")
        #expect(try await view.get("/invoices").status == .notFound)
    }

    @Test("changes nothing: each form is answered with a page that says why")
    func readsOnly() async throws {
        let scene = try await TimesheetScene.open()
        let view = try await scene.company.viewing("approver", at: "northwind")
        let path = try await scene.path("A1")
        let before = try await scene.house.tenant("northwind").revision
        for (target, fields) in [
            (path + "/comments", [("words", "Hello")]), ("/sign-out", []), ("/sign-in", []),
            ("/account/password", [("old", TestHouse.password)]),
        ] {
            let answer = try await view.post(target, fields)
            expectWellFormed(answer)
            #expect(answer.status == .forbidden, "\(target)")
            #expect(answer.text.contains("nothing was changed"), "\(target)")
        }
        #expect(try await scene.house.tenant("northwind").revision == before)
    }

    @Test("shows nobody's way in: neither a secret for an app nor the list of sessions")
    func personal() async throws {
        let view = try await company().viewing("approver", at: "northwind")
        for path in ["/account/sign-in", "/account/authenticator"] {
            let answer = try await view.get(path)
            #expect(answer.status == .forbidden && answer.text.contains("shown to nobody else"))
        }
        #expect(try await view.get("/account").status == .ok)
    }

    @Test("ends after fifteen minutes, when it is stopped, and when the staff member signs out")
    func ends() async throws {
        let company = try await company()
        let late = try await company.viewing("viewer", at: "northwind")
        company.house.clock.advance(seconds: 15 * 60 - 1)
        #expect(try await late.get("/timesheets").status == .ok)
        company.house.clock.advance(seconds: 1)
        let over = try await late.get("/timesheets")
        expectWellFormed(over)
        #expect(over.status == .forbidden && over.text.contains("The look has ended"))
        #expect(late.viewToken == nil)
        #expect(try await late.get("/timesheets").location?.hasPrefix("/sign-in") == true)

        let stopped = try await company.viewing("viewer", at: "northwind")
        let token = stopped.viewToken
        let page = try await stopped.get("/timesheets")
        let csrf = try #require(page.text.firstMatch(of: /name="csrf" value="([^"]+)"/)?.1)
        #expect(try await stopped.post("/viewing/end").status == .forbidden)
        #expect(try await stopped.post("/viewing/end", [("csrf", String(csrf))]).status == .ok)
        stopped.viewToken = token
        #expect(try await stopped.get("/timesheets").status == .forbidden)

        let staff = try await company.signedIn("ops", at: "staff")
        let view = Browser(company.house, at: "northwind")
        try await view.post("/viewing/" + company.viewOffer("viewer", at: "northwind", from: staff))
        #expect(try await view.get("/timesheets").status == .ok)
        try await staff.post("/sign-out")
        #expect(try await view.get("/timesheets").status == .forbidden)
    }

    @Test("ends at once with the permission, with the member's leaving, and with the person's removal")
    func authority() async throws {
        let company = try await company()
        let view = try await company.viewing("viewer", at: "northwind", by: "coordinator")
        #expect(try await view.get("/timesheets").status == .ok)
        let agency = company.house.services.agency
        var coordinator = try #require(RoleBook.templates[.coordinator])
        coordinator.permissions = coordinator.permissions.subtracting([.viewAs])
        let draft = RoleDraft(
            title: "", permissions: coordinator.permissions, isGivenByClients: false)
        try await agency.perform(.change(.coordinator, draft), for: .system)
        try await agency.untilDurable()
        #expect(try await view.get("/timesheets").status == .forbidden)

        let other = try await company.viewing("viewer", at: "northwind")
        let email = try #require(EmailAddress("ops@agency.example"))
        try await company.addStaff("heir", .opsAdmin)
        let ops = try #require(await agency.run { $0.state.staff(email: email) })
        try await agency.perform(.removeStaff(ops.id), for: .system)
        #expect(try await other.get("/timesheets").status == .forbidden)

        let third = try await company.viewing("viewer", at: "northwind", by: "heir")
        let tenant = try await company.house.tenant("northwind")
        let person = try await tenant.state.contact("viewer", "northwind")
        try await tenant.perform(.remove(person.id, leavingUncovered: false), for: .system)
        #expect(try await third.get("/timesheets").location?.hasPrefix("/sign-in") == true)
    }

    @Test("a link opens one view, for a minute, at its own client, and a look at it spends nothing")
    func links() async throws {
        let company = try await company()
        let token = try await company.viewOffer("viewer", at: "northwind")
        let first = Browser(company.house, at: "northwind")
        let page = try await first.get("/viewing/" + token)
        expectWellFormed(page)
        #expect(page.status == .ok && page.text.contains("They cannot find last week."))
        #expect(try await Browser(company.house, at: "cedar").post("/viewing/" + token).status == .notFound)
        #expect(try await first.post("/viewing/" + token).status == .seeOther)
        let second = Browser(company.house, at: "northwind")
        #expect(try await second.post("/viewing/" + token).status == .notFound)
        #expect(second.viewToken == nil)

        let late = try await company.viewOffer("viewer", at: "northwind")
        company.house.clock.advance(seconds: 60)
        #expect(try await second.get("/viewing/" + late).status == .notFound)
        #expect(try await second.post("/viewing/" + late).status == .notFound)

        let cedar = Browser(company.house, at: "cedar")
        cedar.viewToken = first.viewToken
        #expect(try await cedar.get("/timesheets").status == .forbidden)
    }

    @Test("is at one person at a time, for each session of the staff side")
    func oneAtATime() async throws {
        let company = try await company()
        let staff = try await company.signedIn("ops", at: "staff")
        let first = Browser(company.house, at: "northwind")
        try await first.post("/viewing/" + company.viewOffer("viewer", at: "northwind", from: staff))
        #expect(try await first.get("/timesheets").status == .ok)
        let unused = try await company.viewOffer("viewer", at: "northwind", from: staff)
        #expect(try await first.get("/timesheets").status == .forbidden)
        let token = try await company.viewOffer("viewer", at: "cedar", from: staff)
        #expect(try await first.get("/viewing/" + unused).status == .notFound)
        let second = Browser(company.house, at: "cedar")
        #expect(try await second.post("/viewing/" + token).status == .seeOther)
        #expect(try await second.get("/timesheets").status == .ok)
    }

    @Test("needs a reason of some words, and a person whom the client has", arguments: ["", " why? "])
    func reason(words: String) async throws {
        let company = try await company()
        let staff = try await company.signedIn("coordinator", at: "staff")
        let person = try await company.house.tenant("northwind").state.contact("viewer", "northwind")
        let path = "/tenants/northwind/viewing"
        let sight = try await staff.get("/tenants/northwind/access?person=\(person.id.pathText)")
        #expect(sight.text.contains(path + "?person=" + person.id.pathText))
        expectWellFormed(try await staff.get(path + "?person=" + person.id.pathText))
        for reason in [words, String(repeating: "x", count: 301)] {
            let answer = try await staff.post(path, [("person", person.id.pathText), ("reason", reason)])
            expectWellFormed(answer)
            #expect(answer.status == .unprocessableContent && !answer.text.contains("/viewing/"))
        }
        let good = "The approver cannot find last week."
        for person in ["", "nobody", TimesheetID(0x7a5c).pathText] {
            #expect(try await staff.post(path, [("person", person), ("reason", good)]).status == .notFound)
        }
    }

    @Test("stands in the trail: its beginning with the reason, each page with both names, and its end")
    func trail() async throws {
        let company = try await company()
        let view = try await company.viewing("approver", at: "northwind")
        let page = try await view.get("/timesheets")
        try await view.post("/sign-out")
        let csrf = try #require(page.text.firstMatch(of: /name="csrf" value="([^"]+)"/)?.1)
        try await view.post("/viewing/end", [("csrf", String(csrf))])
        #expect(await company.house.services.trail.flush())
        let records = await company.house.services.trail.newest(in: nil, limit: 100) {
            $0.occasion.seen != nil
        }
        let seen = Occasion.Seen(
            contact: try await company.house.tenant("northwind").state.contact("approver", "northwind").id,
            name: "approver of northwind")
        #expect(
            Set(records.map(\.occasion)) == [
                .viewBegan(as: seen, reason: "They cannot find last week."), .viewed(as: seen),
                .viewEnded(as: seen),
            ])
        let realm = Realm.tenant(try #require(TenantID("northwind")))
        #expect(records.allSatisfy { $0.name == "Ops" && $0.realm == realm })
        #expect(records.contains { $0.path == "/sign-out" && $0.status == 403 })
        #expect(records.allSatisfy { !$0.path.hasPrefix("/viewing/") || $0.path.count < 14 })
    }

    @Test("does not begin, and shows nothing, while it cannot be written down")
    func notRecorded() async throws {
        let company = try await company()
        let view = try await company.viewing("approver", at: "northwind")
        let token = try await company.viewOffer("viewer", at: "northwind", by: "coordinator")
        company.house.disk.trouble(DiskTrouble(below: Trail.storeName, [.sync], .failed("planted")))
        let browser = Browser(company.house, at: "northwind")
        #expect(try await browser.post("/viewing/" + token).status == .serviceUnavailable)
        #expect(browser.viewToken == nil)
        let page = try await view.get("/timesheets")
        #expect(page.status == .serviceUnavailable && !page.text.contains("Dock A"))
    }

    @Test("is no use of the person's own session, and never a session of the doorkeeper's")
    func apart() async throws {
        let company = try await company()
        let view = try await company.viewing("approver", at: "northwind")
        let token = try #require(view.viewToken)
        view.viewToken = nil
        view.sessionToken = token
        #expect(try await view.get("/timesheets").location?.hasPrefix("/sign-in") == true)
        let staff = Browser(company.house, at: "staff")
        staff.viewToken = token
        #expect(try await staff.get("/tenants").location?.hasPrefix("/sign-in") == true)
    }
}
