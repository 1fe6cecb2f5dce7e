import HTTP
import Mail
import Staffing
import Testing

@testable import Portal

@Suite("The language that somebody reads")
struct FrenchPageTests {
    @Test("is their own choice, holds at once for pages, and goes back as easily")
    func choice() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let browser = try await company.signedIn("approver", at: "northwind")
        let first = try await browser.get("/timesheets")
        #expect(first.headers[.contentLanguage]?.text == "en-US" && first.text.contains("Timesheets"))
        let answer = try await browser.post("/account/language", [("language", "fr")])
        #expect(answer.location == "/account?done=language")
        let account = try await browser.get("/account?done=language")
        #expect(account.fault == nil && account.text.contains("Votre langue est changée."))
        let page = try await browser.get("/timesheets")
        #expect(page.fault == nil && page.text.contains("<html lang=\"fr-CA\">"))
        #expect(page.headers[.contentLanguage]?.text == "fr-CA")
        #expect(page.text.contains("Feuilles de temps") && !page.text.contains("Timesheets"))
        #expect(try await browser.post("/account/language", [("language", "es")]).status == .seeOther)
        #expect(try await browser.get("/timesheets").text.contains("Timesheets"), "Spanish reads English")
        #expect(try await browser.post("/account/language", [("language", "tlh")]).status == .badRequest)
    }

    @Test("is told by the mails that go to them")
    func mails() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let browser = try await company.signedIn("approver", at: "northwind")
        try await browser.post("/account/language", [("language", "fr")])
        try await browser.post("/account/email", [("email", "neuf@northwind.example")])
        let mail = try #require(company.house.mails.mails(to: "neuf@northwind.example").last)
        #expect(mail.contains("Subject: Confirmez cette adresse pour"))
        #expect(company.house.mails.code() != nil)
        #expect(!mail.contains("wants to sign in"))
    }

    @Test(
        "is, for a stranger, what they chose, else the browser's",
        arguments: [
            ("/sign-in", "", "en-US"), ("/sign-in", "fr-FR, en;q=0.5", "fr-CA"),
            ("/sign-in", "de, en;q=0.5, fr;q=0.1", "en-US"), ("/sign-in?lang=fr", "en", "fr-CA"),
            ("/sign-in?lang=en", "fr", "en-US"), ("/sign-in?lang=es", "", "en-US"), ("/help", "fr", "fr-CA"),
            ("/forgotten-password", "fr", "fr-CA"), ("/nothing", "fr", "fr-CA"),
        ])
    func stranger(path: String, wanted: String, tag: String) async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let browser = Browser(company.house, at: "northwind")
        let page = try await browser.get(path, headers: wanted.isEmpty ? [] : [(.acceptLanguage, wanted)])
        #expect(page.text.contains("<html lang=\"\(tag)\">"))
    }

    @Test("is kept by the browser when it was chosen by the link")
    func link() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let browser = Browser(company.house, at: "northwind")
        let english = try await browser.get("/sign-in?next=/people")
        #expect(english.text.contains("href=\"/sign-in?lang=fr&amp;next="))
        let french = try await browser.get("/sign-in?lang=fr")
        let cookies = french.headers.fields.filter { $0.name == .setCookie }.map(\.value.text)
        #expect(cookies.contains { $0.hasPrefix("__Host-language=fr;") })
        let later = try await browser.get("/sign-in", headers: [(.cookie, "__Host-language=fr")])
        #expect(later.text.contains("Ouvrir une session") && later.fault == nil)
    }

    @Test("is French at a client spoken to in French, until somebody asks for English")
    func clientInFrench() throws {
        let plain = try RequestHead(.get, "/sign-in", headers: [(.acceptLanguage, "en-CA")])
        #expect(Language(ofStranger: plain, at: .french) == .french)
        #expect(Language(ofStranger: plain, at: .english) == .english)
        let asking = try RequestHead(.get, "/sign-in?lang=en", headers: [(.acceptLanguage, "fr")])
        #expect(Language(ofStranger: asking, at: .french) == .english)
    }
}
