import Access
import Foundation
import HTTP
import Staffing
import Testing

@testable import Portal

@Suite("Bringing somebody in")
struct PeopleInvitationTests {
    @Test("invited, link in the mail and on the page, password chosen, signed in; the link works once")
    func wholeWay() async throws {
        let scene = try await PeopleScene()
        #expect(try await scene.admin.get("/people/invitation").fault == nil)
        let result = try await scene.admin.post("/people", try await scene.invitation())
        #expect(result.status == .ok)
        #expect(result.fault == nil)
        let link = try scene.house.mails.link()
        let sender = scene.house.mails.latest.split(separator: "\r\n").first { $0.hasPrefix("From: ") }
        #expect(sender?.contains("Northwind Ltd") == true, "the client writes to its people")
        #expect(result.text.contains("value=\"https://northwind.localhost:8443\(link)\""))
        #expect(result.text.contains("ana@northwind.example"))
        #expect(result.text.contains("Nov 24, 2026"))
        let guest = Browser(scene.house, at: "northwind")
        // Mail programs look first, more than once.
        for _ in 0..<2 {
            let page = try await guest.get(link)
            #expect(page.status == .ok)
            #expect(page.fault == nil)
            #expect(page.text.contains("Ana Ribeiro"))
        }
        #expect(try await scene.contact("ana").standing == .invited)
        let fields = [("new", PeopleScene.password), ("again", PeopleScene.password)]
        #expect(try await guest.post(link, fields).location == "/")
        #expect(try await guest.get("/account").text.contains("Approve time at Dock A"))
        #expect(try await scene.contact("ana").standing == .active)
        #expect(try await guest.get(link).status == .notFound)
        #expect(try await Browser(scene.house, at: "northwind").post(link, fields).status == .notFound)
    }

    @Test("a form that is refused keeps everything that was typed, and says all of what is wrong at once")
    func keepsInput() async throws {
        let scene = try await PeopleScene()
        let fields = try await scene.invitation([
            ("name", "  "), ("email", "ana@<b>"), ("from", "01.12.2026"), ("through", "2026-13-01"),
            ("language", "fr"),
        ])
        let page = try await scene.admin.post("/people", fields)
        #expect(page.status == .unprocessableContent)
        #expect(page.fault == nil)
        #expect(page.text.contains("<title>Error: "))
        for id in ["name", "email", "from", "through"] { #expect(page.text.contains("id=\"\(id)-error\"")) }
        #expect(page.text.contains("value=\"ana@&lt;b&gt;\""))
        #expect(page.text.contains("value=\"01.12.2026\""))
        #expect(page.text.contains("<option value=\"fr\" selected>"))
        let ticked = try #require(page.text.firstRange(of: "data-word=\"approve time at Dock A\" checked>"))
        #expect(!ticked.isEmpty)
        #expect(scene.house.mails.mails.isEmpty)
    }

    @Test(
        "the rules say no in words at their field",
        arguments: [
            ("email", "viewer@northwind.example", "email-error"), ("grant", "", "grants-error"),
            ("name", String(repeating: "n", count: 121), "name-error"),
            ("through", "2026-11-17", "through-error"),
        ])
    func refusals(field: String, value: String, error: String) async throws {
        let scene = try await PeopleScene()
        var fields = try await scene.invitation(value.isEmpty ? [] : [(field, value)])
        if value.isEmpty { fields.removeAll { $0.0 == field } }
        let page = try await scene.admin.post("/people", fields)
        #expect(page.status == .unprocessableContent)
        #expect(page.text.contains("id=\"\(error)\""))
    }

    @Test("a role, a place or a language that no form of ours has is refused whole")
    func strangeFields() async throws {
        let scene = try await PeopleScene()
        for strange in [("grant", "ops-admin:company"), ("grant", "approver"), ("language", "de")] {
            let fields = try await scene.invitation([strange])
            #expect(try await scene.admin.post("/people", fields).status == .badRequest)
        }
    }

    @Test("the sentence says what the form would do, also when it comes back")
    func sentence() async throws {
        let scene = try await PeopleScene()
        let grants = [
            ("grant", Holding(.approver, .worksite(try await scene.site("A"))).formText),
            ("grant", Holding(.billingContact, .tenant).formText),
        ]
        let fields = try await scene.invitation(grants + [("email", "wrong"), ("through", "2026-12-31")])
        let text = try await scene.admin.post("/people", fields).text
        let start = try #require(text.firstRange(of: "<p class=\"sentence\""))
        let end = try #require(text[start.lowerBound...].firstRange(of: "</p>"))
        let words = text[start.lowerBound..<end.lowerBound].replacing(/<[^>]*>/, with: "")
        #expect(
            words == """
                Ana Ribeiro can read invoices for the whole company and approve time at Dock A \
                from 2026-11-18, until 2026-12-31.
                """)
    }

