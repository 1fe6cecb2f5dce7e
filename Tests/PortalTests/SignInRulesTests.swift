import Access
import HTTP
import Staffing
import Tenancy
import Testing

@testable import Portal

@Suite("Rules for signing in")
struct SignInRulesTests {
    private static let own = "/people/sign-in-rules"
    private static let agencys = "/tenants/northwind/sign-in-rules"

    @Test("the agency sets the least, a client's admin asks for more, and nobody for less than the agency")
    func levels() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let ops = try await company.signedIn("ops", at: "staff")
        #expect(try await ops.get(Self.agencys).fault == nil)
        let set = try await ops.post(Self.agencys, [("demand", "mailed-code")])
        #expect(set.location == Self.agencys + "?done=saved")
        let admin = try await company.signedInByMail("admin")
        let page = try await admin.get(Self.own)
        #expect(page.fault == nil && page.text.contains("The agency asks for this at least"))
        #expect(page.text.contains("value=\"password\" required disabled"))
        let less = try await admin.post(Self.own, [("demand", "password")])
        #expect(less.status == .unprocessableContent && less.fault == nil)
        #expect(try await admin.post(Self.own, [("demand", "second-factor")]).location != nil)
        #expect(try await admin.get("/people").location == "/account/second-factor", "it holds at once")
        let tenant = try await company.house.tenant("northwind")
        let demands = await tenant.state.signIn
        #expect(demands.byAgency == .mailedCode && demands.byClient == .secondFactor)
        #expect(try await ops.get(Self.agencys).text.contains("The client itself has chosen"))
        #expect(try await ops.post(Self.agencys, [("demand", "anything")]).status == .badRequest)
    }

    @Test("a change asks first who it is")
    func stepUp() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let admin = try await company.signedIn("admin", at: "northwind")
        company.house.clock.advance(seconds: 601)
        let page = try await admin.get(Self.own)
        #expect(page.fault == nil && page.text.contains("Confirm that it is you"))
        #expect(page.text.contains("name=\"next\" value=\"\(Self.own)\""))
        let refused = try await admin.post(Self.own, [("demand", "second-factor")])
        #expect(refused.status == .unprocessableContent && refused.fault == nil)
        #expect(await (try company.house.tenant("northwind")).state.signIn.inForce == .password)
        let fields = [("password", TestHouse.password), ("next", Self.own)]
        #expect(try await admin.post("/account/proof", fields).location == Self.own)
    }

    @Test("a role's demand is on its page, and whom it affects is shown before it holds")
    func role() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let ops = try await company.signedIn("ops", at: "staff")
        let page = try await ops.get("/roles/approver")
        let edition = try #require(page.text.firstMatch(of: #/name="edition" value="([^"]+)"/#)).1
        let fields =
            [("edition", String(edition)), ("given", "yes"), ("second-factor", "yes")]
            + ["seeTimesheets", "decideTimesheets", "seeAssignments"].map { ("permission", $0) }
        let impact = try await ops.post("/roles/approver", fields)
        #expect(impact.fault == nil && impact.text.contains("3 people would have to sign in with an app"))
        let seen = try #require(impact.text.firstMatch(of: #/name="seen" value="([^"]+)"/#)).1
        #expect(impact.text.contains("name=\"second-factor\" value=\"yes\""))
        let saved = try await ops.post("/roles/approver", fields + [("seen", String(seen))])
        #expect(saved.location == "/roles?done=saved")
        #expect(await company.house.services.agency.state.roles[.approver]?.demandsSecondFactor == true)
        let after = try await ops.get("/roles/approver")
        #expect(after.text.contains("name=\"second-factor\" value=\"yes\" checked"))
    }
}

@Suite("A lost phone")
struct LostFactorsTests {
    @Test("an admin ends app, passkeys and sessions of somebody, who hears of it")
    func ended() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let person = try await company.signedIn("approver", at: "northwind")
        _ = try await person.add(person.passkey)
        _ = try await person.setUpApp()
        let contact = try await company.house.tenant("northwind").state.contact("approver", "northwind")
        let address = "/people/\(contact.id.pathText)/second-factors"
        let admin = try await company.signedIn("admin", at: "northwind")
        let page = try await admin.get(address)
        #expect(page.fault == nil && page.text.contains("Authenticator app") && page.text.contains("“Phone”"))
        company.house.clock.advance(seconds: 601)
        #expect(try await admin.get(address).text.contains("Confirm that it is you"))
        #expect(try await admin.post(address).status == .unprocessableContent)
        let proof = [("password", TestHouse.password), ("next", address)]
        #expect(try await admin.post("/account/proof", proof).location == address)
        #expect(try await admin.post(address).location == address + "?done=ended")
        let done = try await admin.get(address + "?done=ended")
        #expect(done.fault == nil && done.text.contains("has no authenticator app"))
        #expect(try await person.get("/account").location?.hasPrefix("/sign-in") == true)
        #expect(try await Browser(company.house, at: "northwind").enter("approver").location == "/")
        let told = company.house.mails.mails(to: "approver@northwind.example")
        let ended = try #require(told.first { $0.contains("passkeys of your account") })
        #expect(ended.contains("By admin of northwind."))
    }

    @Test("one's own are not ended this way")
    func own() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let admin = try await company.signedIn("admin", at: "northwind")
        _ = try await admin.setUpApp()
        let contact = try await company.house.tenant("northwind").state.contact("admin", "northwind")
        let address = "/people/\(contact.id.pathText)/second-factors"
        #expect(try await admin.post(address).location == "/account/sign-in")
        #expect(try await admin.get("/account/sign-in").text.contains("recovery codes left"))
    }
}
