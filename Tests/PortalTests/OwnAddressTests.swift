import Access
import HTTP
import Mail
import Staffing
import Tenancy
import Testing

@testable import Portal

@Suite("Another mail address of one's own")
struct OwnAddressTests {
    private static let ask = "/account/email"
    private static let confirm = "/account/email/code"

    @Test(
        "holds when the code from its mail has come back, and both addresses hear of it",
        arguments: ["northwind", "staff"])
    func moves(place: String) async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let name = place == "staff" ? "coordinator" : "approver"
        let former = place == "staff" ? "coordinator@agency.example" : "approver@northwind.example"
        let new = "o'neil+x{y}=z/!#$%&*?^_`|~@new.example"
        let browser = try await company.signedIn(name, at: place)
        let (doorkeeper, now) = (company.house.services.doorkeeper, company.house.clock.reading)
        let session = try #require(doorkeeper.sessions.find(browser.sessionToken ?? "", at: now))
        let link = try #require(await doorkeeper.invite(session.account, at: now)).text
        #expect(try await browser.get(Self.ask).fault == nil)
        #expect(try await browser.post(Self.ask, [("email", new.uppercased())]).location == Self.ask)
        let page = try await browser.get(Self.ask)
        #expect(page.fault == nil && page.text.contains("Six digits are on their way"))
        let code = try #require(company.house.mails.code())
        #expect(company.house.mails.mails.map(\.recipient) == [new])
        #expect(try await browser.get("/account").text.contains(former), "nothing has changed yet")
        #expect(try await browser.post(Self.confirm, [("code", code)]).location == Self.ask + "?done=moved")
        for address in [former, new] {
            let told = company.house.mails.mails(to: address).last ?? ""
            #expect(told.replacing("\r\n", with: " ").contains("another email address now"))
        }
        #expect(await doorkeeper.invitation(link, at: now) == nil, "it went to the old address")
        let other = Browser(company.house, at: place)
        #expect(try await other.enter(name).status == .unprocessableContent, "the old one opens nothing")
        let fields = [("email", new), ("password", TestHouse.password)]
        #expect(try await other.post("/sign-in", fields).location == "/")
        #expect(try await browser.post(Self.confirm, [("code", code)]).status == .unprocessableContent)
    }

    @Test("what is no address, one's own, a wrong code and a late one are turned down in words")
    func badInput() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let browser = try await company.signedIn("approver", at: "northwind")
        for text in ["", "nobody", "a b@c.example", "approver@northwind.example", "x@" + "y".padding(300)] {
            let answer = try await browser.post(Self.ask, [("email", text)])
            #expect(answer.status == .unprocessableContent && answer.fault == nil, "\(text)")
        }
        #expect(company.house.mails.mails.isEmpty)
        try await browser.post(Self.ask, [("email", "new@northwind.example")])
        let code = try #require(company.house.mails.code())
        let wrong = code == "000000" ? "000001" : "000000"
        let other = try await company.signedIn("approver", at: "northwind")
        #expect(try await other.post(Self.confirm, [("code", code)]).text.contains("does not hold any more"))
        for _ in 0..<4 {
            let answer = try await browser.post(Self.confirm, [("code", wrong)])
            #expect(answer.status == .unprocessableContent && answer.fault == nil)
            #expect(answer.text.contains("not the code from the mail"))
        }
        let over = try await browser.post(Self.confirm, [("code", wrong)])
        #expect(over.text.contains("does not hold any more") && over.fault == nil)
        #expect(try await browser.post(Self.confirm, [("code", code)]).status == .unprocessableContent)
        try await browser.post(Self.ask, [("email", "new@northwind.example")])
        let late = try #require(company.house.mails.code())
        company.house.clock.advance(seconds: 600)
        let answer = try await browser.post(Self.confirm, [("code", late)])
        #expect(answer.status == .unprocessableContent && answer.fault == nil)
        #expect(try await browser.get("/account").text.contains("approver@northwind.example"))
        let unproved = try await browser.post(Self.ask, [("email", "new@northwind.example")])
        #expect(unproved.status == .unprocessableContent && unproved.fault == nil)
        #expect(unproved.text.contains("Confirm that it is you"))
    }

    @Test("an address of somebody else is told to whoever reads its mail, and to nobody before")
    func taken() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let browser = try await company.signedIn("approver", at: "northwind")
        let answer = try await browser.post(Self.ask, [("email", "viewer@northwind.example")])
        #expect(answer.location == Self.ask)
        let code = try #require(company.house.mails.code())
        let refused = try await browser.post(Self.confirm, [("code", code)])
        #expect(refused.status == .unprocessableContent && refused.fault == nil)
        #expect(refused.text.contains("id=\"email-error\""))
        #expect(try await Browser(company.house, at: "northwind").enter("viewer").location == "/")
        #expect(try await browser.post(Self.ask, [("email", "viewer@cedar.example")]).location == Self.ask)
        let free = try #require(company.house.mails.code())
        #expect(try await browser.post(Self.confirm, [("code", free)]).location != nil, "another client's")
        for _ in 0..<2 { _ = try await browser.post(Self.ask, [("email", "third@northwind.example")]) }
        let many = try await browser.post(Self.ask, [("email", "third@northwind.example")])
        #expect(many.status == .tooManyRequests && many.fault == nil)
    }
}

