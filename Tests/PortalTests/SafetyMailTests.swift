import Access
import HTTP
import Mail
import Staffing
import Tenancy
import Testing

@testable import Portal

extension MailBox {
    /// The mails to one address, each as text.
    func mails(to address: String) -> [String] {
        mails.filter { $0.recipient == address }.map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    func subjects(to address: String) -> [String] {
        mails(to: address).compactMap { text in
            text.firstMatch(of: #/Subject: ([^\r]+(?:\r\n [^\r]+)*)/#).map { match in
                String(match.1).replacing("\r\n ", with: " ")
            }
        }
    }
}

@Suite("Mails about how somebody signs in")
struct SafetyMailTests {
    private static let approver = "approver@northwind.example"

    @Test("the first browser is no news, a second one is, and one that is known is not")
    func browsers() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let mails = company.house.mails
        let first = try await company.signedIn("approver", at: "northwind")
        #expect(mails.mails.isEmpty && first.keptKey != nil)
        first.sessionToken = nil
        _ = try await first.enter("approver")
        #expect(mails.mails.isEmpty, "it keeps its key after its session has ended")

        let second = Browser(company.house, at: "northwind")
        _ = try await second.send(
            .post, "/sign-in",
            headers: [
                (.contentType, "application/x-www-form-urlencoded"),
                (.origin, "https://northwind.localhost:8443"), (.secFetchSite, "same-origin"),
                (.userAgent, "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"),
            ],
            body: Array("email=\(Self.approver)&password=Correct+horse+battery+9".utf8))
        #expect(second.sessionToken != nil)
        let told = try #require(mails.mails(to: Self.approver).first)
        #expect(mails.mails.count == 1)
        #expect(told.contains("Subject: =?UTF-8?Q?Sign-in_from_a_new_browser"))
        #expect(told.contains("Wed, Nov 18, 12:00 PM UTC") && told.contains("Firefox on Linux"))
        #expect(told.contains("https://northwind.localhost:8443/account/sign-in"))
        #expect(!told.contains("/invitations/"), "nothing in it opens anything")
        for secret in [second.sessionToken, second.keptKey, first.keptKey].compactMap(\.self) {
            #expect(!told.contains(secret))
        }
        _ = try await second.enter("approver")
        #expect(mails.mails.count == 1)
    }

    @Test("one browser serves two people, each of whom it is known to by itself")
    func sharedBrowser() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        _ = try await company.signedIn("viewer", at: "northwind")
        let shared = try await company.signedIn("approver", at: "northwind")
        let key = shared.keptKey
        _ = try await shared.enter("viewer")
        #expect(shared.keptKey == key)
        #expect(company.house.mails.mails(to: "viewer@northwind.example").count == 1)
        _ = try await shared.enter("viewer")
        _ = try await shared.enter("approver")
        #expect(company.house.mails.mails.count == 1)
        #expect(company.house.mails.mails(to: Self.approver).isEmpty)
    }

    @Test("each change of what opens the door is told, and none of them waits for another")
    func changes() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let mails = company.house.mails
        let browser = try await company.signedIn("approver", at: "northwind")
        _ = try await browser.add(browser.passkey)
        let page = try await browser.get("/account/sign-in")
        let id = try #require(page.text.firstMatch(of: #/\/account\/passkeys\/([0-9A-Z]{13})\/name/#)).1
        try await browser.post("/account/passkeys/\(id)/removal")
        let (_, codes) = try await browser.setUpApp()
        let other = Browser(company.house, at: "northwind")
        other.keptKey = browser.keptKey
        _ = try await other.enter("approver")
        _ = try await other.post("/sign-in/code", [("code", codes[0])])
        try await browser.post("/account/recovery-codes")
        try await browser.post("/account/authenticator/removal")
        let change = [
            ("old", TestHouse.password), ("new", PeopleScene.password), ("again", PeopleScene.password),
        ]
        try await browser.post("/account/password", change)
        let bodies = mails.mails(to: Self.approver)
        let happened = [
            "“Phone” was added", "“Phone” was removed", "app was set up", "9 of them are left",
            "New recovery codes were made", "app of your account", "The password of your account",
        ]
        #expect(bodies.count == happened.count)
        for (body, words) in zip(bodies, happened) {
            let unfolded = body.replacing("\r\n", with: " ")
            #expect(unfolded.contains(words), "\(body)")
            #expect(codes.allSatisfy { !body.contains($0) })
        }
        #expect(mails.queue.all.count { $0.isWaiting } == happened.count)
    }

    @Test("what was done is done, though no mail can be kept")
    func brokenOutbox() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        company.house.mails.breakDown()
        let browser = try await company.signedIn("approver", at: "northwind")
        #expect(try await browser.add(browser.passkey).location == "/account/sign-in?done=passkey-added")
        #expect(try await Browser(company.house, at: "northwind").enter("approver").location == "/")
    }

    @Test("an address that an admin has changed is told at both, with who did it")
    func movedByAdmin() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let admin = try await company.signedIn("admin", at: "northwind")
        let contact = try await company.house.tenant("northwind").state.contact("viewer", "northwind")
        let form = try await admin.get("/people/\(contact.id.pathText)")
        let edition = try #require(form.text.firstMatch(of: #/name="edition" value="([^"]+)"/#)).1
        let grants = form.text.matches(of: #/name="grant" value="([^"]+)"[^>]* checked/#).map {
            ("grant", String($0.1))
        }
        let fields = [
            ("edition", String(edition)), ("name", contact.name), ("email", "vera@northwind.example"),
            ("language", "en"), ("from", contact.grants[0].days.from.iso), ("through", ""),
        ]
        let saved = try await admin.post("/people/\(contact.id.pathText)", fields + grants)
        #expect(saved.location == "/people?done=changed")
        for address in ["viewer@northwind.example", "vera@northwind.example"] {
            let told = try #require(company.house.mails.mails(to: address).first)
                .replacing("\r\n", with: " ")
            #expect(told.contains("vera@northwind.example") && told.contains("By admin of northwind."))
            #expect(!told.contains("Browser:"), "the admin's browser is not the person's")
        }
    }
}
