import Access
import Crypto
import HTTP
import SoftPasskey
import Staffing
import Testing

@testable import Portal

extension Browser {
    /// What a passkey is to answer, as the script asks for it.
    func challenge() async throws -> [UInt8] {
        let response = try await get("/sign-in/challenge")
        #expect(response.status == .ok && response.headers[.contentType]?.text == "application/json")
        return try #require(Base64URL.decode(response.text.trimmingPrefix("\"").dropLast()))
    }

    var passkey: SoftPasskey { SoftPasskey(host: host, origin: "https://\(host):8443") }

    func add(_ passkey: SoftPasskey, named name: String = "Phone") async throws -> Response {
        let challenge = try await challenge()
        let made = passkey.registration(challenge)
        return try await post(
            "/account/passkeys",
            [
                ("name", name), ("challenge", Base64URL.encode(challenge)),
                ("client", Base64URL.encode(made.clientData)),
                ("attestation", Base64URL.encode(made.attestation)),
            ])
    }

    func answer(_ passkey: SoftPasskey, _ challenge: [UInt8]) -> [(String, String)] {
        let made = passkey.assertion(challenge)
        return [
            ("challenge", Base64URL.encode(challenge)), ("credential", Base64URL.encode(passkey.id)),
            ("client", Base64URL.encode(made.clientData)),
            ("authenticator", Base64URL.encode(made.authenticatorData)),
            ("signature", Base64URL.encode(made.signature)),
        ]
    }

    /// The secret on the page where an app is set up.
    func secret() async throws -> String {
        let page = try await get("/account/authenticator")
        #expect(page.status == .ok && page.fault == nil)
        let match = try #require(page.text.firstMatch(of: #/id="secret">([A-Z2-7 ]+)</#))
        return String(match.1).filter { $0 != " " }
    }

    /// What the app would show.
    func code(_ secret: String) throws -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var bits = ""
        for letter in secret {
            let value = try #require(letters.firstIndex(of: letter))
            let digits = String(value, radix: 2)
            bits += String(repeating: "0", count: 5 - digits.count) + digits
        }
        let bytes = stride(from: 0, to: bits.count - 7, by: 8).map { start in
            UInt8(bits.dropFirst(start).prefix(8), radix: 2) ?? 0
        }
        return OneTimePassword.code(
            bytes, step: OneTimePassword.step(atSeconds: house.clock.reading.moment.seconds))
    }

    /// Turns the app on, and returns its secret and the recovery codes.
    func setUpApp() async throws -> (secret: String, codes: [String]) {
        let secret = try await secret()
        let page = try await post("/account/authenticator", [("code", try code(secret))])
        #expect(page.status == .ok && page.fault == nil)
        let codes = page.text.matches(of: #/<li>([0-9A-Z-]{29})</#).map { String($0.1) }
        return (secret, codes)
    }

    func enter(_ name: String) async throws -> Response {
        let place = host.hasPrefix("staff.") ? "agency" : String(host.prefix { $0 != "." })
        let email = "\(name)@\(place).example"
        return try await post("/sign-in", [("email", email), ("password", TestHouse.password)])
    }
}

@Suite("Your sign-in")
struct OwnSignInTests {
    @Test("a passkey is added, opens the door, is renamed and removed", arguments: ["northwind", "staff"])
    func passkeys(place: String) async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let name = place == "staff" ? "coordinator" : "approver"
        let browser = try await company.signedIn(name, at: place)
        let passkey = browser.passkey
        #expect(try await browser.add(passkey).location == "/account/sign-in?done=passkey-added")
        let page = try await browser.get("/account/sign-in?done=passkey-added")
        #expect(page.fault == nil && page.text.contains("<strong>Phone</strong>"))

