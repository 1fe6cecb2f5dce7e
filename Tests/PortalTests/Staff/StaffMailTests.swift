import Access
import HTTP
import Mail
import Staffing
import Testing

@testable import Portal

@Suite("What became of the mails")
struct StaffMailTests {
    private static let greylisted = MailTrouble(.delayed, code: 451, words: "4.7.1 <try> later")
    private static let unknown = MailTrouble(.refused, code: 550, words: "5.1.1 no such user")
    private static let untrusted = MailTrouble(.untrusted, words: "self-signed certificate")

    /// An invitation by northwind's admin, and what comes of its mail.
    private func invited(_ trouble: MailTrouble?) async throws -> PeopleScene {
        let scene = try await PeopleScene()
        #expect(try await scene.admin.post("/people", try await scene.invitation()).status == .ok)
        scene.house.mails.settle(trouble, at: scene.house.clock.reading.moment.seconds)
        return scene
    }

    private func ops(_ scene: PeopleScene) async throws -> Browser {
        try await TestCompany(house: scene.house).signedIn("ops", at: "staff")
    }

    @Test("is for ops admins", arguments: [("coordinator", false), ("billing", false), ("ops", true)])
    func roles(role: String, maySee: Bool) async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let browser = try await company.signedIn(role, at: "staff")
        #expect(try await browser.get("/mail").status == (maySee ? .ok : .notFound))
        #expect(try await browser.get("/help").text.contains("href=\"/mail\"") == maySee)
    }

    @Test("says to whom, how each stands, why, and when it is tried next")
    func lists() async throws {
        let scene = try await invited(Self.greylisted)
        let ops = try await ops(scene)
        let page = try await ops.get("/mail")
        expectWellFormed(page)
        for text in [
            "ana@northwind.example", "northwind", "Waiting", "451 4.7.1 &lt;try&gt; later", "1 attempt",
            "Try now", "Give up",
        ] { #expect(page.text.contains(text), "\(text)") }
        #expect(!page.text.contains("/invitations/"))
        #expect(try await ops.get("/mail?state=failed").text.contains("Nothing found"))
        #expect(try await ops.get("/mail?q=ana").text.contains("ana@northwind.example"))
    }

    @Test("without any mail there is a word about that")
    func empty() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let page = try await company.signedIn("ops", at: "staff").get("/mail")
        expectWellFormed(page)
        #expect(page.text.contains("No mail in the last thirty days"))
    }

    @Test("a mail can be tried at once, stopped, and then no more")
    func wishes() async throws {
        let scene = try await invited(Self.greylisted)
        let ops = try await ops(scene)
        let mail = try #require(scene.house.mails.queue.all.first)
        let path = "/mail/\(MailKey(mail.id).pathText)"
        #expect(try await ops.post(path + "/attempt").location == "/mail?done=changed")
        #expect(scene.house.mails.queue.hasDue(at: scene.house.clock.reading.moment.seconds))
        #expect(try await ops.post(path + "/withdrawal").location == "/mail?done=changed")
        #expect(try await ops.post(path + "/attempt").location == "/mail?done=settled")
        #expect(try await ops.get("/mail?done=settled").text.contains("settled in the meantime"))
        #expect(try await ops.post("/mail/0000000000009/attempt").status == .notFound)
    }

    @Test("whoever invited reads that the mail was refused, and sends again")
    func refusedForAdmin() async throws {
        let scene = try await invited(Self.unknown)
        let list = try await scene.admin.get("/people")
        expectWellFormed(list)
        #expect(list.text.contains("Mail not delivered") && list.text.contains("no such user"))
        let contact = try await scene.contact("ana")
        let page = try await scene.admin.get("/people/\(contact.id.pathText)")
        expectWellFormed(page)
        #expect(page.text.contains("Check the address"))
        try await scene.admin.post("/people/\(contact.id.pathText)/invitation")
        #expect(!(try await scene.admin.get("/people").text.contains("Mail not delivered")))
    }

    @Test("how the agency's mail server fares is nothing for a client")
    func nothingOfOurServer() async throws {
        let scene = try await invited(Self.untrusted)
        let list = try await scene.admin.get("/people").text
        #expect(list.contains("Mail not delivered") && list.contains("tried again by itself"))
        #expect(!list.contains("self-signed"))
        #expect(try await ops(scene).get("/mail").text.contains("self-signed"))
    }

    @Test("who has come in needs no word about the invitation any more")
    func cameIn() async throws {
        let scene = try await invited(Self.unknown)
        let link = try scene.house.mails.link()
        let fields = [("new", PeopleScene.password), ("again", PeopleScene.password)]
        #expect(try await Browser(scene.house, at: "northwind").post(link, fields).location == "/")
        #expect(!(try await scene.admin.get("/people").text.contains("Mail not delivered")))
    }

    @Test("the mail of somebody who is removed, or has another address, goes nowhere")
    func stopped() async throws {
        let scene = try await PeopleScene()
        let queue = scene.house.mails.queue
        #expect(try await scene.admin.post("/people", try await scene.invitation()).status == .ok)
        let form = try await scene.form(of: "ana", [("email", "ana.r@northwind.example")])
        #expect(try await scene.admin.post(try await scene.path("ana"), form).location != nil)
        #expect(queue.all.map(\.isWaiting) == [false])
        try await scene.admin.post(try await scene.path("ana.r", "/invitation"))
        #expect(queue.all.map(\.isWaiting).contains(true))
        try await scene.admin.post(try await scene.path("ana.r", "/removal"))
        #expect(queue.all.allSatisfy { !$0.isWaiting })
    }

    @Test("every trouble has words of its own", arguments: MailTrouble.Kind.allCases)
    func words(kind: MailTrouble.Kind) {
        let others = MailTrouble.Kind.allCases.filter { $0 != kind }
        let said = English().mailTrouble(MailTrouble(kind))
        #expect(said.hasSuffix("."))
        #expect(!others.map { English().mailTrouble(MailTrouble($0)) }.contains(said))
        #expect(English().mailTrouble(MailTrouble(kind, code: 550, words: "no")).hasSuffix(": “550 no”."))
    }
}
