import Access
import HTTP
import Staffing
import Tenancy
import Testing

@testable import Portal

@Suite("One's own account")
struct AccountTests {
    @Test("says who somebody is and what they can do, in words")
    func words() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        for (name, host, words) in [
            ("approver", "northwind", "Approve time at Dock A"),
            ("billing", "northwind", "Read invoices for the whole company"),
            ("coordinator", "staff", "Coordinator:"),
        ] {
            let page = try await company.signedIn(name, at: host).get("/account")
            #expect(page.status == .ok)
            #expect(page.fault == nil)
            #expect(page.text.contains(words))
            #expect(!page.text.contains("<ul></ul>"), "nobody stands in, so there is no list of them")
        }
        #expect(try await Browser(company.house, at: "northwind").get("/account").status == .seeOther)
    }

    @Test(
        "a changed password ends every session, and this browser goes on under a new token",
        arguments: ["northwind", "staff"])
    func changes(host: String) async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let name = host == "staff" ? "coordinator" : "approver"
        let here = try await company.signedIn(name, at: host)
        let elsewhere = try await company.signedIn(name, at: host)
        let copy = Browser(company.house, at: host)
        copy.sessionToken = here.sessionToken
        let answer = try await here.post(
            "/account/password",
            [("old", TestHouse.password), ("new", PeopleScene.password), ("again", PeopleScene.password)])
        #expect(answer.location == "/account?done=password")
        #expect(try await here.get("/account?done=password").text.contains("Your password is changed"))
        for other in [elsewhere, copy] { #expect(try await other.get("/account").status == .seeOther) }
    }

    @Test(
        "a password is not changed without the old one, nor to a bad one",
        arguments: [
            ("not the old one at all", PeopleScene.password, PeopleScene.password, "old-error"),
            (TestHouse.password, "short", "short", "new-error"),
            (TestHouse.password, "approver northwind", "approver northwind", "new-error"),
            (TestHouse.password, PeopleScene.password, "something else here", "again-error"),
        ])
    func refuses(old: String, new: String, again: String, error: String) async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let browser = try await company.signedIn("approver", at: "northwind")
        let page = try await browser.post(
            "/account/password", [("old", old), ("new", new), ("again", again)])
        #expect(page.status == .unprocessableContent)
        #expect(page.fault == nil)
        #expect(page.text.contains("id=\"\(error)\""))
        #expect(!page.text.contains(old) && !page.text.contains(">\(new)<"))
        _ = try await company.signedIn("approver", at: "northwind")
    }

    @Test("signing out everywhere ends every session of this person and of nobody else")
    func everywhere() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let here = try await company.signedIn("approver", at: "northwind")
        let elsewhere = try await company.signedIn("approver", at: "northwind")
        let other = try await company.signedIn("viewer", at: "northwind")
        #expect(try await here.post("/account/sign-out-everywhere").location == "/sign-in?out=1")
        #expect(here.sessionToken == nil)
        #expect(try await elsewhere.get("/account").status == .seeOther)
        #expect(try await other.get("/account").status == .ok)
    }

    @Test("somebody of the agency comes in by a link of their own, at the staff host only")
    func staffInvitation() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let services = company.house.services
        let email = try #require(EmailAddress("ops@agency.example"))
        let member = try #require(await services.agency.run { $0.state.staff(email: email) })
        let account = Account(realm: .agency, person: .staff(member.id))
        let token = try #require(await services.doorkeeper.invite(account, at: company.house.clock.reading))
        let link = Routes.invitation(TokenKey(token)).path
        #expect(try await Browser(company.house, at: "northwind").get(link).status == .notFound)
        let browser = Browser(company.house, at: "staff")
        #expect(try await browser.get(link).fault == nil)
        let fields = [("new", PeopleScene.password), ("again", PeopleScene.password)]
        #expect(try await browser.post(link, fields).location == "/")
        #expect(try await browser.get("/account").text.contains("ops@agency.example"))
        #expect(try await browser.get(link).status == .notFound)
    }

    @Test("a log keeps no link that still opens something")
    func logsNoToken() throws {
        let head = try RequestHead(
            .get, "/invitations/secret-words", host: "northwind.localhost", headers: [])
        #expect(Routes.withoutToken(head) == "/invitations/*")
        let plain = try RequestHead(.get, "/people/7", host: "northwind.localhost", headers: [])
        #expect(Routes.withoutToken(plain) == "/people/7")
    }
}