        let other = Browser(company.house, at: place)
        #expect(try await other.get("/sign-in").fault == nil)
        let fields = other.answer(passkey, try await other.challenge())
        #expect(
            try await other.post("/sign-in/passkey", fields + [("next", "/account")]).location == "/account")
        #expect(try await other.get("/account").status == .ok)
        let again = try await Browser(company.house, at: place).post("/sign-in/passkey", fields)
        #expect(again.status == .unprocessableContent && again.fault == nil, "a challenge is answered once")

        let id = try #require(page.text.firstMatch(of: #/\/account\/passkeys\/([0-9A-Z]{13})\/name/#)).1
        let renamed = try await browser.post("/account/passkeys/\(id)/name", [("name", "Work phone")])
        #expect(renamed.location == "/account/sign-in?done=passkey-renamed")
        let nameless = try await browser.post("/account/passkeys/\(id)/name", [("name", " ")])
        #expect(nameless.status == .unprocessableContent && nameless.fault == nil)
        #expect(
            try await browser.post("/account/passkeys/\(id)/removal").location?.contains("removed") == true)
        let late = other.answer(passkey, try await other.challenge())
        #expect(
            try await Browser(company.house, at: place).post("/sign-in/passkey", late).status
                == .unprocessableContent)
    }

    @Test("a passkey of another host is refused, at the door and when it is added")
    func otherHost() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let browser = try await company.signedIn("approver", at: "northwind")
        let cedar = Browser(company.house, at: "cedar")
        let foreign = try await browser.add(cedar.passkey)
        #expect(foreign.status == .unprocessableContent && foreign.fault == nil)
        let passkey = browser.passkey
        _ = try await browser.add(passkey)
        let answer = cedar.answer(passkey, try await cedar.challenge())
        #expect(try await cedar.post("/sign-in/passkey", answer).status == .unprocessableContent)
        #expect(cedar.sessionToken == nil)
    }

    @Test("with an app set up, the password leads to the code, and the code to where one wanted to go")
    func app() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let browser = try await company.signedIn("approver", at: "northwind")
        let (secret, codes) = try await browser.setUpApp()
        #expect(codes.count == 10)
        company.house.clock.advance(seconds: 30)
        let other = Browser(company.house, at: "northwind")
        #expect(try await other.enter("approver").location == "/sign-in/code")
        #expect(other.sessionToken == nil && other.halfOpenToken != nil)
        #expect(try await other.get("/account").location?.hasPrefix("/sign-in") == true)
        #expect(try await other.get("/sign-in/code").fault == nil)
        let wrong = try await other.post("/sign-in/code", [("code", "000000")])
        #expect(wrong.status == .unprocessableContent && wrong.fault == nil)
        let code = try other.code(secret)
        let fields = [("code", code), ("next", "/account/sign-in")]
        #expect(try await other.post("/sign-in/code", fields).location == "/account/sign-in")
        #expect(other.halfOpenToken == nil)
        let page = try await other.get("/account/sign-in")
        #expect(page.fault == nil && page.text.contains("10 recovery codes left"))
        #expect(try await other.post("/sign-in/code", fields).location == "/sign-in?late=1")

        let third = Browser(company.house, at: "northwind")
        _ = try await third.enter("approver")
        #expect(try await third.post("/sign-in/code", fields).status == .unprocessableContent, "taken once")
        #expect(try await third.post("/sign-in/code", [("code", codes[0])]).location == "/")
    }

    @Test("wrong codes are locked as wrong passwords are, and the page says how long")
    func guesses() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let browser = try await company.signedIn("approver", at: "northwind")
        let (secret, _) = try await browser.setUpApp()
        company.house.clock.advance(seconds: 30)
        let other = Browser(company.house, at: "northwind")
        _ = try await other.enter("approver")
        for _ in 0..<5 {
            #expect(
                try await other.post("/sign-in/code", [("code", "000000")]).status == .unprocessableContent)
        }
        let locked = try await other.post("/sign-in/code", [("code", try other.code(secret))])
        #expect(locked.status == .tooManyRequests && locked.headers[.retryAfter] != nil)
        #expect(locked.fault == nil)
        company.house.clock.advance(seconds: 60)
        #expect(try await other.post("/sign-in/code", [("code", try other.code(secret))]).location == "/")
    }

    @Test("a new password by a link does not take anybody past the code")
    func link() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let browser = try await company.signedIn("approver", at: "northwind")
        let (secret, _) = try await browser.setUpApp()
        let session = try #require(browser.sessionToken)
        let services = company.house.services
        let reading = company.house.clock.reading
        let account = try #require(services.doorkeeper.sessions.find(session, at: reading)).account
        let token = try #require(await services.doorkeeper.invite(account, at: reading))
        let other = Browser(company.house, at: "northwind")
        let fields = [("new", PeopleScene.password), ("again", PeopleScene.password)]
        let link = Routes.invitation(TokenKey(token)).path
        #expect(try await other.post(link, fields).location == "/sign-in/code")
        #expect(other.sessionToken == nil)
        company.house.clock.advance(seconds: 30)
        #expect(try await other.post("/sign-in/code", [("code", try other.code(secret))]).location == "/")
    }

    @Test("ten minutes later the page shows everything and changes nothing until it is confirmed")
    func stepUp() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let browser = try await company.signedIn("approver", at: "northwind")
        let passkey = browser.passkey
        _ = try await browser.add(passkey)
        company.house.clock.advance(seconds: 601)
        let page = try await browser.get("/account/sign-in")
        #expect(page.fault == nil && page.text.contains("Confirm that it is you"))
        #expect(page.text.contains("<strong>Phone</strong>") && !page.text.contains("Add a passkey"))
        let refused = try await browser.add(browser.passkey, named: "Second")
        #expect(refused.status == .unprocessableContent && refused.fault == nil)
        #expect(try await browser.get("/account/authenticator").status == .unprocessableContent)
        let wrong = try await browser.post("/account/proof", [("password", "not the right one")])
        #expect(wrong.status == .unprocessableContent && wrong.fault == nil)
        let right = try await browser.post("/account/proof", [("password", TestHouse.password)])
        #expect(right.location == "/account/sign-in")
        #expect(try await browser.get("/account/sign-in").text.contains("Add a passkey"))
        company.house.clock.advance(seconds: 601)
        let answer = browser.answer(passkey, try await browser.challenge())
        #expect(try await browser.post("/account/proof", answer).location == "/account/sign-in")
        #expect(try await browser.post("/account/proof", answer).status == .unprocessableContent)
    }

    @Test("the app is turned off, and its recovery codes are made anew")
    func appChanges() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let browser = try await company.signedIn("coordinator", at: "staff")
        let (_, codes) = try await browser.setUpApp()
        let page = try await browser.post("/account/recovery-codes")
        #expect(page.status == .ok && page.fault == nil && !page.text.contains(codes[0]))
        #expect(try await browser.get("/account/authenticator").status == .unprocessableContent)
        #expect(
            try await browser.post("/account/authenticator/removal").location?.contains("removed") == true)
        #expect(try await Browser(company.house, at: "staff").enter("coordinator").location == "/")
    }

    @Test("a session of one's own ends where it is; one of somebody else's is not there")
    func sessions() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let here = try await company.signedIn("approver", at: "northwind")
        let there = try await company.signedIn("approver", at: "northwind")
        let page = try await here.get("/account/sign-in")
        let ids = page.text.matches(of: #/\/account\/sessions\/([0-9A-Z]{13})\/end/#).map { $0.1 }
        #expect(page.fault == nil && ids.count == 1)
        let stranger = try await company.signedIn("viewer", at: "northwind")
        #expect(try await stranger.post("/account/sessions/\(ids[0])/end").status == .notFound)
        #expect(try await there.get("/account").status == .ok)
        #expect(
            try await here.post("/account/sessions/\(ids[0])/end").location == "/account/sign-in?done=session"
        )
        #expect(try await there.get("/account").location?.hasPrefix("/sign-in") == true)
        #expect(try await here.get("/account").status == .ok)
    }
}
