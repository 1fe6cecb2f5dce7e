import HTTP
import Testing

@Suite("The way in")
struct SignInTests {
    @Test("somebody with the right password comes in, and out again")
    func signsInAndOut() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let browser = try await company.signedIn("admin", at: "northwind")
        #expect(browser.sessionToken != nil)
        let account = try await browser.get("/")
        #expect(account.status == .seeOther)
        let token = browser.sessionToken
        let out = try await browser.post("/sign-out")
        #expect(out.location == "/sign-in?out=1")
        browser.sessionToken = token
        #expect(try await browser.get("/").location == "/sign-in")
    }

    @Test("wrong password, unknown address and another company's address get the same answer")
    func sameAnswer() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        var answers: [String] = []
        for email in ["admin@northwind.example", "nobody@northwind.example", "admin@cedar.example"] {
            let browser = Browser(company.house, at: "northwind")
            let response = try await browser.post(
                "/sign-in", [("email", email), ("password", "not the right password")])
            #expect(response.status == .unprocessableContent)
            #expect(browser.sessionToken == nil)
            answers.append(response.text.replacing(email, with: "…"))
        }
        #expect(Set(answers).count == 1)
    }

    @Test("a session of one company opens nothing at another, nor on the staff side")
    func sessionsStayHome() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let token = try await company.signedIn("admin", at: "northwind").sessionToken
        for host in ["cedar", "staff"] {
            let browser = Browser(company.house, at: host)
            browser.sessionToken = token
            #expect(try await browser.get("/").location == "/sign-in")
        }
    }

    @Test("signing in ends the session that the browser had, and never takes over a token that it brought")
    func fixation() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let planted = try #require(try await company.signedIn("viewer", at: "northwind").sessionToken)
        let invented = String(repeating: "Q", count: 42) + "A"
        for brought in [planted, invented] {
            let victim = Browser(company.house, at: "northwind")
            victim.sessionToken = brought
            let fields = [("email", "admin@northwind.example"), ("password", TestHouse.password)]
            #expect(try await victim.post("/sign-in", fields).location == "/")
            #expect(victim.sessionToken != brought && victim.sessionToken != nil)
            let intruder = Browser(company.house, at: "northwind")
            intruder.sessionToken = brought
            #expect(try await intruder.get("/account").location?.hasPrefix("/sign-in") == true)
        }
    }

    @Test("a sign-in that fails ends nothing")
    func failing() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let browser = try await company.signedIn("viewer", at: "northwind")
        let token = browser.sessionToken
        try await browser.post(
            "/sign-in", [("email", "viewer@northwind.example"), ("password", "not the right password")])
        #expect(browser.sessionToken == token)
        #expect(try await browser.get("/account").status == .ok)
    }

    @Test("a form from another site, or without its token, changes nothing")
    func forgery() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let browser = try await company.signedIn("admin", at: "northwind")
        let form: [(HeaderName, String)] = [(.contentType, "application/x-www-form-urlencoded")]
        let good = Array("csrf=\(browser.formToken)".utf8)
        for headers in [
            form + [(.origin, "https://evil.example")], form + [(.secFetchSite, "cross-site")], form,
        ] {
            let response = try await browser.send(.post, "/sign-out", headers: headers, body: good)
            #expect(response.status == .forbidden)
        }
        let ours = form + [(.origin, "https://northwind.localhost:8443")]
        let response = try await browser.send(.post, "/sign-out", headers: ours, body: Array("csrf=x".utf8))
        #expect(response.status == .forbidden)
        #expect(try await browser.get("/").location != "/sign-in")
    }

    @Test("an idle session ends, and says so without losing the way")
    func idle() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let browser = try await company.signedIn("admin", at: "northwind")
        company.house.clock.advance(seconds: 31 * 60)
        #expect(try await browser.get("/people").location == "/sign-in?next=%2Fpeople")
    }

    @Test("an address that leads to another site is not followed after sign-in")
    func openRedirect() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        for next in ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"] {
            let browser = Browser(company.house, at: "northwind")
            let fields = [
                ("email", "admin@northwind.example"), ("password", TestHouse.password), ("next", next),
            ]
            #expect(try await browser.post("/sign-in", fields).location == "/")
        }
    }
}