    @Test("without a mail the page says who has to hand the link over")
    func noMail() async throws {
        let scene = try await PeopleScene()
        scene.house.mails.breakDown()
        let page = try await scene.admin.post("/people", try await scene.invitation())
        #expect(page.text.contains("No mail could be written to ana@northwind.example"))
        #expect(page.text.contains("/invitations/"))
    }

    @Test("a link that cannot be written down is not given out, and the page says so")
    func notRecorded() async throws {
        let scene = try await PeopleScene()
        try await scene.admin.post("/people", try await scene.invitation())
        scene.failKeys()
        let page = try await scene.admin.post(try await scene.path("ana", "/invitation"))
        #expect(page.status == .serviceUnavailable)
        #expect(page.fault == nil)
        #expect(page.text.contains("No link could be made"))
        #expect(!page.text.contains("/invitations/"))
        #expect(scene.house.mails.mails.count == 1)
    }

    @Test("a second link ends the first, and a week ends any")
    func again() async throws {
        let scene = try await PeopleScene()
        try await scene.admin.post("/people", try await scene.invitation())
        let first = try scene.house.mails.link()
        let page = try await scene.admin.post(try await scene.path("ana", "/invitation"))
        #expect(page.status == .ok)
        let second = try scene.house.mails.link()
        let guest = Browser(scene.house, at: "northwind")
        #expect(first != second)
        #expect(try await guest.get(first).status == .notFound)
        #expect(try await guest.get(second).status == .ok)
        scene.house.clock.advance(seconds: 7 * 24 * 3600 - 1)
        #expect(try await guest.get(second).status == .ok)
        scene.house.clock.advance(seconds: 1)
        let late = try await guest.get(second)
        #expect(late.status == .notFound)
        #expect(late.text.contains("This link does not work any more"))
    }

    @Test("who has been in before gets a link by mail only, so that no admin can sign in as them")
    func resetByMailOnly() async throws {
        let scene = try await PeopleScene()
        let page = try await scene.admin.post(try await scene.path("approver", "/invitation"))
        let link = try scene.house.mails.link()
        #expect(page.status == .ok)
        #expect(!page.text.contains("/invitations/"))
        let guest = Browser(scene.house, at: "northwind")
        let fields = [("new", PeopleScene.password), ("again", PeopleScene.password)]
        #expect(try await guest.post(link, fields).location == "/")
    }

    @Test("a link opens nothing at another company's host, nor on the staff side")
    func otherHost() async throws {
        let scene = try await PeopleScene()
        try await scene.admin.post("/people", try await scene.invitation())
        let link = try scene.house.mails.link()
        let fields = [("new", PeopleScene.password), ("again", PeopleScene.password)]
        for host in ["cedar", "staff"] {
            let browser = Browser(scene.house, at: host)
            #expect(try await browser.get(link).status == .notFound)
            #expect(try await browser.post(link, fields).status == .notFound)
            #expect(browser.sessionToken == nil)
        }
        #expect(try await Browser(scene.house, at: "northwind").get(link).status == .ok)
    }

    @Test(
        "a password that is refused says why, is not sent back, and leaves the link as it was",
        arguments: [
            ("too short", "too short", "15 characters"),
            ("aaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaa", "repeats"),
            ("Ana Ribeiro 2026", "Ana Ribeiro 2026", "your name"),
            ("password password", "password password", "first"),
            (PeopleScene.password, "another one entirely", "differ"),
        ])
    func passwordRefusals(new: String, again: String, words: String) async throws {
        let scene = try await PeopleScene()
        try await scene.admin.post("/people", try await scene.invitation())
        let link = try scene.house.mails.link()
        let guest = Browser(scene.house, at: "northwind")
        let page = try await guest.post(link, [("new", new), ("again", again)])
        #expect(page.status == .unprocessableContent)
        #expect(page.fault == nil)
        #expect(page.text.contains(words))
        #expect(!page.text.contains(new))
        #expect(guest.sessionToken == nil)
        #expect(try await guest.get(link).status == .ok)
    }
}
