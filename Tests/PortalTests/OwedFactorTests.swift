import Access
import HTTP
import Mail
import Staffing
import Tenancy
import Testing

@testable import Portal

extension TestCompany {
    /// What the agency asks of a client's people from now on.
    func demand(_ demand: SignInDemand, at slug: String = "northwind") async throws {
        let tenant = try await house.tenant(slug)
        try await tenant.perform(demand, for: .system)
        try await tenant.untilDurable()
    }

    func demandSecondFactor(of role: Role) async throws {
        let definition = try #require(await house.services.agency.state.roles[role])
        let draft = RoleDraft(
            title: definition.title ?? "", permissions: definition.permissions,
            isGivenByClients: definition.isGivenByClients, demandsSecondFactor: true)
        try await house.services.agency.perform(.change(role, draft), for: .system)
        try await house.services.agency.untilDurable()
    }
}

@Suite("A second factor that is demanded")
struct OwedFactorTests {
    private static let page = "/account/second-factor"

    @Test("who has none is led to set one up, and sees nothing else of the client", arguments: [true, false])
    func nothingElse(byRole: Bool) async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let browser = try await company.signedIn("approver", at: "northwind")
        let viewer = try await company.signedIn("viewer", at: "northwind")
        let elsewhere = try await company.signedIn("approver", at: "cedar")
        #expect(try await browser.get("/timesheets").status == .ok)
        if byRole { try await company.demandSecondFactor(of: .approver) }
        if !byRole { try await company.demand(.secondFactor) }
        for endpoint in Tables.client where endpoint.needs != .nothing && endpoint.needs != .password {
            let target = endpoint.pattern.replacing("*", with: "0000000000001")
            let answer =
                endpoint.method == .get ? try await browser.get(target) : try await browser.post(target)
            #expect(answer.location == Self.page, "\(endpoint.method) \(endpoint.pattern)")
        }
        let page = try await browser.get(Self.page)
        #expect(page.status == .ok && page.fault == nil)
        #expect(page.text.contains("Set up a second way") && !page.text.contains("/timesheets"))
        #expect(try await viewer.get("/timesheets").location == (byRole ? nil : Self.page))
        #expect(try await elsewhere.get("/timesheets").location == (byRole ? Self.page : nil))
    }

    @Test("the agency's people are asked by their roles, on every page")
    func staff() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let browser = try await company.signedIn("coordinator", at: "staff")
        try await company.demandSecondFactor(of: .coordinator)
        for endpoint in Tables.staff where endpoint.needs != .nothing && endpoint.needs != .password {
            let target = endpoint.pattern.replacing("*", with: "northwind")
            let answer =
                endpoint.method == .get ? try await browser.get(target) : try await browser.post(target)
            #expect(answer.location == Self.page, "\(endpoint.method) \(endpoint.pattern)")
        }
        let (_, codes) = try await browser.setUpApp()
        #expect(codes.count == 10)
        #expect(try await browser.get("/tenants").status == .ok)
        let ops = try await company.signedIn("ops", at: "staff")
        #expect(try await ops.get("/tenants").status == .ok)
    }

    @Test("an app or a passkey that is set up opens the rest, and the next sign-in asks for it")
    func settingUp() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        try await company.demand(.secondFactor)
        let browser = Browser(company.house, at: "northwind")
        #expect(try await browser.enter("approver").location == "/sign-in/code", "a new browser")
        let code = try #require(company.house.mails.code())
        #expect(try await browser.post("/sign-in/code", [("code", code)]).location == "/")
        #expect(try await browser.get("/").location == Self.page)
        let (secret, _) = try await browser.setUpApp()
        #expect(try await browser.get("/timesheets").status == .ok)
        company.house.clock.advance(seconds: 30)
        let other = Browser(company.house, at: "northwind")
        #expect(try await other.enter("approver").location == "/sign-in/code")
        #expect(try await other.get("/sign-in/code").text.contains("authenticator app shows"))
        #expect(try await other.post("/sign-in/code", [("code", try other.code(secret))]).location == "/")
        #expect(try await other.get("/timesheets").status == .ok)

        let keyed = try await company.signedInByMail("viewer")
        let passkey = keyed.passkey
        #expect(try await keyed.add(passkey).location == "/account/sign-in?done=passkey-added")
        #expect(try await keyed.get("/timesheets").status == .ok)
        keyed.sessionToken = nil
        #expect(try await keyed.enter("viewer").location == "/")
        #expect(try await keyed.get("/timesheets").location == Self.page, "the password alone is not enough")
        let page = try await keyed.get(Self.page)
        #expect(page.fault == nil && page.text.contains("Confirm with a passkey"))
        #expect(!page.text.contains("Add a passkey"))
        #expect(
            try await keyed.add(keyed.passkey).status == .unprocessableContent, "whoever has one shows it")
        #expect(try await keyed.get("/account/authenticator").status == .unprocessableContent)
        let answer = keyed.answer(passkey, try await keyed.challenge())
        #expect(try await keyed.post("/account/proof", answer + [("next", "/")]).location == "/")
        #expect(try await keyed.get("/timesheets").status == .ok)
    }

    @Test("a session from before is confirmed by a code of the app; wrong ones are counted")
    func confirming() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let other = try await company.signedIn("approver", at: "northwind")
        let browser = try await company.signedIn("approver", at: "northwind")
        let (secret, _) = try await browser.setUpApp()
        try await company.demand(.secondFactor)
        #expect(try await browser.get("/timesheets").status == .ok)
        #expect(try await other.get("/timesheets").location == Self.page)
        company.house.clock.advance(seconds: 30)
        for _ in 0..<5 {
            let wrong = try await other.post(Self.page, [("code", "000000")])
            #expect(wrong.status == .unprocessableContent && wrong.fault == nil)
        }
        let locked = try await other.post(Self.page, [("code", try other.code(secret))])
        #expect(locked.status == .tooManyRequests && locked.fault == nil)
        company.house.clock.advance(seconds: 60)
        #expect(try await other.post(Self.page, [("code", try other.code(secret))]).location == "/")
        #expect(try await other.get("/timesheets").status == .ok)
        try await browser.post("/account/authenticator/removal")
        #expect(try await browser.get("/timesheets").location == Self.page, "there is none any more")
    }

    @Test("after ten minutes the page asks first who it is")
    func proof() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let browser = try await company.signedIn("approver", at: "northwind")
        try await company.demand(.secondFactor)
        company.house.clock.advance(seconds: 601)
        let page = try await browser.get(Self.page)
        #expect(page.fault == nil && page.text.contains("Confirm that it is you"))
        #expect(!page.text.contains("Add a passkey"))
        let wrong = try await browser.post("/account/proof", [("password", "not it"), ("next", Self.page)])
        #expect(wrong.status == .unprocessableContent && wrong.fault == nil)
        #expect(!wrong.text.contains("Where you are signed in"), "nothing else is shown")
        let fields = [("password", TestHouse.password), ("next", Self.page)]
        #expect(try await browser.post("/account/proof", fields).location == Self.page)
        #expect(try await browser.get(Self.page).text.contains("Add a passkey"))
    }

    @Test("a wrong code from the mail says so; one that is over leads back to the password")
    func mailedCode() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        try await company.demand(.mailedCode)
        let browser = Browser(company.house, at: "northwind")
        #expect(try await browser.enter("approver").location == "/sign-in/code")
        let mail = company.house.mails.latest
        let code = try #require(company.house.mails.code())
        #expect(mail.contains("Subject: Your code for Northwind Ltd") && mail.contains("ten minutes"))
        let page = try await browser.get("/sign-in/code")
        #expect(page.fault == nil && page.text.contains("This browser is new here"))
        let wrong = code == "000000" ? "000001" : "000000"
        for _ in 0..<4 {
            let answer = try await browser.post("/sign-in/code", [("code", wrong)])
            #expect(answer.status == .unprocessableContent && answer.fault == nil)
            #expect(answer.text.contains("not the code from the mail"))
        }
        #expect(try await browser.post("/sign-in/code", [("code", wrong)]).location == "/sign-in?late=1")
        #expect(try await browser.post("/sign-in/code", [("code", code)]).location == "/sign-in?late=1")

        let known = try await company.signedInByMail("viewer")
        #expect(try await known.get("/timesheets").status == .ok, "no second factor is demanded")
        known.sessionToken = nil
        #expect(try await known.enter("viewer").location == "/", "the browser is known now")
        company.house.mails.breakDown()
        let unsent = try await Browser(company.house, at: "northwind").enter("billing")
        #expect(unsent.status == .serviceUnavailable && unsent.fault == nil)
    }
}

extension TestCompany {
    /// Somebody of northwind who came in with a code from the mail.
    func signedInByMail(_ name: String) async throws -> Browser {
        let browser = Browser(house, at: "northwind")
        #expect(try await browser.enter(name).location == "/sign-in/code")
        let code = try #require(house.mails.code())
        #expect(try await browser.post("/sign-in/code", [("code", code)]).location == "/")
        return browser
    }
}

extension MailBox {
    /// The six digits that stand by themselves in the latest mail.
    func code() -> String? {
        latest.split(separator: "\r\n").first { $0.utf8.count == 6 && $0.allSatisfy(\.isNumber) }
            .map(String.init)
    }
}