extension String {
    fileprivate func padding(_ count: Int) -> String { String(repeating: self, count: count) + ".example" }
}

@Suite("A forgotten password")
struct ForgottenPasswordTests {
    private static let page = "/forgotten-password"

    /// The mail goes out after the answer.
    private func mails(_ company: TestCompany, _ count: Int) async throws {
        for _ in 0..<500 where company.house.mails.mails.count < count {
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(company.house.mails.mails.count == count)
    }

    @Test(
        "a link by mail sets another one, once, for half an hour; looking at it changes nothing",
        arguments: ["northwind", "staff"])
    func link(place: String) async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let name = place == "staff" ? "coordinator" : "approver"
        let email = place == "staff" ? "coordinator@agency.example" : "approver@northwind.example"
        let open = try await company.signedIn(name, at: place)
        let browser = Browser(company.house, at: place)
        #expect(try await browser.get(Self.page).fault == nil)
        let asked = try await browser.post(Self.page, [("email", email)])
        #expect(asked.status == .ok && asked.fault == nil)
        try await mails(company, 1)
        #expect(company.house.mails.latest.contains("once, for 30 minutes"))
        let link = try company.house.mails.link()
        for _ in 0..<2 { #expect(try await browser.get(link).status == .ok) }
        #expect(try await open.get("/account").status == .ok)
        #expect(try await Browser(company.house, at: place).enter(name).location == "/", "the old one holds")
        let fields = [("new", PeopleScene.password), ("again", PeopleScene.password)]
        #expect(try await browser.post(link, fields).location == "/")
        #expect(try await open.get("/account").location?.hasPrefix("/sign-in") == true)
        #expect(try await browser.post(link, fields).status == .notFound)
        #expect(company.house.mails.latest.contains("was changed"))
        _ = try await browser.post(Self.page, [("email", email)])
        try await mails(company, 4)
        let late = try company.house.mails.link()
        company.house.clock.advance(seconds: 1_800)
        #expect(try await browser.post(late, fields).status == .notFound)
    }

    @Test("the same words for everybody, and a mail for nobody who has no password here")
    func sameWords() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let emails = [
            "approver@northwind.example", "nobody@northwind.example", "approver@cedar.example",
            "coordinator@agency.example",
        ]
        var pages: Set<String> = []
        for email in emails {
            let answer = try await Browser(company.house, at: "northwind").post(Self.page, [("email", email)])
            #expect(answer.status == .ok)
            pages.insert(answer.text.replacing(email, with: ""))
        }
        #expect(pages.count == 1)
        try await mails(company, 1)
        try await Task.sleep(for: .milliseconds(200))
        #expect(company.house.mails.mails.map(\.recipient) == ["approver@northwind.example"])
        for email in emails.prefix(2) {
            let browser = Browser(company.house, at: "northwind")
            var last = Status.ok
            for _ in 0..<3 { last = try await browser.post(Self.page, [("email", email)]).status }
            #expect(last == .tooManyRequests, "three in five minutes, whether there is such a person or not")
        }
    }
}
